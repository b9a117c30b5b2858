import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson } from "../../src/base/canonical-json.js";
import { type EventInput, Journal } from "../../src/journal/index.js";
import { history, journalOf } from "../support/journal-arbitraries.js";
import { codeOf } from "../support/journal-codes.js";

const ask = {
  id: "k1",
  connector: "ann",
  target: "bob",
  legs: [
    { asker: "me", asked: "ann", consent: 0.6, inferred: false, evidence: { note: "CANARY" } },
    { asker: "ann", asked: "bob", consent: 0.5, inferred: true },
  ],
  cost: 0.7,
  price: 1,
  probability: 0.3,
  why: "CANARY",
};

const gift: EventInput = {
  id: "e1",
  type: "favor.given",
  at: "2026-03-01",
  giver: "me",
  receiver: "ann",
  kind: "article",
};

describe("Journal.append", () => {
  it("keeps ids and numbers in the chain, words in the vault", () => {
    const journal = new Journal();
    journal.append({ id: "e2", type: "ask.sent", at: new Date("2026-03-02T10:00:00Z"), ask });
    journal.append({
      id: "e3",
      type: "ask.declined",
      at: "2026-03-03",
      ask: "k1",
      suggested: "Carol CANARY",
    });
    journal.append({
      id: "e4",
      type: "lead.received",
      at: "2026-03-03",
      source: "A fair in CANARY",
      person: "p",
    });
    journal.append({ ...gift, remark: { deep: ["CANARY"] } } as EventInput);
    expect(journal.toJSONL()).not.toContain("CANARY");
    const stored = journal.at(0);
    expect(stored).toEqual({
      at: "2026-03-02T10:00:00.000Z",
      id: "e2",
      type: "ask.sent",
      ask: {
        connector: "ann",
        cost: 0.7,
        id: "k1",
        legs: [
          { asked: "ann", asker: "me", consent: 0.6, inferred: false },
          { asked: "bob", asker: "ann", consent: 0.5, inferred: true },
        ],
        price: 1,
        seeker: "me",
        target: "bob",
      },
    });
    expect(Object.isFrozen(stored) && Object.isFrozen((stored as { ask: object }).ask)).toBe(true);
    expect(journal.resolve(journal.at(1))).toMatchObject({ suggested: "Carol CANARY" });
    expect(journal.resolve(journal.at(2))).toMatchObject({ source: "A fair in CANARY" });
    expect(journal.resolve(journal.at(3))).toEqual({ ...gift, remark: { deep: ["CANARY"] } });
  });

  it("counts an event once, and refuses the same id with other content, in numbers or in words (L3)", () => {
    fc.assert(
      fc.property(history(), (events) => {
        const journal = journalOf(new Journal(), events);
        const before = JSON.stringify(journal);
        for (const event of events) expect(journal.append(event)).toBe("exists");
        for (const event of journal.events()) expect(journal.append(event)).toBe("exists");
        for (const event of events) {
          expect(codeOf(() => journal.append({ ...event, at: "1999-01-01" } as EventInput))).toBe(
            "JOURNAL_ID_CONFLICT",
          );
          expect(codeOf(() => journal.append({ ...event, more: 1 } as unknown as EventInput))).toBe(
            "JOURNAL_ID_CONFLICT",
          );
        }
        expect(JSON.stringify(journal)).toBe(before);
      }),
      { numRuns: 100 },
    );
    const journal = new Journal();
    journal.append({
      id: "s",
      type: "sale.delivered",
      at: "2026-03-01",
      seller: "me",
      customer: "x",
      problem: "late",
    });
    const other = {
      id: "s",
      type: "sale.delivered",
      at: "2026-03-01",
      seller: "me",
      customer: "x",
      problem: "lost",
    } as const;
    expect(codeOf(() => journal.append(other))).toBe("JOURNAL_ID_CONFLICT");
  });

  it("refuses what is no event with a code and changes nothing", () => {
    const bad: [unknown, string][] = [
      [null, "INVALID_EVENT"],
      [[], "INVALID_EVENT"],
      [{ ...gift, type: "favor.taken" }, "INVALID_EVENT"],
      [{ ...gift, type: "constructor" }, "INVALID_EVENT"],
      [{ ...gift, id: 5 }, "INVALID_ID"],
      [{ ...gift, id: "\ud800" }, "INVALID_ID"],
      [{ ...gift, giver: "a\udc00" }, "INVALID_ID"],
      [{ ...gift, at: "yesterday" }, "INVALID_DATE"],
      [{ ...gift, at: "2026-02-30" }, "INVALID_DATE"],
      [{ ...gift, at: 5 }, "INVALID_DATE"],
      [{ ...gift, at: new Date(Number.NaN) }, "INVALID_DATE"],
      [{ ...gift, at: undefined }, "INVALID_DATE"],
      [{ ...gift, giver: "ann" }, "INVALID_EVENT"],
      [{ ...gift, kind: "unheard-of" }, "INVALID_EVENT"],
      [{ ...gift, kind: "constructor" }, "INVALID_EVENT"],
      [{ ...gift, kind: "An Article" }, "INVALID_EVENT"],
      [{ ...gift, size: 0 }, "INVALID_EVENT"],
      [{ ...gift, size: 0.0004 }, "INVALID_EVENT"],
      [{ ...gift, size: -1 }, "INVALID_EVENT"],
      [{ ...gift, size: Number.NaN }, "INVALID_EVENT"],
      [{ ...gift, size: Infinity }, "INVALID_EVENT"],
      [{ ...gift, size: "1" }, "INVALID_EVENT"],
      [{ ...gift, more: () => 1 }, "INVALID_EVENT"],
      [{ ...gift, more: 5n }, "INVALID_EVENT"],
      [{ id: "x", type: "thanks.sent", at: "2026-03-01" }, "INVALID_EVENT"],
      [
        { id: "x", type: "thanks.sent", at: "2026-03-01", ask: "k", giver: "a", receiver: "b" },
        "INVALID_EVENT",
      ],
      [{ id: "x", type: "deal.won", at: "2026-03-01", ask: "k" }, "INVALID_EVENT"],
      [
        { id: "x", type: "introduction.brokered", at: "2026-03-01", broker: "a", between: ["b", "b"] },
        "INVALID_EVENT",
      ],
      [{ id: "x", type: "ask.sent", at: "2026-03-01", ask: { ...ask, legs: [] } }, "INVALID_EVENT"],
      [{ id: "x", type: "ask.sent", at: "2026-03-01", ask: { ...ask, target: "carl" } }, "INVALID_EVENT"],
      [{ id: "x", type: "ask.sent", at: "2026-03-01", ask: { ...ask, connector: "bob" } }, "INVALID_EVENT"],
      [{ id: "x", type: "ask.sent", at: "2026-03-01", ask: { ...ask, seeker: "you" } }, "INVALID_EVENT"],
      [{ id: "x", type: "ask.sent", at: "2026-03-01", ask: { ...ask, cost: -1 } }, "INVALID_EVENT"],
    ];
    const cyclic: Record<string, unknown> = { ...gift };
    cyclic["self"] = cyclic;
    bad.push([cyclic, "INVALID_EVENT"]);
    for (const [event, code] of bad) {
      const journal = new Journal();
      expect([event, codeOf(() => journal.append(event as EventInput))]).toEqual([event, code]);
      expect(journal.length).toBe(0);
      expect(codeOf(() => journal.appendAll([{ ...gift, id: "ok" }, event as EventInput]))).toBe(code);
      expect(journal.length + journal.vault.size).toBe(0);
    }
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it("rounds sizes to .001 and takes equal amounts for equal", () => {
    const journal = new Journal();
    journal.append({ ...gift, size: 1.00049 });
    expect(journal.at(0)).toMatchObject({ size: 1 });
    expect(journal.append({ ...gift, size: 1 })).toBe("exists");
    expect(journal.append({ ...gift, size: 1, problem: undefined } as EventInput)).toBe("exists");
  });

  it("lets one of two tabs win, and the other repeat safely", () => {
    const journal = journalOf(new Journal(), [gift]);
    expect(codeOf(() => journal.append({ ...gift, id: "e2" }, { expectedLength: 0 }))).toBe(
      "JOURNAL_CONFLICT",
    );
    expect(journal.append(gift, { expectedLength: 0 })).toBe("exists");
    expect(journal.append({ ...gift, id: "e2" }, { expectedLength: 1 })).toBe("appended");
    expect(journal.length).toBe(2);
  });

  it("appends all or none", () => {
    const journal = journalOf(new Journal(), [gift]);
    const reversal = { id: "r", type: "entry.reversed", at: "2026-03-02", entry: "e1" } as const;
    expect(journal.appendAll([gift, { ...gift, id: "e2" }, { ...gift, id: "e2" }])).toEqual([
      "exists",
      "appended",
      "exists",
    ]);
    expect(
      codeOf(() => journal.appendAll([{ ...gift, id: "e3" }, reversal, { ...reversal, id: "r2" }])),
    ).toBe("ALREADY_REVERSED");
    expect(
      codeOf(() =>
        journal.appendAll([
          { ...gift, id: "e3" },
          { ...gift, id: "e3", at: "2026-03-02" },
        ]),
      ),
    ).toBe("JOURNAL_ID_CONFLICT");
    expect(codeOf(() => journal.appendAll([{ ...gift, id: "e3" }], { expectedLength: 7 }))).toBe(
      "JOURNAL_CONFLICT",
    );
    expect(journal.length).toBe(2);
    journal.append(reversal);
    expect(codeOf(() => journal.append({ ...reversal, id: "r2" }))).toBe("ALREADY_REVERSED");
    expect(journal.append(reversal)).toBe("exists");
    expect(journal.reversalOf("e1")).toBe("r");
  });
});

describe("Journal order", () => {
  it("folds by time, then id, whatever the order of import", () => {
    fc.assert(
      fc.property(history(), fc.infiniteStream(fc.nat()), (events, picks) => {
        const shuffled = events
          .map((event) => ({ event, pick: picks.next().value }))
          .sort((a, b) => a.pick - b.pick);
        const one = journalOf(new Journal(), events);
        const other = journalOf(
          new Journal(),
          shuffled.map(({ event }) => event),
        );
        expect(other.folded()).toEqual(one.folded());
        const times = one.folded().map(({ at }) => new Date(at).getTime());
        expect(times).toEqual([...times].sort((a, b) => a - b));
      }),
      { numRuns: 100 },
    );
  });
});

describe("canonicalJson", () => {
  it("is one text for one value", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(JSON.parse(text))).toBe(text);
      }),
    );
    expect(canonicalJson({ b: 1, a: [undefinedFree(), -0], "\u20ac": "é" })).toBe(
      '{"a":[null,0],"b":1,"€":"é"}',
    );
  });

  function undefinedFree(): null {
    return null;
  }
});
