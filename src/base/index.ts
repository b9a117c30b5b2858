export { type AbortSignalLike, throwIfAborted } from "./abort.js";
export { addTo } from "./add-to.js";
export { callersOwn, withCallersOwn } from "./callers-own.js";
export { canonicalJson } from "./canonical-json.js";
export { checkKeys, keysOf, nearestKey } from "./check-options.js";
export {
  checkShape,
  isCount,
  isReadable,
  isReadableWhole,
  isRecord,
  isShare,
  madeOf,
  type Shape,
  soundOf,
} from "./check-shape.js";
export { type CsvOptions, csvTable } from "./csv-table.js";
export { eachOnce } from "./each-once.js";
export { editDistance } from "./edit-distance.js";
export { type ErrorDetails, isWarmpathError, unfit, WarmpathError, type WarmpathErrorCode } from "./error.js";
export { maxOf, minOf } from "./extremes.js";
export { GATE_CODES } from "./gate-codes.js";
export { keyedId, sha256Hex, shortId } from "./hash.js";
export { checkId, isWellFormed } from "./id.js";
export { inHalves } from "./in-halves.js";
export type { Issue, Severity } from "./issue.js";
export type {
  BooksIssueCode,
  FileIssueCode,
  ImportIssueCode,
  IssueCode,
  PlanIssueCode,
  RowIssueCode,
  TextIssueCode,
} from "./issue-code.js";
export { logit, shiftedChance, sigmoid, Z90 } from "./log-odds.js";
export { memoized } from "./memoized.js";
export { mergeSettings, type PartialSettings } from "./merge-settings.js";
export { amounts, favors, percent, percents } from "./number-words.js";
export { compareCodeUnits, pairKey } from "./order.js";
export { roundForPlan, roundToThousandths } from "./round.js";
export { type Sealed, type SnapshotForm, sealed, unsealed } from "./sealed-snapshot.js";
export { hexOf, Sha256 } from "./sha256.js";
export {
  chanceAfterSilence,
  DEFAULT_HALF_LIVES,
  daysUntilShare,
  type HalfLives,
  halfLifeOf,
} from "./silence.js";
export { SuppressionList } from "./suppression-list.js";
export { beforeStop, fillSlots, SLOT, safeText } from "./text.js";
export {
  ageInDays,
  firstDay,
  isoDay,
  MILLIS_PER_DAY,
  oneSpelling,
  parseIso,
  type UtcDay,
  utcDay,
  utcMillis,
} from "./time.js";
export {
  answerHalfLife,
  DEFAULT_TIMING_SETTINGS,
  type TimingSettings,
  timingSettings,
  type Wait,
  type Waiting,
  type WaitingDays,
  waitingDays,
  waitWith,
} from "./timing.js";
export { decodeUtf8, encodeUtf8, fromUnits } from "./utf8.js";
export { widened } from "./widened.js";
export {
  addWorkingDays,
  DEFAULT_CALENDAR,
  lastWorkingDay,
  type WorkCalendar,
  workingDaysBetween,
} from "./working-days.js";
