/** Lends the memory to one search and cleans it afterwards, whatever happened. */
export let borrow: <T>(scratch: SearchScratch, nodeCount: number, use: (space: SearchSpace) => T) => T;
/** True for such memory itself; an heir or a proxy of one has none. */
export let isScratch: (given: unknown) => boolean;

/**
 * Working memory of searches, to be used again by one after the other: 32 bytes a node of the largest index searched. A
 * search that is started while another holds the memory (inside a callback) takes memory of its own, so that nesting is
 * always right. Never share one between threads.
 */
export class SearchScratch {
  /** Nodes visited by the last search that used this memory. */
  visited = 0;
  /** Arcs looked at by the last search that used this memory. */
  scanned = 0;
  #space: SearchSpace | undefined;

  static {
    isScratch = (given) => #space in Object(given);
    borrow = (scratch, nodeCount, use) => {
      const kept = scratch.#space;
      const space = kept && kept.labels.length >= STRIDE * nodeCount ? kept : newSpace(nodeCount);
      // Not to be had while it is in use.
      scratch.#space = undefined;
      try {
        return use(space);
      } finally {
        clear(space);
        scratch.#space = space;
      }
    };
  }
}

/** The memory itself. A node's labels lie side by side, so that one cache line answers for both directions. */
export interface SearchSpace {
  readonly labels: Float64Array;
  /** Nodes whose labels are to be cleaned. */
  readonly touched: number[];
  /** Nodes not settled ahead are at least so far from the sources. */
  radius: number;
}

/** Labels a node has. */
export const STRIDE = 4;
/** Cost of the best way from a source. */
export const AHEAD = 0;
/** Cost of the best way to a target. */
export const BACK = 1;
/** The same, exact, for nodes of the corridor outside the targets' ball. */
export const WAY_ON = 2;

/** What a node is to this query or listing: infinity for nothing, or one of the two below. */
export const MARK = 3;
export const TARGET = 1;
export const ON_PATH = 2;

function newSpace(nodeCount: number): SearchSpace {
  return {
    labels: new Float64Array(STRIDE * nodeCount).fill(Infinity),
    touched: [],
    radius: 0,
  };
}

/** Cleans what was touched. */
export function clear(space: SearchSpace): void {
  const { labels, touched } = space;
  for (let i = 0; i < touched.length; i++) {
    const at = STRIDE * touched[i]!;
    labels[at] = labels[at + 1] = labels[at + 2] = labels[at + 3] = Infinity;
  }
  touched.length = space.radius = 0;
}
