import type { NumberedRoutes } from "./ask-problem.js";
import { exactStructureOf, sharingGroups, withoutLast } from "./route-structure.js";

/**
 * Routes that hang together by one free ask alone, their common cause (a term of reliability: Fleming 1975). It is how somebody takes a
 * note from a stranger, whoever sends it. Once it is known, what is left falls into groups that share nothing.
 */
export interface CommonCause {
  readonly cause: number;
  /** Routes without the asks that all end in. */
  readonly inner: readonly (readonly number[])[];
  /** Those asks, in the order in which they are made. */
  readonly last: readonly number[];
}

/**
 * The free ask that stands last in every route that holds it, of most routes. It counts if without it the routes fall into groups that
 * are solved at once (see `RouteStructure`). Undefined where there is none.
 */
export function commonCauseOf(
  routes: readonly (readonly number[])[],
  numbers: NumberedRoutes,
): CommonCause | undefined {
  const { inner, last } = withoutLast(routes);
  const held = new Map<number, number>();
  const barred = new Set<number>();
  for (const route of inner) {
    route.forEach((ask, i) => {
      if (i < route.length - 1 || i === 0 || numbers.cost[ask]! > 0) barred.add(ask);
      else held.set(ask, (held.get(ask) ?? 0) + 1);
    });
  }
  let cause = -1;
  for (const [ask, count] of held) {
    if (barred.has(ask) || count < 2) continue;
    const most = cause < 0 ? 0 : held.get(cause)!;
    if (count > most || (count === most && ask < cause)) cause = ask;
  }
  if (cause < 0) return undefined;
  const plain = inner.filter((route) => !route.includes(cause));
  if (exactStructureOf(plain, numbers) === undefined) return undefined;
  if (inner.some((route) => route.includes(cause) && !opensNothingElse(route, plain))) return undefined;
  return { cause, inner, last };
}

/** True where a route opens no ask of the others sooner than they do: then nothing else is lost with it. */
function opensNothingElse(route: readonly number[], others: readonly (readonly number[])[]): boolean {
  return route.every((ask, position) => {
    const holding = others.filter((other) => other.includes(ask));
    const isSame = (other: readonly number[]) =>
      other.indexOf(ask) === position && other.slice(0, position).every((before, i) => before === route[i]);
    return holding.length === 0 || holding.some(isSame);
  });
}

/** The groups of routes that share nothing but the cause. */
export function groupsBeside(
  cause: number,
  routes: readonly (readonly number[])[],
): (readonly (readonly number[])[])[] {
  const marks = new Map<readonly number[], readonly number[]>();
  const cut = routes.map((route) => {
    const short = route.filter((ask) => ask !== cause);
    marks.set(short, route);
    return short;
  });
  return sharingGroups(cut).map((group) => group.map((short) => marks.get(short)!));
}
