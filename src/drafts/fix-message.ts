import { madeOf } from "../base/index.js";
import type { LintInput } from "./lint-input.js";
import { lintMessage } from "./lint-message.js";
import type { TextEdit } from "./message.js";

/** Enough for every text within the channels' limits; a bound, so that no text keeps it busy. */
const ROUNDS = 50;

/**
 * The message with every mechanical fix made, one after the other until none is left. Doing it again changes nothing; what
 * has no fix stays as it is and stays in the lint.
 *
 * @example
 * fixMessage({ subject: "Re: Bob Smith at Acme", channel: "email", mode: "touch" }).subject; // "Bob Smith at Acme"
 */
export function fixMessage<Input extends LintInput>(input: Input): Input {
  return madeOf("input", () => {
    let fixed = input;
    for (let round = 0; round < ROUNDS; round++) {
      const fix = lintMessage(fixed).find((finding) => finding.fix !== undefined)?.fix;
      if (fix === undefined) break;
      fixed = { ...fixed, [fix.field]: applyEdit(fixed[fix.field] ?? "", fix) };
    }
    return fixed;
  });
}

/** A text with one edit made. */
function applyEdit(text: string, edit: Pick<TextEdit, "at" | "length" | "insert">): string {
  return text.slice(0, edit.at) + edit.insert + text.slice(edit.at + edit.length);
}
