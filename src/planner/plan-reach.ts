import { compareCodeUnits, unfit } from "../base/index.js";
import { reachTargets } from "../paths/index.js";
import type { DirectWay } from "../planning/index.js";
import { checkRequest, seekersOf } from "./check-request.js";
import { directWayOf } from "./direct-way-of.js";
import type { PlanTarget, Refusal } from "./introduction-plan.js";
import { historyOf, planIntroduction } from "./plan-introduction.js";
import { endOf } from "./plan-refusal.js";
import type { DayRequest, TargetQuery } from "./plan-request.js";
import type { PlanningDay } from "./planning-day.js";
import { buyerOf, resolveTarget } from "./resolve-target.js";

/** Many buyers to size up. */
export interface ReachRequest {
  readonly seeker: string | readonly string[];
  /** Words take as long as there are people who share one of them, and somebody unknown as long as there are contacts at their company. */
  readonly targets: readonly TargetQuery[];
  /** @defaultValue 3 */
  readonly maxHops?: number;
  /** True: each buyer is planned, with the chance of all ways together. It takes a plan a buyer. @defaultValue false */
  readonly joint?: boolean;
  readonly now: Date | string;
}

/** How well one target can be reached. */
export interface ReachRow {
  readonly target: PlanTarget;
  /** Of the most probable path; 0 where there is none. */
  readonly probability: number;
  readonly hops?: number;
  /** Ids, seeker first, target last. */
  readonly people?: readonly string[];
  /**
   * As in a plan for the buyer: that at least one path succeeds, an open ask by what silence has left it. Absent where no plan was made: with
   * `joint`, and of buyers about whom somebody was asked, there is one.
   */
  readonly jointProbability?: number;
  /** Ids of the asks for the buyer that are still open; absent: none. */
  readonly open?: readonly string[];
  /** What writing to the buyer without anybody would bring; `better`, with a plan, where no ask is worth more. */
  readonly direct?: Omit<DirectWay, "better"> & Partial<Pick<DirectWay, "better">>;
  /** Why it cannot be told who is meant. */
  readonly refusal?: Refusal;
}

/**
 * The warmest first, equal ones by id: one pass over the network. Buyers about whom somebody was asked are planned one by one, since answers
 * and silence change what is left.
 */
export function planReach(day: PlanningDay, request: ReachRequest): ReachRow[] {
  const { maxHops = day.settings.search.maxHops } = request;
  const seekers = seekersOf(day, request);
  checkRequest(day, request, seekers);
  if (!Array.isArray(request.targets)) {
    throw unfit("targets", "a list");
  }
  const queries = new Map<string, TargetQuery>();
  const resolved = request.targets.map((query): { target: PlanTarget; refusal?: Refusal } => {
    const one = resolveTarget(day, query, seekers);
    if ("refusal" in one) return one;
    queries.set(one.target.id, query);
    const self: Refusal = { code: "no-path", message: "The target and the seeker are the same person." };
    const ended = seekers.includes(one.target.id)
      ? self
      : endOf(day, seekers, one.target, historyOf(day, one.target));
    return ended === undefined ? { target: one.target } : { target: one.target, refusal: ended };
  });
  const targets = resolved.filter(({ refusal }) => refusal === undefined).map(({ target }) => target);
  const asking = {
    seekers,
    maxHops,
    maskedTies: false,
    askContext: day.askContext,
    inference: day.settings.inference,
  };
  const buyers = targets.map((target) => buyerOf(day, target, seekers));
  const found = reachTargets(day.compiled, { ...asking, targets: buyers }).map((row, i): ReachRow => {
    const { target: _, ...best } = row;
    const target = targets[i] as PlanTarget;
    const isOff = best.people?.some(
      (id, at) => at > 0 && day.facts.isNotTied(best.people?.[at - 1] ?? "", id),
    );
    if (request.joint === true || isOff === true || historyOf(day, target).length > 0)
      return planned(day, { seeker: seekers, target: queries.get(target.id) ?? target.id, maxHops });
    return { target, ...best, direct: directWayOf(day, target, seekers) };
  });
  const unclear = resolved
    .filter(({ refusal }) => refusal !== undefined)
    .map((one) => ({ ...one, probability: 0 }));
  return [...found, ...unclear].sort(
    (a, b) => b.probability - a.probability || compareCodeUnits(a.target.id, b.target.id),
  );
}

/** The row of a buyer as a plan for them tells it. */
function planned(day: PlanningDay, request: DayRequest): ReachRow {
  const { target, paths, jointProbability, open, direct } = planIntroduction(day, request, true);
  const [best] = paths;
  return {
    target,
    probability: best?.probability ?? 0,
    ...(best === undefined ? {} : { hops: best.people.length - 1, people: best.people }),
    jointProbability,
    ...(open.length === 0 ? {} : { open }),
    ...(direct === undefined ? {} : { direct }),
  };
}
