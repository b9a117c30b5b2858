import { checkShape, roundForPlan, type UtcDay, utcDay } from "../base/index.js";
import { answerIn } from "../tracking/follow-ups.js";
import { isUndecided, type RequestStatus } from "../tracking/index.js";

/** How reluctant somebody is to refer, out of their own answers, and how long the reluctant are to be given. No evidence fixes these numbers. */
export interface ReluctanceSettings {
  /** How many answers the middle of the scale weighs, with which everybody begins. @defaultValue 4 */
  readonly priorStrength: number;
  /** Answers that a no to the whole kind of request counts for. @defaultValue 2 */
  readonly refusedKind: number;
  /** From where on the scale somebody is to be given time, more than one no away from its middle. @defaultValue 0.6 */
  readonly nurtureFrom: number;
  /** Days between a first gift or word and a request to the most reluctant; none up to `nurtureFrom`. @defaultValue 180 */
  readonly nurtureDays: number;
}

/** Defaults of {@link ReluctanceSettings}. */
export const DEFAULT_RELUCTANCE_SETTINGS: ReluctanceSettings = {
  priorStrength: 4,
  refusedKind: 2,
  nurtureFrom: 0.6,
  nurtureDays: 180,
};

/**
 * Reluctance of one person, 0 to 1, by their answers to requests of every kind, each worth half after `halfLifeDays`. Each no
 * draws it up from the middle and each yes down. Silence, "I do not know them" and "ask Dan instead" say nothing. Undefined
 * where nothing was answered.
 */
export function reluctanceOfAnswers(
  requests: readonly RequestStatus[],
  today: UtcDay,
  { priorStrength, refusedKind }: ReluctanceSettings,
  halfLifeDays: number,
): number | undefined {
  checkShape(requests, [{ state: "text", steps: ["object"] }], "requests");
  let [noes, all] = [0, 0];
  for (const request of requests) {
    const step = answerIn(request);
    if (step === undefined || isUndecided(request)) continue;
    const isNo = request.state === "declined";
    const count = isNo && request.answer === "not-this-kind" ? refusedKind : 1;
    const weight = count * 2 ** (-Math.max(0, today - utcDay(step.at)) / halfLifeDays);
    all += weight;
    if (isNo) noes += weight;
  }
  return all === 0 ? undefined : roundForPlan((priorStrength / 2 + noes) / (priorStrength + all));
}

/** Days that somebody is to be given before a request: none up to `nurtureFrom`, from there on in proportion. */
export function nurtureDaysFor(
  reluctance: number,
  { nurtureFrom, nurtureDays }: Pick<ReluctanceSettings, "nurtureFrom" | "nurtureDays">,
): number {
  return Math.round(nurtureDays * Math.max(0, (reluctance - nurtureFrom) / (1 - nurtureFrom)));
}
