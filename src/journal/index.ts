export { canonicalJson } from "./canonical-json.js";
export { JOURNAL_VERSION } from "./chain.js";
export { checkEvent } from "./check-event.js";
export type {
  AskAgreed,
  AskDeclined,
  AskInput,
  AskSent,
  AskStep,
  BalanceAsserted,
  Courtesy,
  DealLost,
  DealWon,
  EntryReversed,
  EventInput,
  EventType,
  FavorGiven,
  IntroductionBrokered,
  IntroductionMade,
  JournalEvent,
  LeadReceived,
  MeetingHeld,
  RecordedAsk,
  RecordedLeg,
  SaleDelivered,
} from "./event.js";
export { eventJsonSchema } from "./event-json-schema.js";
export { compareEvents } from "./event-order.js";
export { askOf, askPeople, eventPeople } from "./event-people.js";
export { FAVOR_KINDS } from "./favor-kinds.js";
export { Journal } from "./journal.js";
export type { AppendOptions, JournalOptions, JournalSnapshot } from "./journal-options.js";
export type { Recovery } from "./read-lines.js";
export { type RetryOptions, retryOnConflict } from "./retry-on-conflict.js";
export { type AppendInput, type SplitEvent, splitEvent } from "./store-event.js";
export { SuppressionList } from "./suppression-list.js";
export { Vault, type VaultSnapshot } from "./vault.js";
