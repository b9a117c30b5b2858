import { logit, roundForPlan, sigmoid } from "../base/index.js";
import type { DirectWay } from "../planning/index.js";
import type { PlanTarget } from "./introduction-plan.js";
import type { PlanningDay } from "./planning-day.js";

/**
 * What writing to the buyer without anybody would bring. It goes by InMail, which needs no address, or by mail where the seekers may see
 * an address of the buyer's. The likelier of the two by the model's priors `inMail` and `coldMail`.
 */
export function directWayOf(
  day: PlanningDay,
  target: PlanTarget,
  seekers: readonly string[],
): Omit<DirectWay, "better"> {
  const { priors, uncertainty } = day.compiled.scorer.model;
  const view = day.network.seenBy(seekers);
  const canMail = view.mayName(target.id) && view.mayHear(target.id, "emails");
  const byMail = canMail && priors.coldMail >= priors.inMail;
  const probability = byMail ? priors.coldMail : priors.inMail;
  const half = uncertainty.spread * uncertainty.consent;
  const [low, high] = [-half, half].map((shift) => roundForPlan(sigmoid(logit(probability) + shift)));
  return { channel: byMail ? "email" : "inmail", probability, interval: [low as number, high as number] };
}
