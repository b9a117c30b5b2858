import type { AbortSignalLike } from "../base/abort.js";
import { madeOf } from "../base/check-shape.js";
import type { ArcIndex } from "./arc-index.js";
import { type ArcOverlay, type View, viewFor } from "./arc-overlay.js";
import type { ArcList } from "./build-arcs.js";
import { check, checkCount, checkNodes } from "./check.js";
import type { SearchScratch } from "./search-scratch.js";

/** What every search may be given beside its ends. */
export interface SearchOptions {
  /** The most hops of a path, an integer >= 1. @defaultValue no bound */
  readonly maxHops?: number | undefined;
  /** Nodes that no path may touch. */
  readonly blockedNodes?: Iterable<number> | undefined;
  /** Arcs, as [source, target], that no path may use. */
  readonly blockedArcs?: Iterable<readonly [number, number]> | undefined;
  /** Arcs that stand in place of the index's for this query; probability 0 takes one away. See `withArcs`. */
  readonly overlay?: ArcOverlay | ArcList | undefined;
  /** How much work a search may do. @defaultValue any number of nodes, and arcs as {@link SearchBudget} says */
  readonly budget?: SearchBudget | undefined;
  /** Looked at every 1,024 nodes; the search throws its reason and leaves no state changed. */
  readonly signal?: AbortSignalLike | undefined;
  /** Working memory to use again. @defaultValue one that the index keeps */
  readonly scratch?: SearchScratch | undefined;
}

/** A bound on work that gives the same answer on every machine. */
export interface SearchBudget {
  /** The most nodes to visit: settled by a search, or taken up while paths are listed. An integer >= 1. */
  readonly maxVisited?: number | undefined;
  /**
   * The most arcs to look at, an integer >= 1. @defaultValue 2^24 or four times the index's arcs, whichever is more: about
   * a second of work
   */
  readonly maxScanned?: number | undefined;
}

/** For a search of one path, which is bounded by the graph itself. */
export const UNBOUNDED: SearchBudget = { maxScanned: Number.MAX_SAFE_INTEGER };

/** A checked query. */
export interface Query {
  readonly view: View;
  readonly sources: readonly number[];
  readonly targets: readonly number[];
  readonly blocked: readonly number[];
  /** At most nodeCount - 1: no loopless path has more hops. */
  readonly maxHops: number;
}

/**
 * Checks what a search was given.
 * @throws WarmpathError `INVALID_ARGUMENT`; `INVALID_ARC` for the overlay.
 */
export function checkQuery(
  index: ArcIndex,
  sources: number | readonly number[],
  targets: number | readonly number[],
  options: SearchOptions,
): Query {
  return madeOf("query", () => {
    const { budget } = options;
    const { nodeCount } = index;
    const most = Math.max(1, nodeCount - 1);
    const { maxHops = most } = options;
    const blocked = [...(options.blockedNodes ?? [])];
    const arcs = [...(options.blockedArcs ?? [])];
    checkNodes(blocked, nodeCount, "blockedNodes");
    for (const [from, to] of arcs) checkNodes([from, to], nodeCount, "blockedArcs");
    checkCount(maxHops, "maxHops");
    checkCount(budget?.maxVisited ?? 1, "maxVisited");
    checkCount(budget?.maxScanned ?? 1, "maxScanned");
    const closed = new Set(blocked);
    const free = (nodes: number | readonly number[], what: string) => {
      const given = typeof nodes === "number" ? [nodes] : nodes;
      check(typeof given?.[Symbol.iterator] === "function", what);
      checkNodes(given, nodeCount, what);
      return [...new Set(given)].filter((node) => !closed.has(node));
    };
    return {
      sources: free(sources, "sources"),
      targets: free(targets, "targets"),
      blocked,
      maxHops: Math.min(maxHops, most),
      view: viewFor(index, options.overlay, arcs),
    };
  });
}

/** A cost above every path's, below infinity: what is not reached never lies within it. */
export const NO_LIMIT: number = Number.MAX_VALUE;
