import { madeOf } from "../base/index.js";
import { isDirect } from "./draft-ask.js";
import { checkOptions, deskOf, greeting, oneOf, signOff, whoOf } from "./draft-base.js";
import {
  type ForwardableOptions,
  introduction,
  missing,
  nextStep,
  purpose,
  subjectParts,
} from "./draft-forwardable.js";
import { finish } from "./finish.js";
import { fitNote, shortIn } from "./fit-note.js";
import type { AskMessage } from "./message.js";
import { fullName, type NamedPerson } from "./shown-name.js";

/** The writer's own message to the target, once a connector or the target opened the way. */
export interface OwnContactOptions extends ForwardableOptions {
  /** Who lent their name or made the introduction; the target themselves where they were asked directly. */
  readonly connector: NamedPerson;
  /** People between connector and target. */
  readonly via?: readonly NamedPerson[] | undefined;
  /**
   * What opened the way, and all that is said of it. The connector let their name be mentioned, or made the
   * introduction, or the target agreed to talk. @defaultValue "use-my-name"
   */
  readonly after?: "use-my-name" | "introduced" | "agreed" | undefined;
}

/**
 * The writer's own message to the target. It goes out under the connector's name where that was lent (`own-contact`),
 * or follows through after an introduction or the target's yes. What the writer and the connector have in common stays
 * out of it, and so does the tone that the connector likes. In languages with two forms of address it is the one for
 * strangers.
 * @throws WarmpathError `INVALID_ARGUMENT` for an unknown channel, tone or `after`, or without `me`, `connector`, `target`.
 */
export function draftOwnContact(options: OwnContactOptions): AskMessage {
  return madeOf("options", () => {
    checkOptions(options, "me", "connector", "target");
    const { me, connector, target } = options;
    const after = oneOf("after", options.after, AFTER) ?? "use-my-name";
    const lent = after === "use-my-name";
    const agreed = after === "agreed";
    // Of a chain it is not on record which of them made the introduction.
    const named =
      !agreed && !isDirect(options) && (lent || !options.via?.length) && fullName(connector) !== undefined;
    // Who agreed to a direct message knows from it why; whoever was introduced or asked knows who writes.
    const known = agreed && isDirect(options);
    const desk = deskOf(options, [me, connector, target], true);
    const key = `own.${after}${lent ? shortIn(desk) : ""}`;
    const note = fitNote((room, reasonMax) => {
      const say = room.say("note");
      const name = named ? whoOf(connector, room) : undefined;
      const opening = say(key, { name }, named ? ["after", "connector.name"] : ["after"]);
      return [
        greeting(target, room, lent || undefined),
        [...(lent || opening.length === 0 ? introduction(options, room, "note") : []), ...opening],
        known ? [] : purpose(options, room, "note", reasonMax),
        nextStep(options, room, "note"),
        signOff(me, room, false),
      ];
    }, desk);
    const needs = missing(options).filter((fact) => !known || fact === "target" || fact === "seeker");
    if (!agreed && fullName(connector) === undefined) needs.push("connector");
    const subject = subjectParts(options, desk);
    return finish({ desk, options, mode: "direct", subject, note, needs, to: target });
  });
}

/** What opened the way to a target. */
export const AFTER = ["use-my-name", "introduced", "agreed"] as const;
