import type { AskMessage, Channel } from "warmpath";
import type { Call, Option } from "./call.js";
import { EXAMPLE } from "./demo.js";
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

/** A message as one would copy it, and what our own lint says of it. */
export function messageText(message: AskMessage, who: string): string {
  const { channel, subject, note, forwardable, needs, lint } = message;
  return parts(
    `What to write to ${shown(who)} (${channel})`,
    subject === undefined ? undefined : `  Subject: ${shown(subject)}`,
    wrapped(note, "  | "),
    forwardable === "" ? undefined : `  to be forwarded:\n\n${wrapped(forwardable, "  | ")}`,
    [
      ...needs.map((need) => `  ! It would be better with: ${need}`),
      ...lint.map(({ rule, level, message: text }) => `  ! ${rule} (${level}): ${text}`),
    ].join("\n"),
  );
}
