import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type AskOptions,
  draftBrokered,
  draftCheckIn,
  draftFollowUp,
  draftIntroduction,
  draftOptInQuestion,
  draftOwnContact,
  draftReciprocity,
  draftUpdate,
  ENGLISH,
  fixMessage,
  lintMessage,
  type OwnContactOptions,
} from "warmpath/drafts";
import { GERMAN } from "../../src/drafts/locales/de.js";
import { SPANISH } from "../../src/drafts/locales/es.js";
import { askArb, CHANNELS, TONES } from "../support/drafts-input.js";
import { KINDS } from "../support/drafts-kinds.js";

const me = { id: "me", name: "Ada Park", company: "Northwind", title: "Head of Sales" };
const ask: AskOptions = {
  me,
  connector: { id: "c", name: "Carol Jones", company: "Beta", emails: ["carol@beta.example"] },
  target: { id: "t", name: "Bob Smith", company: "Acme", emails: ["bob@acme.example"] },
  leg: { strength: 0.1, state: "never-spoken", inferred: false },
  lastLeg: { inferred: true },
  reason: "Acme opens a second plant in May, and we helped two plants of that size to start on time",
  offer: "the checklist of both plants",
  now: "2026-06-01",
};

describe("every kind of draft", () => {
  it.each(Object.keys(KINDS))("%s passes its own lint without errors on generated people", (kind) => {
    fc.assert(
      fc.property(askArb(), (generated) => {
        const message = KINDS[kind]!(generated);
        expect(message.lint.filter((one) => one.level === "error")).toEqual([]);
        expect(message.note + message.forwardable + (message.subject ?? "")).not.toMatch(
          /undefined|\bnull\b|NaN|\[object/,
        );
      }),
      { numRuns: 80 },
    );
  });

  it.each(Object.keys(KINDS))(
    "%s is complete, has no finding to fix, and speaks of no debts, in every channel and tone",
    (kind) => {
      for (const channel of CHANNELS) {
        for (const tone of TONES) {
          for (let seed = 0; seed < 4; seed++) {
            const message = KINDS[kind]!({ ...ask, channel, tone, seed: String(seed) });
            const text = `${message.note}\n\n${message.forwardable}`.trim();
            expect(
              message.lint.filter((one) => one.level !== "info" && one.rule !== "L20" && one.rule !== "L06"),
            ).toEqual([]);
            expect(text).not.toMatch(
              /\b(owe|debt|favou?rs?|in return|as (we|I) discussed|hope (this|you)|finds you well|touch base|!)/i,
            );
            expect(text).not.toMatch(/ {2}|[ \t]\n|\n{3}|\.\.|,\.| [,.]/);
            if (message.note !== "") expect(message.parts.some((part) => part.field === "note")).toBe(true);
            expect(message.subject !== undefined).toBe(channel === "email" || channel === "inmail");
          }
        }
      }
    },
  );
});

describe("single kinds", () => {
  it("reminds once", () => {
    expect(draftFollowUp(ask).lint.filter((one) => one.level === "error")).toEqual([]);
    expect(draftFollowUp({ ...ask, reminders: 1 }).lint.map((one) => one.rule)).toContain("L22");
    expect(draftFollowUp(ask).forwardable).toContain("Bob Smith");
  });

  it("checks in on a yes without pressing, with the text to forward again", () => {
    for (const locale of [ENGLISH, GERMAN, SPANISH]) {
      for (const channel of CHANNELS) {
        for (const tone of TONES) {
          const message = draftCheckIn({ ...ask, channel, tone, locale });
          expect(message.note).toMatch(/Bob Smith(,? \w+)? Acme/);
          expect(message.forwardable).toContain("Ada Park");
          expect(message.note.match(/\?/g)).toHaveLength(1);
          expect(message.note).not.toMatch(
            /already|yet|still waiting|noch nicht|bereits|todavía|aún|ya has/i,
          );
        }
      }
    }
    const { name: _, ...nameless } = ask.connector;
    expect(draftCheckIn(ask).needs).toEqual([]);
    expect(draftCheckIn({ ...ask, connector: nameless }).needs).toEqual(["connector"]);
    expect(draftCheckIn({ ...ask, reason: undefined }).needs).toEqual(["reason"]);
    expect(draftCheckIn({ ...ask, via: [{ name: "Dave Miller" }] }).note).not.toContain("Dave");
  });

  it("writes to the target under the lent name in every channel, language and tone, as to a stranger", () => {
    for (const locale of [ENGLISH, GERMAN, SPANISH]) {
      for (const channel of CHANNELS) {
        for (const tone of TONES) {
          const own = { ...ask, channel, tone, locale };
          const lent = draftOwnContact(own);
          expect(lent.note).toContain("Carol Jones");
          expect(draftOwnContact({ ...own, after: "introduced" }).note).toContain("Carol Jones");
          expect(draftOwnContact({ ...own, after: "agreed" }).note).not.toContain("Carol");
          expect(lent.forwardable).toBe("");
          expect(lent.parts.find(({ key }) => key.startsWith("own."))?.evidence).toEqual([
            "after",
            "connector.name",
          ]);
        }
      }
      const style = { ...ask, locale, connectorStyle: "warm" as const };
      expect(draftOwnContact(style).note).toBe(draftOwnContact({ ...ask, locale }).note);
    }
    expect(draftOwnContact(ask).mailto).toMatch(/^mailto:bob@acme\.example\?/);
  });

  it("tells the target nothing of what the writer shares with the connector", () => {
    fc.assert(
      fc.property(askArb(), fc.constantFrom("use-my-name", "introduced", "agreed"), (generated, after) => {
        const message = draftOwnContact({ ...generated, after } as OwnContactOptions);
        const { leg, legs, lastLeg, context, connectorReason, connectorStyle, ...plain } = generated;
        expect(draftOwnContact({ ...plain, after } as OwnContactOptions).note).toBe(message.note);
        expect(message.note).not.toMatch(/tour of your plant|look good/);
      }),
      { numRuns: 200 },
    );
  });

  it("claims of an introduction only what is on record", () => {
    const chain = draftOwnContact({ ...ask, after: "introduced", via: [{ name: "Dave Miller" }] });
    expect(chain.note).not.toMatch(/Carol|Dave|introduce us/);
    expect(chain.note).toContain("I am Ada Park");
    const direct = draftOwnContact({ ...ask, connector: ask.target, after: "agreed" });
    expect(direct.note).not.toMatch(/Why I am writing|I am Ada Park|introduce/);
    expect(draftOwnContact({ ...ask, connector: ask.target }).note).not.toMatch(/in touch/);
    const { reason: _, offer: __, ...bare } = ask;
    expect(draftOwnContact(bare).needs).toEqual(["offer", "reason"]);
    expect(draftOwnContact({ ...bare, connector: ask.target, after: "agreed" }).needs).toEqual([]);
    const nameless = { id: "c", company: "Beta" };
    expect(draftOwnContact({ ...ask, connector: nameless }).needs).toEqual(["connector"]);
    expect(draftOwnContact({ ...ask, connector: nameless }).note).not.toContain("Beta");
    expect(draftOwnContact({ ...ask, connector: nameless, after: "agreed" }).needs).toEqual([]);
  });

  it("introduces without the target's yes only with a finding", () => {
    const level = (optedIn?: boolean): string[] =>
      draftIntroduction({ ...ask, ...(optedIn === undefined ? {} : { optedIn }) }).lint.map(
        (one) => `${one.rule} ${one.level}`,
      );
    expect(level(true)).toEqual([]);
    expect(level(false)).toEqual(["L26 error"]);
    expect(level()).toEqual(["L26 warn"]);
    expect(draftIntroduction(ask).needs).toContain("optIn");
    expect(draftIntroduction({ ...ask, optedIn: true }).note).toMatch(/Bob.*Ada Park[\s\S]*Carol/);
    expect(draftIntroduction(ask).mailto).toMatch(/^mailto:bob@acme\.example\?subject=[^&]*&body=[^&]*$/);
  });

  it("lets the connector ask the target in their own voice", () => {
    const message = draftOptInQuestion(ask);
    expect(message.note).toMatch(/^Hi Bob,/);
    expect(message.note).toContain("Ada Park");
    expect(message.note).toMatch(/Carol Jones$/);
    expect(message.note).toContain("Acme opens a second plant");
  });

  it("tells each side of a brokered introduction its own reason only", () => {
    const reasons = { first: "a buyer for your cold store", second: "a store for your goods" };
    const { first, second } = draftBrokered({ me, first: ask.connector, second: ask.target, reasons });
    expect(first.note).toContain(reasons.first);
    expect(first.note + second.note).not.toContain(`${reasons.second}${reasons.first}`);
    expect(second.note).not.toContain(reasons.first);
    expect(first.note).toContain("Bob Smith at Acme");
    expect(second.note).toContain("Carol Jones at Beta");
  });

  it("closes the loop at the end and only there", () => {
    expect(draftUpdate({ ...ask, status: "deal.won" }).note).toContain("closes the loop");
    expect(draftUpdate({ ...ask, status: "won" }).note).toBe(
      draftUpdate({ ...ask, status: "deal.won" }).note,
    );
    expect(draftUpdate({ ...ask, status: "meeting.held" }).note).not.toContain("closes the loop");
  });

  it("asks for the idea of an offer and makes none up", () => {
    const message = draftReciprocity(ask);
    expect(message.needs).toEqual(["idea"]);
    expect(message.note).not.toMatch(/Bob|Acme/);
  });

  it("leaves our own drafts as they are when fixing", () => {
    fc.assert(
      fc.property(askArb(true), fc.constantFrom(...Object.keys(KINDS)), (generated, kind) => {
        const { note, forwardable, subject, channel } = KINDS[kind]!(generated);
        const input = {
          note,
          forwardable,
          subject,
          channel,
          mode: "touch" as const,
          target: generated.target,
          facts: generated,
        };
        expect(fixMessage(input)).toEqual(input);
        expect(lintMessage(input).filter((one) => one.rule === "L17" || one.rule === "L10")).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });
});
