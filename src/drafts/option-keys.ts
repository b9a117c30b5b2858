import { keysOf } from "../base/index.js";
import type { AskOptions } from "./draft-ask.js";
import type { DraftOptions } from "./draft-base.js";
import type { BrokeredOptions } from "./draft-brokered.js";
import type { CongratulationsOptions } from "./draft-congratulations.js";
import type { DeclineOptions } from "./draft-decline.js";
import type { FollowUpOptions } from "./draft-follow-up.js";
import type { ForwardableOptions } from "./draft-forwardable.js";
import type { TemplateDraftOptions } from "./draft-from-template.js";
import type { IntroductionOptions } from "./draft-introduction.js";
import type { IssueQuestionOptions } from "./draft-issue-question.js";
import type { OptInOptions } from "./draft-opt-in.js";
import type { OwnContactOptions } from "./draft-own-contact.js";
import type { ReciprocityOptions } from "./draft-reciprocity.js";
import type { RelayOptions } from "./draft-relay.js";
import type { RewarmOptions } from "./draft-rewarm.js";
import type { SoftAskOptions } from "./draft-soft-ask.js";
import type { ThankYouOptions } from "./draft-thank-you.js";
import type { TouchOptions } from "./draft-touch.js";
import type { UpdateOptions } from "./draft-update.js";
import type { WelcomeOptions } from "./draft-welcome.js";
import type { LintFacts } from "./lint-input.js";

/** A type with each key of each of several. */
type Every<Options> = {
  readonly [Key in Options extends unknown ? keyof Options : never]?: unknown;
};

/** What any kind of draft takes. Facts of one ask serve for several kinds, so that each takes the keys of all and of the lint. */
export const DRAFT_KEYS: readonly string[] = keysOf<
  Every<
    | OptInOptions
    | UpdateOptions
    | IntroductionOptions
    | DraftOptions
    | FollowUpOptions
    | OwnContactOptions
    | ThankYouOptions
    | ForwardableOptions
    | IssueQuestionOptions
    | TemplateDraftOptions
    | ReciprocityOptions
    | SoftAskOptions
    | DeclineOptions
    | RelayOptions
    | RewarmOptions
    | AskOptions
    | TouchOptions
    | WelcomeOptions
    | CongratulationsOptions
    | BrokeredOptions
    | LintFacts
  >
>({
  connector: true,
  leg: true,
  target: true,
  reason: true,
  offer: true,
  gift: true,
  about: true,
  minutes: true,
  channel: true,
  me: true,
  tone: true,
  connectorStyle: true,
  seekerStyle: true,
  locale: true,
  seed: true,
  limits: true,
  thresholds: true,
  now: true,
  status: true,
  detail: true,
  optedIn: true,
  reminders: true,
  lastLeg: true,
  via: true,
  viaLeg: true,
  legs: true,
  context: true,
  connectorReason: true,
  namedBy: true,
  reluctance: true,
  companyAliases: true,
  readiness: true,
  private: true,
  after: true,
  outcome: true,
  issue: true,
  solvedOn: true,
  candidates: true,
  industry: true,
  circle: true,
  playbook: true,
  template: true,
  idea: true,
  as: true,
  newCompany: true,
  ask: true,
  topic: true,
  because: true,
  next: true,
  occasion: true,
  mends: true,
  first: true,
  second: true,
  reasons: true,
  met: true,
  seeker: true,
  gate: true,
  unmet: true,
  readyAt: true,
  cooldownUntil: true,
  openAsks: true,
  asksThisYear: true,
  sendOn: true,
  attachments: true,
  thanksDays: true,
  updateDays: true,
  followThroughDays: true,
  incentive: true,
  strength: true,
});
