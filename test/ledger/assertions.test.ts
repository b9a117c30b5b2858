import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type EventInput, Journal } from "../../src/journal/index.js";
import { Ledger } from "../../src/ledger/index.js";
import { history, journalOf, person } from "../support/journal-arbitraries.js";
import { codeOf } from "../support/journal-codes.js";
import { runs } from "../support/journal-runs.js";

const gift = (id: string, at: string, size = 1): EventInput => ({
  id,
  type: "favor.given",
  at,
  giver: "ann",
  receiver: "bob",
  kind: "x",
  size,
});
const says = (id: string, at: string, amount: number, a = "ann", b = "bob"): EventInput => ({
  id,
  type: "balance.asserted",
  at,
  a,
  b,
  amount,
});

describe("balance assertions", () => {
  it("hold on replay, from either side, at their own time", () => {
    const events = [
      gift("e1", "2026-03-01"),
      says("a1", "2026-03-02", 1),
      says("a2", "2026-03-02", -1, "bob", "ann"),
      gift("e2", "2026-03-03", 0.5),
      says("a3", "2026-03-04", 1.5),
      says("a4", "2026-02-01", 0),
    ];
    for (const order of [events, [...events].reverse()]) {
      const ledger = new Ledger(journalOf(new Journal(), order));
      expect(ledger.book("ann", "bob")).toBe(1.5);
      expect(ledger.verify()).toEqual([]);
    }
  });

  it("stop every read where they do not hold, or are reported", () => {
    const journal = journalOf(new Journal(), [gift("e1", "2026-03-01")]);
    const ledger = new Ledger(journal);
    expect(codeOf(() => ledger.check(says("a1", "2026-03-02", 1.5)))).toBe("BALANCE_MISMATCH");
    expect(codeOf(() => ledger.check(says("a1", "2026-03-02", 1)))).toBe("none");
    journal.append(says("a1", "2026-03-02", 1.5));
    expect(codeOf(() => new Ledger(journal))).toBe("BALANCE_MISMATCH");
    expect(codeOf(() => ledger.book("ann", "bob"))).toBe("BALANCE_MISMATCH");
    expect(codeOf(() => ledger.entries())).toBe("BALANCE_MISMATCH");
    expect(ledger.verify()).toMatchObject([{ code: "BALANCE_MISMATCH", severity: "error" }]);
    const lenient = new Ledger(journal, { assertions: "report" });
    expect(lenient.book("ann", "bob")).toBe(1);
    expect(lenient.verify()).toHaveLength(1);
    expect(lenient.verify()[0]?.message).toContain("1.5");
  });

  it("take a late event that breaks them for a mismatch before it comes in", () => {
    const journal = journalOf(new Journal(), [gift("e1", "2026-03-01"), says("a1", "2026-03-05", 1)]);
    const ledger = new Ledger(journal);
    expect(codeOf(() => ledger.check(gift("late", "2026-03-02")))).toBe("BALANCE_MISMATCH");
    expect(codeOf(() => ledger.check(gift("after", "2026-03-06")))).toBe("none");
    expect(
      codeOf(() => ledger.check({ ...gift("other", "2026-03-02"), receiver: "carl" } as EventInput)),
    ).toBe("none");
    expect(
      codeOf(() => ledger.check({ id: "r", type: "entry.reversed", at: "2026-03-02", entry: "e1" })),
    ).toBe("BALANCE_MISMATCH");
    expect(
      codeOf(() => ledger.check({ id: "r", type: "entry.reversed", at: "2026-03-06", entry: "e1" })),
    ).toBe("none");
    journal.append(gift("late", "2026-03-02"));
    expect(codeOf(() => ledger.balances())).toBe("BALANCE_MISMATCH");
    const mended = Journal.merge(
      journal,
      journalOf(new Journal(), [{ id: "r", type: "entry.reversed", at: "2026-03-03", entry: "late" }]),
    );
    expect(new Ledger(mended).book("ann", "bob")).toBe(1);
  });

  it("hold at any point of their instant, and of their day where they state only the day", () => {
    const noon = "2026-03-01T12:00:00Z";
    for (const id of ["a", "z"]) {
      for (const amount of [0, 1]) {
        expect(
          codeOf(() => new Ledger(journalOf(new Journal(), [gift("m", noon), says(id, noon, amount)]))),
        ).toBe("none");
        expect(
          codeOf(
            () => new Ledger(journalOf(new Journal(), [gift("m", noon), says(id, "2026-03-01", amount)])),
          ),
        ).toBe("none");
      }
      expect(
        codeOf(() => new Ledger(journalOf(new Journal(), [gift("m", noon), says(id, "2026-03-01", 0.5)]))),
      ).toBe("BALANCE_MISMATCH");
      expect(
        codeOf(() => new Ledger(journalOf(new Journal(), [gift("m", noon), says(id, "2026-03-02", 0)]))),
      ).toBe("BALANCE_MISMATCH");
      expect(
        codeOf(
          () => new Ledger(journalOf(new Journal(), [gift("m", noon), says(id, "2026-03-01T12:00:01Z", 0)])),
        ),
      ).toBe("BALANCE_MISMATCH");
      expect(
        codeOf(
          () => new Ledger(journalOf(new Journal(), [gift("m", noon), says(id, "2026-03-01T11:59:59Z", 1)])),
        ),
      ).toBe("BALANCE_MISMATCH");
    }
  });

  it("agree with the book of all events so far, after any history", () => {
    fc.assert(
      fc.property(history(), person, person, fc.constantFrom(-1, 0, 1), (events, a, b, off) => {
        fc.pre(a !== b);
        const journal = journalOf(new Journal(), events);
        const amount = new Ledger(journal).book(a, b) + off / 1000;
        journal.append(says("last", "2100-01-01", amount, a, b));
        expect(codeOf(() => new Ledger(journal))).toBe(off === 0 ? "none" : "BALANCE_MISMATCH");
      }),
      { numRuns: runs(60) },
    );
  });
});

describe("Ledger.check", () => {
  it("refuses reversals of nothing and of the reversed, alone or in one batch, and changes nothing", () => {
    const journal = journalOf(new Journal(), [gift("e1", "2026-03-01"), says("a1", "2026-03-02", 1)]);
    const ledger = new Ledger(journal);
    const undo = (id: string, entry: string): EventInput => ({
      id,
      type: "entry.reversed",
      at: "2026-03-09",
      entry,
    });
    expect(codeOf(() => ledger.check(undo("r", "nothing")))).toBe("UNKNOWN_ENTRY");
    expect(codeOf(() => ledger.check(undo("r", "a1")))).toBe("UNKNOWN_ENTRY");
    expect(codeOf(() => ledger.check(undo("r", "r")))).toBe("UNKNOWN_ENTRY");
    expect(codeOf(() => ledger.check([undo("r", "e1"), undo("s", "e1")]))).toBe("ALREADY_REVERSED");
    expect(codeOf(() => ledger.check([gift("new", "2026-03-08"), undo("r", "new")]))).toBe("none");
    expect(codeOf(() => ledger.check([undo("r", "e1"), undo("s", "r"), says("ok", "2026-03-10", 1)]))).toBe(
      "none",
    );
    expect(codeOf(() => ledger.check([undo("r", "e1"), says("ok", "2026-03-10", 0)]))).toBe("none");
    expect(codeOf(() => ledger.check([undo("r", "e1"), says("no", "2026-03-10", 1)]))).toBe(
      "BALANCE_MISMATCH",
    );
    expect(codeOf(() => ledger.check({ ...gift("x", "2026-03-01"), size: -1 } as EventInput))).toBe(
      "INVALID_EVENT",
    );
    journal.append(undo("r", "e1"));
    expect(codeOf(() => ledger.check(undo("r", "e1")))).toBe("none");
    expect(codeOf(() => ledger.check(undo("s", "e1")))).toBe("ALREADY_REVERSED");
    expect(codeOf(() => ledger.check(undo("s", "r")))).toBe("none");
    expect(journal.length).toBe(3);
  });
});

describe("what is checked before it is recorded", () => {
  const legs = [
    { asker: "bob", asked: "ann", consent: 0.5 },
    { asker: "ann", asked: "cy", consent: 0.5 },
  ];
  const ask = { id: "k", connector: "ann", target: "cy", legs, cost: 1, price: 1 };

  it("is a request with its steps at once, and what comes late behind what is there", () => {
    const journal = journalOf(new Journal(), [
      says("a1", "2026-02-01", 0),
      gift("later", "2026-03-01"),
      gift("others", "2026-01-01", 2),
      { id: "undo", type: "entry.reversed", at: "2026-01-02", entry: "others" },
    ]);
    const ledger = new Ledger(journal);
    const sent: EventInput = { id: "s", type: "ask.sent", at: "2026-01-01", ask };
    const made: EventInput = { id: "m", type: "introduction.made", at: "2026-01-05", ask: "k" };
    expect(codeOf(() => ledger.check([sent, made]))).toBe("BALANCE_MISMATCH");
    expect(codeOf(() => ledger.check([sent, { ...made, at: "2026-02-05" }]))).toBe("none");
    expect(codeOf(() => ledger.check(sent))).toBe("none");
    expect(() => ledger.check(gift("late", "2026-01-09", 3))).toThrow(
      expect.objectContaining({ code: "BALANCE_MISMATCH", details: { expected: 0, found: 3 } }),
    );
    const last = [gift("end", "2026-02-01T23:59:59.999Z"), gift("next", "2026-02-02")];
    expect(last.map((event) => codeOf(() => ledger.check(event)))).toEqual(["none", "none"]);
  });
});
