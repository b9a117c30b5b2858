import fc from "fast-check";
import { expect, it } from "vitest";
import { type EventInput, Journal } from "../../src/journal/index.js";
import { Ledger } from "../../src/ledger/index.js";
import { denseHistory, FEW, noteHistory } from "../support/dense-histories.js";
import { journalOf } from "../support/journal-arbitraries.js";
import { codeOf } from "../support/journal-codes.js";
import { dayOf, slowLedger } from "../support/ledger-oracle.js";

const PAIRS = FEW.flatMap((a) => FEW.filter((b) => b !== a).map((b) => [a, b] as const));
const booksOf = (ledger: Pick<Ledger, "book">) => PAIRS.map(([a, b]) => ledger.book(a, b) + 0);
const DAYS = ["2026-03-03", "2026-03-06T12:00:00Z", "2026-06-07"];

it("a ledger that follows a journal tells what one who reads it anew from its first day would", () => {
  fc.assert(
    fc.property(denseHistory(), fc.array(fc.boolean()), (events, looks) => {
      const journal = new Journal();
      const live = new Ledger(journal);
      for (const [i, event] of events.entries()) {
        journal.append(event);
        if (looks[i] ?? true) live.balances();
      }
      const slow = slowLedger(events);
      expect(booksOf(live)).toEqual(booksOf(slow));
      const root = (event: EventInput): EventInput | undefined =>
        event.type === "entry.reversed" ? rootIn(events, event.entry) : event;
      expect(live.entries().map(({ event }) => event)).toEqual(
        events.filter((event) => slow.posts(root(event)?.id ?? "")).map(({ id }) => id),
      );
      expect(
        live
          .verify()
          .map(({ code }) => code)
          .sort(),
      ).toEqual(slow.issues());
      for (const now of DAYS) {
        const today = dayOf(now);
        for (const [a, b] of PAIRS) {
          const query = { seeker: a, counterpart: b, strength: 0.1, commonFriends: 0, now };
          const wanted = slow.receiverSum(a, b, today) - slow.giverSum(b, a, today);
          expect(Math.abs(live.standing(query).balance - wanted)).toBeLessThan(1e-9);
          expect(live.tieFactor({ between: [a, b], now })).toBe(0.9 ** slow.wasted(a, b, today));
          const sold = slow.sales(a, b, today).filter(({ smooth }) => smooth);
          const ages = sold.map(({ day }) => today - day);
          expect(live.saleAge({ seller: a, customer: b, now, withoutProblem: true })).toBe(
            ages.length === 0 ? undefined : Math.min(...ages),
          );
        }
      }
      expect(JSON.stringify(new Ledger(journal).entries())).toBe(JSON.stringify(live.entries()));
    }),
    { numRuns: 300 },
  );
});

function rootIn(events: readonly EventInput[], id: string): EventInput | undefined {
  const event = events.find((one) => one.id === id);
  return event?.type === "entry.reversed" ? rootIn(events, event.entry) : event;
}

const asserted = fc.tuple(
  fc.oneof(fc.constant(["me", "ann"] as const), fc.constantFrom(...PAIRS)),
  fc.constantFrom(-1, 0, 0, 0),
  fc.boolean(),
);

it("notes count once for what they are about, whenever what they are about comes or is taken back", () => {
  fc.assert(
    fc.property(noteHistory(), fc.array(fc.boolean()), (events, looks) => {
      const journal = new Journal();
      const live = new Ledger(journal);
      for (const [i, event] of events.entries()) {
        journal.append(event);
        if (looks[i] ?? true) expect(booksOf(live)).toEqual(booksOf(slowLedger(events.slice(0, i + 1))));
      }
      expect(booksOf(live)).toEqual(booksOf(slowLedger(events)));
    }),
    { numRuns: 600 },
  );
});

it("an event is refused where it takes back what is not there or was taken back, or breaks what an assertion says", () => {
  fc.assert(
    fc.property(
      fc.oneof(denseHistory(), noteHistory()),
      fc.array(fc.option(asserted, { freq: 3 }), { minLength: 19, maxLength: 19 }),
      (events, assertions) => {
        const journal = new Journal();
        const ledger = new Ledger(journal);
        const known: EventInput[] = [];
        const add = (event: EventInput): void => {
          const code = codeOf(() => ledger.check(event));
          expect([event, code]).toEqual([event, wantedCode(known, event)]);
          if (code !== "none") return;
          known.push(event);
          journal.append(event);
        };
        for (const [i, event] of events.entries()) {
          add(event);
          const said = assertions[i];
          if (said === null || said === undefined) continue;
          const [[a, b], off, isDay] = said;
          const at = isDay ? String(event.at).slice(0, 10) : event.at;
          const past = known.filter((one) => new Date(one.at) <= new Date(event.at));
          const amount = Math.round(slowLedger(past).book(a, b) * 1000 + off) / 1000;
          add({ id: `says${i}`, type: "balance.asserted", at, a, b, amount } as EventInput);
        }
        expect(ledger.verify().some(({ code }) => code === "BALANCE_MISMATCH")).toBe(false);
        expect(booksOf(new Ledger(journalOf(new Journal(), known)))).toEqual(booksOf(ledger));
      },
    ),
    { numRuns: 300 },
  );
});

function wantedCode(known: readonly EventInput[], event: EventInput): string {
  if (event.type === "entry.reversed") {
    if (known.some((one) => one.type === "entry.reversed" && one.entry === event.entry))
      return "ALREADY_REVERSED";
    if (rootIn(known, event.entry) === undefined) return "UNKNOWN_ENTRY";
  }
  return slowLedger([...known, event])
    .issues()
    .includes("BALANCE_MISMATCH")
    ? "BALANCE_MISMATCH"
    : "none";
}
