export { emailKey, normalizeEmail } from "./email.js";
export { foldCompany, sameCompany } from "./fold-company.js";
export { foldName, foldText, joinName } from "./fold-name.js";
export type { Person, Spell, Tag } from "./person.js";
export { normalizeProfileUrl } from "./profile-url.js";
export type { Interaction, InteractionKind, InteractionRecord, Tie, TieEvidence } from "./tie.js";
