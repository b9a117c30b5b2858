import { type ArcIndex, scratchOf } from "./arc-index.js";
import { checkCount, checkGiven } from "./check.js";
import { findRoutes } from "./find-routes.js";
import { newMeter } from "./meter.js";
import { checkQuery, type SearchOptions } from "./query.js";
import { type RawPath, rawPath } from "./raw-path.js";
import { borrow } from "./search-scratch.js";

/** What {@link kBestPaths} is asked. */
export interface KBestQuery extends SearchOptions {
  /** Where a path may start; another source may lie inside a path. */
  readonly sources: number | readonly number[];
  /** Where a path ends; no target lies inside a path. */
  readonly targets: number | readonly number[];
  /** How many paths, an integer >= 1. */
  readonly k: number;
}

/** What {@link kBestPaths} found. */
export interface KBestResult {
  /** The best paths in order; after a budget bit, those of them that are certain. */
  readonly paths: RawPath[];
  /** `budget`: the search stopped early, see `bound`. */
  readonly stopped: "complete" | "budget";
  /** Nodes visited, as `budget.maxVisited` counts them. */
  readonly visited: number;
  /** Only after a budget bit: no path that is missing is more probable than this. */
  readonly bound?: number;
}

/**
 * The k most probable loopless paths from any source to any target.
 *
 * Order: cost (sum of -ln p, from the source) rising. Neighbours within 1e-12 x max(1, cost) tie, and a run of ties is
 * ordered by hops, then by node numbers along the path. The first k of k + 1 are the k.
 * @throws WarmpathError `INVALID_ARGUMENT`, `INVALID_ARC` for the overlay; the signal's reason.
 */
export function kBestPaths(index: ArcIndex, query: KBestQuery): KBestResult {
  checkGiven(query, "query");
  checkCount(query.k, "k");
  const checked = checkQuery(index, query.sources, query.targets, query);
  const meter = newMeter(query, Math.max(LEAST_SCANNED, 4 * index.arcCount));
  const scratch = scratchOf(index, query.scratch);
  const found = borrow(scratch, index.nodeCount, (space) => findRoutes(checked, query.k, meter, space));
  scratch.visited = meter.visited;
  scratch.scanned = meter.scanned;
  return {
    paths: found.routes.map(rawPath),
    visited: meter.visited,
    ...(found.bound === undefined
      ? { stopped: "complete" }
      : { stopped: "budget", bound: Math.exp(-found.bound) }),
  };
}

/** @see SearchBudget.maxScanned */
const LEAST_SCANNED = 2 ** 24;
