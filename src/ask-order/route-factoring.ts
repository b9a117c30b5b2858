import { sharingGroups } from "./route-structure.js";

/** Probability that one of some routes is all yes, from below and from above. */
export interface RouteBounds {
  readonly lower: number;
  readonly upper: number;
  /** True where the splits ran out, so that the two differ. */
  readonly open: boolean;
}

/** Factoring of a union of routes, in numbers; what it does stands at `jointSuccess` and `jointSuccessBounds`. */
export function boundsOfSets(
  routes: readonly (readonly number[])[],
  probability: readonly number[],
  maxSplits: number,
): RouteBounds {
  const work = new Factoring(probability, maxSplits);
  const bounds = work.union(routes.map((route) => [...route].sort((a, b) => a - b)));
  return { ...bounds, open: work.open };
}

/** Routes as sets of asks (sorted numbers), with probabilities that merging may have multiplied. */
type RouteSet = readonly number[];
interface Bounds {
  readonly lower: number;
  readonly upper: number;
}

class Factoring {
  readonly #probability: readonly number[];
  readonly #known = new Map<string, Bounds>();
  #left: number;
  /** True once a group was bounded because the splits had run out. */
  open = false;

  constructor(probability: readonly number[], splits: number) {
    this.#probability = probability;
    this.#left = splits;
  }

  /** Probability that one of the routes is all yes. */
  union(routes: readonly RouteSet[]): Bounds {
    let all: Bounds = exactly(0);
    for (const group of sharingGroups(withoutHolders(routes))) {
      const { lower, upper } = this.#group(group);
      all = { lower: either(all.lower, lower), upper: either(all.upper, upper) };
    }
    return all;
  }

  #group(group: readonly RouteSet[]): Bounds {
    if (group.length === 1) return exactly(this.#product(group[0]!));
    const count = new Map<number, number>();
    for (const route of group) for (const ask of route) count.set(ask, (count.get(ask) ?? 0) + 1);
    const common = [...count.keys()].filter((ask) => count.get(ask) === group.length);
    if (common.length > 0) {
      const rest = this.union(group.map((route) => route.filter((ask) => count.get(ask)! < group.length)));
      const p = this.#product(common);
      return { lower: p * rest.lower, upper: p * rest.upper };
    }
    return this.#split(group, count);
  }

  #split(group: readonly RouteSet[], count: ReadonlyMap<number, number>): Bounds {
    const key = group
      .map((route) => route.join())
      .sort()
      .join(";");
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    if (this.#left-- <= 0) {
      this.open = true;
      return this.#bound(group);
    }
    let ask = -1;
    for (const [candidate, times] of count) {
      const most = ask < 0 ? 0 : count.get(ask)!;
      if (times > most || (times === most && candidate < ask)) ask = candidate;
    }
    const yes = this.union(group.map((route) => route.filter((other) => other !== ask)));
    const no = this.union(group.filter((route) => !route.includes(ask)));
    const p = this.#probability[ask]!;
    const bounds = {
      lower: p * yes.lower + (1 - p) * no.lower,
      upper: p * yes.upper + (1 - p) * no.upper,
    };
    this.#known.set(key, bounds);
    return bounds;
  }

  #bound(group: readonly RouteSet[]): Bounds {
    const best = group
      .map((route) => ({ route, p: this.#product(route) }))
      .sort((a, b) => b.p - a.p || (a.route.join() < b.route.join() ? -1 : 1));
    const used = new Set<number>();
    let lower = 0;
    let upper = 0;
    for (const { route, p } of best) {
      upper = either(upper, p);
      if (route.some((ask) => used.has(ask))) continue;
      for (const ask of route) used.add(ask);
      lower = either(lower, p);
    }
    return { lower, upper };
  }

  #product(route: RouteSet): number {
    let product = 1;
    for (const ask of route) product *= this.#probability[ask]!;
    return product;
  }
}

/** Probability of one or the other of two independent events, without losing a tiny one in 1 - (1 - p). */
function either(p: number, q: number): number {
  return p + (1 - p) * q;
}

function exactly(p: number): Bounds {
  return { lower: p, upper: p };
}

/** Routes that hold no other route: a route that holds another one succeeds only where that one does. */
function withoutHolders(routes: readonly RouteSet[]): RouteSet[] {
  const byLength = [...routes].sort((a, b) => a.length - b.length);
  const kept: RouteSet[] = [];
  for (const route of byLength) {
    if (!kept.some((inner) => inner.every((ask) => route.includes(ask)))) kept.push(route);
  }
  return kept;
}
