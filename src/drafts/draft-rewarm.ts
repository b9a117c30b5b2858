import { madeOf } from "../base/index.js";
import { checkOptions } from "./draft-base.js";
import { tieWording } from "./draft-leg.js";
import { type Line, type TouchOptions, touch } from "./draft-touch.js";
import { wholePack } from "./locales/en-more.js";
import type { AskMessage } from "./message.js";
import { shown } from "./shown-name.js";

/** A hello to someone whose tie has gone quiet. */
export interface RewarmOptions extends TouchOptions {
  /** What made one think of them, a whole sentence in the user's words ("I read that Beta won the prize."). */
  readonly occasion?: string | undefined;
  /** True to a customer with whom something went wrong: it says so, and asks what would put it right. @defaultValue false */
  readonly mends?: boolean | undefined;
}

/** A hello to someone whose tie has gone quiet; it asks for nothing, so that a later request does not come cold. */
export function draftRewarm(options: RewarmOptions): AskMessage {
  return madeOf("options", () => {
    checkOptions(options, "me", "connector");
    const pack = wholePack(options.locale);
    const wording = tieWording(options.leg, "leg", pack, options);
    const talked = wording?.key.startsWith("talked") === true;
    const said = shown(options.occasion) !== undefined;
    // A pack of 0.1 has no words for it.
    if (options.mends === true && Object.hasOwn(pack.texts, "mend.open")) {
      const groups: Line[][] = [
        [
          ["mend.open", 0],
          ["mend.ask", 0],
        ],
        [["mend.out", 4]],
      ];
      return touch({ ...options, locale: pack }, { subject: "mend.subject", groups });
    }
    const opening: Line[] = [
      ...(talked ? [[wording.key, 6, ...wording.evidence] as const] : []),
      ...(said ? [["said", 5, "occasion"] as const] : []),
    ];
    return touch(
      { ...options, locale: pack },
      {
        subject: "rewarm.subject",
        groups: [
          opening.length === 0 ? [["rewarm.open", 6]] : opening,
          [
            ["rewarm.ask", 0],
            ["rewarm.give", 8],
          ],
          [["rewarm.out", 4]],
        ],
        own: { said: options.occasion },
        extra: () => ({ when: wording?.slots["when"] }),
        needs: said ? [] : ["occasion"],
      },
    );
  });
}
