import fc from "fast-check";
import type { OracleInput } from "./planning-oracle.js";

/** The shapes of routes that a policy is checked on. */
export const SHAPES = [
  "independent",
  "forest",
  "shared last",
  "shared last over forest",
  "nested",
  "shared middle",
  "bridged",
  "scrambled",
  "crossed beside independent",
  "crossed beside nested",
] as const;
export type Shape = (typeof SHAPES)[number];

/** Asks and routes of a shape, with probabilities 0 and 1, costs 0 and equal asks in a part of the cases. */
export function askCases(shape: Shape, maxAsks = 8): fc.Arbitrary<OracleInput> {
  return fc.gen().map((g) => {
    const int = (min: number, max: number) => g(fc.integer, { min, max });
    const n = int(1, maxAsks);
    const coarse = int(0, 3) === 0;
    const ids = Array.from({ length: n }, (_, i) => "kcadgbhfe"[i]!);
    const asks = ids.map((id) => ({
      id,
      probability: coarse ? int(0, 4) / 4 : int(1, 999) / 1000,
      cost: coarse ? int(0, 2) : int(0, 9) === 0 ? 0 : int(1, 1000) / 500,
    }));
    const value = int(0, 2) === 0 ? undefined : int(0, 80) / (coarse ? 8 : 7);
    return { asks, routes: routesOf(shape, ids, int), value };
  });
}

type Int = (min: number, max: number) => number;

function routesOf(shape: Shape, ids: readonly string[], int: Int): string[][] {
  switch (shape) {
    case "independent":
      return split(ids, int);
    case "forest":
      return forest(ids, int);
    case "shared last":
      return ids.length === 1 ? [[...ids]] : split(ids.slice(1), int).map((route) => [...route, ids[0]!]);
    case "shared last over forest":
      return ids.length === 1 ? [[...ids]] : forest(ids.slice(1), int).map((route) => [...route, ids[0]!]);
    case "nested":
      return nested(ids, int);
    case "shared middle": {
      const [hub, ...rest] = ids as [string, ...string[]];
      return split(rest, int).map((route) => insert(route, hub, int));
    }
    case "bridged":
      return bridged(ids, int);
    case "scrambled":
      return scrambled(ids, int, int(0, 6));
    case "crossed beside nested": {
      const cut = Math.min(ids.length, int(3, 5));
      return [...scrambled(ids.slice(0, cut), int, int(2, 4)), ...nested(ids.slice(cut), int)];
    }
    case "crossed beside independent": {
      const cut = Math.min(ids.length, int(3, 5));
      return [...scrambled(ids.slice(0, cut), int, int(2, 4)), ...split(ids.slice(cut), int)];
    }
  }
}

function split(ids: readonly string[], int: Int): string[][] {
  const routes: string[][] = [];
  for (let at = 0; at < ids.length; ) {
    const length = int(1, 3);
    routes.push(ids.slice(at, at + length));
    at += length;
  }
  return routes;
}

function forest(ids: readonly string[], int: Int): string[][] {
  const parent = ids.map((_, i) => int(-1, i - 1));
  const leaves = ids.map((_, i) => i).filter((i) => !parent.includes(i));
  return leaves.map((leaf) => {
    const route: string[] = [];
    for (let at = leaf; at >= 0; at = parent[at]!) route.unshift(ids[at]!);
    return route;
  });
}

function nested(ids: readonly string[], int: Int): string[][] {
  if (ids.length === 0) return [];
  if (ids.length === 1) return [[...ids]];
  const [head, ...rest] = ids as [string, ...string[]];
  const kind = int(0, 2);
  if (kind === 0) return nested(rest, int).map((route) => [head, ...route]);
  if (kind === 1) return nested(rest, int).map((route) => [...route, head]);
  const cut = int(1, ids.length - 1);
  return [...nested(ids.slice(0, cut), int), ...nested(ids.slice(cut), int)];
}

/** As paths of three hops are: some contacts, a way on for each route, some ties to the target, perhaps the target at the end. */
function bridged(ids: readonly string[], int: Int): string[][] {
  const ends = ids.slice(0, int(0, 1));
  const ties = ids.slice(ends.length, ends.length + int(0, 2));
  const shared = ends.length + ties.length;
  const contacts = ids.slice(shared, shared + int(0, 2));
  const oneOf = (some: readonly string[]) =>
    some.length > 0 && int(0, 2) > 0 ? [some[int(0, some.length - 1)]!] : [];
  return ids.slice(shared + contacts.length).map((own) => [...oneOf(contacts), own, ...oneOf(ties), ...ends]);
}

/** Any routes: asks at different positions, repeated routes, prefixes, subsets. */
function scrambled(ids: readonly string[], int: Int, count: number): string[][] {
  const routes: string[][] = [];
  for (let i = 0; i < count; i++) {
    const route = Array.from({ length: int(1, 4) }, () => ids[int(0, ids.length - 1)]!);
    routes.push(int(0, 9) === 0 ? route : [...new Set(route)]);
    if (int(0, 7) === 0) routes.push(routes[int(0, routes.length - 1)]!.slice(0, int(1, 3)));
  }
  return routes;
}

function insert(route: readonly string[], id: string, int: Int): string[] {
  const at = int(0, route.length);
  return [...route.slice(0, at), id, ...route.slice(at)];
}
