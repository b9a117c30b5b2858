import { checkOptions, oneOf } from "./draft-base.js";
import { type Line, type TouchOptions, touch } from "./draft-touch.js";
import type { AskMessage } from "./message.js";

/** What the thanks are for: an answer to the ask, or the introduction itself. */
export interface ThankYouOptions extends TouchOptions {
  /** @defaultValue "introduced" */
  readonly outcome?: "agreed" | "introduced" | "use-my-name" | "suggested" | "declined" | undefined;
}

/** Thanks, within two days (L24): after a no as well, and then with the promise to let it rest. */
export function draftThankYou(options: ThankYouOptions): AskMessage {
  checkOptions(options, "me", "connector");
  oneOf("outcome", options.outcome, Object.keys(THANKS));
  const key = THANKS[options.outcome ?? "introduced"];
  const over = options.outcome === "declined" || options.outcome === "suggested";
  const thanks: Line[] = [
    [key, 0, "outcome", "target.name"],
    ["detail", 6, "detail"],
  ];
  return touch(options, {
    subject: "thanks.subject",
    groups: over ? [thanks] : [thanks, [["thanks.next", 5]]],
  });
}

const THANKS = {
  agreed: "thanks.agreed",
  introduced: "thanks.introduced",
  "use-my-name": "thanks.name",
  suggested: "thanks.suggested",
  declined: "thanks.declined",
} as const;
