import { checkShape, compareCodeUnits, madeOf, type UtcDay, utcDay } from "../base/index.js";
import type { AskStepTaken } from "../tracking/index.js";
import { LatestRows } from "./latest-rows.js";
import { REQUESTS, type Request } from "./requests-of.js";
import { SortedRows } from "./sorted-rows.js";

/** Somebody helped so that thanks are owed: with which request or lead, by which event, and whether they were thanked since. */
export interface Help {
  readonly id: string;
  readonly day: UtcDay;
  readonly event: string;
  readonly connector: string;
  readonly thanked: boolean;
  readonly isRequest: boolean;
}

/** Ids of the requests and leads that somebody helped with and that nobody thanked for, in order. */
export function unthanked(requests: readonly Request[]): readonly string[] {
  return madeOf("requests", () => {
    checkShape(requests, REQUESTS, "requests");
    return thanksOf(requests).unthanked();
  });
}

/** The help of some requests. */
export function thanksOf(requests: readonly Request[]): ThanksTally {
  const tally = new ThanksTally();
  for (const request of requests) {
    const help = helpOf(request, request.help, request.kind !== "unasked");
    if (help !== undefined) tally.add(help, 1);
  }
  return tally;
}

/** Help and thanks of what was added and not taken away again. */
export class ThanksTally {
  readonly #unthanked = new SortedRows<string>(compareCodeUnits);
  readonly #latest = new LatestRows<Help>(
    ({ day }) => day,
    (a, b) => compareCodeUnits(a.id, b.id) || compareCodeUnits(a.event, b.event),
  );
  #helped = 0;
  #requests = 0;

  add(help: Help, sign: 1 | -1): void {
    this.#helped += sign;
    if (help.thanked) return;
    if (help.isRequest) this.#requests += sign;
    if (sign === 1) {
      this.#unthanked.add(help.id);
      this.#latest.add(help);
    } else {
      this.#unthanked.remove(help.id);
      this.#latest.remove(help);
    }
  }

  /** How often somebody helped. */
  get helped(): number {
    return this.#helped;
  }

  /** How often they were asked to and not thanked. */
  get requestsUnthanked(): number {
    return this.#requests;
  }

  unthanked(): readonly string[] {
    return this.#unthanked.rows();
  }

  /** The latest help that nobody thanked for. */
  latest(limit: number): readonly Help[] {
    return this.#latest.rows(limit);
  }
}

/** The help that a step of a request or lead was, if any; thanks of its day and later count. */
export function helpOf(
  { id, connector, steps }: Pick<Request, "id" | "connector" | "steps">,
  help: Pick<AskStepTaken, "at" | "event"> | undefined,
  isRequest: boolean,
): Help | undefined {
  if (help === undefined) return undefined;
  const day = utcDay(help.at);
  const thanked = steps.some(({ type, at }) => type === "thanks.sent" && utcDay(at) >= day);
  return { id, day, event: help.event, connector, thanked, isRequest };
}
