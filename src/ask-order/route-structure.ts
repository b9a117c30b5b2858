import {
  type AskBlock,
  blocksAfter,
  blocksBefore,
  comparePrice,
  mergeBlocks,
  priceOf,
} from "./ask-blocks.js";
import type { AskNumbers } from "./ask-problem.js";
import { firstAsksOf } from "./first-asks.js";

/**
 * Routes taken apart: parts that share nothing lie side by side. The ask that all routes of a part begin with is a `first`,
 * the one that all end with a `last`. Where that goes all the way down (`exact`), asking in rising price is optimal for
 * every value of success. Within each part the order does not depend on the value: the parts are indexable (Whittle
 * 1980). Checked against enumeration of all adaptive policies. Where it does not, the part is split by first asks. Asks
 * that occur in several branches are taken for copies: the branching index as a rule of thumb.
 */
export interface RouteStructure {
  readonly parts: readonly RoutePart[];
  readonly blocks: readonly AskBlock[];
  readonly exact: boolean;
}

/** A part: `below` is what a first ask opens, or what a last ask closes; undefined where the ask stands alone. */
export interface RoutePart {
  readonly ask: number;
  readonly role: "first" | "last";
  readonly below: RouteStructure | undefined;
  readonly blocks: readonly AskBlock[];
  readonly exact: boolean;
  /** The cheapest ask that can be made now within the part. */
  readonly head: number;
}

/** Takes routes apart. No route may be empty. */
export function structureOf(routes: readonly (readonly number[])[], numbers: AskNumbers): RouteStructure {
  return takeApart(routes, numbers)!;
}

/** The structure where it is exact, else undefined; then the asks that may be next are put into `open`. */
export function exactStructureOf(
  routes: readonly (readonly number[])[],
  numbers: AskNumbers,
  open: number[] = [],
): RouteStructure | undefined {
  return takeApart(routes, numbers, open);
}

/** With a list of what is open only what is exact is taken apart; without one, all is, and asks of several branches are copies. */
function takeApart(
  routes: readonly (readonly number[])[],
  numbers: AskNumbers,
  open?: number[],
): RouteStructure | undefined {
  const parts: RoutePart[] = [];
  let exact = true;
  for (const group of sharingGroups(routes)) {
    const part = partOf(group, numbers, open);
    if (part !== undefined) {
      parts.push(part);
      exact &&= part.exact;
      continue;
    }
    exact = false;
    if (open === undefined) {
      for (const branch of byFirstAsk(group)) parts.push(firstPart(branch, numbers)!);
    }
  }
  if (open === undefined || exact)
    return { parts, blocks: mergeBlocks(parts.map((part) => part.blocks)), exact };
  if (parts.length > 0) open.push(cheapestHead({ parts }).ask);
  return undefined;
}

/** The cheapest ask that can be made now, the smallest number among equals, and the price it is part of. */
export function cheapestHead(structure: { readonly parts: readonly RoutePart[] }): {
  ask: number;
  price: number;
} {
  let ask = -1;
  let price = Number.POSITIVE_INFINITY;
  for (const part of structure.parts) {
    const candidate = priceOf(part.blocks[0]!);
    const order = ask < 0 ? -1 : comparePrice(candidate, price);
    if (order < 0 || (order === 0 && part.head < ask)) {
      ask = part.head;
      price = candidate;
    }
  }
  return { ask, price };
}

/** The ask that all routes end in, if there is one. A route of it alone would make it a first ask too: then it is none. */
export function lastOfAll(routes: readonly (readonly number[])[]): number | undefined {
  const last = routes[0]?.at(-1);
  return routes.every((route) => route.length > 1 && route.at(-1) === last) ? last : undefined;
}

/** Routes without the asks that all end in, and those asks in the order in which they are made. */
export function withoutLast(routes: readonly (readonly number[])[]): {
  readonly inner: readonly (readonly number[])[];
  readonly last: readonly number[];
} {
  let inner = routes;
  const last: number[] = [];
  for (let end = lastOfAll(inner); end !== undefined; end = lastOfAll(inner)) {
    last.unshift(end);
    inner = inner.map((route) => route.slice(0, -1));
  }
  return { inner, last };
}

/** Routes grouped so that no ask occurs in two groups; groups stand in the order of their first routes. */
export function sharingGroups<R extends readonly number[]>(routes: readonly R[]): R[][] {
  if (routes.length < 2) return routes.map((route) => [route]);
  const root = routes.map((_, i) => i);
  const rootOf = (i: number): number => {
    let at = i;
    while (root[at] !== at) {
      root[at] = root[root[at]!]!;
      at = root[at]!;
    }
    return at;
  };
  const first = new Map<number, number>();
  routes.forEach((route, i) => {
    for (const ask of route) {
      const other = first.get(ask);
      if (other === undefined) first.set(ask, i);
      else {
        const [a, b] = [rootOf(other), rootOf(i)];
        // The smaller number stays the root, so that a group is found at its first route.
        if (a !== b) root[Math.max(a, b)] = Math.min(a, b);
      }
    }
  });
  const groups: R[][] = [];
  const place: number[] = [];
  routes.forEach((route, i) => {
    const at = rootOf(i);
    if (at === i) place[i] = groups.push([]) - 1;
    groups[place[at]!]!.push(route);
  });
  return groups;
}

/** Routes that hang together as one part; undefined where they neither begin nor end alike, or are to be exact and are not. */
function partOf(
  routes: readonly (readonly number[])[],
  numbers: AskNumbers,
  open: number[] | undefined,
): RoutePart | undefined {
  const [route] = routes as [readonly number[]];
  if (routes.length === 1) return chainPart(route, numbers);
  if (routes.every((other) => other[0] === route[0])) return firstPart(routes, numbers, open);
  const last = lastOfAll(routes);
  if (last !== undefined) return lastPart(routes, last, numbers, open);
  open?.push(...firstAsksOf(routes, numbers));
  return undefined;
}

/** One route by itself, from its end, so that a long one needs no deep stack. */
function chainPart(route: readonly number[], { probability, cost }: AskNumbers): RoutePart {
  let part: RoutePart | undefined;
  for (let i = route.length - 1; i >= 0; i--) {
    const ask = route[i]!;
    const below = part && { parts: [part], blocks: part.blocks, exact: true };
    const [p, c] = [probability[ask]!, cost[ask]!];
    const blocks = below === undefined ? [{ probability: p, cost: c }] : blocksAfter(p, c, below.blocks);
    part = { ask, role: "first", below, blocks, exact: true, head: ask };
  }
  return part!;
}

function firstPart(
  routes: readonly (readonly number[])[],
  numbers: AskNumbers,
  open?: number[],
): RoutePart | undefined {
  const ask = routes[0]![0]!;
  const p = numbers.probability[ask]!;
  const c = numbers.cost[ask]!;
  if (routes.some((route) => route.length === 1)) {
    return {
      ask,
      role: "first",
      below: undefined,
      blocks: [{ probability: p, cost: c }],
      exact: true,
      head: ask,
    };
  }
  const rest = routes.map((route) => route.slice(1));
  const below = takeApart(rest, numbers, open && []);
  if (below === undefined) {
    open!.push(ask);
    return undefined;
  }
  return {
    ask,
    role: "first",
    below,
    blocks: blocksAfter(p, c, below.blocks),
    exact: below.exact,
    head: ask,
  };
}

function lastPart(
  routes: readonly (readonly number[])[],
  last: number,
  numbers: AskNumbers,
  open: number[] | undefined,
): RoutePart | undefined {
  const rest = routes.map((route) => route.slice(0, -1));
  const below = takeApart(rest, numbers, open);
  if (below === undefined) return undefined;
  const blocks = blocksBefore(below.blocks, numbers.probability[last]!, numbers.cost[last]!);
  return { ask: last, role: "last", below, blocks, exact: below.exact, head: cheapestHead(below).ask };
}

function byFirstAsk(routes: readonly (readonly number[])[]): (readonly number[])[][] {
  const branches = new Map<number, (readonly number[])[]>();
  for (const route of routes) {
    const branch = branches.get(route[0]!);
    if (branch === undefined) branches.set(route[0]!, [route]);
    else branch.push(route);
  }
  return [...branches.values()];
}
