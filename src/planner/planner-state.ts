import { type AbortSignalLike, checkKeys, unfit, utcDay } from "../base/index.js";
import type { Journal } from "../journal/index.js";
import { type LearnedProfile, learnedShifts, readProfile } from "../learning/index.js";
import { Ledger } from "../ledger/index.js";
import type { Network, Viewpoint } from "../network/index.js";
import { compileNetwork } from "../paths/compile-network.js";
import { readScores, type SavedScores } from "../paths/compiled-bytes.js";
import { type Person, parseTargetQuery, type TargetMatch } from "../people/index.js";
import { AskTracker } from "../tracking/index.js";
import { answered } from "./day-memory.js";
import { LookUp } from "./look-up.js";
import type { ConnectorRule } from "./plan-policy.js";
import type { TargetQuery } from "./plan-request.js";
import { PlannedStrangers } from "./planned-strangers.js";
import type { PlannerOptions } from "./planner-options.js";
import { PlanningDay } from "./planning-day.js";
import { takeFacts } from "./recorded-facts.js";
import type { Settings } from "./settings.js";
import { settingsAsLearned } from "./settings-as-learned.js";
import { withoutRules } from "./without-rules.js";

/**
 * What a planner holds from call to call: network and journal, the numbers in force, and what follows the two as they grow.
 * What depends on the day of a call is a {@link PlanningDay}, got by `on(now)`.
 */
export class PlannerState {
  readonly network: Network;
  readonly journal: Journal;
  /** As given, before anything learned. */
  #given: Settings;
  #settings: Settings;
  #profile: LearnedProfile | undefined;
  #shiftOf: ReturnType<typeof learnedShifts> | undefined;
  /** Buyers of recorded asks whom the network does not hold, by id. */
  readonly buyers: Map<string, Person> = new Map();
  readonly strangers: PlannedStrangers = new PlannedStrangers();
  #rules: ReadonlyMap<string, ConnectorRule>;
  #ledger: Ledger | undefined;
  #tracker: AskTracker | undefined;
  readonly #lookUp: LookUp;
  #day: PlanningDay | undefined;
  /** Scores that were compiled before, for the first day they fit. */
  readonly saved: SavedScores | undefined;
  /** The secret by which ids of asks are keyed. */
  readonly askKey: string | undefined;
  /** Events whose facts the network has taken in. */
  #taken = 0;
  readonly #pure = new Map<string, unknown>();

  constructor(
    network: Network,
    journal: Journal,
    settings: Settings,
    {
      askKey,
      saved,
    }: { readonly askKey?: string | undefined; readonly saved?: SavedScores | undefined } = {},
  ) {
    this.askKey = askKey;
    this.saved = saved;
    this.network = network;
    this.journal = journal;
    this.#given = this.#settings = settings;
    this.#lookUp = new LookUp(network, { companyAliases: settings.identity.companyAliases });
    this.#rules = rulesOf(settings);
  }

  /** @throws WarmpathError `INVALID_ARGUMENT` for what is no network or journal, and what a profile may not hold. */
  static of(
    network: Network,
    journal: Journal,
    settings: Settings,
    more: Pick<PlannerOptions, "profile" | "compiled" | "askKey">,
  ): PlannerState {
    const { profile, compiled, askKey } = more;
    // By its form, not by its class: an ESM and a CommonJS copy of the package may meet in one program.
    if (typeof network?.tieRecords !== "function" || typeof journal?.appendAll !== "function") {
      throw unfit("network or journal", "one of this library");
    }
    if (askKey !== undefined && (typeof askKey !== "string" || askKey.length < 16))
      throw unfit("askKey", "of 16 characters or more");
    const saved = compiled && readScores(compiled);
    const state = new PlannerState(network, journal, settings, { askKey, saved });
    if (profile !== undefined) state.use(readProfile(profile));
    return state;
  }

  /** Every number in force, what was learned among them. */
  get settings(): Settings {
    return this.#settings;
  }

  /** What outcomes taught, where it is in use. */
  get profile(): LearnedProfile | undefined {
    return this.#profile;
  }

  /** What the answers of one connector taught, in log-odds; undefined where nothing is in use. */
  learnedOf(connector: string): number | undefined {
    return this.#shiftOf?.("connector", connector);
  }

  /** Plans by a profile from now on; without one by the formula alone. */
  use(profile: LearnedProfile | undefined): void {
    this.#settings = profile === undefined ? this.#given : settingsAsLearned(this.#given, profile);
    this.#profile = profile;
    this.#shiftOf = profile && learnedShifts(profile);
    // With the numbers goes what was compiled by them.
    this.#day = undefined;
    this.#pure.clear();
  }

  /** What follows from `given` and the settings alone, found once. No result holds it. */
  pure<T>(given: readonly unknown[], find: () => T): T {
    return answered(this.#pure, JSON.stringify(given), find, MOST_PURE) as T;
  }

  /** Drops what was set for these people and learned of them. */
  forget(gone: ReadonlySet<string>): void {
    this.#given = withoutRules(this.#given, gone);
    this.#rules = rulesOf(this.#given);
    const rates = this.#profile?.rates.filter(({ level, key }) => level !== "connector" || !gone.has(key));
    this.use(this.#profile && { ...this.#profile, rates: rates ?? [] });
  }

  /** Who somebody is whom the network does not hold, as far as a seeker planned for them or asked them. */
  besideFor(seeker: string): (id: string) => Person | undefined {
    const isSeeker = (one: string) => this.network.canonical(one) === this.network.canonical(seeker);
    return (id) => this.strangers.person(id, isSeeker) ?? this.buyers.get(id);
  }

  /** The same over another network: journal, numbers and what was learned. */
  over(network: Network): PlannerState {
    const other = new PlannerState(network, this.journal, this.#given, { askKey: this.askKey });
    other.use(this.#profile);
    return other;
  }

  /** The social debt on record; it follows the journal. */
  get ledger(): Ledger {
    this.#ledger ??= new Ledger(this.journal, { model: this.settings.ledger, people: this.network });
    return this.#ledger;
  }

  /** The asks on record; it follows the journal. */
  get tracker(): AskTracker {
    this.#tracker ??= new AskTracker(this.journal, this.settings.timing);
    return this.#tracker;
  }

  /**
   * What plans of the day of `now` look at; the same one until the day, the journal or the network's people and ties change.
   * @throws WarmpathError `INVALID_DATE`.
   */
  on(now: Date | string): PlanningDay {
    const today = utcDay(now, "now");
    this.takeFacts();
    if (this.#day?.serves(today) === true) this.#day.takeInChanges();
    else this.#day = new PlanningDay(this, today, this.#day?.lastCompiled);
    return this.#day;
  }

  /** The day of a call whose options are known ones. @throws WarmpathError `INVALID_ARGUMENT`, `INVALID_DATE`. */
  dayOf(
    request: { readonly now: Date | string; readonly signal?: AbortSignalLike | undefined },
    keys: readonly string[],
  ): PlanningDay {
    checkKeys(request, keys, "request");
    const day = this.on(request.now);
    if (request.signal !== undefined) day.compileBy(request.signal);
    return day;
  }

  /** Brings what the journal's new events say of who knows whom into the network. */
  takeFacts(): void {
    const { journal } = this;
    const fresh = [];
    for (; this.#taken < journal.length; this.#taken++) fresh.push(journal.at(this.#taken));
    takeFacts(this, fresh);
  }

  /** The network compiled anew for a day, as one buffer; without `now` for that of the last call. */
  compile(now: Date | string | undefined, signal?: AbortSignalLike): ArrayBuffer {
    const day = now ?? this.#day?.date;
    if (day === undefined) throw unfit("now", "given before the first plan");
    this.takeFacts();
    return compileNetwork(this.network, { now: day, settings: this.settings, ...(signal && { signal }) });
  }

  /** What a connector has asked for. */
  ruleOf(connector: string): ConnectorRule | undefined {
    return this.#rules.get(connector);
  }

  /** The same by an id too; without `viewers` of everybody: the keeper's view. */
  find(query: TargetQuery, viewers: readonly string[] | undefined): TargetMatch[] {
    const view = viewers && this.network.seenBy(viewers);
    const isShown = (id: string): boolean => (view === undefined ? this.network.has(id) : view.mayName(id));
    return typeof query === "string" && isShown(query)
      ? [
          {
            person: this.network.canonical(query),
            score: 1,
            why: ["same id"],
            ambiguous: false,
            isSure: true,
          },
        ]
      : this.matches(query, view);
  }

  /** Who fits of those whom the viewers may name, best first, and whether each is the one who is meant for sure. */
  matches(query: TargetQuery, view: Viewpoint | undefined): TargetMatch[] {
    return this.#judged(query, this.#lookUp.find(query, view));
  }

  /** The same of those whom the viewers know by masked records alone. */
  maskedMatches(query: TargetQuery, view: Viewpoint): TargetMatch[] {
    return this.#judged(query, this.#lookUp.findMasked(query, view));
  }

  #judged(query: TargetQuery, matches: readonly TargetMatch[]): TargetMatch[] {
    const asked = typeof query === "string" ? parseTargetQuery(query) : query;
    const { sure, sureByName } = this.settings.identity;
    const least = asked.company === undefined ? sureByName : sure;
    return matches.map((match) => ({ ...match, isSure: match.score >= least }));
  }
}

function rulesOf({ asking }: Settings): ReadonlyMap<string, ConnectorRule> {
  return new Map(asking.connectors.map((rule) => [rule.connector, rule]));
}

/** Answers that are kept at a time: those of the plans that are made again while records come in. */
const MOST_PURE = 64;
