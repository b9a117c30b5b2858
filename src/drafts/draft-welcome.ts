import { madeOf } from "../base/index.js";
import { checkOptions, oneOf } from "./draft-base.js";
import { type TouchOptions, touch } from "./draft-touch.js";
import { wholePack } from "./locales/en-more.js";
import type { AskMessage } from "./message.js";

/** A first word to somebody new. */
export interface WelcomeOptions extends TouchOptions {
  /** What they are now. @defaultValue "contact" */
  readonly as?: "contact" | "client" | undefined;
}

/** Welcomes a new contact, or a new client after the deal; it asks what they need and for nothing else. */
export function draftWelcome(options: WelcomeOptions): AskMessage {
  return madeOf("options", () => {
    checkOptions(options, "me", "connector");
    const as = oneOf("as", options.as, ["contact", "client"]) ?? "contact";
    return touch(
      { ...options, locale: wholePack(options.locale) },
      {
        subject: `welcome.${as}.subject`,
        groups: [
          [
            [`welcome.${as}`, 0],
            ["detail", 5, "detail"],
          ],
          [[`welcome.${as}.ask`, 6]],
        ],
      },
    );
  });
}
