import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AskOptions, type DraftLeg, draftAsk, lintMessage } from "warmpath/drafts";
import { safeText } from "../../src/base/index.js";
import { askArb, CHANNELS, NASTY_NAMES, REASONS, TONES } from "../support/drafts-input.js";

const me = { id: "me", name: "Ada Park", company: "Northwind", title: "Head of Sales" };
const carol = { id: "c", name: "Carol Jones", company: "Beta" };
const bob = { id: "b", name: "Bob Smith", company: "Acme" };
const dave = { id: "d", name: "Dave Miller", company: "Gamma" };
const cold: DraftLeg = { strength: 0.1, state: "never-spoken", inferred: false };
const strong: DraftLeg = {
  strength: 0.8,
  state: "active",
  inferred: false,
  evidence: { interactions: [{ at: "2026-05-02", direction: "both", kind: "meeting" }] },
};
const inferred: DraftLeg = { strength: 0.4, state: "unknown", inferred: true };
const base: AskOptions = {
  me,
  connector: carol,
  target: bob,
  leg: cold,
  lastLeg: inferred,
  reason: REASONS[0]!,
  now: "2026-06-01",
};

/** Words of warmth or of shared talk that a text to a stranger must not hold. */
const WARMTH =
  /as (we|I) (discussed|mentioned)|good to (see|talk|hear|speak)|great (to|seeing|talking)|enjoyed|hope (this|you)('re| are| finds)|long time|our (last )?(conversation|chat|call|meeting)|last (met|spoke|wrote)|since we (met|spoke|wrote)|friend|catch(ing)? up|you know me/i;

describe("draftAsk", () => {
  it("passes its own lint without errors, whatever the names, channel, tone and length", () => {
    fc.assert(
      fc.property(askArb(), (ask) => {
        const message = draftAsk(ask);
        expect(message.lint.filter((finding) => finding.level === "error")).toEqual([]);
      }),
      { numRuns: 1500 },
    );
  });

  it("names the buyer, their company and the reason in every channel and tone, and the lint of the bare text agrees", () => {
    for (const channel of CHANNELS) {
      for (const tone of TONES) {
        for (const lastLeg of [inferred, strong, cold]) {
          for (const reason of REASONS) {
            const message = draftAsk({ ...base, channel, lastLeg, reason, ...(tone && { tone }) });
            for (const text of [message.note, message.forwardable]) {
              expect(text).toContain("Bob Smith");
              expect(text).toContain("Acme");
              expect(text).toMatch(/no problem|understand/i);
            }
            expect(message.note).toContain(reason.slice(0, 20));
            expect(message.forwardable).toContain(reason);
            const { note, forwardable, subject } = message;
            const again = lintMessage({
              note,
              forwardable,
              subject,
              channel,
              target: bob,
              facts: { me, reason },
            });
            expect(again.filter((finding) => finding.level === "error")).toEqual([]);
          }
        }
      }
    }
  });

  it("asks about an inferred tie and never asserts it", () => {
    for (const channel of CHANNELS) {
      for (let seed = 0; seed < 12; seed++) {
        for (const connector of [carol, { ...carol, company: "Acme" }]) {
          const { note } = draftAsk({ ...base, channel, connector, seed: String(seed) });
          expect(note).toMatch(/Do you know Bob well enough to /);
          expect(note).not.toMatch(/believe|colleague|(?<!Do )you (two )?know (Bob|each)|connected to/);
        }
      }
    }
  });

  it("claims no warmth towards someone never spoken to, nor on account of another leg", () => {
    for (const tone of TONES) {
      for (const leg of [
        cold,
        { ...cold, evidence: { connectedOn: "2021-03-04" } },
        inferred,
        { ...strong, inferred: true },
        undefined,
      ]) {
        for (let seed = 0; seed < 10; seed++) {
          const options = {
            ...base,
            leg,
            lastLeg: strong,
            seed: String(seed),
            via: seed % 2 ? [dave] : [],
            viaLeg: strong,
          };
          const { note, forwardable } = draftAsk({ ...options, ...(tone && { tone }) });
          expect(note).not.toMatch(WARMTH);
          expect(note).not.toMatch(/in May\b/);
          expect(forwardable).not.toMatch(WARMTH);
          expect(forwardable).not.toMatch(/Carol|Dave|Beta|Gamma/);
        }
      }
    }
  });

  it("words the shared past by the evidence of that leg: kind, month, rhythm", () => {
    const note = (leg: DraftLeg): string => draftAsk({ ...base, leg, seed: "0" }).note;
    const talk = (
      kind: "meeting" | "call" | "message" | "comment" | "like",
      direction: "in" | "out" | "both",
      state: DraftLeg["state"],
    ) =>
      note({
        ...strong,
        state,
        strength: 0.3,
        evidence: { connectedOn: "2019-02-01", interactions: [{ at: "2025-11-02", direction, kind }] },
      } as DraftLeg);
    expect(talk("meeting", "both", "fading")).toContain("We last met in November.");
    expect(talk("call", "in", "active")).toContain("We last spoke in November.");
    expect(talk("message", "both", "unknown")).toContain("We last wrote to each other in November.");
    expect(talk("meeting", "both", "dormant")).toContain("It has been a while since we met in November.");
    for (const unseen of [
      talk("message", "out", "active"),
      talk("comment", "both", "active"),
      talk("like", "in", "active"),
    ]) {
      expect(unseen).not.toContain("November");
      expect(unseen).toContain("connected online since February 2019");
    }
    const older = {
      ...strong,
      evidence: { interactions: [{ at: "2025-06-02", direction: "both", kind: "meeting" }] },
    } as DraftLeg;
    expect(note(older)).toContain("in June 2025");
    expect(note(strong)).toMatch(/(good to see you|enjoyed seeing you) in May\./);
    const later = {
      ...strong,
      evidence: { interactions: [{ at: "2026-07-02", direction: "both", kind: "meeting" }] },
    } as DraftLeg;
    expect(note(later)).not.toContain("2026");
  });

  it("asks the first connector of a chain to pass the note to the next, by name", () => {
    for (const channel of CHANNELS) {
      const { note } = draftAsk({ ...base, channel, via: [dave], viaLeg: strong, lastLeg: strong });
      expect(note).toContain("Carol");
      expect(note).toContain("Dave Miller");
      expect(note).toMatch(/Dave( Miller)? knows Bob well enough|may know Bob/);
    }
  });

  it("takes from its settings when a seen tie is more than a link, and when a tie is close", () => {
    const words = (thresholds: object): string =>
      draftAsk({
        ...base,
        lastLeg: { ...strong, strength: 0.3 },
        leg: { ...strong, strength: 0.6 },
        thresholds,
      }).note;
    const usual = words({});
    expect(words({ seenTie: 0.25, strongTie: 0.5 })).toBe(usual);
    expect(words({ seenTie: 0.31 })).not.toBe(usual);
    expect(words({ strongTie: 0.61 })).not.toBe(usual);
  });

  it("writes a direct message where the connector is the target", () => {
    const message = draftAsk({ ...base, connector: bob, leg: cold, offer: "a benchmark" });
    expect(message.forwardable).toBe("");
    expect(message.note).not.toMatch(/introduc|forward|know Bob/i);
    expect(message.note).toContain("Acme");
    expect(message.lint.filter((finding) => finding.level === "error")).toEqual([]);
  });

  it("asks for what is missing and invents nothing", () => {
    const message = draftAsk({
      me: { id: "me", name: "Ada Park" },
      connector: { id: "c" },
      target: { id: "t", name: "Bob Smith" },
    });
    expect(message.needs).toEqual(["company", "connector", "context", "offer", "reason", "seekerCompany"]);
    expect(message.note + message.forwardable).not.toMatch(/undefined|null|NaN/);
    expect(message.lint.map((finding) => `${finding.rule} ${finding.level}`)).toContain("L05 warn");
    expect(draftAsk({ ...base, offer: "a benchmark" }).lint.some((finding) => finding.rule === "L05")).toBe(
      false,
    );
  });

  it("says honestly what is wrong with a user's own reason", () => {
    const rules = (reason: string): string[] =>
      draftAsk({ ...base, reason }).lint.map((finding) => `${finding.rule} ${finding.level}`);
    expect(rules("[benefit goes here]")).toContain("L16 error");
    expect(rules("I want to pitch our tool, act now")).toContain("L10 warn");
    expect(rules("you owe me one")).toContain("L17 error");
    expect(rules("as we discussed, we can help them")).toContain("L03 error");
    expect(draftAsk({ ...base, reason: "very long ".repeat(200) }).needs).toContain("shorterReason");
  });

  it("keeps the channels' limits and shortens by the same rule every time", () => {
    const limits = {
      "linkedin-invitation": 200,
      "linkedin-invitation-premium": 300,
      "linkedin-message": 400,
      inmail: 400,
    } as const;
    for (const [channel, limit] of Object.entries(limits)) {
      for (const via of [[], [dave]]) {
        const ask = {
          ...base,
          channel,
          via,
          reason: "we have ".repeat(60),
          leg: strong,
          lastLeg: strong,
          offer: "x ".repeat(200),
        };
        const { note } = draftAsk(ask);
        expect(note.length).toBeLessThanOrEqual(limit);
        expect(note).toContain("we have we have");
        expect(draftAsk(ask).note).toBe(note);
      }
    }
  });

  it("varies by seed, and by the people where no seed is given", () => {
    const notes = new Set(
      Array.from(
        { length: 10 },
        (_, at) => draftAsk({ ...base, connector: { ...carol, id: `c${at}` } }).note,
      ),
    );
    expect(notes.size).toBeGreaterThan(6);
    expect(draftAsk({ ...base, seed: "1" }).note).toBe(
      draftAsk({ ...base, seed: "1", connector: { ...carol, id: "z" } }).note,
    );
  });

  it("lets nothing of a name out of its place: no slot, markup, header or hidden character", () => {
    for (const name of NASTY_NAMES) {
      for (const channel of CHANNELS) {
        const person = { id: "x", name, company: name, emails: ["a@b.com?bcc=x@y"] };
        const message = draftAsk({
          ...base,
          channel,
          connector: { ...person, id: "c" },
          target: person,
          me: { ...me, name },
        });
        const all = `${message.note}\n${message.forwardable}\n${message.subject ?? ""}`;
        expect(all).not.toMatch(/[\r\u200b\u202a-\u202e\u2066-\u2069\u001b]|\p{Surrogate}/u);
        expect(message.subject ?? "").not.toContain("\n");
        expect(message.html.replace(/<\/?p>|<br>/g, "")).not.toMatch(/[<>"']/);
        expect(message.mailto).toBeUndefined();
        if (channel === "email" && name.length < 40)
          expect(message.forwardable).toContain(safeText(name.replace(/\p{Surrogate}/gu, "")));
      }
    }
    const odd = draftAsk({
      ...base,
      target: { ...bob, name: "\u0410nna Smith" },
      connector: { ...carol, name: "A\u202Ex" },
    });
    expect(odd.issues.map((issue) => `${issue.code} ${issue.column}`)).toEqual([
      "CONTROL_CHARS connector",
      "MIXED_SCRIPT target",
    ]);
  });

  it("rests every sentence on evidence that is there", () => {
    fc.assert(
      fc.property(askArb(true), (ask) => {
        for (const part of draftAsk(ask).parts) {
          const seen = part.evidence.filter(
            (path) => !path.endsWith("company") && !path.endsWith("title") && path !== "minutes",
          );
          for (const path of seen) {
            const value = path
              .split(".")
              .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], ask);
            expect({ key: part.key, path, found: value !== undefined }).toEqual({
              key: part.key,
              path,
              found: true,
            });
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it("hands the gate to the lint", () => {
    const rules = (readiness: AskOptions["readiness"]) =>
      draftAsk({ ...base, readiness }).lint.map((one) => `${one.rule} ${one.level}`);
    expect(rules({ gate: "unknown", unmet: ["deposit"] })).toContain("L21 warn");
    expect(rules({ gate: "closed" })).toContain("L21 error");
    expect(rules({ gate: "open", unmet: ["cooldown"], readyAt: "2026-07-01" })).toContain("L22 error");
    expect(rules({ gate: "open", unmet: ["cooldown"], readyAt: "2026-06-01" })).not.toContain("L22 error");
    expect(rules({ gate: "unknown", unmet: ["deposit", "open-ask"] })).toContain("L22 error");
    expect(rules({ gate: "unknown", unmet: ["deposit", "recent-sale", "strong-tie"] })).not.toContain(
      "L22 error",
    );
    expect(rules({ gate: "open" }).filter((rule) => /L2[12]/.test(rule))).toEqual([]);
  });

  it("refuses an unknown channel", () => {
    expect(() => draftAsk({ ...base, channel: "fax" })).toThrow(
      expect.objectContaining({ code: "INVALID_ARGUMENT" }),
    );
    expect(draftAsk({ ...base, channel: "LinkedIn" }).channel).toBe("linkedin-message");
  });
});
