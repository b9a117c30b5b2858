import { roundForPlan } from "../base/index.js";
import { wilsonInterval } from "../learning/index.js";

/** A share of what was tried, with Wilson's 90% interval (Wilson 1927); of nothing tried: 0, from 0 to 1. */
export interface Rate {
  readonly rate: number;
  readonly interval: readonly [number, number];
}

/** The rate of `successes` in `trials`. */
export function rateOf(successes: number, trials: number): Rate {
  if (trials === 0) return { rate: 0, interval: [0, 1] };
  const [low, high] = wilsonInterval(successes, trials);
  return { rate: roundForPlan(successes / trials), interval: [roundForPlan(low), roundForPlan(high)] };
}
