import type { AskMessage, Channel, IntroductionPlanner } from "warmpath";
import { describeActions } from "warmpath/report";
import type { Call, Option } from "./call.js";
import { EXAMPLE } from "./demo.js";
import type { Frame } from "./frame.js";
import { localeOf } from "./language.js";
import type { Memory } from "./memory.js";
import { parts, shown, wrapped } from "./terminal.js";

/** What the writer knows and no record tells. */
export const WORDS: Readonly<Record<string, Option>> = {
  channel: {
    type: "string",
    value: "NAME",
    help: "email, linkedin-message, linkedin-invitation or inmail (email)",
  },
  reason: { type: "string", value: "TEXT", help: "why the buyer would care, now, in a sentence" },
  offer: { type: "string", value: "TEXT", help: "what they get out of it, in half a sentence" },
};

/** The words of a call for an ask: those that are given now, else those of the last draft. */
export function wordsOf(call: Call, memory: Memory, ask: string) {
  const kept = Object.hasOwn(memory.words, ask) ? memory.words[ask] : undefined;
  const example: Readonly<Record<string, string>> = call.demo ? EXAMPLE : {};
  const locale = localeOf(call);
  const given = Object.fromEntries(
    Object.keys(WORDS).flatMap((name) => {
      const text = call.text(name) ?? kept?.[name] ?? example[name];
      return text === undefined ? [] : [[name, text]];
    }),
  );
  const { channel = "email", ...words } = given as Readonly<Record<string, string>>;
  return { ...words, channel: channel as Channel, ...(locale === undefined ? {} : { locale }) };
}

/** Keeps what a call says of an ask, for its next drafts and its reminders. */
export function keepWords(call: Call, memory: Memory, ask: string): Memory {
  const words = Object.fromEntries(
    Object.keys(WORDS).flatMap((name) => {
      const text = call.text(name);
      return text === undefined ? [] : [[name, text]];
    }),
  );
  const kept = Object.hasOwn(memory.words, ask) ? memory.words[ask] : {};
  return { ...memory, words: { ...memory.words, [ask]: { ...kept, ...words } } };
}

/** Headings in the language of the call. */
type Labels = Readonly<Record<string, string>>;

export function labelsOf(call: Call, planner: IntroductionPlanner): Labels {
  return describeActions([], planner, { locale: localeOf(call) }).labels;
}

/** A message as one would copy it, and what would make it better. */
export function messageText(message: AskMessage, who: string, labels: Labels, frame: Frame): string {
  const { channel, subject, note, forwardable, needs, lint } = message;
  const told = lint.filter(({ rule }) => !needs.some((need) => SAME[need] === rule));
  return parts(
    `${labels["head.message"]}: ${shown(who)} (${channel})`,
    subject === undefined ? undefined : `  ${labels["label.subject"]}: ${shown(subject)}`,
    wrapped(note, "  | "),
    forwardable === "" ? undefined : `  ${labels["label.forward"]}:\n\n${wrapped(forwardable, "  | ")}`,
    [
      ...needs.map(
        (need) => `  ! ${frame("missing")}: ${MISSING.has(need) ? frame(need as "reason") : need}`,
      ),
      ...told.map(({ message: text }) => `  ! ${text.charAt(0).toUpperCase()}${text.slice(1)}`),
    ].join("\n"),
  );
}

/** What a message may lack and the frame has words for. */
const MISSING: ReadonlySet<string> = new Set(["reason", "offer", "occasion"]);
/** The rule that finds the same fault. */
const SAME: Readonly<Record<string, string>> = { reason: "L04", offer: "L05" };
