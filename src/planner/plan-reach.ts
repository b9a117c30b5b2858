import { compareCodeUnits, WarmpathError } from "../base/index.js";
import { reachTargets } from "../paths/index.js";
import { checkRequest, seekersOf } from "./check-request.js";
import type { PlanTarget, Refusal } from "./introduction-plan.js";
import { historyOf } from "./plan-introduction.js";
import { endOf } from "./plan-refusal.js";
import type { TargetQuery } from "./plan-request.js";
import type { PlanningDay } from "./planning-day.js";
import { buyerOf, resolveTarget } from "./resolve-target.js";

/** Many buyers to size up. */
export interface ReachRequest {
  readonly seeker: string | readonly string[];
  readonly targets: readonly TargetQuery[];
  /** @defaultValue 3 */
  readonly maxHops?: number;
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
  /** Why it cannot be told who is meant. */
  readonly refusal?: Refusal;
}

/** The warmest first, equal ones by id: one pass over the network. */
export function planReach(day: PlanningDay, request: ReachRequest): ReachRow[] {
  const { maxHops = day.settings.search.maxHops } = request;
  const seekers = seekersOf(day, request);
  checkRequest(day, request, seekers);
  if (!Array.isArray(request.targets)) {
    throw new WarmpathError("INVALID_ARGUMENT", "targets is to be a list", { what: "targets" });
  }
  const resolved = request.targets.map((query): { target: PlanTarget; refusal?: Refusal } => {
    const one = resolveTarget(day, query, seekers);
    if ("refusal" in one) return one;
    const self: Refusal = { code: "no-path", message: "The target and the seeker are the same person." };
    const ended = seekers.includes(one.target.id) ? self : endOf(day, one.target, historyOf(day, one.target));
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
    return { target: targets[i] as PlanTarget, ...best };
  });
  const unclear = resolved
    .filter(({ refusal }) => refusal !== undefined)
    .map((one) => ({ ...one, probability: 0 }));
  return [...found, ...unclear].sort(
    (a, b) => b.probability - a.probability || compareCodeUnits(a.target.id, b.target.id),
  );
}
