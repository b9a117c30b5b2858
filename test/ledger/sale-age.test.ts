import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { utcDay } from "../../src/base/index.js";
import { type EventInput, Journal } from "../../src/journal/index.js";
import { Ledger } from "../../src/ledger/index.js";
import { journalOf } from "../support/journal-arbitraries.js";
import { codeOf } from "../support/journal-codes.js";
import { runs } from "../support/journal-runs.js";

const who = { seller: "me", customer: "ann" };

function sale(id: string, at: string, more: object = {}): EventInput {
  return { id, type: "sale.delivered", at, ...who, ...more };
}

function reversal(entry: string, at: string): EventInput {
  return { id: `r-${entry}`, type: "entry.reversed", at, entry };
}

function ageOn(events: readonly EventInput[], now: string, more: object = {}): number | undefined {
  return new Ledger(journalOf(new Journal(), events)).saleAge({ ...who, now, ...more });
}

describe("saleAge", () => {
  it("counts whole days since the last sale of this seller to this customer", () => {
    const events = [sale("b", "2026-03-10T23:00:00Z"), sale("a", "2026-03-01")];
    expect(ageOn(events, "2026-02-28")).toBeUndefined();
    expect(ageOn(events, "2026-03-01")).toBe(0);
    expect(ageOn(events, "2026-03-09")).toBe(8);
    expect(ageOn(events, "2026-03-11T01:00:00Z")).toBe(1);
    expect(ageOn(events, "2026-03-11", { seller: "ann", customer: "me" })).toBeUndefined();
    expect(ageOn(events, "2026-03-11", { customer: "bob" })).toBeUndefined();
    expect(ageOn([], "2026-03-11")).toBeUndefined();
  });

  it("passes over sales with a problem where asked to, also once its words are erased", () => {
    const events = [sale("a", "2026-03-01"), sale("b", "2026-03-10", { problem: "came late" })];
    expect(ageOn(events, "2026-03-11")).toBe(1);
    expect(ageOn(events, "2026-03-11", { withoutProblem: true })).toBe(10);
    expect(ageOn(events.slice(1), "2026-03-11", { withoutProblem: true })).toBeUndefined();
    const journal = journalOf(new Journal(), events);
    journal.erase("ann");
    expect(new Ledger(journal).saleAge({ ...who, now: "2026-03-11", withoutProblem: true })).toBe(10);
  });

  it("does not count a reversed sale, from the day of the reversal on, nor does the gate", () => {
    const events = [
      sale("a", "2026-03-01"),
      sale("b", "2026-03-10"),
      reversal("b", "2026-03-12"),
      reversal("r-b", "2026-03-14"),
    ];
    expect(ageOn(events, "2026-03-11")).toBe(1);
    expect(ageOn(events, "2026-03-12")).toBe(11);
    expect(ageOn(events, "2026-03-14")).toBe(4);
    expect(ageOn([...events].reverse(), "2026-03-13", { withoutProblem: true })).toBe(12);
    const query = { seeker: "me", counterpart: "ann", strength: 0, commonFriends: 0, now: "2026-03-13" };
    const only = journalOf(new Journal(), [sale("b", "2026-03-10")]);
    const ledger = new Ledger(only);
    expect(ledger.standing({ ...query, gate: "strict" }).gate).toBe("open");
    only.append(reversal("b", "2026-03-12"));
    expect(ledger.standing({ ...query, gate: "strict" }).gate).toBe("closed");
  });

  it("equals a look through all events", () => {
    const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-03-${String(n).padStart(2, "0")}`);
    const sold = fc.record({ at: day, undone: fc.option(day), problem: fc.boolean() });
    fc.assert(
      fc.property(fc.array(sold, { maxLength: 12 }), day, fc.boolean(), (sales, now, withoutProblem) => {
        const events = sales.flatMap(({ at, undone, problem }, i) => [
          sale(`s${i}`, at, problem ? { problem: "late" } : {}),
          ...(undone === null ? [] : [reversal(`s${i}`, undone)]),
        ]);
        const ages = sales
          .filter(({ at, undone }) => at <= now && (undone === null || undone > now))
          .filter(({ problem }) => !(problem && withoutProblem))
          .map(({ at }) => utcDay(now) - utcDay(at));
        const wanted = ages.length === 0 ? undefined : Math.min(...ages);
        expect(ageOn(events, now, { withoutProblem })).toBe(wanted);
      }),
      { numRuns: runs(150) },
    );
  });

  it("lets a sale recorded by mistake be taken back, once, and the taking back too; nothing is posted by it", () => {
    const journal = journalOf(new Journal(), [sale("b", "2026-03-10")]);
    const ledger = new Ledger(journal);
    const record = (event: EventInput): string =>
      codeOf(() => {
        ledger.check(event);
        journal.append(event);
      });
    expect(record(reversal("b", "2026-03-12"))).toBe("none");
    expect(record({ ...reversal("b", "2026-03-12"), id: "again" })).toBe("ALREADY_REVERSED");
    expect(record(reversal("nothing", "2026-03-12"))).toBe("UNKNOWN_ENTRY");
    expect([ledger.entries(), ledger.balances(), ledger.verify()]).toEqual([[], [], []]);
    expect(ledger.saleAge({ ...who, now: "2026-03-12" })).toBeUndefined();
    expect(record(reversal("r-b", "2026-03-14"))).toBe("none");
    expect(ledger.saleAge({ ...who, now: "2026-03-14" })).toBe(4);
    expect(record(reversal("r-r-b", "2026-03-15"))).toBe("none");
    expect(ledger.saleAge({ ...who, now: "2026-03-15" })).toBeUndefined();
    expect(codeOf(() => ledger.check([sale("c", "2026-03-16"), reversal("c", "2026-03-16")]))).toBe("none");
    const twice = [
      sale("c", "2026-03-16"),
      reversal("c", "2026-03-16"),
      { ...reversal("c", "2026-03-17"), id: "x" },
    ];
    expect(codeOf(() => ledger.check(twice))).toBe("ALREADY_REVERSED");
    // A lead recorded by mistake can be taken back too, and what is on no record cannot.
    expect(record({ id: "l", type: "lead.received", at: "2026-03-16", source: "web" })).toBe("none");
    expect(record(reversal("l", "2026-03-16"))).toBe("none");
  });

  it("waits for a sale that comes after its reversal, and for nothing once it is there", () => {
    const journal = journalOf(new Journal(), [reversal("b", "2026-03-12")]);
    const ledger = new Ledger(journal);
    expect(ledger.verify().map(({ code }) => code)).toEqual(["UNKNOWN_ENTRY"]);
    journal.append(sale("b", "2026-03-10"));
    expect(ledger.verify()).toEqual([]);
    expect(ledger.saleAge({ ...who, now: "2026-03-11" })).toBe(1);
    expect(ledger.saleAge({ ...who, now: "2026-03-12" })).toBeUndefined();
  });

  it("takes no nonsense", () => {
    expect(codeOf(() => ageOn([], "soon"))).toBe("INVALID_DATE");
    expect(codeOf(() => ageOn([], "2026-03-11", { seller: 5 }))).toBe("INVALID_ID");
    expect(codeOf(() => ageOn([], "2026-03-11", { customer: "\ud800" }))).toBe("INVALID_ID");
  });
});
