import { roundForPlan, sigmoid } from "../base/index.js";
import { lastLeg } from "../paths/last-leg.js";
import type { DirectWay } from "../planning/index.js";
import { coldLogOdds } from "../ties/consent-terms.js";
import type { PlanTarget } from "./introduction-plan.js";
import type { PlanningDay } from "./planning-day.js";

/**
 * What writing to the buyer without anybody would bring. It goes by InMail, which needs no address, or by mail where the seekers may see
 * an address of the buyer's. The likelier of the two by the model's priors `inMail` and `coldMail`. Chiefs and founders, and people of large
 * firms, answer strangers less, as they do without an introduction.
 */
export function directWayOf(
  day: PlanningDay,
  target: PlanTarget,
  seekers: readonly string[],
  headcount?: number,
): Omit<DirectWay, "better"> {
  const { model } = day.compiled.scorer;
  const { priors, uncertainty } = model;
  const view = day.network.seenBy(seekers);
  const canMail = view.mayName(target.id) && view.mayHear(target.id, "emails");
  const byMail = canMail && priors.coldMail >= priors.inMail;
  const by = byMail ? "coldMail" : "inMail";
  const logOdds = coldLogOdds(by, lastLeg(day, { target, headcount }), model);
  const half = uncertainty.spread * uncertainty.consent;
  const at = (shift: number): number => roundForPlan(sigmoid(logOdds + shift));
  return { channel: byMail ? "email" : "inmail", probability: at(0), interval: [at(-half), at(half)] };
}
