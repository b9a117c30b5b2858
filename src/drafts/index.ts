export { CHANNEL_LIMITS, type Channel, type ChannelLimits } from "./channel.js";
export { type AskOptions, draftAsk } from "./draft-ask.js";
export type { DraftOptions } from "./draft-base.js";
export { type BrokeredOptions, draftBrokered } from "./draft-brokered.js";
export { draftCheckIn } from "./draft-check-in.js";
export { type CongratulationsOptions, draftCongratulations } from "./draft-congratulations.js";
export { type DeclineOptions, draftDecline } from "./draft-decline.js";
export { draftFollowUp, type FollowUpOptions } from "./draft-follow-up.js";
export { draftForwardable, type ForwardableOptions } from "./draft-forwardable.js";
export { draftFromTemplate, type TemplateDraftOptions } from "./draft-from-template.js";
export { draftIntroduction, type IntroductionOptions } from "./draft-introduction.js";
export { draftIssueQuestion, type IssueQuestionOptions } from "./draft-issue-question.js";
export type { DraftLeg } from "./draft-leg.js";
export { draftOptInQuestion, type OptInOptions } from "./draft-opt-in.js";
export { draftOwnContact, type OwnContactOptions } from "./draft-own-contact.js";
export { draftReciprocity, type ReciprocityOptions } from "./draft-reciprocity.js";
export { draftRelay, type RelayOptions } from "./draft-relay.js";
export { draftRevealRequest, type RevealRequestOptions } from "./draft-reveal-request.js";
export { draftRewarm, type RewarmOptions } from "./draft-rewarm.js";
export { draftSoftAsk, type SoftAskOptions } from "./draft-soft-ask.js";
export { draftThankYou, type ThankedFor, type ThankYouOptions } from "./draft-thank-you.js";
export type { TouchOptions } from "./draft-touch.js";
export { draftUpdate, type UpdateOptions, type UpdateStatus } from "./draft-update.js";
export { draftWelcome, type WelcomeOptions } from "./draft-welcome.js";
export { fixMessage } from "./fix-message.js";
export type { LanguagePack, LintWords } from "./language-pack.js";
export { LINT_THRESHOLDS, type LintFacts, type LintInput, type LintThresholds } from "./lint-input.js";
export { lintMessage, lintScore } from "./lint-message.js";
export { ENGLISH } from "./locales/en.js";
export { ENGLISH_MORE } from "./locales/en-more.js";
export { ENGLISH_REPORT } from "./locales/en-report.js";
export { mailto } from "./mailto.js";
export type { AskMessage, LintFinding, MessageField, MessagePart, TextEdit, Tone } from "./message.js";
export { type Playbook, type PlaybookTemplate, readPlaybook, writePlaybook } from "./playbook.js";
export {
  type NamesOfReader,
  type ReportSentences,
  reasonSentence,
  reportSentences,
} from "./reason-sentence.js";
export { companyOf, fullName, type NamedPerson, shown } from "./shown-name.js";
export { targetBrief } from "./target-brief.js";
export {
  compileTemplate,
  TEMPLATE_NAMES,
  type Template,
  type TemplateName,
  type TemplateValues,
} from "./template.js";
export { escapeHtml, toHtml } from "./to-html.js";
export { toMarkdown } from "./to-markdown.js";
