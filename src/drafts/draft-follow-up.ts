import { madeOf } from "../base/index.js";
import { draftAgain } from "./draft-again.js";
import type { AskOptions } from "./draft-ask.js";
import type { AskMessage } from "./message.js";

/** A reminder of an ask that had no answer. */
export interface FollowUpOptions extends AskOptions {
  /** Reminders already sent of this ask: one is the most (L22). @defaultValue 0 */
  readonly reminders?: number | undefined;
}

/** The one reminder of an ask, with the forwardable text again, and the promise that it is the last. */
export function draftFollowUp(options: FollowUpOptions): AskMessage {
  return madeOf("options", () => {
    return draftAgain(options, "remind");
  });
}
