import { madeOf } from "../base/index.js";
import { checkOptions } from "./draft-base.js";
import { type Line, type TouchOptions, touch } from "./draft-touch.js";
import type { AskMessage } from "./message.js";
import { shown } from "./shown-name.js";

/** An offer to someone, asked for or not. */
export interface ReciprocityOptions extends TouchOptions {
  /** What one could do for the reader, in the user's own words. Missing: an open offer, and `needs` names it. */
  readonly idea?: string | undefined;
}

/** Something for the other one, without a word of who owes whom. */
export function draftReciprocity(options: ReciprocityOptions): AskMessage {
  return madeOf("options", () => {
    checkOptions(options, "me", "connector");
    const idea = options.idea ?? options.detail;
    const known = shown(idea) !== undefined;
    const lines: Line[] = known
      ? [
          ["give", 0, "idea"],
          ["give.next", 6],
          ["give.out", 5],
        ]
      : [["give.open", 0]];
    return touch(options, {
      subject: "give.subject",
      groups: [lines],
      own: { idea },
      needs: known ? [] : ["idea"],
    });
  });
}
