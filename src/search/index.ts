export { ArcIndex } from "./arc-index.js";
export { ArcOverlay, withArcs } from "./arc-overlay.js";
export { type BestPathQuery, bestPath } from "./best-path.js";
export type { ArcInput, ArcList, BuildOptions } from "./build-arcs.js";
export { iteratePaths } from "./iterate-paths.js";
export { type KBestQuery, type KBestResult, kBestPaths, type RawPath } from "./k-best-paths.js";
export type { SearchBudget, SearchOptions } from "./query.js";
export { type Reach, type ReachQuery, reach } from "./reach.js";
export { SearchScratch } from "./search-scratch.js";
