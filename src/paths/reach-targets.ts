import { checkShape, madeOf, roundForPlan, throwIfAborted } from "../base/index.js";
import type { Person } from "../people/index.js";
import { reach, withArcs } from "../search/index.js";
import type { CompiledNetwork } from "./compiled-network.js";
import type { CompiledView } from "./compiled-view.js";
import { checkAskers, findPaths, forEachLastLeg } from "./find-paths.js";
import { overlayFirstAsks } from "./first-asks.js";
import type { FoundTies } from "./found-ties.js";
import { callersRequest, type PathRequest } from "./path-request.js";
import { PromisingLegs } from "./promising-legs.js";

/** How well one target can be reached: the most probable path's numbers and people. */
export interface Reached {
  readonly target: string;
  /** Of the most probable path, 0 where there is none. */
  readonly probability: number;
  /** Ties of that path; `undefined` where there is none. */
  readonly hops?: number;
  /** Ids, seeker first, target last. */
  readonly people?: readonly string[];
}

/** What {@link reachTargets} looks for: a {@link PathRequest} for many targets at once. */
export type ReachRequest = Omit<PathRequest, "target" | "k"> & { readonly targets: readonly Person[] };

/**
 * The best path's probability for each of many targets, in the order given. It takes one pass from the seekers over the network,
 * then for each target its own last legs. Each probability is that of {@link findPaths} with k = 1, but for the rounding of
 * single legs. Of paths of one probability it may name another. The pass may come to a target's acquaintance through the
 * target themselves. Or the best path asks a third one in a row. Then that very query answers.
 * @throws WarmpathError as {@link findPaths}, for the same seekers, maxHops and limits, also where no target is given.
 */
export function reachTargets(compiled: CompiledNetwork, given: ReachRequest): readonly Reached[] {
  return madeOf("request", () => {
    checkShape(compiled, { takeInChanges: "function" }, "compiled");
    const request = callersRequest(given);
    compiled.takeInChanges();
    checkAskers(compiled, request);
    const view = compiled.seenBy(request.seekers, request.maskedTies ?? true);
    const pass = passFrom(view, request);
    return compiled.space.withFound((inferred) =>
      request.targets.map((target) => {
        throwIfAborted(request.signal);
        inferred.clear();
        return reached(view, { ...request, target, k: 1 }, pass, inferred);
      }),
    );
  });
}

function reached(view: CompiledView, single: PathRequest, pass: Pass, inferred: FoundTies): Reached {
  const { target } = single;
  const { compiled } = view;
  if (single.seekers.includes(target.id)) return exactly(compiled, single);
  let best = { node: -1, probability: 0 };
  const index = compiled.numberOf(target.id) ?? compiled.strangerNumber;
  const legs = pass.best && new PromisingLegs(1, pass.best, index);
  const take = (node: number, consent: number): void => {
    const probability = pass.probability(node) * consent;
    // Of equal ones the smaller number, so that the order of arcs leaves no trace.
    const isFirst = probability === best.probability && node < best.node;
    if (probability > best.probability || isFirst) best = { node, probability };
  };
  forEachLastLeg(view, single, inferred, take, legs);
  if (best.node < 0) return { target: target.id, probability: 0 };
  const nodes = [...pass.path(best.node), index];
  // Whoever is asked third in a row agrees less often than the pass counts, so that another path may be better.
  const isFar = nodes.length > 4;
  if (isFar || nodes.indexOf(index) < nodes.length - 1) return exactly(compiled, single);
  return {
    target: target.id,
    probability: roundForPlan(best.probability),
    hops: nodes.length - 1,
    people: nodes.map((node) => compiled.ids[node] ?? target.id),
  };
}

interface Pass {
  /** The same of everybody; undefined where only the seekers are reached. */
  readonly best: Float64Array | undefined;
  probability(node: number): number;
  path(node: number): readonly number[];
}

/** Best way to everybody within one hop less than asked for, since the last hop is the target's own leg. */
function passFrom(view: CompiledView, request: ReachRequest): Pass {
  const { arcs, seekers, blocked } = overlayFirstAsks(view, request);
  const sources = new Set(seekers);
  if (request.maxHops === 1) {
    return { best: undefined, probability: (node) => (sources.has(node) ? 1 : 0), path: (node) => [node] };
  }
  const all = reach(view.index, {
    sources: seekers,
    maxHops: request.maxHops - 1,
    blockedNodes: blocked,
    overlay: withArcs(view.index, arcs),
    ...(request.signal === undefined ? {} : { signal: request.signal }),
  });
  // Many targets have one and the same best acquaintance.
  const known = new Map<number, readonly number[]>();
  return {
    best: all.probability,
    probability: (node) => all.probability[node] as number,
    path: (node) => {
      const nodes = known.get(node) ?? all.path(node)?.nodes ?? [node];
      known.set(node, nodes);
      return nodes;
    },
  };
}

function exactly(compiled: CompiledNetwork, request: PathRequest): Reached {
  const path = findPaths(compiled, request)[0];
  if (path === undefined) return { target: request.target.id, probability: 0 };
  const { people, probability } = path;
  return { target: request.target.id, probability, hops: people.length - 1, people };
}
