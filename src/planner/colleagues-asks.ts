import { type Issue, utcDay } from "../base/index.js";
import type { AskPlan } from "../planning/index.js";
import { askedOn } from "../tracking/ask-status.js";
import type { AskStatus } from "../tracking/index.js";
import type { PlanTarget } from "./introduction-plan.js";
import type { PlanningDay } from "./planning-day.js";
import { idsOfTarget } from "./resolve-target.js";

/**
 * Where colleagues have asked, or asked of late, about the same target or the same connectors. Who goes on is for the team to agree
 * before anybody is asked twice.
 */
export function colleaguesAsks(
  day: PlanningDay,
  seekers: readonly string[],
  targets: readonly PlanTarget[],
  { asks, waiting }: Pick<AskPlan, "asks" | "waiting">,
): readonly Issue[] {
  const { recentAskDays } = day.settings.asking;
  const isFresh = (status: AskStatus): boolean =>
    status.open || day.today - utcDay(askedOn(status)) <= recentAskDays;
  const others = day.asks.filter((status) => !seekers.includes(status.ask.seeker) && isFresh(status));
  const ids = new Set(targets.flatMap((target) => [...idsOfTarget(day, target)]));
  const about = others.filter(({ ask }) => ids.has(ask.target));
  const wanted = new Set([...asks, ...waiting].map(({ connector }) => connector));
  const to = others.filter(({ ask }) => !ids.has(ask.target) && wanted.has(ask.connector));
  const idsOf = (list: readonly AskStatus[]): string[] => list.map(({ ask }) => ask.id).sort();
  const issues: Issue[] = [];
  if (about.length > 0)
    issues.push({
      code: "COLLEAGUE_ASKED_ABOUT_TARGET",
      severity: "warning",
      message: "A colleague has asked for an introduction to this target. Agree who goes on before you ask.",
      details: { asks: idsOf(about) },
    });
  if (to.length > 0)
    issues.push({
      code: "COLLEAGUE_ASKED_CONNECTOR",
      severity: "warning",
      message:
        "A colleague has asked somebody of this plan for another introduction. Agree who asks them next.",
      details: { asks: idsOf(to), connectors: [...new Set(to.map(({ ask }) => ask.connector))].sort() },
    });
  return issues;
}
