import { utcDay } from "../base/index.js";
import type { Journal } from "../journal/index.js";
import { Ledger } from "../ledger/index.js";
import type { Network } from "../network/index.js";
import { personVisibility } from "../network/person-visibility.js";
import { type Person, parseTargetQuery, TargetIndex, type TargetMatch } from "../people/index.js";
import { AskTracker } from "../tracking/index.js";
import type { ConnectorRule } from "./plan-policy.js";
import type { TargetQuery } from "./plan-request.js";
import { PlanningDay } from "./planning-day.js";
import type { Settings } from "./settings.js";

/**
 * What a planner holds from call to call: network and journal, the numbers in force, and what follows the two as they grow.
 * What depends on the day of a call is a {@link PlanningDay}, got by `on(now)`.
 */
export class PlannerState {
  readonly network: Network;
  readonly journal: Journal;
  readonly settings: Settings;
  /** Buyers of recorded asks whom the network does not hold, by id. */
  readonly buyers: Map<string, Person> = new Map();
  readonly #rules: ReadonlyMap<string, ConnectorRule>;
  #ledger: Ledger | undefined;
  #tracker: AskTracker | undefined;
  #targets: { readonly shape: number; readonly index: TargetIndex } | undefined;
  #day: PlanningDay | undefined;

  constructor(network: Network, journal: Journal, settings: Settings) {
    this.network = network;
    this.journal = journal;
    this.settings = settings;
    this.#rules = new Map(settings.asking.connectors.map((rule) => [rule.connector, rule]));
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
    if (this.#day?.serves(today) !== true) this.#day = new PlanningDay(this, today, this.#day?.lastCompiled);
    return this.#day;
  }

  /** What a connector has asked for. */
  ruleOf(connector: string): ConnectorRule | undefined {
    return this.#rules.get(connector);
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
      ? [{ person, score: 1, why: ["same id"], ambiguous: false, isSure: true }]
      : this.matches(query, isShown);
  }

  /** Who fits, best first, and whether each is the one who is meant for sure. */
  matches(query: TargetQuery, isShown: (person: string) => boolean): TargetMatch[] {
    const asked = typeof query === "string" ? parseTargetQuery(query) : query;
    const { sure, sureByName } = this.settings.identity;
    const least = asked.company === undefined ? sureByName : sure;
    return this.targets()
      .find(query, { isShown })
      .map((match) => ({ ...match, isSure: match.score >= least }));
  }
}
