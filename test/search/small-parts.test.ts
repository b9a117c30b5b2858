import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findArc, scanForArc } from "../../src/search/find-arc.js";
import { newMeter, scan, visit } from "../../src/search/meter.js";
import { MinHeap } from "../../src/search/min-heap.js";
import { sortArcs } from "../../src/search/sort-arcs.js";
import { inTieOrder, isTooLarge } from "../../src/search/tie-order.js";
import { seeded } from "../support/search-graphs.js";
import { sortByRule } from "../support/search-oracle.js";

const anySeed = fc.integer({ min: 0, max: 1e6 });

describe("MinHeap", () => {
  test("gives what was put in, the least first, beyond the room that it begins with", () => {
    fc.assert(
      fc.property(anySeed, fc.constantFrom(3, 20, 400), fc.constantFrom(4, 1e6), (seed, count, range) => {
        const random = seeded(seed);
        const heap = new MinHeap();
        const inside: [number, number][] = [];
        for (let value = 0; value < 2 * count; value++) {
          if (value < count || random() < 0.3) {
            const key = Math.floor(range * random()) - range / 2;
            heap.push(key, value);
            inside.push([key, value]);
          } else if (inside.length > 0) {
            const least = Math.min(...inside.map(([key]) => key));
            if (heap.top !== least) throw new Error(`top is ${heap.top}, the least ${least}`);
            const taken = heap.pop();
            const at = inside.findIndex(([key, own]) => key === least && own === taken);
            if (at < 0) throw new Error(`${taken} has no key of ${least}`);
            inside.splice(at, 1);
          }
        }
        expect(heap.size).toBe(inside.length);
      }),
      { numRuns: 150 },
    );
    expect(new MinHeap().top).toBe(Number.POSITIVE_INFINITY);
  });
});

describe("sorting and finding arcs", () => {
  const arcsOf = (seed: number, count: number, costs: number) => {
    const random = seeded(seed);
    const list = Array.from({ length: count }, (_, node) => ({
      node,
      cost: Math.floor(costs * random()),
      at: random(),
    })).sort((a, b) => a.at - b.at);
    return {
      nodes: Int32Array.from(list, ({ node }) => node),
      costs: Float64Array.from(list, ({ cost }) => cost),
    };
  };

  test("puts a range of arcs in order of cost and node, leaves the others, and finds each again", () => {
    fc.assert(
      fc.property(anySeed, fc.constantFrom(4, 30, 300), fc.constantFrom(1, 5, 1e6), (seed, count, range) => {
        const { nodes, costs } = arcsOf(seed, count, range);
        const [start, end] = [seed % 3, count - (seed % 2)];
        const list = Array.from(nodes, (node, i) => ({ node, cost: costs[i]! }));
        const sorted = list.slice(start, end).sort((a, b) => a.cost - b.cost || a.node - b.node);
        sortArcs(nodes, costs, start, end);
        const expected = [...list.slice(0, start), ...sorted, ...list.slice(end)];
        expect([...nodes]).toEqual(expected.map(({ node }) => node));
        expect([...costs]).toEqual(expected.map(({ cost }) => cost));
        const arcs = { nodes, costs, offsets: Uint32Array.of(start, end) };
        for (const i of [...Array(start).keys(), end]) {
          // An arc of a node beside is none of this one's, however alike.
          if (i < count && findArc(arcs, 0, nodes[i]!, costs[i]!) !== -1) throw new Error(`${i} is outside`);
        }
        for (let node = 0; node < count; node++) {
          const at = sorted.findIndex((one) => one.node === node);
          const cost = sorted[at]?.cost ?? 0;
          const place = at < 0 ? -1 : start + at;
          if (scanForArc(arcs, 0, node) !== place) throw new Error(`${node} is at ${place}`);
          if (findArc(arcs, 0, node, cost) !== place) throw new Error(`${node} of ${cost} is at ${place}`);
          if (findArc(arcs, 0, node, cost + 0.5) !== -1)
            throw new Error(`${node} has no cost of ${cost + 0.5}`);
        }
      }),
      { numRuns: 150 },
    );
  });

  test("takes some steps an arc, for thousands in any order", () => {
    const count = 3000;
    for (const turn of [(x: number) => x, (x: number) => -x, (x: number) => (x * 7919) % 3001]) {
      let reads = 0;
      const costs = new Proxy(
        Float64Array.from({ length: count }, (_, i) => turn(i)),
        {
          get: (target, key) => {
            reads++;
            return Reflect.get(target, key);
          },
          set: Reflect.set,
        },
      );
      sortArcs(new Int32Array(count), costs as Float64Array<ArrayBuffer>, 0, count);
      expect(reads / count).toBeLessThan(30);
    }
  });
});

describe("order of ties", () => {
  test("is that of the rule, for costs at and about the tolerance", () => {
    const cost = fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 6 }));
    const route = fc.record({
      cost: cost.map(([whole, parts]) => whole + parts * 2.5e-13),
      nodes: fc.array(fc.nat(2), { minLength: 1, maxLength: 4 }),
    });
    fc.assert(
      fc.property(fc.array(route, { maxLength: 12 }), (routes) => {
        const withChance = routes.map((one) => ({ ...one, nodes: [...one.nodes], probability: 0 }));
        expect(inTieOrder(routes)).toEqual(
          sortByRule(withChance).map(({ cost, nodes }) => ({ cost, nodes })),
        );
      }),
      { numRuns: 300 },
    );
  });

  test("calls a group too large by its size alone, and follows one of near ties 64 times as far", () => {
    const sizes = (spread: number, cost: number) =>
      [0, 4, 5, 6, 319, 320, 321].filter((extra) => isTooLarge(extra, 5, spread, cost));
    expect(sizes(0, 1)).toEqual([5, 6, 319, 320, 321]);
    expect(sizes(1e-12 / 16, 1)).toEqual([5, 6, 319, 320, 321]);
    expect(sizes(1e-12 / 15, 1)).toEqual([320, 321]);
    expect(sizes(1e-12 / 15, 3)).toEqual([5, 6, 319, 320, 321]);
  });
});

describe("the meter", () => {
  const looking = (maxVisited: number | undefined, maxScanned: number | undefined, most = 100) => {
    const looks = { count: 0 };
    const signal = {
      get aborted() {
        looks.count++;
        return false;
      },
    };
    return { meter: newMeter({ signal, budget: { maxVisited, maxScanned } }, most), looks };
  };

  test("stops after just so many nodes or arcs; the search's own bound counts where none is named", () => {
    for (const [maxScanned, most] of [
      [undefined, 20],
      [20, 5],
      [20, 1000],
    ] as const) {
      const { meter } = looking(undefined, maxScanned, most);
      scan(meter, 19);
      scan(meter, 1);
      expect(meter.scanned).toBe(20);
      expect(() => scan(meter, 1)).toThrow();
    }
    const { meter } = looking(3, undefined);
    for (let i = 0; i < 3; i++) visit(meter);
    expect(() => visit(meter)).toThrow();
    expect(meter.visited).toBe(3);
  });

  test("looks at the signal at once, at every 1,024th node and every 65,536th arc", () => {
    const { meter, looks } = looking(undefined, undefined, 1e9);
    const seen: number[] = [];
    for (let i = 0; i < 2049; i++) {
      const before = looks.count;
      visit(meter);
      if (looks.count > before) seen.push(i);
    }
    expect(seen).toEqual([0, 1024, 2048]);
    const arcs = [1, 65_534, 1, 1, 65_535, 200_000].map((count) => {
      const before = looks.count;
      scan(meter, count);
      return looks.count - before;
    });
    expect(arcs).toEqual([0, 0, 1, 0, 1, 1]);
  });
});
