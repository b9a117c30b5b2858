import { madeOf } from "../base/index.js";
import { checkOptions, oneOf } from "./draft-base.js";
import { AFTER } from "./draft-own-contact.js";
import { type Line, type TouchOptions, touch } from "./draft-touch.js";
import type { AskMessage } from "./message.js";

/** How it went on after the introduction; the names of the journal's events serve too. */
export type UpdateStatus = "agreed" | "declined" | "meeting" | "opportunity" | "won" | "lost";

/** News on what came of an introduction. */
export interface UpdateOptions extends TouchOptions {
  readonly status:
    | UpdateStatus
    | "target.agreed"
    | "target.declined"
    | "meeting.held"
    | "opportunity.opened"
    | "deal.won"
    | "deal.lost";
  /** What opened the way to the target: whoever lent their name is not thanked for an introduction. @defaultValue "introduced" */
  readonly after?: "use-my-name" | "introduced" | "agreed" | undefined;
}

/**
 * News for the connector on what came of their introduction; at the end of the road it closes the loop.
 * @throws WarmpathError `INVALID_ARGUMENT` for an unknown status or `after`.
 */
export function draftUpdate(options: UpdateOptions): AskMessage {
  return madeOf("options", () => {
    checkOptions(options, "me", "connector");
    oneOf("status", options.status ?? "", Object.keys(STATUS) as (keyof typeof STATUS)[]);
    const lent = oneOf("after", options.after, AFTER) === "use-my-name";
    const status = STATUS[options.status];
    const ended = status === "declined" || status === "won" || status === "lost";
    const news: Line[] = [
      ["update.head", 0, "target.name"],
      [`update.${status}`, 0, "status"],
      ["detail", 6, "detail"],
    ];
    const last: Line = [ended ? "update.close" : lent ? "thanks.name" : "update.thanks", 5];
    return touch(options, { subject: "update.subject", groups: [news, [last]] });
  });
}

const STATUS: Readonly<Record<UpdateOptions["status"], UpdateStatus>> = {
  agreed: "agreed",
  declined: "declined",
  meeting: "meeting",
  opportunity: "opportunity",
  won: "won",
  lost: "lost",
  "target.agreed": "agreed",
  "target.declined": "declined",
  "meeting.held": "meeting",
  "opportunity.opened": "opportunity",
  "deal.won": "won",
  "deal.lost": "lost",
};
