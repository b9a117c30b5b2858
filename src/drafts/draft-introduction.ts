import { joinText } from "./compose.js";
import { deskOf, firstOf, ownWords, signOff } from "./draft-base.js";
import type { ForwardableOptions } from "./draft-forwardable.js";
import { touchSlots } from "./draft-touch.js";
import { finish } from "./finish.js";
import { found } from "./lint-reader.js";
import type { AskMessage } from "./message.js";
import { type NamedPerson, shown } from "./shown-name.js";

export interface IntroductionOptions extends ForwardableOptions {
  /** Who introduces: the message is in his voice. */
  readonly connector: NamedPerson;
  /** Whether the target said yes to it. Absent: `needs` names `optIn`. */
  readonly optedIn?: boolean | undefined;
}

/**
 * What the connector sends to both, once the target agreed: who is who, what it is about, and the step back. A mail to
 * both shows each the other's address, so without the target's yes it is an error (L26).
 */
export function draftIntroduction(options: IntroductionOptions): AskMessage {
  const { me, target, optedIn } = options;
  const desk = deskOf(options, [options.connector, me, target]);
  const say = desk.say("note");
  const slots = {
    ...touchSlots(options, desk),
    company: shown(me.company),
    title: shown(me.title, 60),
    reason: ownWords(options.reason, 600, 80),
    offer: ownWords(options.offer, 300, 40),
  };
  const paragraphs = [
    say("intro.greet", slots, ["target.name", "me.name"]),
    [
      ...firstOf(say, ["intro.me.title", "intro.me.company", "intro.me"], slots, [
        "me.name",
        "me.title",
        "me.company",
      ]),
      ...say("intro.reason", slots, ["reason"]),
      ...say("intro.offer", slots, ["offer"]),
    ],
    say("intro.target", slots, ["target.name", "target.company"]),
    say(optedIn === true ? "intro.both" : "intro.over", slots, ["optedIn"]),
    signOff(say, options.connector, desk, true),
  ];
  const subject =
    desk.channel === "email" || desk.channel === "inmail" ? desk.say("subject")("intro.subject", slots) : [];
  const needs = [...(slots.reason ? [] : ["reason"]), ...(optedIn === true ? [] : ["optIn"])];
  const parts = [...subject, ...paragraphs.flat()];
  const draft = finish({
    desk,
    options,
    mode: "touch",
    parts,
    note: joinText(paragraphs),
    forwardable: "",
    needs,
    to: target,
  });
  if (optedIn === true) return draft;
  const early = found(
    "L26",
    optedIn === false ? "error" : "warn",
    "plan",
    "introduce them once the target agreed",
  );
  return { ...draft, lint: [...draft.lint, early] };
}
