export { ArcIndex } from "./arc-index.js";
export { type ArcOverlay, withArcs } from "./arc-overlay.js";
export { type BestPathQuery, bestPath } from "./best-path.js";
export type { ArcInput, ArcList, BuildOptions } from "./build-arcs.js";
export { type KBestQuery, type KBestResult, kBestPaths } from "./k-best-paths.js";
export type { SearchBudget, SearchOptions } from "./query.js";
export type { RawPath } from "./raw-path.js";
export { type Reach, type ReachQuery, reach } from "./reach.js";
export { SearchScratch } from "./search-scratch.js";
