import { withCallersOwn } from "../base/callers-own.js";
import { madeOf } from "../base/check-shape.js";
import { type ArcLayout, readLayout, seal } from "./arc-layout.js";
import { type ArcInput, type BuildOptions, buildArcs, checkProbability, refit } from "./build-arcs.js";
import { check, checkNodes } from "./check.js";
import { scanForArc } from "./find-arc.js";
import { probabilityOf } from "./raw-path.js";
import { isScratch, SearchScratch } from "./search-scratch.js";
import { sortArcs } from "./sort-arcs.js";

/** The index's arrays, for the search: another object after each change of a probability. */
export let layoutOf: (index: ArcIndex) => ArcLayout;
/** An index of such arrays. */
export let indexOfLayout: (layout: ArcLayout) => ArcIndex;
/** The working memory of a search: the index's where it brings none of its own. */
export let scratchOf: (index: ArcIndex, given: SearchScratch | undefined) => SearchScratch;

/**
 * Who passes on a request to whom, and how likely: directed arcs between numbered nodes, compiled for path queries.
 *
 * Everything lies in one buffer, which can be saved, or shared between threads. It is frozen but for
 * {@link ArcIndex.setProbability}. Where every arc has a mirror of equal probability, one adjacency serves both ways:
 * 12 bytes an arc and 4 a node; otherwise 24 and 8.
 *
 * @example
 * const index = ArcIndex.build({ nodeCount: 3, sources: [0, 1], targets: [1, 2], probabilities: [0.5, 0.8] });
 * bestPath(index, { source: 0, target: 2 }); // { nodes: [0, 1, 2], probability: 0.4 }
 */
export class ArcIndex {
  #layout: ArcLayout;
  readonly #scratch: SearchScratch = new SearchScratch();

  private constructor(layout: ArcLayout) {
    this.#layout = layout;
  }

  /**
   * Compiles arcs. Of parallel arcs the most probable counts, self-loops are dropped, order does not matter.
   * @throws WarmpathError `INVALID_ARC` with `details.position` for a node out of range or a probability outside (0, 1].
   * `INVALID_ARGUMENT` for a bad nodeCount or lists of unequal length; the signal's reason.
   */
  static build(input: ArcInput, options: BuildOptions = {}): ArcIndex {
    return madeOf("arcs", () => new ArcIndex(buildArcs(input, withCallersOwn(options, "progress"))));
  }

  /**
   * Takes an index's buffer as it is: one validating pass, nothing copied.
   * @throws WarmpathError `INDEX_CORRUPT` for any bytes that are no sound index of this version and byte order.
   */
  static fromBuffer(buffer: ArrayBufferLike): ArcIndex {
    return new ArcIndex(readLayout(buffer));
  }

  /** All of the index's bytes; {@link ArcIndex.fromBuffer} takes them back. */
  get buffer(): ArrayBufferLike {
    return this.#layout.buffer;
  }

  /** Nodes are numbered 0 to nodeCount - 1. */
  get nodeCount(): number {
    return this.#layout.nodeCount;
  }

  /** Arcs after parallel ones and self-loops are gone; an arc and its mirror are two. */
  get arcCount(): number {
    return this.#layout.arcCount;
  }

  /**
   * The probability of an arc, 0 where there is none; its cost is what is kept, so it comes back to 15 digits. Takes time in the source's number of arcs.
   * @throws WarmpathError `INVALID_ARGUMENT` for a node out of range.
   */
  probability(source: number, target: number): number {
    const at = this.#find(source, target);
    return at < 0 ? 0 : probabilityOf(this.#layout.out.costs[at]!);
  }

  /**
   * Changes the probability of an arc that is there, by sorting its two nodes' lists again; no rebuild. Never while
   * the buffer is shared between threads. The first change of an index with one adjacency writes that out as two, in
   * one pass over all arcs. From then on `buffer` is a new one; the old one keeps what it held.
   * @throws WarmpathError `INVALID_ARC` for a probability outside (0, 1] or an arc that is not there,
   * `INVALID_ARGUMENT` for a node out of range. Nothing is changed then.
   */
  setProbability(source: number, target: number, p: number): void {
    const found = this.#find(source, target);
    checkProbability(found >= 0, p, Number.MIN_VALUE, 0);
    const { mirrored } = this.#layout;
    this.#layout = mirrored ? seal(refit(this.#layout, this.arcCount, false)) : { ...this.#layout };
    const { out, in: into } = this.#layout;
    for (const [{ offsets, nodes, costs }, at, node] of [
      [out, found, source],
      [into, scanForArc(into, target, source), target],
    ] as const) {
      costs[at] = 0 - Math.log(p);
      sortArcs(nodes, costs, offsets[node]!, offsets[node + 1]!);
    }
  }

  #find(source: number, target: number): number {
    checkNodes([source, target], this.nodeCount, "node");
    return scanForArc(this.#layout.out, source, target);
  }

  static {
    layoutOf = (index) => index.#layout;
    indexOfLayout = (layout) => new ArcIndex(layout);
    scratchOf = (index, given = index.#scratch) => {
      check(isScratch(given), "scratch");
      return given;
    };
  }
}
