import { madeOf } from "../base/index.js";
import { checkOptions, type DraftOptions } from "./draft-base.js";
import { touch } from "./draft-touch.js";
import { wholePack } from "./locales/en-more.js";
import type { AskMessage } from "./message.js";
import { type NamedPerson, shown } from "./shown-name.js";

/** Two contacts of one's own who might gain from knowing each other. */
export interface BrokeredOptions extends DraftOptions {
  readonly first: NamedPerson;
  readonly second: NamedPerson;
  /** What each side gains, in the user's words; each side reads its own only. */
  /** What one of the two needs and the other offers, as a noun phrase: it is said where no reason is given. */
  readonly met?: { readonly what: string; readonly needs: "first" | "second" } | undefined;
  readonly reasons?: { readonly first?: string; readonly second?: string } | undefined;
}

/** The question to both sides before two contacts are introduced to each other; then {@link draftIntroduction}. */
export function draftBrokered(options: BrokeredOptions): {
  readonly first: AskMessage;
  readonly second: AskMessage;
} {
  return madeOf("options", () => {
    checkOptions(options, "me", "first", "second");
    const { first, second, reasons, met, ...rest } = options;
    const what = shown(met?.what, 100, 12);
    const pack = wholePack(options.locale);
    const side = (reader: NamedPerson, other: NamedPerson, at: "first" | "second"): AskMessage => {
      const why = reasons?.[at];
      const key = met?.needs === at ? "broker.needs" : "broker.offers";
      // A pack of 0.1 has no words for it.
      const isMet = what !== undefined && shown(why) === undefined && Object.hasOwn(pack.texts, key);
      return touch(
        { ...rest, connector: reader, target: other, locale: pack },
        {
          subject: "broker.subject",
          groups: [
            [
              ["broker.ask", 0, "target.name", "target.company"],
              isMet ? [key, 4, "met"] : ["broker.why", 4, `reasons.${at}`],
            ],
            [
              ["broker.question", 0],
              ["broker.out", 0],
            ],
          ],
          own: { reason: why },
          extra: () => ({ what }),
          needs: isMet || shown(why) !== undefined ? [] : ["reason"],
          mode: "direct",
        },
      );
    };
    return {
      first: side(first, second, "first"),
      second: side(second, first, "second"),
    };
  });
}
