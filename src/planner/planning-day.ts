import { utcDay } from "../base/index.js";
import { eventPeople, type Journal } from "../journal/index.js";
import { Ledger, type Standing } from "../ledger/index.js";
import type { Network } from "../network/index.js";
import { personVisibility } from "../network/person-visibility.js";
import { type AskContext, CompiledNetwork } from "../paths/index.js";
import { TargetIndex, type TargetMatch } from "../people/index.js";
import { type PartialTieModel, timingAfter } from "../ties/index.js";
import { type AskStatus, AskTracker } from "../tracking/index.js";
import type { TargetQuery } from "./introduction-plan.js";
import type { ConnectorRule, PlanPolicy } from "./plan-policy.js";
import { saleAgeOfTags } from "./sale-of-tags.js";

/**
 * What a plan of one day looks at: the network compiled for the day, the books, and the asks so far. Each part is made when
 * first needed and kept until what it was made of changes.
 */
export class PlanContext {
  readonly network: Network;
  readonly journal: Journal;
  readonly policy: PlanPolicy;
  readonly tieModel: PartialTieModel | undefined;
  readonly #rules: ReadonlyMap<string, ConnectorRule>;
  #compiled: CompiledNetwork | undefined;
  /** Length of the journal whose wasted meetings the compiled network knows. */
  #wornAt: number | undefined;
  #targets: { readonly shape: number; readonly index: TargetIndex } | undefined;
  #ledger: Ledger | undefined;
  #tracker: AskTracker | undefined;
  #asks: { readonly key: string; readonly list: readonly AskStatus[] } | undefined;
  #history:
    | { readonly length: number; readonly shape: number; readonly people: ReadonlySet<string> }
    | undefined;

  constructor(network: Network, journal: Journal, policy: PlanPolicy, tieModel: PartialTieModel | undefined) {
    this.network = network;
    this.journal = journal;
    this.policy = policy;
    this.tieModel = tieModel;
    this.#rules = new Map(policy.connectors.map((rule) => [rule.connector, rule]));
  }

  get ledger(): Ledger {
    this.#ledger ??= new Ledger(this.journal, { model: this.policy.ledger, people: this.network });
    return this.#ledger;
  }

  get tracker(): AskTracker {
    const { lapseDays, promiseDays } = this.policy;
    this.#tracker ??= new AskTracker(this.journal, { lapseDays, promiseDays });
    return this.#tracker;
  }

  /** What a connector has asked for himself. */
  ruleOf(connector: string): ConnectorRule | undefined {
    return this.#rules.get(connector);
  }

  /** The network made ready for the day of `now`; ties over which meetings were wasted have lost strength (README of `ledger`). */
  compiled(now: Date | string): CompiledNetwork {
    const day = utcDay(now, "now");
    if (this.#compiled?.serves(day) !== true) {
      const tieModel = this.tieModel === undefined ? {} : { tieModel: this.tieModel };
      const previous = this.#compiled === undefined ? {} : { previous: this.#compiled };
      this.#compiled = CompiledNetwork.compile(this.network, { now, ...tieModel, ...previous });
      this.#wornAt = undefined;
    }
    const { length } = this.journal;
    if (this.#wornAt !== length) {
      this.#compiled.wear(this.ledger.wornTies({ now }));
      this.#wornAt = length;
    }
    return this.#compiled;
  }

  /** Target look-up over everybody, made once for all seekers. */
  targets(): TargetIndex {
    const { shape } = this.network;
    if (this.#targets?.shape !== shape)
      this.#targets = { shape, index: new TargetIndex(this.network.people()) };
    return this.#targets.index;
  }

  /** True for whoever may be named to at least one of `viewers`; where none are given, for everybody. */
  shownTo(viewers: readonly string[] | undefined): (person: string) => boolean {
    if (viewers === undefined) return () => true;
    return (person) => personVisibility(this.network, person, viewers) === "shared";
  }

  /** Who may be meant of those whom `viewers` may see: the others are as if they were not there. */
  find(query: TargetQuery, viewers: readonly string[] | undefined): TargetMatch[] {
    const isShown = this.shownTo(viewers);
    const person =
      typeof query === "string" && this.network.has(query) ? this.network.canonical(query) : undefined;
    return person !== undefined && isShown(person)
      ? [{ person, score: 1, why: ["same id"], ambiguous: false }]
      : this.targets().find(query, { isShown });
  }

  /** Every ask on record as it stands on the day of `now`; merged people under the id that is kept. */
  asks(now: Date | string): readonly AskStatus[] {
    const key = `${utcDay(now, "now")}|${this.journal.length}|${this.network.shape}`;
    if (this.#asks?.key !== key) {
      const list = this.tracker
        .asks({ now })
        .map((status) => ({ ...status, ask: this.#canonicalAsk(status.ask) }));
      this.#asks = { key, list };
    }
    return this.#asks.list;
  }

  /**
   * What `seeker` may draw on from `counterpart`, with the strength and common friends that the network shows to `viewers`:
   * a private tie between two others has no strength here.
   */
  standing(
    seeker: string,
    counterpart: string,
    now: Date | string,
    viewers: readonly string[] = [seeker],
  ): Standing {
    return this.ledger.standing({
      seeker,
      counterpart,
      strength: this.compiled(now).strength(seeker, counterpart, viewers),
      commonFriends: this.network.commonNeighbors(seeker, counterpart, viewers),
      now,
      gate: this.policy.gate,
    });
  }

  /** Price of a favor between two people: its size where nothing is on record between them. */
  priceOf(
    asker: string,
    asked: string,
    size: number,
    now: Date | string,
    viewers: readonly string[],
  ): number {
    const onRecord = this.#hasHistory(asker) && this.#hasHistory(asked) && asker !== asked;
    return onRecord ? this.standing(asker, asked, now, viewers).price(size) : size;
  }

  /** What the records say of asking somebody: standing, load, timing, reluctance. Nothing for who is on no record. */
  askContext(now: Date | string): (seeker: string, asked: string) => AskContext | undefined {
    const today = utcDay(now, "now");
    const recent = new Map<string, number>();
    const thanked = new Set<string>();
    for (const { ask, steps } of this.asks(now)) {
      const { type } =
        steps.filter((step) => step.type === "introduction.made" || COURTESIES.has(step.type)).at(-1) ?? {};
      if (type !== undefined && COURTESIES.has(type))
        thanked.add(JSON.stringify([ask.seeker, ask.connector]));
      const [sent] = steps;
      if (sent === undefined || today - utcDay(sent.at) > this.policy.recentAskDays) continue;
      recent.set(ask.connector, (recent.get(ask.connector) ?? 0) + 1);
    }
    return (seeker, asked) => {
      const rule = this.ruleOf(asked);
      const stated: AskContext = {
        reluctance: rule?.reluctance,
        ownEstimate: rule?.ownEstimate,
        incentive: rule?.incentive,
        learned: rule?.learned,
      };
      const told = saleAgeOfTags(this.network.person(asked), today, {
        seeker,
        isShared: (a, b) => this.network.tie(a, b)?.visibility === "shared",
      });
      // Of several sales the latest counts.
      const timing = (sales: readonly (number | undefined)[]) => {
        const age = Math.min(...sales.filter((sale) => sale !== undefined));
        return Number.isFinite(age) ? { timing: timingAfter(age, { model: this.tieModel }) } : {};
      };
      if (!this.#hasHistory(asked))
        return rule === undefined && told === undefined ? undefined : { ...stated, ...timing([told]) };
      const { balance, limit } = this.standing(seeker, asked, now);
      const sale = this.ledger.saleAge({ seller: seeker, customer: asked, now, withoutProblem: true });
      return {
        ...stated,
        standing: balance / limit,
        recentAsks: recent.get(asked) ?? 0,
        thanked: thanked.has(JSON.stringify([seeker, asked])),
        ...timing([sale, told]),
      };
    };
  }

  #canonicalAsk(ask: AskStatus["ask"]): AskStatus["ask"] {
    const idOf = (id: string): string => this.network.canonical(id);
    const legs = ask.legs.map((leg) => ({ ...leg, asker: idOf(leg.asker), asked: idOf(leg.asked) }));
    return {
      ...ask,
      seeker: idOf(ask.seeker),
      connector: idOf(ask.connector),
      target: idOf(ask.target),
      legs,
    };
  }

  /** True where the journal names the person at all, by any of his ids: without that there is no standing to look up. */
  #hasHistory(id: string): boolean {
    const { length } = this.journal;
    const { shape } = this.network;
    if (this.#history?.length !== length || this.#history.shape !== shape) {
      const people = new Set(this.journal.events().flatMap((event) => [...eventPeople(event)]));
      this.#history = {
        length,
        shape,
        people: new Set([...people].map((one) => this.network.canonical(one))),
      };
    }
    return this.#history.people.has(this.network.canonical(id));
  }
}

/** What tells somebody that his favor was seen. */
const COURTESIES: ReadonlySet<string> = new Set(["thanks.sent", "update.sent"]);
