import { describe, expect, it } from "vitest";
import { numberRoutes } from "../../src/ask-order/ask-problem.js";
import { CauseGroups } from "../../src/ask-order/cause-groups.js";
import { CauseSearch } from "../../src/ask-order/cause-search.js";
import { type CommonCause, commonCauseOf, groupsBeside } from "../../src/ask-order/common-cause.js";
import { ResidualRoutes } from "../../src/ask-order/residual-routes.js";
import { structureOf } from "../../src/ask-order/route-structure.js";
import { guessedWorld } from "../support/guessed-worlds.js";
import { type Random, seededRandom } from "../support/random.js";

type Route = readonly number[];

/** The cause by its rule: free, last in all its routes and never alone, in two of them at least, of most routes, of equals the smallest. */
function plainCause(
  routes: readonly Route[],
  probability: readonly number[],
  cost: readonly number[],
): CommonCause | undefined {
  let inner = routes;
  const last: number[] = [];
  while (inner.length > 1 && inner.every((route) => route.length > 1 && route.at(-1) === inner[0]!.at(-1))) {
    last.unshift(inner[0]!.at(-1)!);
    inner = inner.map((route) => route.slice(0, -1));
  }
  const holding = (ask: number) => inner.filter((route) => route.includes(ask));
  const [cause] = [...new Set(inner.flat())]
    .filter((ask) => {
      const all = holding(ask);
      const isLast = all.every((route) => route.length > 1 && route.at(-1) === ask);
      return isLast && all.length > 1 && cost[ask] === 0;
    })
    .sort((a, b) => holding(b).length - holding(a).length || a - b);
  if (cause === undefined) return undefined;
  const others = inner.filter((route) => !route.includes(cause));
  if (others.length > 0 && !structureOf(others, { probability, cost }).exact) return undefined;
  const isOpenedAlike = holding(cause).every((route) =>
    route.every((ask, at) => {
      const before = route.slice(0, at + 1).join();
      const known = others.filter((other) => other.includes(ask));
      return known.length === 0 || known.some((other) => other.slice(0, at + 1).join() === before);
    }),
  );
  return isOpenedAlike ? { cause, inner, last } : undefined;
}

/** Contacts with ways on, of which some end in one of two free asks; perhaps all in two more. */
function drawn({ below, pick }: Random): readonly Route[] {
  const ends = pick([[], [], [20], [20, 21]]);
  const routes = Array.from({ length: 2 + below(4) }, () => [
    ...new Set([
      below(3),
      ...pick([[], [3 + below(2)], [below(3)]]),
      ...pick([[], [8], [8], [9], [8, 10]]),
      ...ends,
    ]),
  ]);
  return [...new Map(routes.map((route) => [route.join(), route])).values()];
}

describe("the common cause of routes", () => {
  it.each([21, 22, 23])("is found by its rule, or none (%i)", (seed) => {
    const random = seededRandom(seed);
    let found = 0;
    for (let i = 0; i < 120; i++) {
      const routes = drawn(random);
      const cost = Array.from({ length: 22 }, (_, ask) => (ask >= 8 && ask < 20 ? 0 : random.below(3)));
      const numbers = { probability: cost.map(() => 0.5), cost, ids: [], numberOf: new Map(), routes };
      const want = plainCause(routes, numbers.probability, cost);
      expect(commonCauseOf(routes, numbers)).toEqual(want);
      if (want === undefined) continue;
      found++;
      const groups = groupsBeside(want.cause, want.inner);
      expect(groups.flat().length).toBe(want.inner.length);
      for (const [at, group] of groups.entries())
        for (const other of groups.slice(at + 1)) {
          const asks = group.flat().filter((ask) => ask !== want.cause);
          expect(asks.some((ask) => other.flat().includes(ask))).toBe(false);
        }
    }
    expect(found).toBeGreaterThan(5);
  });

  it("leaves as many states as there are ways to have some of each form left, and no fewer are room enough", () => {
    let told = 0;
    for (let seed = 0; seed < 6; seed++) {
      const one = guessedWorld(seed, { connectors: 2, behind: 0.4, twoWays: 0.2 });
      // Each contact twice, so that there are two of a form.
      const copy = (id: string) => (id === "cold" || id === "target" ? id : `${id} too`);
      const asks = new Map(
        [...one.asks, ...one.asks.map((ask) => ({ ...ask, id: copy(ask.id) }))].map((ask) => [ask.id, ask]),
      );
      const numbers = numberRoutes({
        asks: [...asks.values()],
        routes: [...one.routes, ...one.routes.map((route) => route.map(copy))],
      });
      const residual = new ResidualRoutes();
      const routes = residual.routes(residual.start(numbers.routes));
      const common = commonCauseOf(routes, numbers);
      if (common === undefined) continue;
      told++;
      const groups = new CauseGroups(numbers, residual, common.cause);
      const counts = new Map<number, number>();
      for (const id of groups.apart(common.inner)) counts.set(id, (counts.get(id) ?? 0) + 1);
      let states = 1;
      for (const [id, count] of counts) {
        const each = groups.states(id, 1_000);
        // Multisets of so many out of so many.
        for (let k = 1; k <= count; k++) states = (states * (each - 1 + k)) / k;
      }
      const search = (room: number) =>
        new CauseSearch(numbers, residual, common, Number.POSITIVE_INFINITY, room);
      expect(search(states).exact).toBe(true);
      expect(search(states - 1).exact).toBe(false);
      const best = search(states).solve()!;
      const near = search(1).solve()!;
      expect(near.success).toBeCloseTo(best.success, 9);
      expect(near.cost).toBeGreaterThanOrEqual(best.cost - 1e-9);
    }
    expect(told).toBe(6);
  });
});
