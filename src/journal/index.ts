export { SuppressionList } from "../base/index.js";
export { JOURNAL_VERSION } from "./chain.js";
export type {
  ActivityDone,
  AskAgreed,
  AskDeclined,
  AskSent,
  AskStep,
  BalanceAsserted,
  ContactStated,
  Courtesy,
  DealLost,
  DealWon,
  EntryReversed,
  EventType,
  FavorGiven,
  GiftGiven,
  IntroductionBrokered,
  IntroductionMade,
  IntroductionOffered,
  IntroductionReceived,
  JournalEvent,
  LeadReceived,
  LossReason,
  MeetingHeld,
  OpportunityOpened,
  PersonPrepared,
  QuestionSent,
  RecordedAsk,
  RecordedLeg,
  SaleDelivered,
} from "./event.js";
export type { AskInput, EventInput } from "./event-input.js";
export { eventJsonSchema } from "./event-json-schema.js";
export { compareEvents } from "./event-order.js";
export { askOf, askPeople, eventPeople, isQuestion, leadOf } from "./event-people.js";
export { FAVOR_KINDS } from "./favor-kinds.js";
export { isReversed, type Reversals, reversedEvent, standingEvents } from "./is-reversed.js";
export { Journal } from "./journal.js";
export type { AppendOptions, EraseOptions, JournalOptions, JournalSnapshot } from "./journal-options.js";
export type { Recovery } from "./read-lines.js";
export { type RetryOptions, retryOnConflict } from "./retry-on-conflict.js";
export { type AppendInput, type SplitEvent, splitEvent } from "./store-event.js";
export { ownKey, Vault, type VaultSnapshot } from "./vault.js";
