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
  readonly reasons?: { readonly first?: string; readonly second?: string } | undefined;
}

/** The question to both sides before two contacts are introduced to each other; then {@link draftIntroduction}. */
export function draftBrokered(options: BrokeredOptions): {
  readonly first: AskMessage;
  readonly second: AskMessage;
} {
  checkOptions(options, "me", "first", "second");
  const { first, second, reasons, ...rest } = options;
  const side = (reader: NamedPerson, other: NamedPerson, why: string | undefined, at: string): AskMessage => {
    return touch(
      { ...rest, connector: reader, target: other, locale: wholePack(options.locale) },
      {
        subject: "broker.subject",
        groups: [
          [
            ["broker.ask", 0, "target.name", "target.company"],
            ["broker.why", 4, `reasons.${at}`],
          ],
          [
            ["broker.question", 0],
            ["broker.out", 0],
          ],
        ],
        own: { reason: why },
        needs: shown(why) === undefined ? ["reason"] : [],
        mode: "direct",
      },
    );
  };
  return {
    first: side(first, second, reasons?.first, "first"),
    second: side(second, first, reasons?.second, "second"),
  };
}
