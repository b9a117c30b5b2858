import type { ArcIndex } from "./arc-index.js";
import { type KBestQuery, kBestPaths } from "./k-best-paths.js";
import type { RawPath } from "./raw-path.js";

/**
 * The paths of {@link kBestPaths} one after the other, until stopped. Paths are found in batches that double, so that
 * taking k costs little more than asking for k at once.
 * @throws WarmpathError as {@link kBestPaths}, when the first path is asked for.
 */
export function* iteratePaths(index: ArcIndex, query: Omit<KBestQuery, "k" | "budget">): Generator<RawPath> {
  let given = 0;
  for (let k = 4; ; k *= 2) {
    const { paths } = kBestPaths(index, { ...query, budget: undefined, k });
    yield* paths.slice(given);
    if (paths.length < k) return;
    given = k;
  }
}
