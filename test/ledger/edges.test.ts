import { expect, it } from "vitest";
import { type EventInput, Journal } from "../../src/journal/index.js";
import { Ledger, type LedgerModel } from "../../src/ledger/index.js";
import { journalOf } from "../support/journal-arbitraries.js";
import { codeOf } from "../support/journal-codes.js";

const gift = (id: string, at: string, size: number, more: object = {}): EventInput =>
  ({ id, type: "favor.given", at, giver: "me", receiver: "ann", kind: "x", size, ...more }) as EventInput;
const ledgerOf = (events: readonly EventInput[], model: Partial<LedgerModel> = {}): Ledger =>
  new Ledger(journalOf(new Journal(), events), { model });
const standing = (ledger: Ledger, more: object = {}) =>
  ledger.standing({
    seeker: "me",
    counterpart: "ann",
    strength: 0.1,
    commonFriends: 0,
    now: "2026-03-09",
    ...more,
  });

it("days before 1970 decay as others do, however short the half-life", () => {
  const old = gift("e", "1900-01-01", 1);
  const ledger = ledgerOf([old, gift("f", "1900-01-02", 1)], {
    receiverHalfLives: [{ days: 1 }],
    giverHalfLife: 1,
  });
  const { balance } = standing(ledger, { now: "1900-01-02" });
  expect(balance).toBeCloseTo(1.25 * (0.4 + 0.6 * 0.5) + 1.25, 12);
  expect(standing(ledger, { now: "1899-12-31" }).balance).toBe(0);
});

it("a gift of today counts with what was given and taken back by hand, and with nothing else", () => {
  const back = gift("r", "2026-03-02", 1, { giver: "ann", receiver: "me" });
  const undone: EventInput = { id: "u", type: "entry.reversed", at: "2026-03-03", entry: "r" };
  const ledger = ledgerOf([gift("e", "2026-03-01", 1), back, undone]);
  expect(standing(ledger, { gift: 1 }).gate).toBe("open");
  expect(standing(ledgerOf([]), { gift: 1 }).gate).toBe("open");
  expect(standing(ledgerOf([]), { gift: 0 }).gate).toBe("unknown");
});

it("a favor costs more by the square of what is owed over the limit", () => {
  const { price, limit, balance } = standing(
    ledgerOf([gift("e", "2026-03-09", 2, { giver: "ann", receiver: "me" })]),
  );
  expect([limit, balance]).toEqual([1.3, -2]);
  expect(price(3)).toBeCloseTo(3 * (1 + 2 / 1.3) ** 2, 12);
});

it("a gate is opened by a favor that is worth something", () => {
  const sizes = { nothing: 0 };
  expect(standing(ledgerOf([], { sizes, gateDeposit: 0 })).openWith?.size).toBe(0.05);
});

it("thanks and news have each their own size, and what is worth nothing is no entry", () => {
  const model = { sizes: { thanks: 0.3, update: 0.2, like: 0 } };
  const note = (id: string, type: string) =>
    ({ id, type, at: "2026-03-01", giver: "me", receiver: "ann" }) as EventInput;
  const liked = gift("l", "2026-03-01", 1, { kind: "like", size: undefined });
  const ledger = ledgerOf([note("t", "thanks.sent"), note("u", "update.sent"), liked], model);
  expect(ledger.entries().map(({ event, favors }) => [event, favors[0]?.amount])).toEqual([
    ["t", 0.3],
    ["u", 0.2],
  ]);
});

it("of two reversals of one entry one counts", () => {
  const undo = (id: string): EventInput => ({ id, type: "entry.reversed", at: "2026-03-02", entry: "e" });
  const [one, other] = ["r", "s"].map((id) =>
    journalOf(new Journal(), [gift("e", "2026-03-01", 1), undo(id)]),
  );
  const ledger = new Ledger(Journal.merge(one as Journal, other as Journal));
  expect(ledger.book("me", "ann")).toBe(0);
  expect(ledger.entries().map(({ event }) => event)).toEqual(["e", "r"]);
});

it("an assertion that does not hold is told with its day, and speaks of that day alone", () => {
  const says = (id: string, at: string, amount: number): EventInput =>
    ({ id, type: "balance.asserted", at, a: "me", b: "ann", amount }) as EventInput;
  const journal = journalOf(new Journal(), [gift("e", "2026-03-02T00:00:00.000Z", 1)]);
  const ledger = new Ledger(journal, { assertions: "report" });
  expect(codeOf(() => ledger.check(says("a", "2026-03-01", 1)))).toBe("BALANCE_MISMATCH");
  expect(codeOf(() => ledger.check(says("a", "2026-03-01", 0)))).toBe("none");
  journal.append(says("a", "2026-03-02T09:00:00Z", 3));
  expect(ledger.verify()[0]?.message).toBe("expected a balance of 3 on 2026-03-02, found 1");
});

it("a statement is weighed on the day of its last line, whose order is that of time", () => {
  const at = (day: number): string => `2026-03-0${day}`;
  const ledger = ledgerOf([
    gift("b", at(4), 1),
    gift("c", at(2), 2),
    gift("a", at(2), 4),
    gift("d", "2026-03-06T00:00:00.000Z", 8),
    gift("e", at(7), 16),
  ]);
  const whole = ledger.statement("me", "ann");
  expect(whole.lines.map(({ event }) => event)).toEqual(["a", "c", "b", "d", "e"]);
  expect(whole.text).toContain("weighed on 2026-03-07");
  const part = ledger.statement("me", "ann", { from: at(6) });
  expect([part.opening, part.closing, part.lines.length]).toEqual([7, 31, 2]);
});
