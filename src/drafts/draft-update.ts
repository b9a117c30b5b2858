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
}

/** News for the connector on what came of his introduction; at the end of the road it closes the loop. */
export function draftUpdate(options: UpdateOptions): AskMessage {
  const status = options.status.replace(/^(target|deal)\.|\.(held|opened)$/g, "") as UpdateStatus;
  const ended = status === "declined" || status === "won" || status === "lost";
  const news: Line[] = [
    ["update.head", 0, "target.name"],
    [`update.${status}`, 0, "status"],
    ["detail", 6, "detail"],
  ];
  const last: Line = [ended ? "update.close" : "update.thanks", 5];
  return touch(options, { subject: "update.subject", groups: [news, [last]] });
}
