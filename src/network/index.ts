export { degreesOfSeparation } from "./degrees-of-separation.js";
export type { GraphLike } from "./graph-like.js";
export type { KnownTie, TieChange } from "./kept-tie.js";
export { flipEvidence, mergeEvidence } from "./merge-evidence.js";
export { mergePerson } from "./merge-person.js";
export { Network } from "./network.js";
export type { NetworkImport } from "./prepare-import.js";
export type { NetworkSnapshot, OwnerWord } from "./snapshot.js";
export { snapshotFor } from "./snapshot-for.js";
