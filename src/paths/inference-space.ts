/** Mark of the target himself, and of all who are tied to him as the seekers may see: nothing is inferred for them. */
export const OUT = 1;
/** Mark of a seeker. */
export const SEEKER = 2;

/**
 * Working memory of one inference at a time, a cell for each node; marks, scores and counts are 0 between inferences. No code
 * of a caller runs while it is in use.
 */
export class InferenceSpace {
  /** {@link OUT} and {@link SEEKER}, added up. */
  readonly marks: Uint8Array;
  readonly scores: Float64Array;
  readonly counts: Uint32Array;
  /** Nodes met at a place, and beside each 1 where the two are there today. */
  readonly met: Uint32Array;
  readonly areThere: Uint8Array;

  constructor(nodeCount: number) {
    this.marks = new Uint8Array(nodeCount);
    this.scores = new Float64Array(nodeCount);
    this.counts = new Uint32Array(nodeCount);
    this.met = new Uint32Array(nodeCount);
    this.areThere = new Uint8Array(nodeCount);
  }
}
