import { inspect } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type EventInput, Journal, SuppressionList } from "../../src/journal/index.js";
import { Ledger } from "../../src/ledger/index.js";
import { foldAsks } from "../../src/tracking/index.js";
import { history, journalOf, PEOPLE } from "../support/journal-arbitraries.js";
import { codeOf } from "../support/journal-codes.js";

const CANARY = "Zoë ZZCanary";

const ask = {
  id: "k1",
  connector: "ann",
  target: "zoe",
  legs: [
    { asker: "me", asked: "ann", consent: 0.6, inferred: false },
    { asker: "ann", asked: "zoe", consent: 0.5, inferred: false },
  ],
  cost: 1,
  price: 1,
};

const events: EventInput[] = [
  { id: "e0", type: "ask.declined", at: "2026-03-05", ask: "k1", suggested: `not ${CANARY}` },
  { id: "e1", type: "ask.sent", at: "2026-03-01", ask, note: `to ${CANARY}` },
  {
    id: "e2",
    type: "sale.delivered",
    at: "2026-03-02",
    seller: "me",
    customer: "zoe",
    problem: `${CANARY} was cross`,
  },
  {
    id: "e3",
    type: "favor.given",
    at: "2026-03-03",
    giver: "me",
    receiver: "zoe",
    kind: "lunch",
    note: CANARY,
  },
  { id: "e4", type: "deal.lost", at: "2026-03-04", ask: "k1", reason: CANARY },
  { id: "e5", type: "lead.received", at: "2026-03-04", source: `${CANARY}'s party`, person: "bob" },
  {
    id: "e6",
    type: "favor.given",
    at: "2026-03-04",
    giver: "me",
    receiver: "bob",
    kind: "lunch",
    note: "said zoe would like it",
  },
  {
    id: "e7",
    type: "favor.given",
    at: "2026-03-04",
    giver: "me",
    receiver: "bob",
    kind: "lunch",
    note: "zoell is another",
  },
];

function outputs(journal: Journal): string {
  const ledger = new Ledger(journal);
  return [
    journal.toJSONL(),
    JSON.stringify(journal),
    JSON.stringify(journal.vault),
    JSON.stringify(journal.events().map((event) => journal.resolve(event))),
    JSON.stringify(foldAsks(journal, { now: "2026-04-01" })),
    JSON.stringify(ledger.statement("me", "zoe")),
    JSON.stringify(ledger.entries()),
    inspect(journal, { depth: 9, showHidden: true }),
  ].join("\n");
}

describe("Journal.erase", () => {
  it("leaves no byte of the person's name in any output, and every sum, line and count as it was", () => {
    const journal = journalOf(new Journal(), events);
    journal.vault.write("zoe", "name", CANARY);
    journal.vault.write("bob", "notes", `met ${CANARY.toUpperCase()} at a fair`);
    journal.vault.write("bob", "name", "Bob");
    expect(outputs(journal)).toContain(CANARY);
    const chain = journal.toJSONL();
    const before = new Ledger(journal);
    const balances = before.balances();
    expect(journal.erase("zoe")).toBe(9);
    expect(outputs(journal)).not.toMatch(/zzcanary/i);
    expect(journal.toJSONL()).toBe(chain);
    expect(new Ledger(journal).balances()).toEqual(balances);
    expect(journal.vault.read("bob", "name")).toBe("Bob");
    expect(journal.resolve(journal.at(7))).toMatchObject({ note: "zoell is another" });
    expect(journal.resolve(journal.at(6))).not.toHaveProperty("note");
    expect(journal.erase("zoe")).toBe(0);
  });

  it("keeps what was erased erased: for the same events again, for a late merge, for a saved copy", () => {
    const journal = journalOf(new Journal(), events);
    const other = journalOf(new Journal(), events);
    journal.erase("zoe", { names: [CANARY] });
    for (const event of events) expect(journal.append(event)).toBe("exists");
    const copy = Journal.fromJSONL(journal.toJSONL(), { vault: JSON.stringify(journal.vault) });
    for (const one of [journal, copy, Journal.merge(other, journal), Journal.merge(journal, other)]) {
      expect(outputs(one)).not.toContain("ZZCanary");
    }
  });

  it("keeps a person on the suppression list out, even where an old vault or a new event brings them back", () => {
    const secret = "a secret of the caller";
    const suppression = new SuppressionList(secret);
    const journal = new Journal({ suppression });
    for (const event of events) journal.append(event);
    journal.vault.write("zoe", "name", CANARY);
    const old = JSON.stringify(journal.vault);
    journal.erase("zoe");
    const saved = suppression.entries();
    expect(JSON.stringify(saved)).not.toContain("zoe");
    const again = new SuppressionList(secret, saved);
    expect(again.has("zoe")).toBe(true);
    expect(again.has("bob")).toBe(false);
    expect(new SuppressionList("another secret than that", saved).has("zoe")).toBe(false);
    const back = Journal.fromJSONL(journal.toJSONL(), { vault: old, suppression: again });
    back.append({
      id: "n1",
      type: "favor.given",
      at: "2026-05-01",
      giver: "zoe",
      receiver: "me",
      kind: "lunch",
      note: CANARY,
    });
    back.append({ id: "n2", type: "deal.lost", at: "2026-05-01", ask: "k1", reason: CANARY });
    for (const id of ["e0", "e1", "e2", "e3", "e4", "n1", "n2"]) {
      expect(JSON.stringify(back.resolve(back.get(id) as never))).not.toContain("ZZCanary");
    }
    expect(back.vault.read("zoe", "name")).toBeUndefined();
    expect(codeOf(() => new SuppressionList("short"))).toBe("INVALID_ARGUMENT");
  });

  it("never touches another person's books, whatever the history", () => {
    fc.assert(
      fc.property(history(), fc.constantFrom(...PEOPLE), (some, person) => {
        const journal = journalOf(new Journal(), some);
        const chain = journal.toJSONL();
        const balances = new Ledger(journal).balances();
        const asks = foldAsks(journal).map(({ suggested: _, ...rest }) => rest);
        journal.erase(person);
        expect(journal.toJSONL()).toBe(chain);
        expect(new Ledger(journal).balances()).toEqual(balances);
        expect(foldAsks(journal).map(({ suggested: _, ...rest }) => rest)).toEqual(asks);
        for (const event of some) expect(journal.append(event)).toBe("exists");
      }),
      { numRuns: 60 },
    );
  });
});

describe("Journal.merge", () => {
  it("is the same both ways, changes nothing when done twice, and holds each event once (L7)", () => {
    fc.assert(
      fc.property(history(), fc.infiniteStream(fc.nat(3)), (some, picks) => {
        const shared = some.slice(0, some.length / 3);
        const rest = some.slice(shared.length).map((event) => ({ event, pick: picks.next().value }));
        const a = journalOf(new Journal(), [
          ...shared,
          ...rest.filter(({ pick }) => pick !== 1).map(({ event }) => event),
        ]);
        const b = journalOf(new Journal(), [
          ...shared,
          ...rest.filter(({ pick }) => pick > 0).map(({ event }) => event),
        ]);
        const merged = Journal.merge(a, b);
        expect(JSON.stringify(Journal.merge(b, a))).toBe(JSON.stringify(merged));
        expect(JSON.stringify(Journal.merge(a, a))).toBe(JSON.stringify(a));
        expect(JSON.stringify(Journal.merge(merged, merged))).toBe(JSON.stringify(merged));
        expect(merged.folded()).toEqual(journalOf(new Journal(), some).folded());
        expect(Journal.merge(merged, a).folded()).toEqual(merged.folded());
        expect(merged.events().slice(0, shared.length)).toEqual(a.events().slice(0, shared.length));
      }),
      { numRuns: 100 },
    );
  });

  it("refuses two contents under one id, in numbers or in words", () => {
    const sale = { id: "s", type: "sale.delivered", at: "2026-03-01", seller: "me", customer: "x" } as const;
    const a = journalOf(new Journal(), [{ ...sale, problem: "late" }]);
    for (const other of [
      { ...sale, problem: "lost" },
      sale,
      { ...sale, at: "2026-03-02", problem: "late" },
    ]) {
      const b = journalOf(new Journal(), [other]);
      expect(codeOf(() => Journal.merge(a, b))).toBe("JOURNAL_ID_CONFLICT");
      expect(codeOf(() => Journal.merge(b, a))).toBe("JOURNAL_ID_CONFLICT");
    }
  });

  it("lets the earlier of two reversals count", () => {
    const favor = {
      id: "f",
      type: "favor.given",
      at: "2026-03-01",
      giver: "me",
      receiver: "ann",
      kind: "lunch",
    } as const;
    const a = journalOf(new Journal(), [
      favor,
      { id: "r2", type: "entry.reversed", at: "2026-03-02", entry: "f" },
    ]);
    const b = journalOf(new Journal(), [
      favor,
      { id: "r1", type: "entry.reversed", at: "2026-03-02", entry: "f" },
    ]);
    for (const merged of [Journal.merge(a, b), Journal.merge(b, a)]) {
      expect(merged.reversalOf("f")).toBe("r1");
      expect(new Ledger(merged).book("me", "ann")).toBe(0);
      expect(new Ledger(merged).entries()).toHaveLength(2);
    }
  });
});
