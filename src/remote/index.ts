export { arcsOf } from "./arcs-of.js";
export type { RemotePath } from "./fetched-arcs.js";
export { findPathsIn, type RemoteQuery, type RemoteResult } from "./find-paths-in.js";
export { memoryNeighborSource } from "./memory-neighbor-source.js";
export type { Arc, Cap, NeighborSource } from "./neighbor-source.js";
export { type RunSql, SQL_SCHEMA, sqlNeighborSource } from "./sql-neighbor-source.js";
