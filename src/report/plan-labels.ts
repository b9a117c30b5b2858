import type { ReportWords } from "./report-words.js";

/** The headings that the forms of a plan need; `name` is whom to ask first, if there is anybody. */
export function planLabels(words: ReportWords, name: string | undefined): Readonly<Record<string, string>> {
  const first = name === undefined ? {} : { "head.first": words.say("head.first", { name }) };
  return { ...first, ...Object.fromEntries(LABELS.map((key) => [key, words.say(key)])) };
}

const LABELS: readonly string[] = [
  "head.message",
  "head.cards",
  "head.order",
  "head.timeline",
  "head.odds",
  "head.picture",
  "head.reasons",
  "head.caveats",
  "head.checked",
  "head.waiting",
  "head.people",
  "head.insiders",
  "head.candidates",
  "head.notes",
  "head.direct",
  "label.because",
  "label.weakest",
  "label.caveat",
  "label.price",
  "label.chance",
  "label.checked",
  "label.notChecked",
  "label.path",
  "label.together",
  "label.direct",
  "label.subject",
  "label.note",
  "label.forward",
  "label.select",
  "label.day",
  "label.what",
  "note.guess",
  "note.weakest",
  "button.mail",
];
