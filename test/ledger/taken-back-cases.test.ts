import { expect, it } from "vitest";
import { Journal, Ledger } from "../../src/index.js";
import type { AppendInput } from "../../src/journal/index.js";

it("a case that is taken back step by step leaves what an assertion said of it before, and may begin anew with others", () => {
  const journal = new Journal();
  const ledger = new Ledger(journal);
  const add = (id: string, day: number, event: object): void => {
    const input = { id, at: `2026-01-0${day}`, ...event } as AppendInput;
    ledger.check(input);
    journal.append(input);
    expect(ledger.verify()).toEqual([]);
    expect(new Ledger(journal).balances()).toEqual(ledger.balances());
  };
  const introduced = (seeker: string, connector: string, target: string) => ({
    type: "introduction.received",
    seeker,
    connector,
    target,
    lead: "l",
  });
  add("i", 1, introduced("ann", "bob", "cy"));
  add("m", 2, { type: "meeting.held", lead: "l" });
  add("b", 3, { type: "balance.asserted", a: "ann", b: "bob", amount: ledger.book("ann", "bob") });
  add("rm", 4, { type: "entry.reversed", entry: "m" });
  add("ri", 5, { type: "entry.reversed", entry: "i" });
  expect(ledger.balances().filter(({ amount }) => amount !== 0)).toEqual([]);
  add("i2", 6, introduced("bob", "cy", "ann"));
  add("m2", 7, { type: "meeting.held", lead: "l" });
  expect(ledger.book("cy", "bob")).toBeGreaterThan(1);
});

it("what was a step of two introductions that were taken back is of the last one before it, in whatever order these came in", () => {
  const introduced = (id: string, day: number, connector: string) =>
    ({
      id,
      type: "introduction.received",
      at: `2026-01-0${day}`,
      seeker: "ann",
      connector,
      lead: "l",
    }) as const;
  const undo = (entry: string) =>
    ({ id: `undo ${entry}`, type: "entry.reversed", at: "2026-01-08", entry }) as const;
  const [early, late] = [introduced("i1", 3, "bob"), introduced("i2", 5, "cy")];
  const won: AppendInput = { id: "w", type: "deal.won", at: "2026-01-07", lead: "l", value: 1 };
  const undone = [early, late, won].map(({ id }) => undo(id));
  for (const begun of [
    [early, late],
    [late, early],
  ]) {
    const journal = new Journal();
    journal.appendAll([...begun, won, ...undone]);
    const entry = new Ledger(journal).entries().find(({ event }) => event === "w");
    expect(entry?.favors).toEqual([{ giver: "cy", receiver: "ann", amount: 4 }]);
    const between: AppendInput = { ...won, at: "2026-01-04" };
    const other = new Journal();
    other.appendAll([...begun, between, ...undone]);
    const earlier = new Ledger(other).entries().find(({ event }) => event === "w");
    expect(earlier?.favors).toEqual([{ giver: "bob", receiver: "ann", amount: 4 }]);
  }
});

it("a step that is taken back before it comes counts for nothing, however many have met since", () => {
  const asked = (id: string, connector: string, target: string): AppendInput => ({
    id: `sent ${id}`,
    type: "ask.sent",
    at: "2026-01-02",
    ask: {
      id,
      connector,
      target,
      legs: [
        { asker: "me", asked: connector, consent: 0.5, inferred: false },
        { asker: connector, asked: target, consent: 0.5, inferred: false },
      ],
      cost: 1,
      price: 1,
    },
  });
  const journal = new Journal();
  const ledger = new Ledger(journal);
  journal.append({ id: "undo w", type: "entry.reversed", at: "2026-01-05", entry: "w" });
  for (let i = 0; i < 40; i++)
    journal.appendAll([
      asked(`k${i}`, `c${i}`, `t${i}`),
      { id: `m${i}`, type: "meeting.held", at: "2026-01-03", ask: `k${i}` },
    ]);
  expect(ledger.book("t39", "me")).toBe(0.25);
  journal.appendAll([
    { id: "q", type: "ask.sent", kind: "soft", at: "2026-01-03", seeker: "me", connector: "t39" },
    { id: "w", type: "deal.won", at: "2026-01-04", ask: "q", value: 1 },
  ]);
  expect(ledger.book("t39", "me")).toBe(0.25);
  journal.append({ id: "undo k0", type: "entry.reversed", at: "2026-01-05", entry: "sent k0" });
  expect(ledger.book("t39", "me")).toBe(0.25);
  expect(new Ledger(journal).balances()).toEqual(ledger.balances());
});
