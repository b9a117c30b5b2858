import { canonicalJson, type Issue, madeOf, memoized, shortId, unfit } from "../base/index.js";
import type { IntroductionPath, RatedPath } from "../paths/index.js";
import { companyKeys, type IdentityDecision } from "../people/index.js";
import {
  diversePaths,
  legKey,
  type PlanAsksInput,
  type PlannedAsk,
  planAsks,
  type Readiness,
  readinessKey,
} from "../planning/index.js";
import { levelAsks } from "../planning/level-asks.js";
import { areLevel, type LegEstimate } from "../ties/index.js";
import { type AskStatus, unaskedIntroductions } from "../tracking/index.js";
import { decisionsFor } from "./ask-once.js";
import { checkRequest, seekersOf, type WholeRequest, wholeRequest } from "./check-request.js";
import { colleaguesAsks } from "./colleagues-asks.js";
import { directWayOf } from "./direct-way-of.js";
import type { IntroductionPlan, PlanAsk, PlanTarget, Refusal } from "./introduction-plan.js";
import { isDirectBetter } from "./is-direct-better.js";
import { maskPlan } from "./mask-plan.js";
import { namedInstead } from "./named-instead.js";
import { pathsFor } from "./paths-for.js";
import { peopleNearby } from "./people-nearby.js";
import { doubtsOf, type PlanDoubts } from "./plan-doubts.js";
import { issuesOf } from "./plan-issues.js";
import { answersOf, connectorReadiness } from "./plan-readiness.js";
import { endOf, investFirst, noPath } from "./plan-refusal.js";
import type { DayRequest } from "./plan-request.js";
import type { PlanningDay } from "./planning-day.js";
import { type RecordsChecked, recordsChecked } from "./records-checked.js";
import { idsOfTarget, resolveTarget } from "./resolve-target.js";
import { rivalsOn } from "./rivals-on.js";
import { styleOf } from "./style-of.js";
import { titlesFor } from "./titles-for.js";
import { untilStop } from "./until-stop.js";

/**
 * Plans one introduction: who is meant, the paths to them, the asks in their order, or why there is nothing to ask.
 * `lean` leaves out the interval and what would flip the order, for callers who want the next ask alone.
 * @throws WarmpathError `INVALID_ARGUMENT`, `UNKNOWN_PERSON` for a seeker; the signal's reason.
 */
export function planIntroduction(day: PlanningDay, given: DayRequest, lean = false): IntroductionPlan {
  const seekers = seekersOf(day, given);
  checkRequest(day, given, seekers);
  const resolved = resolveTarget(day, given.target, seekers, given.maskKey !== undefined);
  const { target } = resolved;
  // What a tie is inferred from would tell where a masked target works or worked.
  const whole = wholeRequest(day, given);
  const request = "isMasked" in resolved ? { ...whole, inferTies: false } : whole;
  const draft = {
    seekers,
    target,
    day: day.date,
    records: day.once(["records", ...seekers], () => recordsChecked(day, seekers)),
    decisions: decisionsFor(day, seekers, given.decisions),
  };
  if ("refusal" in resolved) return refused(request, draft, resolved.refusal);
  if (seekers.includes(target.id)) {
    throw unfit("target", "somebody else than the seeker");
  }
  const { asking } = day.settings;
  const history = historyOf(day, target);
  const ended = endOf(day, seekers, target, history);
  if (ended !== undefined) return refused(request, draft, ended);
  const cut = new Set<Issue>();
  const found = pathsFor(day, request, seekers, target, history, () => cut.add(PATHS_INCOMPLETE));
  const direct = directWayOf(day, target, seekers, request.headcount);
  if (found.length === 0) {
    const nobody = refused(request, draft, noPath(day, seekers, target, request.maxHops));
    const nearby = lean ? [] : peopleNearby(day, target, seekers);
    const near = nearby.length === 0 ? {} : { nearby };
    return { ...nobody, ...near, direct: { ...direct, better: true }, issues: [...nobody.issues, ...cut] };
  }
  const paths = choose(found, request, [...namedInstead(day, history, seekers).keys()]);
  const input = {
    ...asksInput(day, request.value, target, paths, history),
    direct: direct.probability,
    signal: request.signal,
  };
  const asks = planAsks(input);
  const better = isDirectBetter(direct.probability, [...asks.asks, ...asks.waiting], [input]);
  const open = history.filter((ask) => ask.open).map(({ ask }) => ask.id);
  const { levelWithin, leastCrowd } = day.settings.asking;
  const isSought = SOLVED_AT_ONCE.has(asks.method) || levelAsks(asks.asks, levelWithin).length === 0;
  const doubts: PlanDoubts = lean ? { jointInterval: [0, 1] } : doubtsOf(day, input, asks, isSought);
  const nobody = asks.asks.length === 0 && asks.nextLeg === undefined && open.length === 0;
  const refusal = nobody ? investFirst(day, asks) : undefined;
  const nearby = lean ? [] : peopleNearby(day, target, seekers);
  const plan: IntroductionPlan = {
    ...shellOf(request, draft),
    paths,
    level: levelWithBest(paths),
    asks: asks.asks.map((ask) =>
      askOf(asking.parallel || open.length === 0 ? ask : behindOpen(ask), draft, day),
    ),
    waiting: asks.waiting.map((ask) => askOf(ask, draft, day)),
    open,
    direct: { ...direct, better },
    jointProbability: asks.jointProbability,
    ...untilStop(asks, request.value, open),
    jointInterval: doubts.jointInterval,
    expectedCost: asks.expectedCost,
    expectedValue: asks.expectedValue,
    method: asks.method,
    stop: asks.stop,
    ...(doubts.flip === undefined ? {} : { flip: doubts.flip }),
    issues: [
      ...cut,
      ...issuesOf({
        targets: [target],
        namesakes: "namesakes" in resolved ? resolved.namesakes : 0,
        paths,
        asks,
        history,
        value: request.value,
        direct: { ...direct, better },
        nearby,
        levelWithin,
      }),
      ...colleaguesAsks(day, seekers, [target], asks),
      ...rivalsOn(day, seekers, paths),
    ],
    ...(nearby.length === 0 ? {} : { nearby }),
    ...(refusal === undefined ? {} : { refusal }),
  };
  const { maskKey } = request;
  return maskKey === undefined ? plan : maskPlan(day.compiled, plan, { key: maskKey, leastCrowd });
}

/** The asks for one buyer so far, also of when the network did not hold them, and introductions that nobody asked for. */
export function historyOf(day: PlanningDay, target: PlanTarget): readonly AskStatus[] {
  const all = [...day.asks, ...unaskedIntroductions(day.leads)];
  if (all.length === 0) return [];
  const ids = idsOfTarget(day, target);
  const nowKnown = (id: string): string => (ids.has(id) ? target.id : id);
  return all
    .filter(({ ask }) => ids.has(ask.target))
    .map((status) => {
      const { ask } = status;
      const legs = ask.legs.map((leg) => ({ ...leg, asked: nowKnown(leg.asked) }));
      return { ...status, ask: { ...ask, connector: nowKnown(ask.connector), target: target.id, legs } };
    });
}

function choose(
  found: readonly IntroductionPath[],
  request: WholeRequest,
  named: readonly string[],
): readonly IntroductionPath[] {
  const { k } = request;
  if (request.diversity === undefined || request.diversity === false) return found;
  const { paths } = diversePaths(found, { k, ...(request.diversity === true ? {} : request.diversity) });
  const through = (all: readonly IntroductionPath[], id: string) =>
    all.find(({ people }) => people[1] === id);
  return [...paths, ...named.flatMap((id) => (through(paths, id) ? [] : (through(found, id) ?? [])))];
}

/** Everything that the order of asks depends on, as values. */
export function asksInput<P extends RatedPath>(
  day: PlanningDay,
  value: number | undefined,
  target: Pick<PlanTarget, "id" | "title" | "company">,
  paths: readonly P[],
  history: readonly AskStatus[],
): PlanAsksInput<P> {
  const seekers = [...new Set(paths.map(({ people }) => people[0] as string))];
  const view = day.network.seenBy(seekers);
  const { companyAliases } = day.settings.identity;
  const employers = (key: readonly string[], company: () => string | undefined): readonly string[] =>
    day.kept(key, () => companyKeys(company() ?? "", companyAliases));
  const own = employers(["company", target.company ?? ""], () => target.company);
  const readiness = new Map<string, Readiness>();
  for (const { people, legs } of paths) {
    const [seeker, connector] = people as readonly [string, string];
    const key = readinessKey(seeker, connector);
    if (readiness.has(key)) continue;
    const leg = connector === target.id ? undefined : legs[0];
    readiness.set(key, connectorReadiness(day, { seeker, connector, target: target.id, value, leg }));
  }
  return {
    paths,
    target: target.id,
    day: day.date,
    value,
    readiness,
    answers: answersOf(day, history),
    named: namedInstead(day, history, seekers),
    maxStates: day.settings.search.maxStates,
    askKey: day.state.askKey,
    ended: history.filter(({ open }) => !open).map(({ ask }) => ask.id),
    titleOf: titlesFor(day, seekers, [target]),
    costs: {
      model: day.settings.asking.costs,
      priceOf: ({ asker, asked, size }) => day.priceOf(asker, asked, size, seekers),
      isColleague: memoized((id: string) =>
        employers(["employer", ...seekers, id], () => view.person(id)?.company).some((key) =>
          own.includes(key),
        ),
      ),
    },
  };
}

/** Places of the paths whose order behind the best one the evidence does not settle. */
function levelWithBest(paths: readonly IntroductionPath[]): readonly number[] {
  const legsOf = ({ legs }: IntroductionPath): LegEstimate[] =>
    legs.map((leg) => ({ id: legKey(leg), probability: leg.consent, interval: leg.interval }));
  const [best, ...others] = paths.map(legsOf);
  if (best === undefined) return [];
  return others.flatMap((other, i) => (areLevel(best, other) ? [i + 1] : []));
}

/** One open ask for a target at a time: the others wait for its answer, in their order. */
export function behindOpen(ask: PlannedAsk): PlannedAsk {
  return { ...ask, readiness: { ...ask.readiness, unmet: [...ask.readiness.unmet, "open-ask-target"] } };
}

/** A buyer whom the network does not hold travels with the ask, so that it can be drafted from the plan alone. */
export function askOf(
  ask: PlannedAsk,
  { target, day }: Pick<PlanDraft, "target" | "day">,
  on: PlanningDay,
): PlanAsk {
  const { bringsText, effortMinutes } = on.settings.asking;
  const style = styleOf(on, ask.seeker, ask.connector);
  const { known, ...buyer } = target;
  const minutes = effortMinutes[bringsText ? "withText" : "withoutText"];
  return { ...ask, day, minutes, ...(style && { style }), ...(known ? {} : { buyer }) };
}

interface PlanDraft {
  readonly seekers: readonly string[];
  readonly target: PlanTarget;
  readonly day: string;
  readonly records: RecordsChecked;
  readonly decisions: readonly IdentityDecision[];
}

/** The numbers of a plan without anybody to ask. */
export const NOBODY_TO_ASK: Pick<
  IntroductionPlan,
  "asks" | "waiting" | "jointProbability" | "expectedCost" | "expectedValue" | "method" | "stop"
> = {
  asks: [],
  waiting: [],
  jointProbability: 0,
  expectedCost: 0,
  expectedValue: 0,
  method: "independent",
  stop: "There is nobody to ask.",
};

function refused(request: WholeRequest, draft: PlanDraft, refusal: Refusal): IntroductionPlan {
  return {
    ...shellOf(request, draft),
    ...NOBODY_TO_ASK,
    paths: [],
    level: [],
    open: [],
    jointInterval: [0, 0],
    issues: [],
    refusal,
  };
}

function shellOf(
  request: WholeRequest,
  { seekers, target, day, records, decisions }: PlanDraft,
): Pick<IntroductionPlan, "id" | "day" | "seekers" | "target" | "value" | "checked" | "notChecked"> {
  const { value, k, maxHops, diversity = false, headcount, inferTies = true, maskKey, exclude } = request;
  const numbers = [value, k, maxHops, diversity, headcount, inferTies, maskKey !== undefined, exclude];
  const asked = decisions.length === 0 ? numbers : [...numbers, decisions];
  const rest = madeOf("request", () => canonicalJson(asked.map((part) => part ?? null)));
  const id = shortId("plan_", ...seekers, target.id, day, rest);
  return { id, day, seekers, target, ...records, ...(value === undefined ? {} : { value: value + 0 }) };
}

/** Methods whose solution takes microseconds. Of other plans whose first asks are level nobody seeks what would flip them: they say so. */
const SOLVED_AT_ONCE: ReadonlySet<string> = new Set(["independent", "forest"]);
/** Said of a plan whose search stopped early. */
export const PATHS_INCOMPLETE: Issue = {
  code: "PATHS_INCOMPLETE",
  severity: "warning",
  message: "The search stopped at its bound of work: among very many equal ties, paths are missing.",
};
