export { degreesOfSeparation } from "./degrees-of-separation.js";
export type { GraphLike } from "./graph-like.js";
export { flipEvidence, mergeEvidence } from "./merge-evidence.js";
export { mergePerson } from "./merge-person.js";
export { type KnownTie, Network, type NetworkImport, type TieChange } from "./network.js";
export type { NetworkSnapshot } from "./snapshot.js";
