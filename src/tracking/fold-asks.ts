import type { PartialSettings, TimingSettings } from "../base/index.js";
import { checkShape } from "../base/index.js";
import type { AppendInput, Journal } from "../journal/index.js";
import type { AskStatus } from "./ask-status.js";
import { AskTracker, type AsOf } from "./ask-tracker.js";

/** How every ask of a journal stands, in order of ids: `AskTracker.asks` for one look. O(events). */
export function foldAsks(
  journal: Journal,
  options: AsOf & PartialSettings<TimingSettings> = {},
): readonly AskStatus[] {
  checkShape(options, "object", "options");
  const { now, ...timing } = options;
  return new AskTracker(journal, timing).asks(now === undefined ? {} : { now });
}

/**
 * Says whether the asks' states allow events that are not in the journal yet: `AskTracker.check` for one look. O(events).
 * @throws WarmpathError `INVALID_TRANSITION`; `INVALID_EVENT`, `INVALID_ID`, `INVALID_DATE`.
 */
export function checkTransition(journal: Journal, event: AppendInput | readonly AppendInput[]): void {
  new AskTracker(journal).check(event);
}
