export { type DisjointQuery, disjointPaths } from "./disjoint-paths.js";
