import { madeOf } from "../base/index.js";
import { type AskOptions, isDirect } from "./draft-ask.js";
import { checkOptions, deskOf, greeting, ownWords, signOff, whoOf } from "./draft-base.js";
import { forwardableParts, missing, subjectParts } from "./draft-forwardable.js";
import { isClose } from "./draft-leg.js";
import { finish } from "./finish.js";
import { fitNote, shortIn } from "./fit-note.js";
import type { AskMessage } from "./message.js";
import { fullName } from "./shown-name.js";

/** A second note on an ask, with the forwardable text again: the reminder before an answer, the check-in after a yes. */
export function draftAgain(options: AskOptions, kind: "remind" | "check"): AskMessage {
  return madeOf("options", () => {
    checkOptions(options, "me", "connector", "target");
    const desk = deskOf(options, [options.me, options.connector, options.target]);
    const remind = kind === "remind";
    const direct = remind && isDirect(options);
    const via = remind ? options.via?.[0] : undefined;
    const key = kind + (direct ? ".direct" : via ? ".chain" : "");
    const short = shortIn(desk);
    const leg = options.leg ?? options.legs?.[0];
    const note = fitNote((room, reasonMax) => {
      const say = room.say("note");
      const slots = { who: whoOf(options.target, room), via: via && fullName(via, room.nameMax) };
      const reason = remind && !direct ? ownWords(options.reason, reasonMax, 45) : undefined;
      return [
        greeting(direct ? options.target : options.connector, room),
        say(key + short, slots, ["target.name", "target.company"]),
        say(`reason${short}`, { reason }, ["reason"]),
        [
          ...(direct
            ? say(short ? "call.short" : "call", { minutes: options.minutes ?? 20 }, ["minutes"])
            : say("forward.here", {}, [], 6)),
          ...say(`${kind}.out${short}`),
        ],
        signOff(options.me, room, isClose(leg, options)),
      ];
    }, desk);
    const { blurb, needs } = direct
      ? { blurb: [], needs: missing(options) }
      : forwardableParts(options, desk);
    if (!direct && fullName(options.connector) === undefined) needs.push("connector");
    const subject = subjectParts(options, desk, remind ? "remind.subject" : undefined);
    return finish({ desk, options, mode: direct ? "direct" : "named", subject, note, blurb, needs });
  });
}
