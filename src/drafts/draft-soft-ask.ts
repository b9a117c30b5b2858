import { madeOf } from "../base/index.js";
import { checkOptions, deskOf, oneOf } from "./draft-base.js";
import { tieWording } from "./draft-leg.js";
import { type Line, type TouchOptions, touch } from "./draft-touch.js";
import { shortIn } from "./fit-note.js";
import { wholePack } from "./locales/en-more.js";
import type { AskMessage } from "./message.js";
import { shown } from "./shown-name.js";

/** A smaller favor than an introduction. */
export interface SoftAskOptions extends TouchOptions {
  /** Advice on events, or leave to mention their name to the target. */
  readonly ask: "event-advice" | "use-my-name";
  /** What the events are to be about, as a noun phrase. */
  readonly topic?: string | undefined;
  readonly reason?: string | undefined;
}

/** Asks for advice on events, or whether their name may be mentioned: what costs less than an introduction. */
export function draftSoftAsk(options: SoftAskOptions): AskMessage {
  return madeOf("options", () => {
    checkOptions(options, "me", "connector");
    const named = oneOf("ask", options.ask ?? "", ["event-advice", "use-my-name"]) === "use-my-name";
    if (named) checkOptions(options, "target");
    const pack = wholePack(options.locale);
    const topic = shown(options.topic, 100, 12)?.replace(/(?<![\s.,;:!?…])[\s.,;:!?…]+$/u, "");
    const wording = tieWording(options.leg, "leg", pack, options);
    const past: Line[] = wording === undefined ? [] : [[wording.key, 7, ...wording.evidence]];
    const short = shortIn(deskOf(options, []));
    const lines: Line[] = named
      ? [
          ["name.ask", 0, "target.name", "target.company"],
          ["reason", 0, "reason"],
          ["name.easy", 6],
        ]
      : [
          topic === undefined ? ["event.ask.open", 0] : [`event.ask${short}`, 0, "topic"],
          ["reason", 8, "reason"],
        ];
    const fact = named ? "reason" : "topic";
    return touch(
      { ...options, locale: pack },
      {
        subject: named ? "subject" : topic === undefined ? "question.subject" : "event.subject",
        groups: [past, lines, [[named || short ? "out.short" : "event.out", 0]]],
        own: { reason: options.reason },
        extra: () => ({ topic, when: wording?.slots["when"] }),
        needs: shown(options[fact]) === undefined ? [fact] : [],
        mode: "direct",
      },
    );
  });
}
