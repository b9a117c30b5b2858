import { madeOf } from "../base/index.js";
import { checkOptions } from "./draft-base.js";
import { type TouchOptions, touch } from "./draft-touch.js";
import { wholePack } from "./locales/en-more.js";
import type { AskMessage } from "./message.js";
import { shown } from "./shown-name.js";

/** Congratulations on a new job. */
export interface CongratulationsOptions extends TouchOptions {
  /** Where they work now; absent: they have another role where they were. */
  readonly newCompany?: string | undefined;
}

/** Congratulates somebody on a new job; it asks for nothing. */
export function draftCongratulations(options: CongratulationsOptions): AskMessage {
  return madeOf("options", () => {
    checkOptions(options, "me", "connector");
    const company = shown(options.newCompany, 80, 10);
    return touch(
      { ...options, locale: wholePack(options.locale) },
      {
        subject: "congrats.subject",
        groups: [
          [
            company === undefined ? ["congrats.role", 0] : ["congrats.new", 0, "newCompany"],
            ["detail", 5, "detail"],
          ],
          [
            ["congrats.ask", 6],
            ["rewarm.give", 8],
          ],
        ],
        extra: () => ({ company }),
      },
    );
  });
}
