import fc from "fast-check";
import { ArcIndex } from "warmpath/search";
import type { OracleArc } from "./search-oracle.js";

/** A small graph for the oracle. */
export interface SmallGraph {
  readonly nodeCount: number;
  readonly arcs: readonly OracleArc[];
}

/** Few distinct values make many exact ties; 1 makes arcs that cost nothing; neighbours of 1 make near ties. */
const PALETTES: readonly (readonly number[])[] = [
  [0.5],
  [1],
  [0.5, 1],
  [0.5, 0.25, 1],
  [0.6, 0.8, 1],
  [0.9, 0.81, 0.729, 0.3],
  [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7],
  [1, 1 - 4e-13, 1 - 9e-13, 1 - 5e-12, 0.5],
  [1e-300, 1e-12, 0.5, 1],
];

/** Small dense graphs, most of them full of ties; self-loops and parallel arcs included. */
export function smallGraph(maxNodes = 6): fc.Arbitrary<SmallGraph> {
  const probability = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...PALETTES).map((palette) => fc.constantFrom(...palette)) },
    { weight: 1, arbitrary: fc.constant(fc.double({ min: 0.01, max: 1, noNaN: true })) },
  );
  return fc
    .tuple(
      fc.oneof(
        { weight: 1, arbitrary: fc.integer({ min: 1, max: 3 }) },
        { weight: 3, arbitrary: fc.integer({ min: Math.min(4, maxNodes), max: maxNodes }) },
      ),
      probability,
      fc.integer({ min: 0, max: 3 }),
    )
    .chain(([nodeCount, p, density]) => {
      const node = fc.integer({ min: 0, max: nodeCount - 1 });
      const arc = fc.record({ source: node, target: node, probability: p });
      const arcs = fc.array(arc, {
        minLength: nodeCount * density,
        maxLength: nodeCount * (1 + 2 * density),
        size: "max",
      });
      // Ways back of the same probability, or of the probability of another arc: then each node has as many arcs in as out.
      const waysBack = fc.constantFrom("none", "none", "same", "other");
      return fc.tuple(arcs, waysBack).map(([list, back]) => {
        const mirror = ({ source, target }: OracleArc, i: number): OracleArc => {
          const { probability } = list[back === "same" ? i : (i + 1) % list.length]!;
          return { source: target, target: source, probability };
        };
        return { nodeCount, arcs: back === "none" ? list : list.flatMap((arc, i) => [arc, mirror(arc, i)]) };
      });
    });
}

/** Node numbers of a graph. */
export function someNodes(nodeCount: number, maxLength: number, minLength = 1): fc.Arbitrary<number[]> {
  return fc.array(fc.integer({ min: 0, max: nodeCount - 1 }), { minLength, maxLength });
}

export function indexOf({ nodeCount, arcs }: SmallGraph): ArcIndex {
  return ArcIndex.build({ nodeCount, ...listOf(arcs) });
}

/** Arcs as three lists. */
export function listOf(arcs: readonly OracleArc[]): {
  sources: number[];
  targets: number[];
  probabilities: number[];
} {
  return {
    sources: arcs.map((arc) => arc.source),
    targets: arcs.map((arc) => arc.target),
    probabilities: arcs.map((arc) => arc.probability),
  };
}

/** mulberry32: a small seeded generator for graphs that fast-check need not shrink. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
