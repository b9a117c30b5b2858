import { MinHeap } from "./min-heap.js";

/** Lends the memory to one search and cleans it afterwards, whatever happened. */
export let borrow: <T>(scratch: SearchScratch, nodeCount: number, use: (space: SearchSpace) => T) => T;

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
  #isTaken = false;

  static {
    borrow = (scratch, nodeCount, use) => {
      if (scratch.#isTaken) return use(newSpace(nodeCount));
      if (scratch.#space === undefined || scratch.#space.labels.length < STRIDE * nodeCount) {
        scratch.#space = newSpace(nodeCount);
      }
      scratch.#isTaken = true;
      try {
        return use(scratch.#space);
      } finally {
        clear(scratch.#space);
        scratch.#isTaken = false;
      }
    };
  }
}

/** The memory itself. A node's labels lie side by side, so that one cache line answers for both directions. */
export interface SearchSpace {
  readonly labels: Float64Array;
  readonly touched: number[];
  readonly settled: number[];
  readonly carried: number[];
  readonly stops: Stop[];
  /** Nodes not settled ahead are at least so far from the sources. */
  radius: number;
  readonly ahead: MinHeap;
  readonly back: MinHeap;
  readonly rest: MinHeap;
}

/** Where the scan of a node's arcs stopped, and the other ball's radius at that time. */
export interface Stop {
  readonly side: 0 | 1;
  readonly node: number;
  readonly at: number;
  readonly radius: number;
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

/** True for a target of the query. */
export function isTargetAt(labels: Float64Array, node: number): boolean {
  return labels[STRIDE * node + MARK] === TARGET;
}

/** Notes that a node's labels are to be cleaned. */
export function touch(space: SearchSpace, node: number): void {
  space.touched.push(node);
}

function newSpace(nodeCount: number): SearchSpace {
  return {
    labels: new Float64Array(STRIDE * nodeCount).fill(Number.POSITIVE_INFINITY),
    touched: [],
    settled: [],
    carried: [],
    stops: [],
    radius: 0,
    ahead: new MinHeap(),
    back: new MinHeap(),
    rest: new MinHeap(),
  };
}

/** Cleans what was touched. */
export function clear(space: SearchSpace): void {
  const { labels, touched } = space;
  for (let i = 0; i < touched.length; i++) {
    const at = STRIDE * touched[i]!;
    labels[at] = labels[at + 1] = labels[at + 2] = labels[at + 3] = Number.POSITIVE_INFINITY;
  }
  touched.length = space.settled.length = space.carried.length = space.stops.length = 0;
  space.radius = 0;
  space.ahead.size = space.back.size = space.rest.size = 0;
}
