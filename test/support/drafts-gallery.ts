import type { AskMessage, AskOptions, DraftLeg, LanguagePack } from "warmpath/drafts";
import { draftAsk } from "warmpath/drafts";
import { GERMAN } from "../../src/drafts/locales/de.js";
import { SPANISH } from "../../src/drafts/locales/es.js";
import { CHANNELS, TONES } from "./drafts-input.js";
import { KINDS } from "./drafts-kinds.js";

const me = { id: "me", name: "Ada Park", company: "Northwind", title: "Head of Sales" };
const carol = { id: "c", name: "Carol Jones", company: "Beta" };
const bob = { id: "t", name: "Bob Smith", company: "Acme" };
const talked = (
  state: DraftLeg["state"],
  at: string,
  kind: "meeting" | "call" | "message",
  strength: number,
): DraftLeg =>
  ({
    strength,
    state,
    inferred: false,
    evidence: { interactions: [{ at, direction: "both", kind }] },
  }) as DraftLeg;

const TIES: Readonly<Record<string, DraftLeg>> = {
  "never spoken to": {
    strength: 0.1,
    state: "never-spoken",
    inferred: false,
    evidence: { connectedOn: "2021-03-04" },
  },
  "a connection of which nothing else is known": {
    strength: 0.2,
    state: "unknown",
    inferred: false,
    evidence: { connectedOn: "2021-03-04" },
  },
  "close, met last month": talked("active", "2026-05-02", "meeting", 0.8),
  "a distant acquaintance, called last month": talked("active", "2026-05-02", "call", 0.3),
  "gone quiet": talked("dormant", "2023-02-01", "message", 0.3),
};
const LAST: Readonly<Record<string, DraftLeg>> = {
  inferred: { strength: 0.4, state: "unknown", inferred: true },
  "seen and alive": talked("active", "2026-01-01", "meeting", 0.6),
  "a mere link": { strength: 0.1, state: "never-spoken", inferred: false },
};

const ask: AskOptions = {
  me,
  connector: carol,
  target: bob,
  leg: TIES["a distant acquaintance, called last month"]!,
  lastLeg: LAST["seen and alive"]!,
  reason: "Acme opens a second plant this year, and we helped two plants of that size to start on time",
  offer: "the start-up checklist of both plants, yours to keep",
  now: "2026-06-01",
};
const OTHER: readonly (readonly [string, LanguagePack, Partial<AskOptions>])[] = [
  [
    "German",
    GERMAN,
    {
      reason:
        "Acme eröffnet dieses Jahr ein zweites Werk, und wir haben zwei solche Werke beim Anlauf begleitet",
      offer: "die Checkliste beider Werke",
    },
  ],
  [
    "Spanish",
    SPANISH,
    {
      reason:
        "Acme abre este año una segunda planta, y hemos acompañado la puesta en marcha de dos plantas así",
      offer: "la lista de control de ambas plantas",
    },
  ],
];
const IN_EVERY_LANGUAGE = [
  "ask",
  "ask over two connectors",
  "reminder",
  "check-in after a yes",
  "own contact under the connector's name",
  "follow-through after the introduction",
  "follow-through after the target's yes",
  "thanks for the introduction",
  "closing: lost",
  "introduction",
  "opt-in question",
  "issue question",
  "re-warming without occasion",
  "decline, open",
];

/** Every kind of draft, as a page that a person can read through; the same bytes each time. */
export function gallery(): string {
  const out = [
    "# Drafts",
    "",
    "Made by `npx tsx --tsconfig test/tsconfig.json test/support/make-gallery.ts` of invented people; a test keeps it in step with the code.",
    "",
  ];
  const show = (title: string, message: AskMessage): void => {
    const findings = message.lint.map((one) => `${one.rule} ${one.level}`).join(", ");
    out.push(
      `### ${title}`,
      "",
      `*${[message.channel, message.subject && `subject: ${message.subject}`, findings && `lint: ${findings}`, message.needs.length > 0 && `needs: ${message.needs.join(", ")}`].filter(Boolean).join(" · ")}*`,
      "",
    );
    if (message.note) out.push("```text", message.note, "```", "");
    if (message.forwardable) out.push("To forward:", "", "```text", message.forwardable, "```", "");
  };
  out.push("## The request, by what is known of the tie to the one who is asked", "");
  for (const [name, leg] of Object.entries(TIES)) show(name, draftAsk({ ...ask, leg }));
  out.push("## The request, by what is known of the tie to the target", "");
  for (const [name, lastLeg] of Object.entries(LAST)) show(name, draftAsk({ ...ask, lastLeg }));
  show(
    "inferred, because both work there",
    draftAsk({ ...ask, lastLeg: LAST["inferred"]!, connector: { ...carol, company: "Acme" } }),
  );
  show("to someone reluctant", draftAsk({ ...ask, reluctance: 0.8, seed: "3" }));
  show(
    "with nothing given but the names",
    draftAsk({ me: { name: "Ada Park" }, connector: { name: "Carol Jones" }, target: { name: "Bob Smith" } }),
  );
  out.push("## The request in every channel and tone", "");
  for (const channel of CHANNELS)
    for (const tone of TONES)
      show(`${channel}, ${tone ?? "plain"}`, draftAsk({ ...ask, channel, tone, seed: `${channel}${tone}` }));
  out.push("## Every other kind", "");
  for (const [kind, draft] of Object.entries(KINDS)) if (kind !== "ask") show(kind, draft(ask));
  for (const [language, locale, own] of OTHER) {
    out.push(`## ${language}`, "");
    for (const kind of IN_EVERY_LANGUAGE) show(kind, KINDS[kind]!({ ...ask, ...own, locale }));
    show(
      `ask, ${language === "German" ? "with du" : "with usted"}`,
      draftAsk({ ...ask, ...own, locale, tone: language === "German" ? "warm" : "formal" }),
    );
    show(
      "ask of someone never spoken to, inferred tie, on LinkedIn",
      draftAsk({
        ...ask,
        ...own,
        locale,
        leg: TIES["never spoken to"]!,
        lastLeg: LAST["inferred"]!,
        channel: "linkedin-message",
      }),
    );
  }
  return `${out.join("\n").trimEnd()}\n`;
}
