import { madeOf } from "../base/index.js";
import { checkOptions } from "./draft-base.js";
import { type TouchOptions, touch } from "./draft-touch.js";
import { wholePack } from "./locales/en-more.js";
import type { AskMessage } from "./message.js";

/** A refusal of someone's request. */
export interface DeclineOptions extends TouchOptions {
  /** Why not, a whole sentence in the user's words; none is made up. */
  readonly because?: string | undefined;
}

/** A no with grace to someone (`connector`) who asked for an introduction. */
export function draftDecline(options: DeclineOptions): AskMessage {
  return madeOf("options", () => {
    checkOptions(options, "me", "connector");
    const about = options.target === undefined ? ".open" : "";
    return touch(
      { ...options, locale: wholePack(options.locale) },
      {
        subject: `decline.subject${about}`,
        groups: [
          [
            [`decline.thanks${about}`, 5, "target.name"],
            ["decline.no", 0],
            ["said", 6, "because"],
          ],
          [
            ["detail", 7, "detail"],
            ["decline.wish", 4],
          ],
        ],
        own: { said: options.because },
      },
    );
  });
}
