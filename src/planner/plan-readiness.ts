import {
  chanceAfterSilence,
  halfLifeOf,
  isoDay,
  maxOf,
  minOf,
  shiftedChance,
  type UtcDay,
  utcDay,
  workingDaysBetween,
} from "../base/index.js";
import type { Leg, PathRequest, TieShown } from "../paths/index.js";
import {
  askReadiness,
  expectedTrustLoss,
  type LegAnswer,
  type PastAsk,
  type Readiness,
} from "../planning/index.js";
import { askedOn } from "../tracking/ask-status.js";
import { answerIn } from "../tracking/follow-ups.js";
import {
  type AskStatus,
  broughtHow,
  isRefusal,
  isUndecided,
  type QuestionStatus,
  type RequestStatus,
  yesIn,
} from "../tracking/index.js";
import type { PlanningDay } from "./planning-day.js";
import { nurtureDaysFor } from "./reluctance.js";

/** Whether a connector can be asked about a target now: their gate, their cooldown and caps, what they asked for themselves. */
export function connectorReadiness(
  day: PlanningDay,
  query: {
    readonly seeker: string;
    readonly connector: string;
    readonly target: string;
    readonly value?: number | undefined;
    /** The request itself, where it goes over a known tie: what a no to it would put at stake. */
    readonly leg?: Pick<Leg, "strength" | "consent"> | undefined;
    /** A question without a target. @defaultValue a request for an introduction */
    readonly kind?: QuestionStatus["kind"];
  },
): Readiness {
  const { seeker, connector, kind, leg } = query;
  const rule = day.state.ruleOf(connector);
  const isNew = day.dealings.asksTo(connector).length === 0 && rule?.minimumValue === undefined;
  // Whom nobody has asked for an introduction, and who names no least worth, is as ready for one target as for another.
  if (!isNew) return readinessOf(day, query);
  const key = ["readiness", seeker, connector, kind, leg?.strength, leg?.consent];
  return day.once(key, () => readinessOf(day, query));
}

type ReadinessQuery = Parameters<typeof connectorReadiness>[1];

function readinessOf(
  day: PlanningDay,
  { seeker, connector, target, value, kind, leg }: ReadinessQuery,
): Readiness {
  const standing = day.standing(seeker, connector);
  const rule = day.state.ruleOf(connector);
  const { asking } = day.settings;
  const { conditions: _, ...readiness } = askReadiness({
    day: day.date,
    target,
    gate: standing.gate,
    gateUnmet: standing.unmet,
    strength: day.compiled.strength(seeker, connector, [seeker]),
    nurturedOn: kind === "soft" ? undefined : nurturedOn(day, seeker, connector),
    pastAsks: [
      ...day.dealings.asksTo(connector).map((status) => pastAskOf(status, status.ask.target)),
      ...day.dealings
        .questionsTo(connector)
        .map((question) => ({ ...pastAskOf(question, ""), kind: question.kind })),
    ],
    value,
    ...(kind === undefined ? {} : { kind }),
    ...(leg && { trustLoss: trustLossOf(day, seeker, connector, leg), trustLimit: asking.trust.limit }),
    unprepared: asking.prepareFirst && !day.facts.isPrepared(connector),
    rules: asking.readiness,
    ...(rule?.blackouts === undefined ? {} : { blackouts: rule.blackouts }),
    ...(rule?.minimumValue === undefined || kind !== undefined ? {} : { minimumValue: rule.minimumValue }),
  });
  return readiness;
}

/**
 * When a reluctant one has had the time they need. It begins with the first gift, word or sale of the seeker since their last no.
 * Where there was none it would begin today. Whoever has said yes since needs none.
 */
function nurturedOn(day: PlanningDay, seeker: string, connector: string): string | undefined {
  const reluctance = day.reluctanceOf(connector);
  if (reluctance === undefined) return undefined;
  const days = nurtureDaysFor(reluctance, day.settings.asking.reluctance);
  if (days === 0) return undefined;
  const requests = day.dealings.requestsTo(connector);
  const lastNo = maxOf(requests.filter(isRefusal).map(({ since }) => utcDay(since)));
  if (requests.some((one) => yesIn(one) !== undefined && utcDay(one.since) >= lastNo)) return undefined;
  const sale = day.facts.lastSale(seeker, connector)?.day;
  const given = day.dealings.courtesyDays(seeker, connector);
  const since = [...given, ...(sale === undefined ? [] : [sale])].filter((one) => one >= lastNo);
  return isoDay(Math.min(day.today, minOf(since)) + days);
}

function trustLossOf(
  day: PlanningDay,
  seeker: string,
  connector: string,
  { strength, consent }: Pick<Leg, "strength" | "consent">,
): number {
  const { recentAsks } = day.askContext(seeker, connector) ?? {};
  return expectedTrustLoss({ strength, consent, recentAsks }, day.settings.asking.trust);
}

/**
 * What came of the asks for one target so far, leg by leg as the planner takes it. An open ask has the chance that its days of
 * silence leave. An ask given up and a withdrawn one are no answers: the connector's cooldown keeps them out for a while. After a
 * yes of which nothing came they stand for a no.
 */
export function answersOf(day: PlanningDay, asks: readonly AskStatus[]): readonly LegAnswer[] {
  return asks.flatMap((status): LegAnswer[] => {
    const { ask, state } = status;
    const first = { asker: ask.seeker, asked: ask.connector };
    if (isClosedTo(day, status)) return [{ ...first, answer: "no" }];
    if (state === "lapsed" || state === "withdrawn" || state === "declined") return [];
    if (state === "sent" || state === "reminded") {
      return [{ ...first, answer: "pending", chance: chanceLeft(day, status) }];
    }
    const last = ask.legs.at(-1);
    if (state === "target-declined" && last !== undefined) return [{ ...last, answer: "no" }];
    if (hasTargetYes(status)) return ask.legs.map(({ asker, asked }) => ({ asker, asked, answer: "yes" }));
    // An introduction that was seen took all who passed it on.
    const given = hasReached(status) ? ask.legs.slice(0, -1) : [];
    return (given.length === 0 ? [first] : given).map(({ asker, asked }) => ({
      asker,
      asked,
      answer: "yes",
    }));
  });
}

/** What the requests of these seekers for one target show of ties to it that nobody has seen. */
export function tiesShown(asks: readonly AskStatus[], seekers: readonly string[]): PathRequest["tieShown"] {
  const shown = new Map<string, TieShown>();
  for (const status of asks) {
    const { ask, steps } = status;
    const asker = ask.legs.at(-1)?.asker;
    if (asker === undefined || asker === ask.seeker || !seekers.includes(ask.seeker)) continue;
    // A name lent is no word between the two.
    const isLent = broughtHow(status) === "name-lent";
    const made = isLent ? undefined : steps.find(({ type }) => INTRODUCED.has(type));
    const isAgreed = ask.legs.length === 2 && steps.some(({ type }) => AGREED.has(type));
    if (made !== undefined) shown.set(asker, { by: "introduced", at: made.at });
    else if (isAgreed && !shown.has(asker)) shown.set(asker, { by: "agreed" });
  }
  return shown.size === 0 ? undefined : (asker) => shown.get(asker);
}

const AGREED: ReadonlySet<string> = new Set(["ask.agreed", "ask.claimed"]);

/** Chance of a yes that the working days of silence have left. A reminder lifts it once, and silence takes it away from then on. */
function chanceLeft(day: PlanningDay, { ask, steps, since, channel }: AskStatus): number {
  const { calendar, halfLife: halfLives } = day.settings.timing;
  const halfLife = halfLifeOf(channel, halfLives);
  const silent = (from: UtcDay, to: UtcDay): number => workingDaysBetween(from, to, calendar);
  const sent = utcDay(askedOn({ steps, since }));
  const reminder = steps.find(({ type }) => type === "ask.reminded")?.at;
  const until = reminder === undefined ? day.today : utcDay(reminder);
  const chance = chanceAfterSilence(ask.legs[0]?.consent ?? 0, silent(sent, until), halfLife);
  if (reminder === undefined) return chance;
  const lifted = shiftedChance(chance, day.settings.ties.consent.reminded);
  return chanceAfterSilence(lifted, silent(until, day.today), halfLife);
}

/** True once the target themselves said yes, whatever came of it later. */
function hasTargetYes({ ask, steps }: AskStatus): boolean {
  const direct = ask.connector === ask.target;
  return steps.some(({ type }) => TARGET_YES.has(type) || (direct && type === "ask.agreed"));
}

const TARGET_YES: ReadonlySet<string> = new Set(["target.agreed", "meeting.held"]);
const INTRODUCED: ReadonlySet<string> = new Set(["introduction.made", "target.declined", ...TARGET_YES]);

/** True once the target was introduced, whatever came of it later. */
export function hasReached(status: AskStatus): boolean {
  return hasTargetYes(status) || status.steps.some(({ type }) => type === "introduction.made");
}

/**
 * True where the connector is not to be asked about the target again. So it is after a no until it is forgotten, and after a yes
 * of which nothing came. The target's own no is final, and their own yes closes nothing.
 */
export function isClosedTo(day: PlanningDay, status: AskStatus): boolean {
  const { ask, state, since } = status;
  const isDirect = ask.connector === ask.target;
  const { targetRefusalDays } = day.settings.asking.readiness;
  if (isRefusal(status)) return isDirect || day.today - utcDay(since) < targetRefusalDays;
  const isOver = state === "lapsed" || state === "withdrawn";
  return isOver && !isDirect && yesIn(status) !== undefined && !hasReached(status);
}

/** One of the past; who named somebody else gave an answer like any other, and no refusal but one of the whole kind. */
function pastAskOf(status: RequestStatus, target: string): PastAsk {
  const { state, since, answer: said } = status;
  const waiting = state === "sent" || state === "reminded";
  const no = said === "not-tied" ? "not-tied" : said === "not-this-kind" ? "no-to-kind" : "no";
  const answer = waiting ? "open" : state === "declined" ? no : state === "lapsed" ? "silent" : "yes";
  const namedOther = isUndecided(status);
  const answeredOn = answerIn(status)?.at ?? since;
  return { askedOn: askedOn(status), target, answer, namedOther, ...(waiting ? {} : { answeredOn }) };
}
