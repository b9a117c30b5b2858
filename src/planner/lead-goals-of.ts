import { unfit } from "../base/index.js";
import type { LeadGoal } from "./next-settings.js";

/** One goal or several as a list. @throws WarmpathError `INVALID_ARGUMENT` for one that is none. */
export function leadGoalsOf(goals: LeadGoal | readonly LeadGoal[]): readonly LeadGoal[] {
  const list: readonly LeadGoal[] = Array.isArray(goals) ? goals : [goals];
  if (list.every((goal) => LEAD_GOALS.includes(goal))) return list;
  throw unfit("goals", `{ weekly: a number }, or of ${LEAD_GOALS.join(", ")}`);
}

const LEAD_GOALS: readonly LeadGoal[] = ["prospects", "mailing-list", "support-network", "hub"];
