import type { Ask } from "../ask-order/index.js";
import { jointSuccessBounds } from "../ask-order/index.js";
import { checkShape, madeOf, maxOf, unfit } from "../base/index.js";
import type { IntroductionPath } from "../paths/index.js";
import { comparePaths, type PlanRoutes, planRoutes } from "./plan-routes.js";

/** How paths are chosen. */
export interface DiversityOptions {
  /** How many at most, an integer >= 1. */
  readonly k: number;
  /** At most so many with the same first connector (and seeker). */
  readonly maxPerConnector?: number | undefined;
  /** No person between seeker and target in two of them. */
  readonly disjoint?: boolean | undefined;
}

/** The chosen paths, most probable first. */
export interface DiversePaths {
  readonly paths: readonly IntroductionPath[];
  /** Probability that at least one of them succeeds. */
  readonly jointProbability: number;
  /** True where every allowed set was tried; otherwise greedy, which brings at least `guarantee` of the best. */
  readonly exact: boolean;
  /**
   * 1 where exact; 1 - 1/e with `k` alone (Nemhauser, Wolsey, Fisher 1978: joint success is monotone and submodular), 1/2
   * with `maxPerConnector` (Fisher et al. 1978, a matroid), 1/(1 + people between) with `disjoint` (an extendible system).
   */
  readonly guarantee: number;
}

/** Sets that are tried one by one before greedy takes over. */
const MOST_SETS = 1_500;

/**
 * Chooses paths that one refusal does not kill together: the set with the highest joint success, shared legs and the
 * target's yes counted once. Paths of equal effect: the more probable one first.
 * @throws WarmpathError `INVALID_ARGUMENT` for a `k` or `maxPerConnector` that is no integer >= 1.
 */
export function diversePaths(paths: readonly IntroductionPath[], options: DiversityOptions): DiversePaths {
  return madeOf("paths", () => {
    checkShape(paths, [{ people: ["text"], legs: ["object"], probability: "finite" }], "paths");
    checkShape(options, "object", "options");
    for (const count of [options.k, options.maxPerConnector ?? 1]) {
      if (!Number.isInteger(count) || count < 1) {
        throw unfit("k or maxPerConnector", "a whole number of at least 1");
      }
    }
    const { asks, ways } = planRoutes(paths);
    const candidates = byPath(ways).sort((a, b) => comparePaths(a.path, b.path));
    const exact = countSets(candidates.length, options.k) <= MOST_SETS;
    const chosen = exact ? bestSet(candidates, asks, options) : greedySet(candidates, asks, options);
    return {
      paths: chosen.map((way) => way.path).sort(comparePaths),
      jointProbability: joint(chosen, asks),
      exact,
      guarantee: exact ? 1 : guaranteeOf(options, candidates),
    };
  });
}

/** A path with all its routes: two where its last leg is a guess. */
interface Way {
  readonly path: IntroductionPath;
  readonly routes: (readonly string[])[];
}

function byPath(ways: PlanRoutes["ways"]): Way[] {
  const found = new Map<IntroductionPath, Way>();
  for (const { path, route } of ways) {
    const known = found.get(path);
    if (known === undefined) found.set(path, { path, routes: [route] });
    else known.routes.push(route);
  }
  return [...found.values()];
}

function greedySet(candidates: readonly Way[], asks: readonly Ask[], options: DiversityOptions): Way[] {
  const chosen: Way[] = [];
  let value = 0;
  // Gains only fall as the set grows, so a gain from an earlier round bounds it (lazy greedy, Minoux 1978).
  const bound = new Map(candidates.map((way) => [way, Number.POSITIVE_INFINITY]));
  while (chosen.length < options.k) {
    let best: Way | undefined;
    let gain = 0;
    for (const way of [...bound.keys()].sort(
      (a, b) => bound.get(b)! - bound.get(a)! || comparePaths(a.path, b.path),
    )) {
      if (bound.get(way)! <= gain + EPSILON) break;
      if (!fits(way, chosen, options)) {
        bound.delete(way);
        continue;
      }
      const fresh = joint([...chosen, way], asks) - value;
      bound.set(way, fresh);
      if (fresh > gain + EPSILON) {
        best = way;
        gain = fresh;
      }
    }
    if (best === undefined) break;
    chosen.push(best);
    bound.delete(best);
    value += gain;
  }
  return chosen;
}

function bestSet(candidates: readonly Way[], asks: readonly Ask[], options: DiversityOptions): Way[] {
  let best: Way[] = [];
  let value = 0;
  const grow = (from: number, chosen: Way[]): void => {
    const reached = chosen.length === 0 ? 0 : joint(chosen, asks);
    if (reached > value + EPSILON) {
      best = chosen;
      value = reached;
    }
    if (chosen.length === options.k) return;
    for (let i = from; i < candidates.length; i++) {
      if (fits(candidates[i]!, chosen, options)) grow(i + 1, [...chosen, candidates[i]!]);
    }
  };
  grow(0, []);
  return best;
}

function fits(
  { path }: Way,
  chosen: readonly Way[],
  { maxPerConnector, disjoint }: DiversityOptions,
): boolean {
  const [seeker, connector] = path.people;
  if (maxPerConnector !== undefined) {
    const same = chosen.filter(
      (other) => other.path.people[0] === seeker && other.path.people[1] === connector,
    );
    if (same.length >= maxPerConnector) return false;
  }
  const between = path.people.slice(1, -1);
  return (
    !disjoint ||
    chosen.every((other) => !between.some((person) => other.path.people.slice(1, -1).includes(person)))
  );
}

function joint(ways: readonly Way[], asks: readonly Ask[]): number {
  return jointSuccessBounds({ asks, routes: ways.flatMap((way) => way.routes) }).lower;
}

function guaranteeOf({ maxPerConnector, disjoint }: DiversityOptions, candidates: readonly Way[]): number {
  if (disjoint) return 1 / (1 + Math.max(1, maxOf(candidates.map((way) => way.path.people.length - 2))));
  return maxPerConnector === undefined ? 1 - 1 / Math.E : 1 / 2;
}

/** Sets of at most k of n, as far as it matters. */
function countSets(n: number, k: number): number {
  let sets = 0;
  let choose = 1;
  for (let size = 1; size <= Math.min(n, k) && sets <= MOST_SETS; size++) {
    choose = (choose * (n - size + 1)) / size;
    sets += choose;
  }
  return sets;
}

/** Differences of joint success that are rounding only. */
const EPSILON = 1e-12;
