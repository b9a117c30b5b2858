import { checkShape } from "../base/index.js";
import type { PlannedAsk } from "./planned-ask.js";

/** What writing to the buyer without anybody would bring. It costs no favor. */
export interface DirectWay {
  readonly channel: "email" | "inmail";
  /** Probability of a yes. */
  readonly probability: number;
  /** Its 90% interval. */
  readonly interval: readonly [number, number];
  /** True where no ask is worth more, be it planned or under way. */
  readonly better: boolean;
}

/**
 * Whether an ask is worth more than the direct way: value x probability - cost against value x the direct way's probability.
 * Without a value the two probabilities alone are compared.
 */
export function beatsDirect(
  ask: Pick<PlannedAsk, "probability" | "cost">,
  direct: number,
  value: number | undefined,
): boolean {
  checkShape(ask, { probability: "finite", cost: "finite" }, "ask");
  checkShape(direct, "finite", "direct");
  checkShape(value, "finite?", "value");
  const { probability, cost } = ask;
  return value === undefined ? probability > direct : value * (probability - direct) > cost;
}
