import { checkShape, compareCodeUnits, type UtcDay } from "../base/index.js";
import { DayCounts } from "./day-counts.js";
import { type Rate, rateOf } from "./rate.js";
import { outcomeOf, type RequestOutcome } from "./request-outcome.js";
import { REQUESTS, type Request } from "./requests-of.js";

/** What requests of one channel bring: `rate` is the share that was answered, whatever the answer. */
export interface ChannelResult extends Rate {
  readonly channel: string;
  readonly asks: number;
  readonly answered: number;
  /** Requests helped with. */
  readonly agreed: number;
  /** The load of the last 30 days. */
  readonly asks30: number;
  /** Median days until the answer, of those that came. */
  readonly medianDays?: number;
}

/** One row a channel that requests were recorded with, most requests first, then by channel. */
export function channelResults(requests: readonly Request[], today: UtcDay): readonly ChannelResult[] {
  checkShape(requests, REQUESTS, "requests");
  checkShape(today, "finite", "today");
  const tally = new ChannelTally(today);
  for (const { channel, steps } of requests) tally.add(channel, outcomeOf(steps), 1);
  return tally.result();
}

interface Counts {
  asks: number;
  asks30: number;
  answered: number;
  agreed: number;
  readonly days: DayCounts;
}

/** {@link channelResults} of what was added and not taken away again. */
export class ChannelTally {
  readonly #today: number;
  readonly #counts = new Map<string, Counts>();

  constructor(today: number) {
    this.#today = today;
  }

  add(
    channel: string | undefined,
    { sent, helped, answered, answeredOn }: RequestOutcome,
    sign: 1 | -1,
  ): void {
    if (channel === undefined || sent === undefined) return;
    const counts = this.#counts.get(channel) ?? {
      asks: 0,
      asks30: 0,
      answered: 0,
      agreed: 0,
      days: new DayCounts(),
    };
    this.#counts.set(channel, counts);
    counts.asks += sign;
    if (this.#today - sent.day < 30) counts.asks30 += sign;
    if (answered) counts.answered += sign;
    if (helped !== undefined) counts.agreed += sign;
    if (answeredOn !== undefined) counts.days.add(Math.max(0, answeredOn - sent.day), sign);
  }

  /** Most requests first, then by channel. */
  result(): readonly ChannelResult[] {
    return [...this.#counts]
      .filter(([, { asks }]) => asks > 0)
      .map(([channel, { asks, asks30, answered, agreed, days }]) => {
        const median = days.median();
        return {
          channel,
          asks,
          answered,
          agreed,
          asks30,
          ...(median === undefined ? {} : { medianDays: median }),
          ...rateOf(answered, asks),
        };
      })
      .sort((a, b) => b.asks - a.asks || compareCodeUnits(a.channel, b.channel));
  }
}
