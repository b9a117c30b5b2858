export { bareCompany } from "./bare-company.js";
export { branchBase } from "./branch-words.js";
export { COMPANY_ALIASES, type CompanyAliases } from "./company-aliases.js";
export { compareNames } from "./compare-names.js";
export {
  compareTitles,
  type TitlePair,
  titleCode,
  titleLikeness,
  titleOfCode,
} from "./compare-titles.js";
export {
  type Coverage,
  type CoverageRow,
  coverage,
  type PeopleHolder,
} from "./coverage.js";
export { emailKey, normalizeEmail } from "./email.js";
export { findTargets } from "./find-targets.js";
export { companyKeys, foldCompany } from "./fold-company.js";
export { bareName, foldName, foldText, joinName, namesInList } from "./fold-name.js";
export { isFreeMail } from "./free-mail.js";
export { type Greeted, givenNameOf } from "./given-name.js";
export { holdsTitle } from "./holds-title.js";
export { traitsReader } from "./human-traits.js";
export { isFormerColleague, isKnownByTrade, isOwnTeam, isStranger } from "./is-stranger.js";
export { likelyPairs } from "./likely-pairs.js";
export { nameKeys } from "./name-forms.js";
export { isPlaceholder, nameKind } from "./name-kind.js";
export { NAME_LEVELS, type NameLevel } from "./name-levels.js";
export { namesOneOf } from "./names-one-of.js";
export { parseTargetQuery, type TargetQuery } from "./parse-target-query.js";
export { type JobTitle, parseTitle } from "./parse-title.js";
export { pastEmployers } from "./past-employers.js";
export {
  type Person,
  type PersonKind,
  type Source,
  type Spell,
  type SpellKind,
  type Tag,
  TEXT_FIELDS,
} from "./person.js";
export { type ProfileItem, profileChecklist } from "./profile-checklist.js";
export { normalizeProfileUrl } from "./profile-url.js";
export {
  type AskReason,
  type AskReasonCode,
  type ReasonedLeg,
  reasonsApart,
  reasonsOf,
  type TitlesOf,
} from "./reasons-of.js";
export {
  NOT_NOW_CODES,
  REFERRAL_METHODS,
  REFERRAL_SOURCES,
  type ReferralMethod,
  type ReferralSource,
  TAG_CODES,
  taggedWith,
} from "./referral-codes.js";
export { type NamedRecords, renamePeople } from "./rename-people.js";
export {
  type IdentityDecision,
  type IdentityReview,
  type MergedPair,
  type Resolution,
  type ResolveOptions,
  renameDecisions,
  resolvePeople,
} from "./resolve-people.js";
export { richerText } from "./richer-text.js";
export { isRoleMailbox, ROLE_MAILBOXES } from "./role-mailboxes.js";
export {
  COMPANY_LEVELS,
  type CompanyLevel,
  type CompanyLikeness,
  type CompanyOptions,
  companyLikeness,
  sameCompany,
} from "./same-company.js";
export {
  checkProfile,
  DEFAULT_TARGET_FIT_SETTINGS,
  type TargetFit,
  type TargetFitSettings,
  type TargetProfile,
  targetFit,
  targetFits,
} from "./target-fit.js";
export { type FindOptions, TargetIndex, type TargetMatch } from "./target-index.js";
export { type ToldTie, tellersOf } from "./tellers-of.js";
export {
  type Interaction,
  type InteractionKind,
  type InteractionRecord,
  isTieOf,
  type Tie,
  type TieEvidence,
  type TieKind,
  turnedContext,
  type Visibility,
  type Vouch,
} from "./tie.js";
export type { JobFunction, JobRank } from "./title-words.js";
