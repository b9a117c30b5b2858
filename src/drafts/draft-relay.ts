import { madeOf } from "../base/index.js";
import { checkOptions, deskOf, firstNameOf, greeting, ownWords, signOff, whoOf } from "./draft-base.js";
import { type ForwardableOptions, forwardableParts, subjectParts } from "./draft-forwardable.js";
import { type DraftLeg, isClose } from "./draft-leg.js";
import { finish } from "./finish.js";
import { fitNote, shortIn } from "./fit-note.js";
import { wholePack } from "./locales/en-more.js";
import type { AskMessage } from "./message.js";
import { companyOf, fullName, type NamedPerson } from "./shown-name.js";

/** A chain's second ask: `me` is still the one who wants the introduction. */
export interface RelayOptions extends ForwardableOptions {
  /** Who writes: the first connector. */
  readonly connector: NamedPerson;
  /** Who reads: the second connector. */
  readonly next: NamedPerson;
  /** The tie between the two. */
  readonly leg?: DraftLeg | undefined;
}

/** What the first connector of a chain says to the second, with the same forwardable text. */
export function draftRelay(options: RelayOptions): AskMessage {
  return madeOf("options", () => {
    checkOptions(options, "me", "connector", "next", "target");
    const { me, connector, next, target } = options;
    const whole = { ...options, locale: wholePack(options.locale) };
    const desk = deskOf(whole, [connector, next, target]);
    const note = fitNote((room, ownMax) => {
      const say = room.say("note");
      const slots = {
        me: fullName(me, room.nameMax) ?? say("asker.none")[0]?.text,
        company: companyOf(me, room.nameMax),
        who: whoOf(target, room),
        first: firstNameOf(target, room),
        reason: ownWords(options.reason, ownMax, 45),
      };
      return [
        greeting(next, room),
        [
          ...say(`relay.ask${shortIn(desk)}`, slots, ["me.name", "target.name", "target.company"]),
          ...say("relay.from", slots, ["me.company"], 6),
        ],
        [...say(`relay.reason${shortIn(desk)}`, slots, ["reason"]), ...say("relay.why", slots, [], 8)],
        say(shortIn(desk) ? "out.short" : "relay.out"),
        signOff(connector, room, isClose(options.leg, options)),
      ];
    }, desk);
    const blurb = forwardableParts(options, desk);
    const subject = subjectParts(whole, desk);
    const facts = { ...whole, connector: next, via: [connector] };
    return finish({ desk, options: facts, mode: "named", subject, note, ...blurb });
  });
}
