import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { type EventInput, Journal } from "../../src/journal/index.js";
import { Ledger } from "../../src/ledger/index.js";
import { giverView, receiverView } from "../../src/ledger/perception.js";
import { history, journalOf, PEOPLE, time } from "../support/journal-arbitraries.js";
import { codeOf } from "../support/journal-codes.js";
import { runs } from "../support/journal-runs.js";

/** Worths are shown to .001. */
const HALF = 0.0005 + 1e-12;

const events: EventInput[] = [
  {
    id: "e3",
    type: "favor.given",
    at: "2026-03-10T23:59:00Z",
    giver: "ann",
    receiver: "me",
    kind: "introduction",
  },
  { id: "e1", type: "favor.given", at: "2026-03-01", giver: "me", receiver: "ann", kind: "lunch" },
  { id: "e2", type: "favor.given", at: "2026-03-05", giver: "me", receiver: "bob", kind: "lunch" },
  { id: "e4", type: "entry.reversed", at: "2026-03-12", entry: "e1" },
];

describe("Ledger.statement", () => {
  const ledger = new Ledger(journalOf(new Journal(), events));

  it("tells what was given, what came back, and what it is worth today and to whom", () => {
    const name = (id: string): string => ({ me: "Ada", ann: "Ann\u202eOnym" })[id] ?? id;
    const { text, csv, lines, ...rest } = ledger.statement("me", "ann", { now: "2026-04-09", name });
    expect(rest).toEqual({ a: "me", b: "ann", opening: 0, closing: -1 });
    expect(lines).toEqual([
      {
        day: "2026-03-01",
        event: "e1",
        what: "favor.given",
        giver: "me",
        receiver: "ann",
        amount: 0.5,
        balance: 0.5,
        worthToGiver: 0,
        worthToReceiver: 0,
      },
      {
        day: "2026-03-10",
        event: "e3",
        what: "favor.given",
        giver: "ann",
        receiver: "me",
        amount: 1,
        balance: -0.5,
        worthToGiver: 1.027,
        worthToReceiver: 1.095,
      },
      {
        day: "2026-03-12",
        event: "e4",
        what: "entry.reversed",
        giver: "me",
        receiver: "ann",
        amount: -0.5,
        balance: -1,
        worthToGiver: 0,
        worthToReceiver: 0,
      },
    ]);
    expect(text).toBe(
      [
        "Ada and AnnOnym, in favor points, weighed on 2026-04-09",
        "before: even",
        "2026-03-01  Ada gave AnnOnym 0.5 (favor.given); worth today 0 to Ada, 0 to AnnOnym; then 0.5 in favor of Ada",
        "2026-03-10  AnnOnym gave Ada 1 (favor.given); worth today 1.027 to AnnOnym, 1.095 to Ada; then 0.5 in favor of AnnOnym",
        "2026-03-12  taken back: Ada gave AnnOnym 0.5 (entry.reversed); worth today 0 to Ada, 0 to AnnOnym; then 1 in favor of AnnOnym",
        "after: 1 in favor of AnnOnym",
        "",
      ].join("\n"),
    );
    expect(csv.split("\r\n")[2]).toBe('2026-03-10,e3,favor.given,"AnnOnym",Ada,1,-0.5,1.027,1.095');
    expect(text).not.toMatch(/owe/i);
  });

  it("covers the days asked for, both included", () => {
    const cut = ledger.statement("me", "ann", { from: "2026-03-02", to: "2026-03-10" });
    expect(cut).toMatchObject({ opening: 0.5, closing: -0.5 });
    expect(cut.lines.map(({ event }) => event)).toEqual(["e3"]);
    expect(cut.lines[0]?.worthToGiver).toBe(1);
    expect(ledger.statement("me", "ann", { to: "2026-03-10T12:00:00Z" }).lines).toHaveLength(1);
    expect(ledger.statement("me", "ann", { from: new Date("2026-03-10T23:59:00Z") }).lines).toHaveLength(2);
    expect(ledger.statement("me", "ann", { from: "2026-03-12" }).lines).toHaveLength(1);
    expect(ledger.statement("me", "nobody")).toMatchObject({ opening: 0, closing: 0, lines: [] });
    expect(codeOf(() => ledger.statement("me", "ann", { from: "soon" }))).toBe("INVALID_DATE");
    const ahead = ledger.statement("me", "ann", { now: "2026-03-02" });
    expect(ahead.lines.map(({ worthToGiver }) => worthToGiver)).toEqual([0, 0, 0]);
  });

  it("has what is given at the very instants asked for, and at one instant in the order of ids", () => {
    const at = (hour: string) => `2026-03-01T${hour}:00:00.000Z`;
    const gave = (id: string, hour: string, giver = "me"): EventInput => ({
      id,
      type: "favor.given",
      at: at(hour),
      giver,
      receiver: giver === "me" ? "ann" : "me",
      kind: "lunch",
    });
    const given = [gave("d", "12"), gave("b", "10", "ann"), gave("c", "10"), gave("a", "08", "ann")];
    const between = new Ledger(journalOf(new Journal(), given));
    const cut = between.statement("me", "ann", { from: at("10"), to: at("12") });
    expect(cut.lines.map(({ event, balance }) => [event, balance])).toEqual([
      ["b", -1],
      ["c", -0.5],
      ["d", 0],
    ]);
    expect(cut).toMatchObject({ opening: -0.5, closing: 0 });
    expect(cut.text).toContain("after: even");
    expect(cut.csv.split("\r\n")[0]).toBe(
      "day,event,what,giver,receiver,amount,balance,worth to giver,worth to receiver",
    );
    expect(between.statement("me", "ann", { from: at("11") })).toMatchObject({ opening: -0.5 });
    const days = new Ledger(
      journalOf(new Journal(), [gave("x", "23"), { ...gave("y", "00"), at: "2026-03-02" }]),
    );
    expect(days.statement("me", "ann", { to: "2026-03-01" }).lines.map(({ event }) => event)).toEqual(["x"]);
    expect(days.entries().some((entry) => "reversedBy" in entry || "reverses" in entry)).toBe(false);
  });

  it("holds no cell that a spreadsheet takes for a formula, and reads back", () => {
    const evil = [
      "=1+1",
      "+44",
      "-2+3",
      "@SUM(1)",
      "\t=1",
      "\r=1",
      "\0=1",
      "x;=1",
      "\uff1dA1",
      "\uff0bA1",
      "\uff0dA1",
      "\uff20A1",
      ' "=x',
      'a"b,c\nd',
    ];
    for (const id of evil) {
      const journal = journalOf(new Journal(), [
        { id, type: "favor.given", at: "2026-03-01", giver: id, receiver: "me", kind: "lunch" },
      ]);
      const { csv } = new Ledger(journal).statement(id, "me");
      const [, row] = Papa.parse<string[]>(csv).data;
      expect(row).toHaveLength(9);
      expect(row?.[3]).not.toMatch(/;=|^\s*[=+\-@\uff1d\uff0b\uff0d\uff20\t\r\0]/);
      expect(row?.[3]?.replaceAll("'", "")).toBe(id);
      expect(row?.[5]).toBe("0.5");
      expect(row?.[6]).toBe("0.5");
    }
    const back = new Ledger(journalOf(new Journal(), events)).statement("ann", "me").csv;
    expect(back).toContain(",-0.5,");
  });

  it("adds up to the book and to the standing, whatever the history", () => {
    fc.assert(
      fc.property(history(), time, time, (some, from, now) => {
        const ledger = new Ledger(journalOf(new Journal(), some));
        const [a, b] = [PEOPLE[0] as string, PEOPLE[1] as string];
        const whole = ledger.statement(a, b, { now });
        expect(whole.closing).toBe(ledger.book(a, b));
        expect(ledger.statement(b, a, { now }).closing === -whole.closing).toBe(true);
        expect(ledger.statement(a, b, { from }).opening).toBe(
          whole.lines
            .filter(
              ({ event }) => !ledger.statement(a, b, { from }).lines.some((line) => line.event === event),
            )
            .at(-1)?.balance ?? 0,
        );
        for (const { worthToGiver, worthToReceiver, amount, day } of whole.lines) {
          const age = Math.floor((Date.parse(now) - Date.parse(day)) / 86_400_000);
          if (worthToGiver === 0) continue;
          expect(Math.abs(worthToGiver - giverView(amount, age, ledger.model))).toBeLessThanOrEqual(HALF);
          expect(Math.abs(worthToReceiver - receiverView(amount, age, ledger.model))).toBeLessThanOrEqual(
            HALF,
          );
        }
      }),
      { numRuns: runs(60) },
    );
  });
});
