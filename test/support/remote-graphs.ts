import fc from "fast-check";
import { type Arc, memoryNeighborSource, type NeighborSource } from "../../src/remote/index.js";
import { ArcIndex, kBestPaths } from "../../src/search/index.js";

/** A small directed graph with ids that sort oddly, ties of equal probability, hubs, and several ends. */
export interface RemoteGraph {
  readonly ids: readonly string[];
  readonly arcs: readonly Arc[];
  readonly sources: readonly string[];
  readonly targets: readonly string[];
  readonly k: number;
  readonly maxHops: number;
}

const NAMES = [
  "a",
  "B",
  "é",
  "e\u0301",
  "__proto__",
  "constructor",
  "10",
  "9",
  "z",
  "👩‍🚀",
  "m",
  "n",
  "o",
  "p",
];

export const remoteGraph: fc.Arbitrary<RemoteGraph> = fc
  .record({
    size: fc.integer({ min: 2, max: NAMES.length }),
    ties: fc.array(
      fc.tuple(
        fc.nat(),
        fc.nat(),
        fc.constantFrom(0.5, 0.25, 0.9, 1, 0.33, 0.7),
        fc.constantFrom(0.5, 0.25, 0.1, 1),
      ),
      { maxLength: 45 },
    ),
    hub: fc.boolean(),
    ends: fc.tuple(fc.nat(), fc.nat(), fc.nat(), fc.nat()),
    several: fc.boolean(),
    k: fc.integer({ min: 1, max: 12 }),
    maxHops: fc.integer({ min: 1, max: 4 }),
  })
  .map(({ size, ties, hub, ends, several, k, maxHops }) => {
    const ids = NAMES.slice(0, size);
    const id = (n: number): string => ids[n % size] as string;
    const arcs = ties.flatMap(([a, b, there, back], i): Arc[] => {
      const [source, target] = [hub && i % 3 === 0 ? id(0) : id(a), id(b)];
      if (source === target) return [];
      const one = { source, target, probability: there };
      return i % 4 === 0 ? [one] : [one, { source: target, target: source, probability: back }];
    });
    const [s, t, s2, t2] = ends;
    const sources = [...new Set(several ? [id(s), id(s2)] : [id(s)])];
    const targets = [...new Set(several ? [id(t), id(t2)] : [id(t)])];
    return { ids, arcs, sources, targets, k, maxHops };
  });

/** The k best paths of the whole graph in memory: the oracle. */
export function wholePaths({
  ids,
  arcs,
  sources,
  targets,
  k,
  maxHops,
}: RemoteGraph): { people: string[]; probability: number }[] {
  const sorted = [...ids].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const index = ArcIndex.build({
    nodeCount: sorted.length,
    sources: arcs.map(({ source }) => sorted.indexOf(source)),
    targets: arcs.map(({ target }) => sorted.indexOf(target)),
    probabilities: arcs.map(({ probability }) => probability),
  });
  const query = {
    sources: sources.map((id) => sorted.indexOf(id)),
    targets: targets.map((id) => sorted.indexOf(id)),
    k,
    maxHops,
  };
  return kBestPaths(index, query).paths.map(({ nodes, probability }) => ({
    people: nodes.map((node) => sorted[node] as string),
    probability,
  }));
}

/** A source that counts its calls and looks at what it is asked. */
export function watched(arcs: readonly Arc[]): NeighborSource & { readonly calls: string[] } {
  const source = memoryNeighborSource(arcs);
  const calls: string[] = [];
  return {
    calls,
    out: (caps) => {
      calls.push("out");
      return source.out(caps);
    },
    into: (caps) => {
      calls.push("into");
      return source.into(caps);
    },
    between: (a, b) => {
      calls.push("between");
      return source.between(a, b);
    },
  };
}
