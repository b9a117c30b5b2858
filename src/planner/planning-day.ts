import { type AbortSignalLike, isoDay, logit, type UtcDay } from "../base/index.js";
import { eventPeople, type Journal, type JournalEvent, standingEvents } from "../journal/index.js";
import type { Ledger, PricedStanding } from "../ledger/index.js";
import type { Network } from "../network/index.js";
import { CompiledNetwork } from "../paths/compiled-network.js";
import type { AskContext, SharedWork } from "../paths/index.js";
import { pairOf } from "../paths/shared-work.js";
import {
  type AskStatus,
  accountability,
  type CourtesyShown,
  type LeadStatus,
  type QuestionStatus,
} from "../tracking/index.js";
import { type AskedLately, askedLately } from "./asked-lately.js";
import { canonicalAsk } from "./canonical-ask.js";
import { contextOfAsk } from "./context-of-ask.js";
import { DayMemory } from "./day-memory.js";
import { Dealings } from "./dealings.js";
import { closedTo, isDiscontent } from "./discontent.js";
import { courtesyOfGift, type GiftToCome } from "./gift-to-come.js";
import type { PlannerState } from "./planner-state.js";
import { reluctanceOfAnswers } from "./reluctance.js";
import { saleAgeOfTags } from "./sale-of-tags.js";
import type { Settings } from "./settings.js";
import { StatedFacts } from "./stated-facts.js";
import { tieAdjustmentsOf } from "./tie-adjustments-of.js";

/**
 * What every plan of one day looks at. It is the network compiled for the day, the asks so far, who is on record and what one may
 * draw on from whom. Each part is made when first needed. The state replaces it when day, journal or network change.
 */
export class PlanningDay {
  readonly state: PlannerState;
  readonly today: UtcDay;
  /** `today` as `YYYY-MM-DD`. */
  readonly date: string;
  readonly #length: number;
  readonly #shape: number;
  /** The network as it was last compiled, for what of it still holds. */
  readonly #earlier: CompiledNetwork | undefined;
  #found: Found = {};
  readonly #gift: GiftToCome | undefined;
  #memory: DayMemory;

  constructor(state: PlannerState, today: UtcDay, earlier: CompiledNetwork | undefined, gift?: GiftToCome) {
    this.#gift = gift;
    this.state = state;
    this.today = today;
    this.date = isoDay(today);
    this.#length = state.journal.length;
    this.#shape = state.network.shape;
    this.#earlier = earlier;
    this.#memory = new DayMemory(state.network.seenBy([]).version);
  }

  /** True while it holds for that day: the same day, journal, people and ties. Changed evidence is taken in as it is met. */
  serves(today: UtcDay): boolean {
    const { journal, network } = this.state;
    return today === this.today && this.#length === journal.length && this.#shape === network.shape;
  }

  /** Takes in what has changed of the network since the last call. */
  takeInChanges(): void {
    this.#found.compiled?.takeInChanges();
    this.#memory.begin(this.network.seenBy([]).version);
  }

  /** What is the same for every buyer of one call, found once. */
  once<T>(key: readonly unknown[], find: () => T): T {
    return this.#memory.once(JSON.stringify(key), find);
  }

  /** What no result holds and is the same for all calls, found once. */
  kept<T>(key: readonly unknown[], find: () => T): T {
    return this.#memory.kept(JSON.stringify(key), find);
  }

  /** What a search for paths shares with others of these seekers. */
  workFor(seekers: readonly string[], masks: boolean): SharedWork {
    return this.#memory.workFor(seekers, masks);
  }

  /** The same day, had the gift been given on it: what it would change. All else is found once for both. */
  after(gift: GiftToCome): PlanningDay {
    const { compiled } = this;
    const day = new PlanningDay(this.state, this.today, compiled, gift);
    const [giver, receiver] = [gift.giver, gift.receiver].map((id) => compiled.numberOf(id) ?? 0);
    day.#memory = this.#memory.after(pairOf(compiled, giver as number, receiver as number));
    day.#found = { ...this.#found };
    if (courtesyOfGift(gift, this.date).length > 0)
      for (const part of ["courtesies", "dealings", "asked"] as const) delete day.#found[part];
    return day;
  }

  get network(): Network {
    return this.state.network;
  }

  get journal(): Journal {
    return this.state.journal;
  }

  get ledger(): Ledger {
    return this.state.ledger;
  }

  get settings(): Settings {
    return this.state.settings;
  }

  /** The network made ready for the day; ties over which meetings were wasted have lost strength (README of `ledger`). */
  get compiled(): CompiledNetwork {
    this.#found.compiled ??= this.#compile();
    return this.#found.compiled;
  }

  /** Compiles now, unless that was done; aborting throws the signal's reason and changes nothing. */
  compileBy(signal: AbortSignalLike): void {
    this.#found.compiled ??= this.#compile(signal);
  }

  /** What the next day may take over from. */
  get lastCompiled(): CompiledNetwork | undefined {
    return this.#found.compiled ?? this.#earlier;
  }

  /** What happened up to this day and is not taken back by then, in the order of the journal. */
  get events(): readonly JournalEvent[] {
    this.#found.events ??= standingEvents(this.journal, this.today);
    return this.#found.events;
  }

  /** Every ask on record as it stands on this day; merged people under the id that is kept. */
  get asks(): readonly AskStatus[] {
    this.#found.asks ??= this.state.tracker
      .asks({ now: this.date })
      .map((status) => ({ ...status, ask: canonicalAsk(status.ask, this.network) }));
    return this.#found.asks;
  }

  get askedLately(): AskedLately {
    this.#found.asked ??= askedLately(this);
    return this.#found.asked;
  }

  /** Every lead on record as it stands on this day; merged people under the id that is kept. */
  get leads(): readonly LeadStatus[] {
    this.#found.leads ??= this.state.tracker.leads({ now: this.date }).map((lead) => {
      const { target, introducedBy, seeker, referredBy } = lead;
      const people = Object.entries({ target, introducedBy, seeker, referredBy }).flatMap(([name, id]) =>
        id === undefined ? [] : [[name, this.network.canonical(id)] as const],
      );
      return { ...lead, ...Object.fromEntries(people) };
    });
    return this.#found.leads;
  }

  /** Every question without a buyer on record as it stands on this day; merged people under the id that is kept. */
  get questions(): readonly QuestionStatus[] {
    this.#found.questions ??= this.state.tracker.questions({ now: this.date }).map((question) => ({
      ...question,
      seeker: this.network.canonical(question.seeker),
      connector: this.network.canonical(question.connector),
    }));
    return this.#found.questions;
  }

  /** What is on record of each contact. */
  get dealings(): Dealings {
    this.#found.dealings ??= new Dealings(this);
    return this.#found.dealings;
  }

  /** How reluctant a person is to refer: as the settings say, else by their own answers; undefined where nothing says so. */
  reluctanceOf(person: string): number | undefined {
    const typed = this.state.ruleOf(person)?.reluctance;
    if (typed !== undefined) return typed;
    const { asking, learning } = this.settings;
    const requests = this.dealings.requestsTo(person);
    return reluctanceOfAnswers(requests, this.today, asking.reluctance, learning.halfLifeDays);
  }

  /** Thanks, news and deeds outside of any ask, up to this day. */
  get courtesies(): readonly CourtesyShown[] {
    this.#found.courtesies ??= [
      ...this.state.tracker.courtesies({ now: this.date }).map((one) => ({
        ...one,
        giver: this.network.canonical(one.giver),
        receiver: this.network.canonical(one.receiver),
      })),
      ...(this.#gift === undefined ? [] : courtesyOfGift(this.#gift, this.date)),
    ];
    return this.#found.courtesies;
  }

  /** What people said or did that bears on whom to ask, beside the asks themselves. */
  get facts(): StatedFacts {
    this.#found.facts ??= new StatedFacts(this);
    return this.#found.facts;
  }

  /** Days since the last sale that the seeker's own records outside the journal tell of. */
  saleTold(seeker: string, customer: string): number | undefined {
    // Most have no tag at all, whoever looks.
    if (this.network.person(customer)?.tags === undefined) return undefined;
    return this.kept(["sale", seeker, customer], () =>
      saleAgeOfTags(this.network.seenBy(seeker).person(customer), this.today, { seeker }),
    );
  }

  /**
   * What `seeker` may draw on from `counterpart`, with the strength and common friends that the network shows to `viewers`.
   * The gate of the discontent is closed, and no favor opens it.
   */
  standing(seeker: string, counterpart: string, viewers: readonly string[] = [seeker]): PricedStanding {
    return this.once(["standing", seeker, counterpart, ...viewers], () =>
      this.#standing(seeker, counterpart, viewers),
    );
  }

  #standing(seeker: string, counterpart: string, viewers: readonly string[]): PricedStanding {
    const standing = this.ledger.standing({
      seeker,
      counterpart,
      ...this.compiled.seenBy(viewers).told(seeker, counterpart),
      now: this.date,
      saleAge: this.saleTold(seeker, counterpart),
      gift: this.#gift?.giver === seeker && this.#gift.receiver === counterpart ? this.#gift.size : 0,
    });
    return isDiscontent(this, seeker, counterpart) ? closedTo(standing) : standing;
  }

  /** Price of a favor between two people: its size where nothing is on record between them. */
  priceOf(asker: string, asked: string, size: number, viewers: readonly string[]): number {
    const onRecord = this.isOnRecord(asker) && this.isOnRecord(asked) && asker !== asked;
    return onRecord ? this.standing(asker, asked, viewers).price(size) : size;
  }

  /** What the records say of asking somebody; see `contextOfAsk`. */
  askContext = (seeker: string, asked: string): AskContext | undefined =>
    this.once(["asking", seeker, asked], () => contextOfAsk(this, seeker, asked));

  /** What a connector's word that it is done has been worth so far, in log-odds; undefined where they never gave it. */
  wordOf(connector: string): number | undefined {
    const { claims } = this.settings.asking;
    this.#found.words ??= new Map(
      accountability(this.asks, { now: this.date, ...claims }).map(({ connector: id, rate }) => [
        id,
        logit(rate) - logit(claims.priorMean),
      ]),
    );
    return this.#found.words.get(connector);
  }

  #compile(signal?: AbortSignalLike): CompiledNetwork {
    const { ties, identity } = this.settings;
    const { companyAliases } = identity;
    const [previous, saved] = [this.#earlier, this.#earlier === undefined ? this.state.saved : undefined];
    const options = { now: this.date, tieModel: ties, companyAliases, previous, saved, signal };
    const compiled =
      previous?.serves(this.today) === true ? previous : CompiledNetwork.compile(this.network, options);
    compiled.adjust(tieAdjustmentsOf(this));
    return compiled;
  }

  /** True where the journal names the person at all, by any of their ids: without that there is no standing to look up. */
  isOnRecord(id: string): boolean {
    const one = this.network.canonical(id);
    if (this.#gift?.giver === one || this.#gift?.receiver === one) return true;
    this.#found.onRecord ??= new Set(
      this.events.flatMap((event) => [...eventPeople(event)]).map((person) => this.network.canonical(person)),
    );
    return this.#found.onRecord.has(one);
  }
}

/** What was looked up for a day so far. */
interface Found {
  compiled?: CompiledNetwork | undefined;
  asks?: readonly AskStatus[] | undefined;
  questions?: readonly QuestionStatus[] | undefined;
  leads?: readonly LeadStatus[] | undefined;
  courtesies?: readonly CourtesyShown[] | undefined;
  events?: readonly JournalEvent[] | undefined;
  onRecord?: ReadonlySet<string> | undefined;
  asked?: AskedLately | undefined;
  facts?: StatedFacts | undefined;
  words?: ReadonlyMap<string, number> | undefined;
  dealings?: Dealings | undefined;
}
