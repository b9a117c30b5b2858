import type { TieEvidence } from "../../../src/people/index.js";
import { type ConsentInput, consent, tieStrength } from "../../../src/ties/index.js";

const NOW = "2026-11-23";
const BEFORE = { preset: "0.1" } as const;
const CONNECTED = "2021-03-01";

/** Messages on so many days of this autumn, a week apart, the last one a month ago. */
function messages(
  direction: "in" | "out",
  days: number,
  automatic = false,
): NonNullable<TieEvidence["interactions"]> {
  return Array.from({ length: days }, (_, k) => ({
    at: new Date(Date.UTC(2026, 9, 23 - 7 * k)).toISOString().slice(0, 10),
    direction,
    kind: "message" as const,
    ...(automatic && { automatic }),
  }));
}

const EVIDENCE: readonly (readonly [string, TieEvidence])[] = [
  ["a connection alone", {}],
  ["I wrote on 5 days, nothing came back", { interactions: messages("out", 5) }],
  ["the same, and a machine answered", { interactions: [...messages("out", 5), ...messages("in", 1, true)] }],
  ["the same, and they answered once", { interactions: [...messages("out", 5), ...messages("in", 1)] }],
  ["they wrote on 5 days", { interactions: messages("in", 5) }],
  ["both wrote on 5 days", { interactions: [...messages("in", 5), ...messages("out", 5)] }],
  ["a mass mail of theirs", { interactions: messages("in", 1, true) }],
  ["they recommended me", { vouches: [{ kind: "recommendation", direction: "in", at: "2022-05-06" }] }],
  ["I recommended them", { vouches: [{ kind: "recommendation", direction: "out", at: "2022-05-06" }] }],
  ["three endorsements of theirs", { vouches: [{ kind: "endorsement", direction: "in", count: 3 }] }],
  ["a note in their invitation", { vouches: [{ kind: "invitation-note", direction: "in" }] }],
  ["one company when we connected", { contexts: ["worked-together"] }],
  ["one team", { contexts: ["team:northwind"] }],
  ["closeness stated as 1, circles not known", { closeness: 1 }],
  ["closeness stated as 1, circles apart", { closeness: 1, overlap: 0 }],
  ["closeness stated as 1, circles overlap", { closeness: 1, overlap: 0.2 }],
];

/** Prints what each kind of evidence does to a strength and to a first yes, and how it is put. */
export function printEvidence(): void {
  console.log(
    "\n3.4, 3.6 What files tell of one contact, connected in 2021 (strength; yes of the contact; by the numbers of 0.1)",
  );
  for (const [name, evidence] of EVIDENCE) {
    const told = { connectedOn: CONNECTED, ...evidence };
    const [now, before] = [tieStrength(told, { now: NOW }), tieStrength(told, { now: NOW, model: BEFORE })];
    const yes = consent({ role: "first", strength: now.strength, neverSpoken: now.neverSpoken }).probability;
    const old = consent({ role: "first", strength: before.strength }, { model: BEFORE }).probability;
    const words = now.factors
      .filter(({ name, contribution, detail }) => name !== "base" && contribution !== 0 && detail)
      .map(({ detail }) => detail)
      .filter((detail) => !/^not known|^no |^\d+ days since the first/.test(detail!));
    console.log(
      `  ${name.padEnd(42)} ${now.strength.toFixed(2)}  ${yes.toFixed(2)}  (${before.strength.toFixed(2)}  ${old.toFixed(2)})  ${words.join("; ")}`,
    );
  }
}

const CONSENTS: readonly (readonly [string, ConsentInput])[] = [
  ["contact, strength .1, never spoken", { role: "first", strength: 0.1, neverSpoken: 1 }],
  ["contact, strength .1", { role: "first", strength: 0.1 }],
  ["contact, strength .3", { role: "first", strength: 0.3 }],
  ["contact, strength .5", { role: "first", strength: 0.5 }],
  ["contact, strength .7", { role: "first", strength: 0.7 }],
  ["contact, strength .9", { role: "first", strength: 0.9 }],
  ["contact, .3, introduced once before", { role: "first", strength: 0.3, introducedBefore: 1 }],
  ["contact, .3, introduced, thanked", { role: "first", strength: 0.3, introducedBefore: 1, thanked: true }],
  ["contact, .3, introduced three times", { role: "first", strength: 0.3, introducedBefore: 3 }],
  ["second one asked in a row, .5", { role: "relay", strength: 0.5, index: 2 }],
  ["third one asked in a row, .5", { role: "relay", strength: 0.5, index: 3 }],
  ["target, after a strong tie", { role: "last", strength: 0.6 }],
  ["target, after a weak tie", { role: "last", strength: 0.3 }],
  ["target, after a weak tie, a chief", { role: "last", strength: 0.3, targetChief: true }],
  [
    "the same, of a firm of 20,000",
    { role: "last", strength: 0.3, targetChief: true, targetHeadcount: 20_000 },
  ],
  ["target, nobody between, InMail", { role: "last", strength: 0.5, medium: "inmail" }],
  ["target, nobody between, cold mail", { role: "last", strength: 0.5, medium: "cold-email" }],
];

/** Prints consents by slope, silence, distance and what came before, with where each number comes from. */
export function printConsents(): void {
  console.log("\n3.5 Consents (now; by the preset 0.1) and what they rest on");
  for (const [name, input] of CONSENTS) {
    const { probability, factors } = consent(input);
    const before = consent(input, { model: BEFORE }).probability;
    const sources = factors
      .filter(({ contribution }) => contribution !== 0)
      .map(({ name, contribution, source }) => `${name} ${contribution.toFixed(2)} (${source})`);
    console.log(
      `  ${name.padEnd(36)} ${probability.toFixed(3)}  (${before.toFixed(3)})  ${sources.join(", ")}`,
    );
  }
}
