import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ArcIndex, kBestPaths, reach } from "warmpath/search";
import { indexOf, listOf, seeded, smallGraph } from "../support/search-graphs.js";
import { oraclePaths } from "../support/search-oracle.js";

const SMALL = {
  nodeCount: 4,
  sources: [0, 1, 2, 0],
  targets: [1, 2, 3, 3],
  probabilities: [0.5, 0.25, 1, 0.1],
};

function corrupts(buffer: ArrayBufferLike): void {
  expect(() => ArcIndex.fromBuffer(buffer)).toThrowError(expect.objectContaining({ code: "INDEX_CORRUPT" }));
}

describe("ArcIndex.build", () => {
  test("keeps the best of parallel arcs, drops self-loops, says 0 where no arc is", () => {
    const index = ArcIndex.build({
      nodeCount: 3,
      sources: [0, 0, 0, 1, 1],
      targets: [1, 1, 1, 1, 2],
      probabilities: [0.2, 0.9, 0.3, 1, 0.7],
    });
    expect(index.arcCount).toBe(2);
    expect([
      index.probability(0, 1),
      index.probability(1, 2),
      index.probability(1, 0),
      index.probability(1, 1),
    ]).toEqual([0.9, 0.7, 0, 0]);
  });

  test("the order of the input leaves no trace in the bytes", () => {
    fc.assert(
      fc.property(smallGraph(8), fc.integer(), (graph, seed) => {
        const random = seeded(seed);
        const shuffled = graph.arcs.map((arc) => ({ arc, at: random() })).sort((a, b) => a.at - b.at);
        const other = indexOf({ ...graph, arcs: shuffled.map(({ arc }) => arc) });
        expect(new Uint8Array(other.buffer)).toEqual(new Uint8Array(indexOf(graph).buffer));
      }),
      { numRuns: 300 },
    );
  });

  test("keeps one adjacency where every arc has a mirror of equal probability, and only there", () => {
    const both = {
      nodeCount: 3,
      sources: [0, 1, 1, 2],
      targets: [1, 0, 2, 1],
      probabilities: [0.5, 0.5, 0.3, 0.3],
    };
    const perArc = (index: ArcIndex) =>
      (index.buffer.byteLength - 32 - 8 * (index.nodeCount + 1)) / index.arcCount;
    const mutual = ArcIndex.build(both);
    expect(mutual.buffer.byteLength).toBe(32 + 4 * 4 + 12 * 4);
    const skewed = ArcIndex.build({ ...both, probabilities: [0.5, 0.5, 0.3, 0.31] });
    expect(perArc(skewed)).toBe(24);
    const doubled = ArcIndex.build({
      nodeCount: 3,
      sources: [...both.sources, 0],
      targets: [...both.targets, 1],
      probabilities: [...both.probabilities, 0.4],
    });
    expect(new Uint8Array(doubled.buffer)).toEqual(new Uint8Array(mutual.buffer));
  });

  test("sorts a node of many equal arcs, and many near ones", () => {
    const count = 3000;
    const random = seeded(5);
    for (const p of [() => 0.5, () => 0.5 + 1e-9 * random(), () => random() ** 9 || 1]) {
      const targets = Array.from({ length: count }, (_, i) => count - i);
      const probabilities = targets.map(p);
      const index = ArcIndex.build({
        nodeCount: count + 1,
        sources: targets.map(() => 0),
        targets,
        probabilities,
      });
      expect(ArcIndex.fromBuffer(index.buffer).arcCount).toBe(count);
      expect(index.probability(0, 7)).toBeCloseTo(probabilities[count - 7]!, 14);
    }
  });

  test.each([
    ["a NaN", { probabilities: [0.5, Number.NaN, 1, 0.1] }, 1],
    ["zero", { probabilities: [0.5, 0.5, 0, 0.1] }, 2],
    ["minus zero", { probabilities: [0.5, 0.5, -0, 0.1] }, 2],
    ["more than one", { probabilities: [0.5, 0.5, 1, 1.0000001] }, 3],
    ["infinity", { probabilities: [Number.POSITIVE_INFINITY, 0.5, 1, 1] }, 0],
    ["a string", { probabilities: ["0.5" as unknown as number, 0.5, 1, 1] }, 0],
    ["null", { probabilities: [0.5, null as unknown as number, 1, 1] }, 1],
    ["a node out of range", { targets: [1, 2, 4, 3] }, 2],
    ["a negative node", { sources: [0, -1, 2, 0] }, 1],
    ["half a node", { sources: [0, 1, 2, 0.5] }, 3],
    ["half a node at the end", { targets: [1, 2.5, 3, 3] }, 1],
    ["a source out of range", { sources: [0, 1, 2, 4] }, 3],
    ["a negative target", { targets: [-1, 2, 3, 3] }, 0],
    ["a big number", { sources: [0, 1, 2n as unknown as number, 0] }, 2],
    ["a symbol", { targets: [Symbol() as unknown as number, 2, 3, 3] }, 0],
    ["a boolean", { probabilities: [0.5, 0.5, true as unknown as number, 1] }, 2],
  ])("refuses %s with its position", (_, change, position) => {
    expect(() => ArcIndex.build({ ...SMALL, ...change })).toThrowError(
      expect.objectContaining({ code: "INVALID_ARC", details: { position } }),
    );
  });

  test("refuses a bad node count and lists of unequal length", () => {
    for (const change of [
      { nodeCount: -1 },
      { nodeCount: 1.5 },
      { nodeCount: 2 ** 31 },
      { targets: [1] },
      { probabilities: [1, 1, 1, 1, 1] },
      { sources: [0] },
      { targets: null },
      { probabilities: {} },
      { sources: undefined },
    ]) {
      expect(() => ArcIndex.build({ ...SMALL, ...(change as object) })).toThrowError(
        expect.objectContaining({ code: "INVALID_ARGUMENT" }),
      );
    }
  });

  test("reports progress, throws the signal's reason", () => {
    const shares: number[] = [];
    ArcIndex.build(SMALL, { progress: (share) => shares.push(share) });
    expect(shares).toEqual([0, 1 / 3, 2 / 3]);
    // Some million arcs later the share is told again.
    shares.length = 0;
    const size = 2 ** 20 + 1;
    const loops = new Int32Array(size);
    const probabilities = new Uint8Array(size).fill(1);
    ArcIndex.build(
      { nodeCount: 1, sources: loops, targets: loops, probabilities },
      { progress: (share) => shares.push(share) },
    );
    const far = 2 ** 20 / size;
    expect(shares).toEqual([0, far / 3, 1 / 3, (1 + far) / 3]);
    expect(() => ArcIndex.build(SMALL, { signal: { aborted: true, reason: "why" } })).toThrow("why");
  });

  test("lies in a buffer that threads share only where that is asked, and stays there", () => {
    const mirrored = { nodeCount: 2, ...listOf([arc(0, 1), arc(1, 0)]) };
    // Without a self-loop, with one, and of one direction: each is written another way.
    for (const input of [mirrored, { nodeCount: 2, ...listOf([arc(0, 1), arc(1, 0), arc(1, 1)]) }, SMALL]) {
      for (const shared of [false, true]) {
        const index = ArcIndex.build(input, shared ? { shared } : undefined);
        const buffers = [index.buffer];
        index.setProbability(0, 1, 0.25);
        buffers.push(index.buffer);
        for (const buffer of buffers) expect(buffer instanceof SharedArrayBuffer).toBe(shared);
      }
    }
  });

  test("an index of nothing", () => {
    const index = ArcIndex.build({ nodeCount: 0, sources: [], targets: [], probabilities: [] });
    expect(ArcIndex.fromBuffer(index.buffer).nodeCount).toBe(0);
    expect(kBestPaths(index, { sources: [], targets: [], k: 1 }).paths).toEqual([]);
    expect(() => index.probability(0, 0)).toThrowError(expect.objectContaining({ code: "INVALID_ARGUMENT" }));
  });
});

describe("ArcIndex.fromBuffer", () => {
  const directed = ArcIndex.build(SMALL);
  const mutual = ArcIndex.build({
    nodeCount: 3,
    sources: [0, 1],
    targets: [1, 0],
    probabilities: [0.5, 0.5],
  });

  test("takes the same buffer back, shared or not", () => {
    for (const index of [directed, mutual, ArcIndex.build(SMALL, { shared: true })]) {
      const again = ArcIndex.fromBuffer(index.buffer);
      expect(again.buffer).toBe(index.buffer);
      expect([again.nodeCount, again.arcCount]).toEqual([index.nodeCount, index.arcCount]);
      expect(kBestPaths(again, { sources: 0, targets: 1, k: 9 })).toEqual(
        kBestPaths(index, { sources: 0, targets: 1, k: 9 }),
      );
    }
  });

  test("refuses every truncation, every longer one, every flipped bit of header and offsets", () => {
    for (const index of [directed, mutual]) {
      const bytes = new Uint8Array(index.buffer as ArrayBuffer);
      for (let length = 0; length < bytes.length; length++) corrupts(bytes.slice(0, length).buffer);
      corrupts(new Uint8Array([...bytes, 0]).buffer);
      const directions = index === directed ? 2 : 1;
      const offsets = 32 + 8 * directions * index.arcCount;
      const ends = offsets + 4 * directions * (index.nodeCount + 1);
      for (let at = 0; at < bytes.length; at++) {
        if (at >= 32 && (at < offsets || at >= ends)) continue;
        for (let bit = 0; bit < 8; bit++) {
          const flipped = bytes.slice();
          flipped[at]! ^= 1 << bit;
          corrupts(flipped.buffer);
        }
      }
    }
  });

  test("any other flipped bit is refused or leaves a sound index", () => {
    const bytes = new Uint8Array(directed.buffer as ArrayBuffer);
    let refused = 0;
    for (let at = 32; at < bytes.length; at++) {
      for (let bit = 0; bit < 8; bit++) {
        const flipped = bytes.slice();
        flipped[at]! ^= 1 << bit;
        try {
          const index = ArcIndex.fromBuffer(flipped.buffer);
          kBestPaths(index, { sources: 0, targets: 3, k: 9 });
          reach(index, { sources: 0, maxHops: 9 });
        } catch (error) {
          expect(error).toMatchObject({ code: "INDEX_CORRUPT" });
          refused++;
        }
      }
    }
    expect(refused).toBeGreaterThan(15);
  });

  test("refuses what is no buffer", () => {
    const hostile = {
      get byteLength() {
        throw new Error("read");
      },
    };
    for (const value of [undefined, null, {}, new Uint8Array(64), "x", hostile])
      corrupts(value as ArrayBuffer);
  });
});

describe("setProbability", () => {
  test("equals a build with the new probability, on any graph, mutual ones too", () => {
    const anyChange = smallGraph(6).chain((graph) =>
      fc.record({
        graph: fc.constant(graph),
        picks: fc.array(fc.tuple(fc.nat(), fc.constantFrom(0.5, 1, 0.33, 0.81)), {
          minLength: 1,
          maxLength: 4,
        }),
      }),
    );
    fc.assert(
      fc.property(anyChange, ({ graph, picks }) => {
        const arcs = graph.arcs.filter((arc) => arc.source !== arc.target);
        fc.pre(arcs.length > 0);
        const index = indexOf(graph);
        let changed = arcs;
        for (const [pick, p] of picks) {
          const { source, target } = arcs[pick % arcs.length]!;
          index.setProbability(source, target, p);
          changed = changed.map((arc) =>
            arc.source === source && arc.target === target ? { ...arc, probability: p } : arc,
          );
          expect(index.probability(source, target)).toBe(p);
        }
        const ends = { sources: 0, targets: graph.nodeCount - 1 };
        const expected = oraclePaths(graph.nodeCount, changed, {
          sources: [0],
          targets: [graph.nodeCount - 1],
        });
        expect(kBestPaths(index, { ...ends, k: 500 }).paths.map((path) => path.nodes)).toEqual(
          expected.map((path) => path.nodes),
        );
        expect(ArcIndex.fromBuffer(index.buffer).arcCount).toBe(index.arcCount);
      }),
      { numRuns: 400 },
    );
  });

  test("leaves a mutual index's old buffer as it was, and refuses what is no arc", () => {
    const index = ArcIndex.build({ nodeCount: 2, ...listOf([arc(0, 1), arc(1, 0)]) });
    const old = index.buffer;
    for (const [u, v, p] of [
      [0, 1, 0],
      [0, 1, 1.5],
      [0, 1, Number.NaN],
      [1, 1, 0.5],
    ] as const) {
      expect(() => index.setProbability(u, v, p)).toThrowError(
        expect.objectContaining({ code: "INVALID_ARC" }),
      );
    }
    expect(() => index.setProbability(0, 2, 0.5)).toThrowError(
      expect.objectContaining({ code: "INVALID_ARGUMENT" }),
    );
    expect(index.buffer).toBe(old);
    index.setProbability(0, 1, 0.25);
    expect(index.buffer).not.toBe(old);
    expect([index.probability(0, 1), index.probability(1, 0)]).toEqual([0.25, 0.5]);
    expect(ArcIndex.fromBuffer(old).probability(0, 1)).toBe(0.5);
  });
});

function arc(source: number, target: number) {
  return { source, target, probability: 0.5 };
}
