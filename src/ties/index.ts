export type { Factor, TieState } from "./factor.js";
