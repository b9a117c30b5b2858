import { minOf } from "../base/index.js";
import type { AskContext } from "../paths/index.js";
import { timingAfter } from "../ties/index.js";
import { answerIn } from "../tracking/follow-ups.js";
import type { RequestStatus } from "../tracking/index.js";
import type { PlanningDay } from "./planning-day.js";
import { standingFelt } from "./standing-felt.js";

/** What the records say of asking somebody: standing, load, timing, reluctance. Nothing for who is on no record. */
export function contextOfAsk(day: PlanningDay, seeker: string, asked: string): AskContext | undefined {
  const { state, settings } = day;
  const rule = state.ruleOf(asked);
  const connector = state.learnedOf(asked);
  const answers = connector === undefined ? readinessToRefer(day, asked) : undefined;
  const claims = day.wordOf(asked);
  const isTaught = connector !== undefined || claims !== undefined || answers !== undefined;
  const prepared = day.facts.wasPrepared(asked);
  const effort = settings.asking.bringsText ? 0 : 1;
  const told = day.saleTold(seeker, asked);
  const isOnRecord = day.isOnRecord(asked);
  // Of most contacts nothing is known.
  if (!isOnRecord && rule === undefined && told === undefined && !isTaught && !prepared && effort === 0)
    return undefined;
  const stated: AskContext = {
    reluctance: rule?.reluctance,
    ownEstimate: rule?.ownEstimate,
    incentive: rule?.incentive,
    ...(prepared ? { taught: true } : {}),
    ...(effort === 0 ? {} : { effort }),
    learned: isTaught
      ? { connector: connector ?? 0, claims: claims ?? 0, answers: answers ?? 0, ...rule?.learned }
      : rule?.learned,
  };
  if (!isOnRecord) return { ...stated, ...timingOf(day, [told]) };
  const sale = day.ledger.saleAge({
    seller: seeker,
    customer: asked,
    now: day.date,
    withoutProblem: true,
  });
  const { introduced, recent, thanked } = day.askedLately;
  const pair = JSON.stringify([seeker, asked]);
  return {
    ...stated,
    standing: standingFelt(day, seeker, asked),
    introducedBefore: introduced.get(pair) ?? 0,
    recentAsks: recent.get(asked),
    thanked: thanked.has(pair),
    answered: hasAnswered(day, seeker, asked),
    ...timingOf(day, [sale, told]),
  };
}

/** True once they said yes or no to the seeker, whatever it was about. */
function hasAnswered({ dealings }: PlanningDay, seeker: string, asked: string): boolean {
  const isAnswered = (one: RequestStatus): boolean => answerIn(one) !== undefined;
  return (
    dealings.asksTo(asked).some((one) => one.ask.seeker === seeker && isAnswered(one)) ||
    dealings.questionsTo(asked).some((one) => one.seeker === seeker && isAnswered(one))
  );
}

/** What reluctance by their own answers adds, in log-odds. Where outcomes were learned from, these answers are in that already. */
function readinessToRefer(day: PlanningDay, asked: string): number | undefined {
  if (day.state.ruleOf(asked)?.reluctance !== undefined) return undefined;
  const reluctance = day.reluctanceOf(asked);
  return reluctance && day.settings.ties.consent.reluctance * (0.5 - reluctance);
}

/** Of several sales the latest counts. */
function timingOf(
  { settings }: PlanningDay,
  sales: readonly (number | undefined)[],
): Pick<AskContext, "timing"> {
  const age = minOf(sales.filter((sale) => sale !== undefined));
  return Number.isFinite(age) ? { timing: timingAfter(age, { model: settings.ties }) } : {};
}
