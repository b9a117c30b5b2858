import { compareCodeUnits } from "./base/index.js";
import type { PlanTarget, Refusal, TargetQuery } from "./introduction-plan.js";
import { hidesSomebody, reachTargets } from "./paths/index.js";
import type { PlanContext } from "./plan-context.js";
import { openPaths } from "./plan-introduction.js";
import { resolveTarget } from "./resolve-target.js";

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

/** The warmest first, equal ones by id: one pass over the network, and a query of its own where a masked tie is in the way. */
export function planReach(context: PlanContext, request: ReachRequest): ReachRow[] {
  const { now, maxHops = 3 } = request;
  const seekers = typeof request.seeker === "string" ? [request.seeker] : [...new Set(request.seeker)];
  const resolved = request.targets.map((query) => resolveTarget(context.network, context.targets(), query));
  const targets = resolved.filter((one) => !("refusal" in one)).map(({ target }) => target);
  const compiled = context.compiled(now);
  const asking = { seekers, maxHops, askContext: context.askContext(now) };
  const found = reachTargets(compiled, { ...asking, targets }).map((row, i): ReachRow => {
    const target = targets[i] as PlanTarget;
    const { target: _, ...best } = row;
    if (best.people === undefined || !hidesSomebody(compiled, { people: best.people }, seekers)) {
      return { target, ...best };
    }
    const [open] = openPaths(compiled, { ...asking, target, k: 1 }, undefined);
    if (open === undefined) return { target, probability: 0 };
    return { target, probability: open.probability, hops: open.people.length - 1, people: open.people };
  });
  const unclear = resolved.flatMap((one) => ("refusal" in one ? [{ ...one, probability: 0 }] : []));
  return [...found, ...unclear].sort(
    (a, b) => b.probability - a.probability || compareCodeUnits(a.target.id, b.target.id),
  );
}
