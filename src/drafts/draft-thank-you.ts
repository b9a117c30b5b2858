import { madeOf } from "../base/index.js";
import { checkOptions, oneOf } from "./draft-base.js";
import { type Line, type TouchOptions, touch } from "./draft-touch.js";
import { wholePack } from "./locales/en-more.js";
import type { AskMessage } from "./message.js";

/** `referral`: somebody was sent to us without having been asked. `answered`: a question without a buyer was answered with a yes. */
export type ThankedFor =
  | "agreed"
  | "introduced"
  | "use-my-name"
  | "suggested"
  | "declined"
  | "referral"
  | "answered";

/** What the thanks are for: an answer to the ask, or the introduction itself. */
export interface ThankYouOptions extends TouchOptions {
  /** @defaultValue "introduced" */
  readonly outcome?: ThankedFor | undefined;
}

/** Thanks, within two days (L24): after a no as well, and then with the promise to let it rest. */
export function draftThankYou(options: ThankYouOptions): AskMessage {
  return madeOf("options", () => {
    checkOptions(options, "me", "connector");
    oneOf("outcome", options.outcome, Object.keys(THANKS));
    const outcome = options.outcome ?? "introduced";
    const isOpen = outcome === "referral" && options.target === undefined;
    const key = isOpen ? "thanks.referral.open" : THANKS[outcome];
    const over = outcome === "declined" || outcome === "suggested" || outcome === "answered";
    const thanks: Line[] = [
      [key, 0, "outcome", "target.name"],
      ["detail", 6, "detail"],
    ];
    // These sentences are not part of the packs that the root loads by itself.
    const locale =
      outcome === "referral" || outcome === "answered" ? wholePack(options.locale) : options.locale;
    return touch(
      { ...options, locale },
      {
        subject: "thanks.subject",
        groups: over ? [thanks] : [thanks, [["thanks.next", 5]]],
      },
    );
  });
}

const THANKS = {
  agreed: "thanks.agreed",
  introduced: "thanks.introduced",
  "use-my-name": "thanks.name",
  suggested: "thanks.suggested",
  declined: "thanks.declined",
  referral: "thanks.referral",
  answered: "thanks.answered",
} as const;
