export { type AbortSignalLike, throwIfAborted } from "./abort.js";
export { type ErrorDetails, isWarmpathError, WarmpathError, type WarmpathErrorCode } from "./error.js";
export { sha256Hex, shortId } from "./hash.js";
export { checkId, isWellFormed } from "./id.js";
export type { Issue, Severity } from "./issue.js";
export { compareCodeUnits } from "./order.js";
export { roundForPlan } from "./round.js";
export { safeText } from "./text.js";
export { ageInDays, isoDay, parseIso, type UtcDay, utcDay, utcMillis } from "./time.js";
