export {
  addWorkingDays,
  DEFAULT_TIMING_SETTINGS,
  type TimingSettings,
  type WorkCalendar,
} from "../base/index.js";
export {
  type Accountability,
  type AccountabilityModel,
  accountability,
  DEFAULT_ACCOUNTABILITY,
} from "./accountability.js";
export {
  type AskStatus,
  type AskStepTaken,
  broughtHow,
  isRefusal,
  isUndecided,
  type RequestStatus,
  type TrackingModel,
} from "./ask-status.js";
export { AskTracker, type AsOf, type EventNames } from "./ask-tracker.js";
export { type Collision, collisions } from "./collisions.js";
export { type CourtesyShown, isThanks, withCourtesies } from "./courtesies.js";
export { checkTransition, foldAsks } from "./fold-asks.js";
export {
  DEFAULT_FOLLOW_UPS,
  type FollowUp,
  type FollowUpModel,
  type FollowUpSources,
  followUps,
  helpIn,
  yesIn,
} from "./follow-ups.js";
export { LEAD_TRANSITIONS, type LeadState, type LeadStatus, type LeadStepTaken } from "./lead-status.js";
export type { QuestionStatus } from "./question-status.js";
export { type AskState, isOpen, type Transition } from "./transitions.js";
export { unaskedIntroductions } from "./unasked-introductions.js";
