import { joinText } from "./compose.js";
import { type AskOptions, isDirect } from "./draft-ask.js";
import { checkOptions, deskOf, greeting, ownWords, signOff, whoOf } from "./draft-base.js";
import { forwardableParts, missing, subjectParts } from "./draft-forwardable.js";
import { isClose } from "./draft-leg.js";
import { finish } from "./finish.js";
import { fitNote, shortIn } from "./fit-note.js";
import type { AskMessage } from "./message.js";
import { fullName } from "./shown-name.js";

/** A reminder of an ask that had no answer. */
export interface FollowUpOptions extends AskOptions {
  /** Reminders already sent of this ask: one is the most (L22). @defaultValue 0 */
  readonly reminders?: number | undefined;
}

/** The one reminder of an ask, with the forwardable text again, and the promise that it is the last. */
export function draftFollowUp(options: FollowUpOptions): AskMessage {
  checkOptions(options, "me", "connector", "target");
  const desk = deskOf(options, [options.me, options.connector, options.target]);
  const direct = isDirect(options);
  const via = options.via?.[0];
  const key = direct ? "remind.direct" : via ? "remind.chain" : "remind";
  const short = shortIn(desk);
  const note = fitNote((room, reasonMax) => {
    const say = room.say("note");
    const slots = { who: whoOf(options.target, room), via: via && fullName(via, room.nameMax) };
    const small = room.limits.noteMax !== undefined;
    return [
      greeting(say, direct ? options.target : options.connector, room),
      say(key + short, slots, ["target.name", "target.company"]),
      direct ? [] : say(`reason${short}`, { reason: ownWords(options.reason, reasonMax, 45) }, ["reason"]),
      [
        ...(direct
          ? say(short ? "call.short" : "call", { minutes: options.minutes ?? 20 }, ["minutes"])
          : say("forward.here", {}, [], 6)),
        ...say(`remind.out${short}`),
      ],
      signOff(say, options.me, room, isClose(options.leg), small ? "signature" : "sign"),
    ];
  }, desk);
  const blurb = direct ? { paragraphs: [], needs: missing(options) } : forwardableParts(options, desk);
  const parts = [...subjectParts(options, desk, "remind.subject"), ...note.parts, ...blurb.paragraphs.flat()];
  const texts = { note: note.text, forwardable: joinText(blurb.paragraphs) };
  return finish({ desk, options, mode: direct ? "direct" : "named", parts, ...texts, needs: blurb.needs });
}
