import { describe, expect, it } from "vitest";
import { type EventInput, Journal } from "../../src/journal/index.js";

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

const history: EventInput[] = [
  { id: "e1", type: "favor.given", at: "2026-03-01", giver: "me", receiver: "ann", kind: "article" },
  { id: "e2", type: "ask.sent", at: new Date("2026-03-02T10:00:00Z"), ask },
  {
    id: "e3",
    type: "ask.declined",
    at: "2026-03-03",
    ask: "k1",
    answer: "ask-someone-else",
    suggested: "Carol CANARY",
  },
  {
    id: "__proto__",
    type: "sale.delivered",
    at: "2026-03-03",
    seller: "__proto__",
    customer: "constructor",
    problem: "CANARY late",
  },
];

describe("Journal", () => {
  it("keeps ids and numbers in the chain, words in the vault", () => {
    const journal = new Journal();
    for (const event of history) expect(journal.append(event)).toBe("appended");
    expect(journal.toJSONL()).not.toContain("CANARY");
    expect(JSON.stringify(journal.vault)).toContain("Carol CANARY");
    expect(journal.resolve(journal.at(2))).toMatchObject({ suggested: "Carol CANARY" });
    for (const event of history) expect(journal.append(event)).toBe("exists");
    for (const event of journal.events()) expect(journal.append(event)).toBe("exists");
    const copy = Journal.fromJSONL(journal.toJSONL(), { vault: JSON.stringify(journal.vault) });
    expect(JSON.stringify(copy)).toBe(JSON.stringify(journal));
    journal.erase("ann");
    expect(JSON.stringify(journal)).not.toContain("Carol");
    expect(JSON.stringify(journal)).toContain("CANARY late");
    expect(journal.toJSONL()).toBe(copy.toJSONL());
  });
});
