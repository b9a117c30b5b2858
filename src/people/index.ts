export type { Person, Spell, Tag } from "./person.js";
export type { Interaction, InteractionKind, InteractionRecord, Tie, TieEvidence } from "./tie.js";
