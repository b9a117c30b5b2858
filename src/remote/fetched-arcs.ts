import { checkId, compareCodeUnits, isReadable, WarmpathError } from "../base/index.js";
import { ArcIndex, kBestPaths } from "../search/index.js";
import type { Arc } from "./neighbor-source.js";

/** A path by ids, from a source to a target. */
export interface RemotePath {
  readonly people: readonly string[];
  readonly probability: number;
}

/** The arcs that a search has fetched so far, each pair of people once with its most probable arc, at most so many. */
export class FetchedArcs {
  readonly #most: number;
  readonly #arcs = new Map<string, Map<string, Arc>>();
  #count = 0;
  /** Cost from which on a path may be missing, since an arc was not fetched or not kept. */
  #bound = Number.POSITIVE_INFINITY;

  constructor(most: number) {
    this.#most = most;
  }

  /** Arcs kept. */
  get count(): number {
    return this.#count;
  }

  /** How many more may be kept. */
  get left(): number {
    return this.#most - this.#count;
  }

  get bound(): number {
    return this.#bound;
  }

  /** False where an arc may be missing. */
  get isComplete(): boolean {
    return this.#bound === Number.POSITIVE_INFINITY;
  }

  /** Tells that paths of this cost or more may be missing. */
  lowerBound(cost: number): void {
    this.#bound = Math.min(this.#bound, cost);
  }

  /**
   * Keeps arcs, the cheapest first where not all may be kept.
   * @param least The least cost of the rest of a path over such an arc, for the bound.
   * @throws WarmpathError `INVALID_ARC` with the position of an arc that is none, `INVALID_ID`.
   */
  take(arcs: readonly Arc[], least = 0): void {
    for (const [position, arc] of arcs.entries()) checkArc(arc, position);
    const ordered = arcs.length > this.left ? [...arcs].sort((a, b) => b.probability - a.probability) : arcs;
    for (const arc of ordered) {
      const { source, target, probability } = arc;
      if (source === target) continue;
      const held = this.#arcs.get(source)?.get(target);
      if (held === undefined && this.left <= 0) {
        this.lowerBound(-Math.log(probability) + least);
        continue;
      }
      if (held !== undefined && held.probability >= probability) continue;
      if (held === undefined) this.#count++;
      const row = this.#arcs.get(source) ?? new Map<string, Arc>();
      row.set(target, arc);
      this.#arcs.set(source, row);
    }
  }

  /** The arcs that start at somebody. */
  from(source: string): Iterable<Arc> {
    return this.#arcs.get(source)?.values() ?? [];
  }

  *[Symbol.iterator](): Generator<Arc, void, undefined> {
    for (const row of this.#arcs.values()) yield* row.values();
  }

  /** The k best paths over what was fetched, as `kBestPaths` on the whole graph orders them. */
  paths(sources: readonly string[], targets: readonly string[], k: number, maxHops: number): RemotePath[] {
    const ids = new Set([...sources, ...targets]);
    for (const { source, target } of this) ids.add(source).add(target);
    const sorted = [...ids].sort(compareCodeUnits);
    const numbers = new Map(sorted.map((id, number) => [id, number]));
    const number = (id: string): number => numbers.get(id) as number;
    const all = [...this];
    const index = ArcIndex.build({
      nodeCount: sorted.length,
      sources: all.map(({ source }) => number(source)),
      targets: all.map(({ target }) => number(target)),
      probabilities: all.map(({ probability }) => probability),
    });
    const { paths } = kBestPaths(index, {
      sources: sources.map(number),
      targets: targets.map(number),
      k,
      maxHops,
    });
    return paths.map(({ nodes, probability }) => ({
      people: nodes.map((node) => sorted[node] as string),
      probability,
    }));
  }
}

function checkArc(arc: Arc, position: number): void {
  if (!isReadable(arc) || !(arc.probability > 0 && arc.probability <= 1)) {
    throw new WarmpathError(
      "INVALID_ARC",
      "an arc of the source is to have a probability above 0 and up to 1",
      {
        position,
      },
    );
  }
  checkId(arc.source, "source");
  checkId(arc.target, "target");
}
