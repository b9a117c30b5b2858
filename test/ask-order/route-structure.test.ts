import { describe, expect, it } from "vitest";
import { blocksAfter, blocksBefore, mergeBlocks, priceOf } from "../../src/ask-order/ask-blocks.js";
import { firstAsksOf } from "../../src/ask-order/first-asks.js";
import {
  cheapestHead,
  exactStructureOf,
  sharingGroups,
  structureOf,
} from "../../src/ask-order/route-structure.js";
import { type Random, seededRandom } from "../support/random.js";

type Route = readonly number[];

/** Two asks of each route are its own or shared, perhaps the last; a quarter of the time all begin with one ask. */
function drawn({ below, pick, next }: Random) {
  const first = below(4) === 0 ? [10] : [];
  const routes = Array.from({ length: 1 + below(6) }, (_, i) => [
    ...first,
    ...new Set([
      pick([below(3), 20 + i]),
      pick([3 + below(3), 30 + i]),
      ...(below(2) > 0 ? [6 + below(2)] : []),
    ]),
  ]);
  const coarse = below(2) > 0;
  const draw = <T>(whole: readonly T[], fine: () => T) =>
    Array.from({ length: 40 }, () => (coarse ? pick(whole) : fine()));
  return {
    routes,
    probability: draw([0.5, 1], () => 0.1 + 0.9 * next()),
    cost: draw([0, 1, 2], () => 2 * next()),
  };
}
const worlds = (seed: number, check: (world: ReturnType<typeof drawn>) => void): void => {
  const random = seededRandom(seed);
  for (let i = 0; i < 100; i++) check(drawn(random));
};

describe("routes taken apart", () => {
  it("hang together where an ask or a third route joins them", () => {
    worlds(91, ({ routes }) => {
      const isJoined = (a: Route, b: Route, seen = new Set([a])): boolean =>
        a === b ||
        routes.some(
          (next) =>
            !seen.has(next) && next.some((ask) => a.includes(ask)) && isJoined(next, b, seen.add(next)),
        );
      const groups: Route[][] = [];
      for (const route of routes) {
        const known = groups.find(([first]) => isJoined(first!, route));
        if (known === undefined) groups.push([route]);
        else known.push(route);
      }
      expect(sharingGroups(routes)).toEqual(groups);
    });
    expect(sharingGroups([])).toEqual([]);
  });

  it("are gone on with at the cheapest of the asks of their own that open the same", () => {
    worlds(92, (world) => {
      for (const routes of sharingGroups(world.routes)) {
        const times = (ask: number) => routes.filter((route) => route.includes(ask)).length;
        const ways = routes.map((route) => {
          const own = route.slice(0, [...route.map((ask) => times(ask) > 1), true].indexOf(true));
          let [cost, chance] = [0, 1];
          for (const ask of own) {
            cost += chance * world.cost[ask]!;
            chance *= world.probability[ask]!;
          }
          return {
            ask: route[0]!,
            tail: route.slice(own.length).join(),
            price: cost / chance,
            own: own.length,
          };
        });
        const kept = ways.filter(
          (way) =>
            way.own === 0 ||
            !ways.some(
              (other) =>
                other.own > 0 &&
                other.tail === way.tail &&
                (other.price < way.price - 1e-9 || (other.price < way.price + 1e-9 && other.ask < way.ask)),
            ),
        );
        // A route without shared asks has no tail, so a second one may not be there.
        if (routes.length < 2) continue;
        const rising = (asks: readonly number[]) => [...asks].sort((a, b) => a - b);
        expect(rising(firstAsksOf(routes, world))).toEqual(rising(kept.map(({ ask }) => ask)));
      }
    });
  });

  it("name as head the smallest ask that may be made of those of the lowest price", () => {
    worlds(93, (world) => {
      const structure = structureOf(world.routes, world);
      const { ask, price } = cheapestHead(structure);
      const prices = structure.parts.map(({ blocks }) => priceOf(blocks[0]!));
      expect(price).toBeCloseTo(Math.min(...prices), 9);
      const heads = structure.parts
        .filter((_, i) => prices[i]! <= price * (1 + 1e-9))
        .map(({ head }) => head);
      expect(ask).toBe(Math.min(...heads));
      expect(world.routes.map(([first]) => first)).toContain(ask);
      const rising = structure.blocks.map(priceOf);
      for (const [i, one] of rising.entries())
        if (i > 0) expect(one).toBeGreaterThanOrEqual(rising[i - 1]! * (1 - 1e-9));
      const open: number[] = [];
      const exact = exactStructureOf(world.routes, world, open);
      if (structure.exact) expect([exact, open]).toEqual([structure, []]);
      else {
        expect(exact).toBeUndefined();
        expect(open.length).toBeGreaterThan(0);
        for (const one of open) expect(world.routes.map(([first]) => first)).toContain(one);
      }
    });
    expect(cheapestHead({ parts: [] })).toEqual({ ask: -1, price: Number.POSITIVE_INFINITY });
  });
});

/** Success and cost of playing blocks whose price is at most `most`. */
function played(blocks: readonly { readonly probability: number; readonly cost: number }[], most: number) {
  let [success, cost, open] = [0, 0, 1];
  for (const block of blocks) {
    if (priceOf(block) > most) break;
    success += open * block.probability;
    cost += open * block.cost;
    open *= 1 - block.probability;
  }
  return { success, cost, worth: most * success - cost };
}

describe("blocks", () => {
  it("behind a first ask and before a last one are worth what asking it adds, at every value", () => {
    const { next, below, pick } = seededRandom(94);
    for (let i = 0; i < 60; i++) {
      const inner = mergeBlocks(
        Array.from({ length: 1 + below(4) }, () => [
          { probability: pick([1, 0.5, next()]), cost: pick([0, 1, 2 * next()]) },
        ]),
      );
      const [p, c] = [pick([1, 0.5, 0.1 + 0.9 * next()]), pick([0, 1, next()])];
      for (const value of [0.3, 1.1, 2.7, 5.3, 19]) {
        const after = played(blocksAfter(p, c, inner), value).worth;
        expect(after).toBeCloseTo(Math.max(0, p * played(inner, value).worth - c), 9);
        const before = played(blocksBefore(inner, p, c), value).worth;
        expect(before).toBeCloseTo(played(inner, p * value - c).worth, 9);
      }
      for (const blocks of [blocksAfter(p, c, inner), blocksBefore(inner, p, c)]) {
        const prices = blocks.map(priceOf);
        for (const [at, one] of prices.entries())
          if (at > 0) expect(one).toBeGreaterThanOrEqual(prices[at - 1]! * (1 - 1e-9));
      }
    }
  });
});
