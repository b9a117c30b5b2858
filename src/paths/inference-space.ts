import { FoundTies } from "./found-ties.js";

/** Mark of the target themselves, and of all who are tied to them as the seekers may see: nothing is inferred for them. */
export const OUT = 1;
/** Mark of a seeker. */
export const SEEKER = 2;

/**
 * Working memory of one inference at a time, a cell for each node; marks and sums are 0 between inferences. No code
 * of a caller runs while it is in use.
 */
export class InferenceSpace {
  /** {@link OUT} and {@link SEEKER}, added up. */
  readonly marks: Uint8Array;
  /** Two numbers for each node side by side, since they are looked up in no order: a score, and of how many terms it is. */
  readonly sums: Float64Array;
  /** Nodes met at a place, and beside each 1 where the two are there today, and what their title tells. */
  readonly met: Uint32Array;
  readonly areThere: Uint8Array;
  readonly titles: Uint16Array;
  readonly #nodeCount: number;
  #found: FoundTies | undefined;

  constructor(nodeCount: number) {
    this.#nodeCount = nodeCount;
    this.marks = new Uint8Array(nodeCount);
    this.sums = new Float64Array(2 * nodeCount);
    this.met = new Uint32Array(nodeCount);
    this.areThere = new Uint8Array(nodeCount);
    this.titles = new Uint16Array(nodeCount);
  }

  /**
   * What `work` makes of empty columns, which are its own until it ends. One set is kept, since at 100,000 people a new one is
   * more than a megabyte. A query within a query (from a caller's `askContext`) gets another.
   */
  withFound<T>(work: (found: FoundTies) => T): T {
    const found = this.#found ?? new FoundTies(this.#nodeCount);
    this.#found = undefined;
    try {
      return work(found);
    } finally {
      found.clear();
      this.#found = found;
    }
  }
}
