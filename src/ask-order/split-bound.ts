import { priceOf, TIE } from "./ask-blocks.js";
import type { AskNumbers } from "./ask-problem.js";
import { valueOfBlocks } from "./policy-value.js";
import { boundsOfSets } from "./route-factoring.js";
import { exactStructureOf, type RouteStructure, sharingGroups } from "./route-structure.js";

/**
 * An upper bound on the expected value of every adaptive policy, where routes share asks crosswise only by those that they begin
 * with. Each of those is copied for each group of routes that share anything else, and the copies share out its cost. What
 * is left is exact, and independent copies bound it (README, Shared first asks). Shares are sought by exponentiated
 * subgradient steps (Kivinen and Warmuth 1997); any shares give a bound. Infinity where copies do not make it exact.
 */
export function splitBound(
  routes: readonly (readonly number[])[],
  numbers: AskNumbers,
  value: number,
): number {
  const last = routes[0]?.at(-1);
  if (last !== undefined && routes.every((route) => route.length > 1 && route.at(-1) === last)) {
    const inner = routes.map((route) => route.slice(0, -1));
    const [p, c] = [numbers.probability[last]!, numbers.cost[last]!];
    if (value < Number.POSITIVE_INFINITY) return splitBound(inner, numbers, Math.max(0, p * value - c));
    return splitBound(inner, numbers, value) - c * leastSuccess(inner, numbers);
  }
  const copies = copiesOf(routes, numbers);
  const structure = exactStructureOf(copies.routes, copies);
  if (structure === undefined) return Number.POSITIVE_INFINITY;
  if (value < Number.POSITIVE_INFINITY) return leastOver(copies, value);
  // Whoever tries every route succeeds as often as can be, and brings no more at any value than the best policy does.
  const success = leastSuccess(routes, numbers);
  const above = (at: number): number => valueAt(structure, at) - at * success;
  const [best] = structure.blocks.map(priceOf).sort((a, b) => above(a) - above(b));
  return best === undefined || !(best < Number.POSITIVE_INFINITY)
    ? 0
    : Math.min(0, leastOver(copies, best) - best * success * (1 - TIE));
}

/** The least bound at a value that was found by moving the shares. */
function leastOver(copies: Copies, value: number): number {
  const bound = (): number => valueAt(exactStructureOf(copies.routes, copies)!, value);
  let now = bound();
  let least = now;
  const work = copies.routes.length * copies.shared.reduce((sum, ask) => sum + ask.copies.length, 1);
  const rounds = copies.shared.length === 0 ? 0 : Math.min(ROUNDS, Math.floor(MOST_WORK / work));
  for (let round = 0; round < rounds; round++) {
    const rate = RATE / (1 + round / COOLING);
    for (const ask of copies.shared) {
      const falls = ask.copies.map((copy) => {
        const own = copies.cost[copy]!;
        copies.cost[copy] = own + STEP * ask.cost;
        const fall = now - bound();
        copies.cost[copy] = own;
        return fall;
      });
      const most = Math.max(...falls);
      if (!(most > 0)) continue;
      const weights = ask.copies.map(
        (copy, i) =>
          Math.max(LEAST_SHARE, copies.cost[copy]! / ask.cost) * Math.exp((rate * falls[i]!) / most),
      );
      const sum = weights.reduce((all, weight) => all + weight, 0);
      for (const [i, copy] of ask.copies.entries()) copies.cost[copy] = (ask.cost * weights[i]!) / sum;
      now = bound();
      least = Math.min(least, now);
    }
  }
  return least;
}

function valueAt({ blocks }: RouteStructure, value: number): number {
  const { success, cost } = valueOfBlocks(blocks, value);
  return value * success - cost;
}

/** The chance that some route is all yes, from below. */
function leastSuccess(routes: readonly (readonly number[])[], { probability }: AskNumbers): number {
  return boundsOfSets(routes, probability, MOST_SPLITS).lower;
}

interface Copies {
  readonly routes: readonly (readonly number[])[];
  readonly probability: number[];
  readonly cost: number[];
  /** Asks that were copied, those without a cost left out: what each costs, and the numbers that it has now. */
  readonly shared: readonly { readonly cost: number; readonly copies: readonly number[] }[];
}

/** The routes with a copy of each first ask for each group of routes that share anything else; costs in equal shares. */
function copiesOf(routes: readonly (readonly number[])[], numbers: AskNumbers): Copies {
  const later = new Set(routes.flatMap((route) => route.slice(1)));
  const probability = [...numbers.probability];
  const cost = [...numbers.cost];
  const copies = new Map<number, number[]>();
  const copied: number[][] = routes.map((route) => [...route]);
  const rests = routes.map((route) => route.slice(later.has(route[0]!) ? 0 : 1));
  const at = new Map(rests.map((rest, i) => [rest, i]));
  for (const group of sharingGroups(rests)) {
    const own = new Map<number, number>();
    for (const rest of group) {
      const route = copied[at.get(rest)!]!;
      const first = route[0]!;
      if (later.has(first)) continue;
      let copy = own.get(first);
      if (copy === undefined) {
        const known = copies.get(first);
        copy = known === undefined ? first : probability.push(numbers.probability[first]!) - 1;
        if (known === undefined) copies.set(first, [copy]);
        else known.push(copy);
        own.set(first, copy);
      }
      route[0] = copy;
    }
  }
  const shared: { cost: number; copies: number[] }[] = [];
  for (const [first, some] of copies) {
    const whole = numbers.cost[first]!;
    for (const copy of some) cost[copy] = whole / some.length;
    if (some.length > 1 && whole > 0) shared.push({ cost: whole, copies: some });
  }
  return { routes: copied, probability, cost, shared };
}

/** Steps over all shared asks, fewer where copies times routes are many; how far the first goes, and after how many it is halved. */
const ROUNDS = 40;
const MOST_WORK = 50_000;
const RATE = 1.5;
const COOLING = 4;
/** By how much of an ask's cost a share is raised to see what that does, and the share below which none falls. */
const STEP = 1e-4;
const LEAST_SHARE = 1e-6;
const MOST_SPLITS = 500;
