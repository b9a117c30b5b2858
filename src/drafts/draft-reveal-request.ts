import { madeOf } from "../base/index.js";
import { checkOptions } from "./draft-base.js";
import { type TouchOptions, touch } from "./draft-touch.js";
import type { AskMessage } from "./message.js";
import { type NamedPerson, shown } from "./shown-name.js";

/** A question about a way whose people are kept back. */
export interface RevealRequestOptions extends Omit<TouchOptions, "connector" | "target"> {
  /** Who told of the tie, or keeps the records. @defaultValue nobody by name */
  readonly connector?: NamedPerson | undefined;
  readonly target: NamedPerson;
  readonly reason?: string | undefined;
}

/** To whoever told of a masked tie, or keeps the records: whether the one who is hidden would be named to the seeker. */
export function draftRevealRequest(options: RevealRequestOptions): AskMessage {
  return madeOf("options", () => {
    checkOptions(options, "me", "target");
    const { connector = {}, target, reason } = options;
    return touch(
      { ...options, connector },
      {
        subject: "reveal.subject",
        groups: [
          [
            ["reveal.ask", 0, "target.name", "target.company"],
            ["reason", 4, "reason"],
          ],
          [
            ["reveal.question", 0],
            ["reveal.then", 6],
            ["reveal.out", 0],
          ],
        ],
        own: { reason },
        needs: shown(reason) === undefined ? ["reason"] : [],
        people: [target],
      },
    );
  });
}
