import { checkKeys, checkShape, isReadable, WarmpathError } from "../base/index.js";
import { searchIn } from "../remote/find-paths-in.js";
import type { NeighborSource } from "../remote/neighbor-source.js";
import { checkRequest, seekersOf, wholeRequest } from "./check-request.js";
import type { IntroductionPlan } from "./introduction-plan.js";
import { PLAN_FROM_KEYS } from "./option-keys.js";
import { planIntroduction } from "./plan-introduction.js";
import type { PlanRequest } from "./plan-request.js";
import type { PlannerState } from "./planner-state.js";
import { regionOf } from "./region-of.js";
import { resolveTarget } from "./resolve-target.js";

/** What to plan over a store. */
export interface PlanFromRequest extends PlanRequest {
  /** At most so many arcs are fetched; a plan that may miss some says so in `notChecked`. @defaultValue no limit */
  readonly maxArcs?: number;
}

/**
 * Plans over ties that only a store holds. It fetches what lies between the seekers and the target, and plans over it and the planner's own
 * network as `plan` would. Up to 3 hops no way over the store is missing; of 4 hops those near the k most probable ones are there.
 * Guesses about the target rest on the people fetched alone.
 * @throws WarmpathError as `plan`, `INVALID_ARC` and what the network does not take of the store; what the source rejects with.
 */
export async function planFrom(
  state: PlannerState,
  source: NeighborSource,
  request: PlanFromRequest,
): Promise<IntroductionPlan> {
  checkKeys(request, PLAN_FROM_KEYS, "request");
  const { maxArcs, now, ...given } = request;
  const day = state.on(now);
  const seekers = seekersOf(day, given);
  checkRequest(day, given, seekers);
  const { k, maxHops } = wholeRequest(day, given);
  const { target } = resolveTarget(day, given.target, seekers);
  const { signal } = given;
  const named = typeof given.target === "string" && given.target !== target.id ? [given.target] : [];
  const { arcs } = await searchIn(source, {
    sources: seekers,
    targets: [target.id, ...named].filter((id) => !seekers.includes(id)),
    k,
    maxHops,
    ...(maxArcs === undefined ? {} : { maxArcs }),
    ...(signal === undefined ? {} : { signal }),
  });
  checkShape(source, { people: "any" }, "source");
  if (source.people !== undefined) checkShape(source.people, "function", "source.people");
  const ids = new Set(named);
  for (const arc of arcs) ids.add(arc.source).add(arc.target);
  const people = (await source.people?.([...ids], signal)) ?? [];
  if (!Array.isArray(people) || people.some((one) => !isReadable(one)))
    throw new WarmpathError("INVALID_ARC", "a source is to give a list of people");
  const region = regionOf(state.network, arcs, people, { now: day.date, model: state.settings.ties });
  const plan = planIntroduction(state.over(region).on(now), given);
  const view = region.seenBy(seekers);
  for (const id of new Set([plan.target.id, ...plan.paths.flatMap((path) => path.people)])) {
    const person = view.mayName(id) ? view.person(id) : undefined;
    if (person !== undefined && !state.network.has(id)) state.strangers.add(person, seekers);
  }
  if (arcs.isComplete) return plan;
  return { ...plan, notChecked: [...plan.notChecked, "store"] };
}
