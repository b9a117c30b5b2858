import { describe, expect, test } from "vitest";
import { ArcIndex, bestPath, kBestPaths, reach, SearchScratch, withArcs } from "warmpath/search";
import { indexOf } from "../support/search-graphs.js";

const ARCS = [
  { source: 0, target: 1, probability: 0.5 },
  { source: 1, target: 2, probability: 0.5 },
  { source: 0, target: 2, probability: 0.1 },
];
const index = indexOf({ nodeCount: 4, arcs: ARCS });
const query = { sources: 0, targets: 2, k: 3 };
const code = (value: string) => expect.objectContaining({ code: value });

describe("bad calls", () => {
  test.each([
    { k: 0 },
    { k: 1.5 },
    { k: Number.NaN },
    { k: "3" as unknown as number },
    { maxHops: 0 },
    { maxHops: 2.5 },
    { maxHops: Number.NaN },
    { sources: 4 },
    { sources: -1 },
    { sources: [0, 0.5] },
    { targets: 4 },
    { targets: ["1" as unknown as number] },
    { blockedNodes: [9] },
    { blockedArcs: [[0, 9] as const] },
    { budget: { maxVisited: 0 } },
    { overlay: { sources: [0], targets: [], probabilities: [] } },
    { sources: [1n as unknown as number] },
    { blockedNodes: [Symbol() as unknown as number] },
    { sources: undefined as unknown as number },
    { targets: null as unknown as number },
    { budget: { maxScanned: 0.5 } },
    { overlay: { sources: [], targets: [], probabilities: 7 as unknown as number[] } },
    { overlay: { sources: null as unknown as number[], targets: [], probabilities: [] } },
    {
      overlay: withArcs(indexOf({ nodeCount: 4, arcs: ARCS }), {
        sources: [],
        targets: [],
        probabilities: [],
      }),
    },
  ])("%o is INVALID_ARGUMENT", (change) => {
    expect(() => kBestPaths(index, { ...query, ...change })).toThrowError(code("INVALID_ARGUMENT"));
  });

  test("what is no object, or throws when it is read, is INVALID_ARGUMENT for each of them", () => {
    const hostile = Object.defineProperty({}, "k", {
      enumerable: true,
      get() {
        throw new Error("read");
      },
    });
    for (const bad of [undefined, null, 7, "x", () => 1, hostile] as never[]) {
      const calls = [
        () => kBestPaths(bad, query),
        () => kBestPaths(index, bad),
        () => bestPath(bad, { source: 0, target: 1 }),
        () => bestPath(index, bad),
        () => reach(bad, { sources: 0, maxHops: 1 }),
        () => reach(index, bad),
        () => withArcs(bad, { sources: [], targets: [], probabilities: [] }),
        () => withArcs(index, bad),
        () => ArcIndex.build(bad),
      ];
      for (const call of calls) expect(call).toThrowError(code("INVALID_ARGUMENT"));
    }
  });

  test("nobody to begin with, or nobody to reach, is no work", () => {
    for (const ends of [{ sources: [] }, { targets: [] }, { sources: 0, blockedNodes: [0] }])
      for (const maxHops of [undefined, 2])
        expect(kBestPaths(index, { ...query, ...ends, maxHops })).toEqual({
          paths: [],
          stopped: "complete",
          visited: 0,
        });
  });

  test("an overlay is laid only over one of the same index", () => {
    const none = { sources: [], targets: [], probabilities: [] };
    const other = withArcs(indexOf({ nodeCount: 4, arcs: ARCS }), none);
    for (const below of [other, none, {}] as never[])
      expect(() => withArcs(index, none, below)).toThrowError(code("INVALID_ARGUMENT"));
    expect(withArcs(index, none, withArcs(index, none))).toBeDefined();
  });

  test("maxHops of reach is a whole number up to 254", () => {
    for (const maxHops of [0, 255, 1.5, undefined as unknown as number]) {
      expect(() => reach(index, { sources: 0, maxHops })).toThrowError(code("INVALID_ARGUMENT"));
    }
    expect(reach(index, { sources: 0, maxHops: 254 }).hops).toEqual(new Uint8Array([0, 1, 2, 255]));
  });

  test("a bad arc of an overlay is INVALID_ARC with its position", () => {
    for (const overlay of [
      { sources: [0, 0], targets: [1, 4], probabilities: [0.5, 0.5] },
      { sources: [0, 0], targets: [1, 2], probabilities: [0.5, 1.5] },
    ]) {
      const error = expect.objectContaining({ code: "INVALID_ARC", details: { position: 1 } });
      expect(() => kBestPaths(index, { ...query, overlay })).toThrowError(error);
      expect(() => withArcs(index, overlay)).toThrowError(error);
    }
  });
});

describe("options", () => {
  test("a prepared overlay follows a change of the index", () => {
    const own = indexOf({ nodeCount: 4, arcs: ARCS });
    const overlay = withArcs(own, { sources: [2, 0], targets: [3, 2], probabilities: [0.5, 0] });
    const ask = () => bestPath(own, { source: 0, target: 3, overlay });
    expect(ask()).toEqual({ nodes: [0, 1, 2, 3], probability: 0.125 });
    own.setProbability(0, 1, 1);
    expect(ask()).toEqual({ nodes: [0, 1, 2, 3], probability: 0.25 });
    expect(bestPath(own, { source: 0, target: 3, overlay, blockedArcs: [[2, 3]] })).toBeUndefined();
    expect(bestPath(own, { source: 0, target: 3 })).toBeUndefined();
  });

  test("a large overlay on a hub", () => {
    const count = 20_000;
    const star = indexOf({
      nodeCount: count + 2,
      arcs: Array.from({ length: count }, (_, i) => ({
        source: i,
        target: count,
        probability: 0.5 + i / 1e5,
      })),
    });
    const targets = Array.from({ length: count }, (_, i) => i);
    const overlay = withArcs(star, {
      sources: targets.map(() => count + 1),
      targets,
      probabilities: targets.map((i) => (i % 2 === 0 ? 0 : 1 - i / 1e5)),
    });
    const best = kBestPaths(star, { sources: count + 1, targets: count, k: 2, overlay }).paths;
    // (1 - x)(0.5 + x) for x = i / 1e5 is greatest at the greatest i that is left.
    expect(best.map((path) => path.nodes[1])).toEqual([count - 1, count - 3]);
  });

  test("counters are the same for the same query, and small: they gate the work, not the clock", () => {
    const grid = gridOf(30);
    const counts = [undefined, 4, 58].map((maxHops) => {
      const scratch = new SearchScratch();
      kBestPaths(grid, { sources: 0, targets: maxHops === 4 ? 62 : 899, k: 3, maxHops, scratch });
      return [scratch.visited, scratch.scanned];
    });
    expect(counts).toEqual([
      [3440, 88_844],
      [12, 40],
      [3439, 57_656],
    ]);
  });
});

/** A square grid whose arcs all have the same probability: every shortest path ties with thousands. */
function gridOf(width: number) {
  const arcs = [];
  for (let v = 0; v < width * width; v++) {
    for (const w of [v + 1, v - 1, v + width, v - width]) {
      const isBeside = Math.abs((v % width) - (w % width)) <= 1;
      if (w >= 0 && w < width * width && isBeside) arcs.push({ source: v, target: w, probability: 0.5 });
    }
  }
  return indexOf({ nodeCount: width * width, arcs });
}
