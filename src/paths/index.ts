export { compileNetwork } from "./compile-network.js";
export type { CompiledNetwork } from "./compiled-network.js";
export { type CompileOptions, compiledOn } from "./compiled-on.js";
export type { CompiledView } from "./compiled-view.js";
export { type Familiarity, familiarityOf } from "./familiarity.js";
export { findPaths, findPathsSharing } from "./find-paths.js";
export type { InferenceGround } from "./found-ties.js";
export { DEFAULT_INFERENCE_LIMITS, type InferenceLimits } from "./inference-limits.js";
export type { InferenceRequest } from "./inference-query.js";
export { type InferredTie, inferTies } from "./inferred-ties.js";
export type { FoundPath, Guess, IntroductionPath, Leg, LegNumbers, RatedPath } from "./introduction-path.js";
export {
  type MaskedPath,
  type MaskedPerson,
  type MaskOptions,
  maskId,
  maskPath,
  replaceIds,
} from "./mask-path.js";
export { type NetworkArc, networkArcs } from "./network-arcs.js";
export type { AskContext, PathRequest, TieShown } from "./path-request.js";
export { type NewTieReach, reachOverNewTies } from "./reach-over-new-ties.js";
export { type Reached, type ReachRequest, reachTargets } from "./reach-targets.js";
export { newSharedWork, type SharedWork } from "./shared-work.js";
export type { TieAdjustment } from "./tie-adjustments.js";
