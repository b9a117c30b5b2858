import { madeOf } from "../base/index.js";
import { draftAgain } from "./draft-again.js";
import type { AskOptions } from "./draft-ask.js";
import type { AskMessage } from "./message.js";

/**
 * To a connector who said yes, some days later: thanks, and the question whether anything is needed for it, with the
 * forwardable text again. It says nothing of what was not seen, since they may have done it long ago, and leaves them free to
 * change their mind.
 * @throws WarmpathError `INVALID_ARGUMENT` for an unknown channel or tone, or without `me`, `connector` and `target`.
 */
export function draftCheckIn(options: AskOptions): AskMessage {
  return madeOf("options", () => {
    return draftAgain(options, "check");
  });
}
