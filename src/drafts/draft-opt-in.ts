import { madeOf } from "../base/index.js";
import { checkOptions } from "./draft-base.js";
import type { ForwardableOptions } from "./draft-forwardable.js";
import type { DraftLeg } from "./draft-leg.js";
import { touch } from "./draft-touch.js";
import { wholePack } from "./locales/en-more.js";
import type { AskMessage } from "./message.js";
import { companyOf, fullName, type NamedPerson, shown } from "./shown-name.js";

/** The question to the target whether they want to be introduced; `me` is the one who asked for it. */
export interface OptInOptions extends ForwardableOptions {
  /** Who asks the target: the message is in their voice. */
  readonly connector: NamedPerson;
  /** The tie between connector and target. */
  readonly leg?: DraftLeg | undefined;
}

/** What the connector asks the target before they introduce anyone: the second half of a double opt-in. */
export function draftOptInQuestion(options: OptInOptions): AskMessage {
  return madeOf("options", () => {
    checkOptions(options, "me", "connector", "target");
    const { me, connector, target } = options;
    const asked = companyOf(me) === undefined ? "optin.ask.person" : "optin.ask";
    return touch(
      { ...options, me: connector, connector: target, target, locale: wholePack(options.locale) },
      {
        subject: "optin.subject",
        groups: [
          [
            [asked, 0, "me.name", "me.company"],
            ["optin.reason", 4, "reason"],
            ["optin.offer", 7, "offer"],
          ],
          [
            ["optin.question", 0],
            ["optin.out", 0],
          ],
        ],
        own: { reason: options.reason, offer: options.offer },
        extra: (room) => ({
          asker: fullName(me, room.nameMax) ?? room.say("note")("asker.none")[0]?.text,
          askerFirst: room.call(me, room.nameMax),
          company: companyOf(me, room.nameMax),
        }),
        needs: [...(shown(options.reason) ? [] : ["reason"]), ...(fullName(me) ? [] : ["seeker"])],
        people: [me],
        mode: "direct",
      },
    );
  });
}
