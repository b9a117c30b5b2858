import { madeOf } from "../base/index.js";
import type { Slots } from "./compose.js";
import { checkOptions, type Desk, deskOf, firstOf, ownWords, signOff } from "./draft-base.js";
import { type ForwardableOptions, subjectParts, titleOf } from "./draft-forwardable.js";
import { touchSlots } from "./draft-touch.js";
import { finish } from "./finish.js";
import { fitNote } from "./fit-note.js";
import { found } from "./lint-reader.js";
import type { AskMessage } from "./message.js";
import { companyOf, type NamedPerson, shown } from "./shown-name.js";

/** An introduction in the connector's voice; `me` is the one who asked for it. */
export interface IntroductionOptions extends ForwardableOptions {
  /** Who introduces: the message is in their voice. */
  readonly connector: NamedPerson;
  /** Whether the target said yes to it. Absent: `needs` names `optIn`. */
  readonly optedIn?: boolean | undefined;
}

/**
 * What the connector sends to both, once the target agreed: who is who, what it is about, and the step back. A mail to
 * both shows each the other's address, so without the target's yes it is an error (L26).
 */
export function draftIntroduction(options: IntroductionOptions): AskMessage {
  return madeOf("options", () => {
    checkOptions(options, "me", "connector", "target");
    const { me, target, connector, optedIn } = options;
    const desk = deskOf(options, [connector, me, target]);
    const slotsIn = (room: Desk, ownMax: number): Slots => ({
      ...touchSlots(options, room),
      company: companyOf(me, room.nameMax),
      title: titleOf(me),
      reason: ownWords(options.reason, ownMax, 60),
      offer: ownWords(options.offer, ownMax, 40),
    });
    const note = fitNote((room, ownMax) => {
      const say = room.say("note");
      const slots = slotsIn(room, ownMax);
      const who = ["intro.me.title", "intro.me.company", "intro.me"];
      return [
        say("intro.greet", slots, ["target.name", "me.name"], 2),
        [
          ...firstOf(say, who, slots, ["me.name", "me.title", "me.company"]),
          ...say("intro.reason", slots, ["reason"], 4),
          ...say("intro.offer", slots, ["offer"], 7),
        ],
        say("intro.target", slots, ["target.name", "target.company"]),
        say(optedIn === true ? "intro.both" : "intro.over", slots, ["optedIn"], 6),
        signOff(connector, room, true),
      ];
    }, desk);
    const needs = [...(shown(options.reason) ? [] : ["reason"]), ...(optedIn === true ? [] : ["optIn"])];
    const subject = subjectParts(options, desk);
    const draft = finish({ desk, options, mode: "touch", subject, note, needs, to: target });
    if (optedIn === true) return draft;
    const early = found(
      "L26",
      optedIn === false ? "error" : "warn",
      "plan",
      "introduce them once the target agreed",
    );
    return { ...draft, lint: [...draft.lint, early] };
  });
}
