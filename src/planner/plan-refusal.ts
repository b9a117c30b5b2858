import { compareCodeUnits, isoDay, maxOf, utcDay } from "../base/index.js";
import { foldCompany, type TargetMatch } from "../people/index.js";
import type { AskPlan } from "../planning/index.js";
import type { AskStatus } from "../tracking/index.js";
import type { PlanTarget, Refusal } from "./introduction-plan.js";
import type { PlanningDay } from "./planning-day.js";
import { idsOfTarget } from "./resolve-target.js";

/** What ends the search for this target whatever the paths are, as the seekers may hear it. */
export function endOf(
  day: PlanningDay,
  seekers: readonly string[],
  target: PlanTarget,
  history: readonly AskStatus[],
): Refusal | undefined {
  if (day.network.isDoNotAsk(target.id)) {
    return {
      code: "no-path",
      message: "The target is marked as not to be asked.",
      ended: { by: "do-not-ask" },
    };
  }
  const noes = history.filter(
    ({ ask, state }) => state === "target-declined" || (state === "declined" && ask.connector === target.id),
  );
  if (noes.length > 0) {
    const on = isoDay(maxOf(noes.map(({ since }) => utcDay(since))));
    return {
      code: "no-path",
      message: `The target declined on ${on}. That ends every path to them: ask again only when something new speaks for it.`,
      ended: { by: "declined", on },
    };
  }
  return reached(day, seekers, target, history);
}

/** A buyer who was won: no new favor is to be spent on them. */
function reached(
  day: PlanningDay,
  seekers: readonly string[],
  target: PlanTarget,
  history: readonly AskStatus[],
): Refusal | undefined {
  const cases = history.filter(({ state }) => state === "won");
  const won = day.leads.filter(({ state }) => state === "won");
  if (cases.length + won.length === 0) return undefined;
  const ids = idsOfTarget(day, target);
  if (cases.length === 0 && !won.some(({ target: buyer = "" }) => ids.has(buyer))) return undefined;
  // Whom a colleague asked over a tie of their own stays theirs.
  const view = day.network.seenBy(seekers);
  const helpers = cases
    .filter(({ ask }) => seekers.includes(ask.seeker) || view.mayName(ask.connector))
    .map(({ ask }) => ask.connector)
    .filter((id) => !ids.has(id));
  const thank = [...new Set(helpers)].sort(compareCodeUnits);
  const message =
    thank.length === 0
      ? "The target was won already."
      : "The target was won already. Thank those who helped, and tell them what came of it.";
  return { code: "reached", message, thank };
}

/** With nobody ready, the cheapest gift that opens one of the closed gates. */
export function investFirst(day: PlanningDay, asks: Pick<AskPlan, "waiting">): Refusal | undefined {
  const closed = asks.waiting.filter(
    ({ readiness }) => readiness.gate === "closed" && !readiness.unmet.includes("discontent"),
  );
  if (closed.length === 0 || closed.length < asks.waiting.length) return undefined;
  const gifts = closed
    .map(({ seeker, connector }) => day.standing(seeker, connector).openWith)
    .filter((gift) => gift !== undefined)
    .sort((a, b) => a.size - b.size || compareCodeUnits(a.receiver, b.receiver));
  const [gift] = gifts;
  const owed = closed.every(({ seeker, connector }) => day.standing(seeker, connector).balance < 0);
  const why = owed
    ? "Everybody who could be asked has given without getting."
    : "Nobody who could be asked has had a favor of late, as far as is on record.";
  return {
    code: "invest-first",
    message: `${why} Do one of them a favor first; the smallest that would do is named.`,
    ...(gift === undefined ? {} : { openWith: gift }),
  };
}

/** Why there is no path, and what would help. */
export function noPath(
  day: PlanningDay,
  seekers: readonly string[],
  target: PlanTarget,
  maxHops: number,
): Refusal {
  const view = day.network.seenBy(seekers);
  const tied = view.neighbors(target.id).length;
  const colleagues =
    target.company === undefined
      ? 0
      : day.compiled
          .seenBy(seekers)
          .worksAt(target.company)
          .filter((id) => id !== target.id).length;
  const known = seekers.reduce((sum, seeker) => sum + view.neighbors(seeker).length, 0);
  const message =
    known === 0
      ? NO_TIES
      : tied > 0 || colleagues > 0
        ? `Nobody leads to the target within ${maxHops} steps: those who may know the target are tied to nobody who can be asked. A colleague's export may close the gap.`
        : "Nobody in the network knows the target or works at the same company. Colleagues' exports, or a contact at that company, would help.";
  const candidates = peopleNear(day, target, seekers);
  if (candidates.length === 0) return { code: "no-path", message };
  return { code: "no-path", message: `${message} ${NEAR}`, candidates };
}

/** Whom the seekers may see at companies whose names are near the target's: branches, longer names, other spellings. */
export function peopleNear(
  day: PlanningDay,
  target: Pick<PlanTarget, "id" | "company">,
  seekers: readonly string[],
): readonly TargetMatch[] {
  if (target.company === undefined || foldCompany(target.company) === "") return [];
  return day.state
    .matches({ company: target.company }, day.network.seenBy(seekers))
    .filter(({ person, score }) => score < 1 && person !== target.id && !seekers.includes(person))
    .slice(0, MOST_NEAR);
}

/** Said where the seekers know nobody at all. */
export const NO_TIES = "The seeker has no ties yet. An export of their connections would give some.";
const NEAR = "Those at companies of nearly this name are given as candidates.";
const MOST_NEAR = 5;
