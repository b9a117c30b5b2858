import type { ArcIndex } from "./arc-index.js";
import { checkGiven } from "./check.js";
import { kBestPaths } from "./k-best-paths.js";
import { type SearchOptions, UNBOUNDED } from "./query.js";
import type { RawPath } from "./raw-path.js";

/** What {@link bestPath} is asked. */
export interface BestPathQuery extends Omit<SearchOptions, "budget"> {
  readonly source: number;
  readonly target: number;
}

/**
 * The most probable path, the first of {@link kBestPaths}, ties included; undefined where there is none.
 * @throws WarmpathError `INVALID_ARGUMENT`, `INVALID_ARC` for the overlay; the signal's reason.
 */
export function bestPath(index: ArcIndex, query: BestPathQuery): RawPath | undefined {
  checkGiven(query, "query");
  const { source, target, ...options } = query;
  return kBestPaths(index, { ...options, budget: UNBOUNDED, sources: source, targets: target, k: 1 })
    .paths[0];
}
