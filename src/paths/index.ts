export { CompiledNetwork } from "./compiled-network.js";
export { findPaths } from "./find-paths.js";
export { type InferredTie, inferColleagues } from "./inferred-ties.js";
export type { IntroductionPath, Leg } from "./introduction-path.js";
export type { AskContext, PathRequest } from "./path-request.js";
export { type Reached, type ReachRequest, reachTargets } from "./reach-targets.js";
export { titleLikeness } from "./title-likeness.js";
