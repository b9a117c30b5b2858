import { roundForPlan } from "../base/index.js";
import type { AskPlan } from "../planning/index.js";
import type { IntroductionPlan } from "./introduction-plan.js";

/** What asking brings up to the stop, where that is less than all ways together. */
export function untilStop(
  { successProbability, jointProbability }: Pick<AskPlan, "successProbability" | "jointProbability">,
  value: number | undefined,
  open: readonly string[],
): Pick<IntroductionPlan, "successProbability"> {
  const isLess = roundForPlan(jointProbability - successProbability) > ROUNDING;
  return value !== undefined && open.length === 0 && isLess ? { successProbability } : {};
}

/** Chances nearer than this are one. */
const ROUNDING = 1e-9;
