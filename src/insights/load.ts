import { checkShape, compareCodeUnits, madeOf, type UtcDay } from "../base/index.js";
import { type Rate, rateOf } from "./rate.js";
import { outcomeOf, type RequestOutcome } from "./request-outcome.js";
import { REQUESTS, type Request } from "./requests-of.js";
import { SortedRows } from "./sorted-rows.js";

/** How often a connector was asked, what they did, and how much is left; `rate` is the share of their answers that was a yes. */
export interface ConnectorLoad extends Rate {
  readonly connector: string;
  /** Requests of every kind sent to them in the last 30, 90 and 365 days. */
  readonly asks30: number;
  readonly asks90: number;
  readonly asks365: number;
  /** Asks that may still be made this year. */
  readonly left: number;
  /**
   * Of all requests: answered with a yes or a refusal, with a yes, said to be done, and seen to be done after that. Who does not know
   * the target, or names somebody else, refuses nothing.
   */
  readonly answered: number;
  readonly agreed: number;
  readonly claimed: number;
  readonly proved: number;
}

/** One row a connector, the most asked in a year first, then by id. Introductions that nobody asked for do not count. */
export function connectorLoad(
  requests: readonly Request[],
  options: { readonly today: UtcDay; readonly yearlyAsks: number },
): readonly ConnectorLoad[] {
  return madeOf("requests", () => {
    checkShape(requests, REQUESTS, "requests");
    checkShape(options, { today: "finite", yearlyAsks: "finite" }, "options");
    const tally = new LoadTally(options);
    for (const { connector, kind, steps, undecided } of requests)
      if (kind !== "unasked") tally.add(connector, outcomeOf(steps, undecided), 1);
    return tally.result();
  });
}

interface Counts {
  readonly connector: string;
  asks: number;
  asks30: number;
  asks90: number;
  asks365: number;
  answered: number;
  agreed: number;
  claimed: number;
  proved: number;
  /** Events that asked them, the latest first. */
  readonly sent: SortedRows<NonNullable<RequestOutcome["sent"]>>;
  /** What was told of them last. */
  row?: ConnectorLoad | undefined;
}

/** {@link connectorLoad} of what was added and not taken away again; a row is made anew where something of it has changed. */
export class LoadTally {
  readonly #today: UtcDay;
  readonly #yearlyAsks: number;
  readonly #counts = new Map<string, Counts>();
  readonly #changed = new Set<Counts>();
  readonly #rows = new SortedRows<ConnectorLoad>(
    (a, b) => b.asks365 - a.asks365 || compareCodeUnits(a.connector, b.connector),
  );
  #made = 0;

  constructor({ today, yearlyAsks }: { readonly today: UtcDay; readonly yearlyAsks: number }) {
    this.#today = today;
    this.#yearlyAsks = yearlyAsks;
  }

  /** How many rows were made so far. */
  get made(): number {
    return this.#made;
  }

  add(connector: string, outcome: RequestOutcome, sign: 1 | -1): void {
    const counts = this.#countsOf(connector);
    this.#changed.add(counts);
    const { sent, helped, decided, claimed, proved } = outcome;
    const age = sent === undefined ? Number.NEGATIVE_INFINITY : this.#today - sent.day;
    counts.asks += sign;
    if (age < 30) counts.asks30 += sign;
    if (age < 90) counts.asks90 += sign;
    if (age < 365) counts.asks365 += sign;
    if (decided) counts.answered += sign;
    if (helped !== undefined) counts.agreed += sign;
    if (claimed) counts.claimed += sign;
    if (proved) counts.proved += sign;
    if (sent === undefined) return;
    if (sign === 1) counts.sent.add(sent);
    else counts.sent.remove(sent);
  }

  /** Id of the event by which a connector was asked last; none where they never were. */
  lastRequest(connector: string): readonly string[] {
    return (this.#counts.get(connector)?.sent.rows(1) ?? []).map(({ event }) => event);
  }

  result(): readonly ConnectorLoad[] {
    for (const counts of this.#changed) {
      if (counts.row !== undefined) this.#rows.remove(counts.row);
      counts.row = counts.asks > 0 ? this.#rowOf(counts) : undefined;
      if (counts.row !== undefined) this.#rows.add(counts.row);
    }
    this.#changed.clear();
    return this.#rows.rows();
  }

  #countsOf(connector: string): Counts {
    const held = this.#counts.get(connector);
    if (held !== undefined) return held;
    const counts = nobodyAsked(connector);
    this.#counts.set(connector, counts);
    return counts;
  }

  #rowOf(counts: Counts): ConnectorLoad {
    this.#made++;
    const { connector, asks30, asks90, asks365, answered, agreed, claimed, proved } = counts;
    const left = Math.max(0, this.#yearlyAsks - asks365);
    const rate = rateOf(agreed, answered);
    return { connector, asks30, asks90, asks365, left, answered, agreed, claimed, proved, ...rate };
  }
}

function nobodyAsked(connector: string): Counts {
  const sent: Counts["sent"] = new SortedRows((a, b) => b.day - a.day || compareCodeUnits(a.event, b.event));
  return {
    connector,
    asks: 0,
    asks30: 0,
    asks90: 0,
    asks365: 0,
    answered: 0,
    agreed: 0,
    claimed: 0,
    proved: 0,
    sent,
  };
}
