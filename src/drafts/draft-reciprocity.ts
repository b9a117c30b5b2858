import { ownWords } from "./draft-base.js";
import { type Line, type TouchOptions, touch } from "./draft-touch.js";
import type { AskMessage } from "./message.js";

export interface ReciprocityOptions extends TouchOptions {
  /** What one could do for the reader, in the user's own words. Missing: an open offer, and `needs` names it. */
  readonly idea?: string | undefined;
}

/** Something for the other one, without a word of who owes whom. */
export function draftReciprocity(options: ReciprocityOptions): AskMessage {
  const idea = ownWords(options.idea ?? options.detail, 600, 90);
  const lines: Line[] =
    idea === undefined ? [["give.open"]] : [["give", "idea"], ["give.next"], ["give.out"]];
  return touch(options, "give.subject", [lines], {
    extra: { idea },
    needs: idea === undefined ? ["idea"] : [],
  });
}
