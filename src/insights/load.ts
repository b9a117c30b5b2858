import { compareCodeUnits, type UtcDay, utcDay } from "../base/index.js";
import type { AskStatus, QuestionStatus } from "../tracking/index.js";
import { AGREED, claimsOf } from "./request-outcome.js";
import { SortedRows } from "./sorted-rows.js";

/** How often a connector was asked, what they did, and how much is left. */
export interface ConnectorLoad {
  readonly connector: string;
  /** Requests of every kind sent to them in the last 30, 90 and 365 days. */
  readonly asks30: number;
  readonly asks90: number;
  readonly asks365: number;
  /** Asks that may still be made this year. */
  readonly left: number;
  /** Of all requests: answered, answered with a yes, said to be done, and seen to be done after that. */
  readonly answered: number;
  readonly agreed: number;
  readonly claimed: number;
  readonly proved: number;
}

/** One row a connector, the most asked in a year first, then by id. */
export function connectorLoad(
  requests: readonly Request[],
  options: { readonly today: UtcDay; readonly yearlyAsks: number },
): readonly ConnectorLoad[] {
  const tally = new LoadTally(options);
  for (const request of requests) tally.add(request, 1);
  return tally.result();
}

/** {@link connectorLoad} of what was added and not taken away again. */
export class LoadTally {
  readonly #today: UtcDay;
  readonly #yearlyAsks: number;
  readonly #counts = new Map<string, { asks: number; row: ConnectorLoad }>();
  readonly #sent = new Map<string, Map<string, UtcDay>>();
  readonly #rows = new SortedRows<ConnectorLoad>(
    (a, b) => b.asks365 - a.asks365 || compareCodeUnits(a.connector, b.connector),
  );

  constructor({ today, yearlyAsks }: { readonly today: UtcDay; readonly yearlyAsks: number }) {
    this.#today = today;
    this.#yearlyAsks = yearlyAsks;
  }

  add({ connector, steps }: Request, sign: 1 | -1): void {
    const { asks, row } = this.#counts.get(connector) ?? { asks: 0, row: noLoad(connector) };
    const age = this.#today - utcDay(steps[0]?.at ?? "9999-12-31");
    const { claimed, proved } = claimsOf(steps);
    const agreed = steps.some(({ type }) => AGREED.has(type));
    const answered = agreed || steps.some(({ type }) => type === "ask.declined");
    const plus = (holds: boolean): number => (holds ? sign : 0);
    const asks365 = row.asks365 + plus(age < 365);
    const next: ConnectorLoad = {
      connector,
      asks30: row.asks30 + plus(age < 30),
      asks90: row.asks90 + plus(age < 90),
      asks365,
      left: Math.max(0, this.#yearlyAsks - asks365),
      answered: row.answered + plus(answered),
      agreed: row.agreed + plus(agreed),
      claimed: row.claimed + plus(claimed),
      proved: row.proved + plus(proved),
    };
    const sent = this.#sent.get(connector) ?? new Map<string, UtcDay>();
    const [first] = steps;
    if (first !== undefined && sign === 1) sent.set(first.event, utcDay(first.at));
    else if (first !== undefined) sent.delete(first.event);
    this.#sent.set(connector, sent);
    this.#counts.set(connector, { asks: asks + sign, row: next });
    this.#rows.put(connector, asks + sign > 0 ? next : undefined);
  }

  /** Id of the event by which a connector was asked last; none where they never were. */
  lastRequest(connector: string): readonly string[] {
    let last: readonly [event: string, day: UtcDay] | undefined;
    for (const sent of this.#sent.get(connector) ?? []) {
      const [event, day] = sent;
      if (last === undefined || day > last[1] || (day === last[1] && compareCodeUnits(event, last[0]) < 0))
        last = sent;
    }
    return last === undefined ? [] : [last[0]];
  }

  result(): readonly ConnectorLoad[] {
    return this.#rows.rows();
  }
}

function noLoad(connector: string): ConnectorLoad {
  return {
    connector,
    asks30: 0,
    asks90: 0,
    asks365: 0,
    left: 0,
    answered: 0,
    agreed: 0,
    claimed: 0,
    proved: 0,
  };
}

/** A request of any kind with its connector and seeker. */
export interface Request extends Pick<AskStatus, "steps" | "state" | "playbook"> {
  readonly id: string;
  readonly connector: string;
  readonly seeker: string;
  readonly kind: "introduction" | QuestionStatus["kind"];
}
