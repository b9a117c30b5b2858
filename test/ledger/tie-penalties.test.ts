import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type EventInput, Journal } from "../../src/journal/index.js";
import { Ledger, type LedgerModel } from "../../src/ledger/index.js";
import { history, journalOf, PEOPLE, time } from "../support/journal-arbitraries.js";
import { codeOf } from "../support/journal-codes.js";
import { runs } from "../support/journal-runs.js";
import { dayOf, slowLedger } from "../support/ledger-oracle.js";

function askOf(id: string, ...people: string[]): EventInput {
  const legs = people
    .slice(1)
    .map((asked, i) => ({ asker: people[i] as string, asked, consent: 0.5, inferred: false }));
  const [connector, target] = [people[1] as string, people.at(-1) as string];
  return {
    id: `sent-${id}`,
    type: "ask.sent",
    at: "2026-03-01",
    ask: { id, connector, target, legs, cost: 1, price: 1 },
  };
}

const meeting = (id: string, ask: string, at: string, useful?: boolean): EventInput => ({
  id,
  type: "meeting.held",
  at,
  ask,
  ...(useful === undefined ? {} : { useful }),
});

function factors(
  events: readonly EventInput[],
  now: string,
  model: Partial<LedgerModel> = {},
): Record<string, number> {
  const ledger = new Ledger(journalOf(new Journal(), events), { model });
  return Object.fromEntries(
    ledger.tiePenalties({ now }).map(({ between, factor }) => [between.join("-"), factor]),
  );
}

/** A history in which several meetings were wasted, over ties that may be the same, some of them taken back. */
const wastedHistory = fc
  .tuple(
    history(20),
    fc.array(fc.shuffledSubarray(PEOPLE, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 3 }),
    fc.array(fc.tuple(fc.nat(2), time, fc.option(time)), { minLength: 1, maxLength: 5 }),
  )
  .map(([events, chains, meetings]) => [
    ...events,
    ...chains.map((people, n) => askOf(`w${n}`, ...people)),
    ...meetings.flatMap(([n, at, undone], i): EventInput[] => [
      meeting(`m${i}`, `w${n}`, at, false),
      ...(undone === null
        ? []
        : [{ id: `u${i}`, type: "entry.reversed" as const, at: undone, entry: `m${i}` }]),
    ]),
  ]);

describe("a tie after wasted meetings", () => {
  const triad = askOf("k", "u", "a", "t");
  const chain = askOf("c", "u", "b", "a", "t");
  const wasted = meeting("w", "k", "2026-03-05", false);

  it("of introducer and target is worth .9 of its strength, from the day of the meeting on", () => {
    expect(factors([triad, wasted], "2026-03-04")).toEqual({});
    expect(factors([triad, wasted], "2026-03-05")).toEqual({ "a-t": 0.9 });
    expect(factors([wasted, triad], "2036-03-05")).toEqual({ "a-t": 0.9 });
    const ledger = new Ledger(journalOf(new Journal(), [triad, wasted]));
    for (const between of [["a", "t"] as const, ["t", "a"] as const])
      expect(ledger.tieFactor({ between, now: "2026-03-05" })).toBe(0.9);
    for (const between of [["u", "a"] as const, ["u", "t"] as const, ["a", "a"] as const])
      expect(ledger.tieFactor({ between, now: "2026-03-05" })).toBe(1);
  });

  it("is as it was after a useful meeting, one of which nothing is said, and one that the seeker arranged themselves", () => {
    const direct = askOf("d", "u", "t");
    const events = [triad, direct, meeting("x", "k", "2026-03-05", true), meeting("y", "k", "2026-03-05")];
    expect(factors([...events, meeting("z", "d", "2026-03-05", false)], "2026-04-01")).toEqual({});
  });

  it("lowers again with each, over the last connector of a chain alone, and by a number of the caller's", () => {
    const events = [triad, wasted, chain, meeting("w2", "c", "2026-03-07", false)];
    expect(factors(events, "2026-03-06")).toEqual({ "a-t": 0.9 });
    expect(factors(events, "2026-03-07")["a-t"]).toBeCloseTo(0.81, 12);
    expect(Object.keys(factors(events, "2026-03-07"))).toEqual(["a-t"]);
    const others = [askOf("k2", "u", "c", "t"), askOf("k3", "u", "a", "s"), ...events];
    const wastes = ["k2", "k3"].map((ask) => meeting(`w${ask}`, ask, "2026-03-06", false));
    const ledger = new Ledger(journalOf(new Journal(), [...others, ...wastes]));
    const listed = ledger.tiePenalties({ now: "2026-03-07" });
    expect(listed.map(({ between, wasted: times }) => [...between, times])).toEqual([
      ["a", "s", 1],
      ["a", "t", 2],
      ["c", "t", 1],
    ]);
    expect(ledger.wornTies({ now: "2026-03-07" })).toEqual(listed);
    expect(factors(events, "2026-03-07", { wastedTie: 0.5 })).toEqual({ "a-t": 0.25 });
    for (const wastedTie of [1.1, 0, -0.1, Number.NaN])
      expect(codeOf(() => factors(events, "2026-03-07", { wastedTie }))).toBe("INVALID_ARGUMENT");
  });

  it("is mended by a reversal, also where the meeting posted nothing, and lowered again by a reversal of that", () => {
    for (const meetingTime of [0.5, 0]) {
      const journal = journalOf(new Journal(), [triad, wasted]);
      const ledger = new Ledger(journal, { model: { meetingTime } });
      const undo = (id: string, entry: string, at: string): void => {
        const event: EventInput = { id, type: "entry.reversed", at, entry };
        ledger.check(event);
        journal.append(event);
      };
      const factorOn = (now: string): number => ledger.tieFactor({ between: ["a", "t"], now });
      undo("r", "w", "2026-03-08");
      expect([factorOn("2026-03-07"), factorOn("2026-03-08")]).toEqual([0.9, 1]);
      expect(ledger.balances().every(({ amount }) => amount === 0)).toBe(true);
      undo("rr", "r", "2026-03-09");
      expect([factorOn("2026-03-08"), factorOn("2026-03-09")]).toEqual([1, 0.9]);
    }
  });

  it("equals a look through all events, in any order of import, live and folded at once; the books stay balanced", () => {
    let seen = 0;
    fc.assert(
      fc.property(
        wastedHistory,
        fc.array(time, { minLength: 2, maxLength: 2 }),
        fc.nat(),
        (events, times, turn) => {
          const live = new Journal();
          const ledger = new Ledger(live);
          const at = turn % Math.max(1, events.length);
          for (const event of [...events.slice(at), ...events.slice(0, at)]) {
            live.append(event);
            ledger.balances();
          }
          const slow = slowLedger(events);
          for (const now of [...times, "2036-01-01"]) {
            const listed = new Map(
              ledger.tiePenalties({ now }).map((tie) => [tie.between.join("|"), tie] as const),
            );
            seen += listed.size;
            for (const a of PEOPLE) {
              for (const b of PEOPLE.filter((other) => other !== a)) {
                const wasted = slow.wasted(a, b, dayOf(now));
                expect(ledger.tieFactor({ between: [a, b], now })).toBe(0.9 ** wasted);
                expect(listed.get([a, b].sort().join("|"))?.wasted ?? 0).toBe(wasted);
              }
            }
          }
          expect(ledger.tiePenalties({ now: "2036-01-01" })).toEqual(
            new Ledger(journalOf(new Journal(), events)).tiePenalties({ now: "2036-01-01" }),
          );
          const sum = ledger.balances().reduce((total, { amount }) => total + Math.round(amount * 1000), 0);
          expect(sum).toBe(0);
        },
      ),
      { numRuns: runs(150) },
    );
    expect(seen).toBeGreaterThan(0);
  });

  it("takes no nonsense", () => {
    const ledger = new Ledger(new Journal());
    expect(codeOf(() => ledger.tieFactor({ between: ["a", "\ud800"], now: "2026-03-05" }))).toBe(
      "INVALID_ID",
    );
    expect(codeOf(() => ledger.tieFactor({ between: ["a", "b"], now: "soon" }))).toBe("INVALID_DATE");
    expect(codeOf(() => ledger.tiePenalties({ now: "soon" }))).toBe("INVALID_DATE");
  });
});
