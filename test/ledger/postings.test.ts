import { describe, expect, it } from "vitest";
import { type EventInput, Journal } from "../../src/journal/index.js";
import { Ledger, type LedgerModel, ledgerModel } from "../../src/ledger/index.js";
import { journalOf } from "../support/journal-arbitraries.js";
import { codeOf } from "../support/journal-codes.js";

function askOf(...people: string[]): EventInput {
  const legs = people
    .slice(1)
    .map((asked, i) => ({ asker: people[i] as string, asked, consent: 0.5, inferred: false }));
  const ask = {
    id: "k",
    connector: people[1] as string,
    target: people.at(-1) as string,
    legs,
    cost: 1,
    price: 1,
  };
  return { id: "sent", type: "ask.sent", at: "2026-03-01", ask };
}

function booksOf(events: readonly EventInput[], model: Partial<LedgerModel> = {}): Record<string, number> {
  const ledger = new Ledger(journalOf(new Journal(), events), { model });
  const rows = ledger.balances().map(({ person, amount }) => [person, amount]);
  return Object.fromEntries(rows);
}

const at = "2026-03-02";
const step = (type: "introduction.made" | "meeting.held", more: object = {}): EventInput =>
  ({ id: `${type}${JSON.stringify(more)}`, type, at, ask: "k", ...more }) as EventInput;
const won: EventInput = { id: "won", type: "deal.won", at, ask: "k", value: 99 };
const triad = askOf("u", "a", "t");
const chain = askOf("u", "a", "b", "t");

describe("what events post by themselves", () => {
  it("an introduction: the seeker owes the connector 1, 2 for a key buyer", () => {
    expect(booksOf([triad, step("introduction.made")])).toEqual({ u: -1, a: 1 });
    expect(booksOf([triad, step("introduction.made", { keyBuyer: true })])).toEqual({ u: -2, a: 2 });
    expect(booksOf([triad, step("introduction.made", { keyBuyer: false })])).toEqual({ u: -1, a: 1 });
  });

  it("a meeting: the target's time, half of it over the connector", () => {
    expect(booksOf([triad, step("meeting.held")])).toEqual({ u: -0.5, a: 0, t: 0.5 });
    const ledger = new Ledger(journalOf(new Journal(), [triad, step("meeting.held")]));
    expect([ledger.book("a", "u"), ledger.book("t", "a"), ledger.book("t", "u")]).toEqual([0.25, 0.25, 0.25]);
    expect(booksOf([triad, step("meeting.held", { useful: false })])).toEqual({ u: -1, a: 0, t: 1 });
  });

  it("a chain of two connectors: effort 1, time 1.5", () => {
    const events = [triad, step("introduction.made"), step("meeting.held")];
    expect(booksOf(events, { meetingTime: 1.5 })).toEqual({ u: -2.5, a: 1, t: 1.5 });
  });

  it("a useful meeting: what it was worth to the target, half to their introducer, half to the seeker", () => {
    expect(booksOf([triad, step("meeting.held", { useful: true })])).toEqual({ u: -0.5, a: 0, t: 0.5 });
    expect(booksOf([triad, step("meeting.held", { useful: true, benefit: 1 })])).toEqual({
      u: 0,
      a: 0.5,
      t: -0.5,
    });
    expect(booksOf([triad, step("meeting.held", { useful: true })], { usefulBenefit: 2 })).toEqual({
      u: 0.5,
      a: 1,
      t: -1.5,
    });
    expect(booksOf([chain, step("meeting.held", { useful: true, benefit: 0.001 })])).toEqual({
      u: -0.5,
      a: 0,
      b: 0.001,
      t: 0.499,
    });
    expect(booksOf([triad, step("meeting.held", { benefit: 1 })])).toEqual({ u: -0.5, a: 0, t: 0.5 });
  });

  it("a won deal: 4, whatever the deal's value", () => {
    expect(booksOf([triad, won])).toEqual({ u: -4, a: 4 });
  });

  it("a chain, hop by hop", () => {
    const ledger = new Ledger(
      journalOf(new Journal(), [chain, step("introduction.made"), step("meeting.held"), won]),
    );
    expect(ledger.book("a", "u")).toBe(5.25);
    expect(ledger.book("b", "a")).toBe(5.25);
    expect(ledger.book("t", "b")).toBe(0.25);
    expect(ledger.book("t", "u")).toBe(0.25);
    expect(ledger.book("a", "t")).toBe(0);
    expect(ledger.balances().map(({ amount }) => amount)).toEqual([0, 5, 0.5, -5.5]);
  });

  it("a target whom the seeker asks themselves: their time only", () => {
    expect(booksOf([askOf("u", "t"), step("introduction.made"), step("meeting.held"), won])).toEqual({
      u: -0.5,
      t: 0.5,
    });
  });

  it("thanks, updates and bringing people together", () => {
    expect(booksOf([chain, { id: "x", type: "thanks.sent", at, ask: "k" }])).toEqual({ u: 0.1, a: -0.1 });
    expect(booksOf([{ id: "x", type: "update.sent", at, giver: "u", receiver: "b" }])).toEqual({
      u: 0.1,
      b: -0.1,
    });
    expect(
      booksOf([{ id: "x", type: "introduction.brokered", at, broker: "u", between: ["x", "y"] }]),
    ).toEqual({ u: 1, x: -0.5, y: -0.5 });
  });

  it("nothing for what only tells how things stand", () => {
    for (const type of [
      "ask.reminded",
      "ask.claimed",
      "target.agreed",
      "target.declined",
      "opportunity.opened",
      "ask.withdrawn",
    ] as const) {
      expect(booksOf([triad, { id: "x", type, at, ask: "k" }])).toEqual({});
    }
    expect(booksOf([triad, { id: "x", type: "sale.delivered", at, seller: "u", customer: "a" }])).toEqual({});
  });

  it("sizes of the caller's own, and none for a kind that is unheard of", () => {
    const lunch: EventInput = { id: "x", type: "favor.given", at, giver: "u", receiver: "a", kind: "lunch" };
    expect(booksOf([lunch])).toEqual({ u: 0.5, a: -0.5 });
    expect(booksOf([lunch], { sizes: { lunch: 0.75 } })).toEqual({ u: 0.75, a: -0.75 });
  });

  it("waits for an ask that comes later, and takes the earlier of two askings whichever comes first", () => {
    const journal = new Journal();
    const ledger = new Ledger(journal);
    journal.append(step("introduction.made"));
    expect(ledger.balances()).toEqual([]);
    expect(ledger.verify()).toMatchObject([{ code: "UNKNOWN_ASK", severity: "warning" }]);
    journal.append(triad);
    expect(ledger.book("a", "u")).toBe(1);
    expect(ledger.verify()).toEqual([]);
    journal.append({ ...askOf("u", "c", "t"), id: "sent0", at: "2026-02-01" } as EventInput);
    expect(ledger.balances()).toEqual([
      { person: "c", amount: 1 },
      { person: "u", amount: -1 },
    ]);
    journal.append({ ...askOf("u", "d", "t"), id: "sent9", at: "2026-02-09" } as EventInput);
    expect(ledger.book("c", "u")).toBe(1);
  });

  it("waits for the entry that a reversal names, however the two arrive", () => {
    const gift: EventInput = {
      id: "g",
      type: "favor.given",
      at: "2026-03-05",
      giver: "u",
      receiver: "a",
      kind: "lunch",
    };
    const undo: EventInput = { id: "r", type: "entry.reversed", at: "2026-03-06", entry: "g" };
    const redo: EventInput = { id: "s", type: "entry.reversed", at: "2026-03-07", entry: "r" };
    const journal = new Journal();
    const ledger = new Ledger(journal);
    const expected = [0, 0, 0.5];
    for (const [i, event] of [redo, undo, gift].entries()) {
      journal.append(event);
      expect(ledger.book("u", "a")).toBe(expected[i]);
      expect(ledger.verify()).toHaveLength(2 - i === 0 ? 0 : i + 1);
    }
    const odd = journalOf(new Journal(), [
      { id: "x", type: "entry.reversed", at, entry: "y" },
      { id: "y", type: "entry.reversed", at, entry: "x" },
      { id: "z", type: "entry.reversed", at, entry: "z" },
    ]);
    expect(new Ledger(odd).balances()).toEqual([]);
  });
});

describe("thanks and news", () => {
  const favor = (id: string, at: string) =>
    ({ id, type: "favor.given", at, giver: "ann", receiver: "me", kind: "introduction" }) as const;
  const note = (id: string, at: string, type: "thanks.sent" | "update.sent" = "thanks.sent") =>
    ({ id, type, at, giver: "me", receiver: "ann" }) as const;
  const booked = (events: readonly EventInput[]): number => {
    const journal = new Journal();
    for (const event of events) journal.append(event);
    return new Ledger(journal).book("me", "ann");
  };

  it("count once for what they are about, however many are sent and in whatever order they come in", () => {
    const notes = Array.from({ length: 10 }, (_, i) => note(`t${i}`, "2026-11-22"));
    expect(booked([favor("f", "2026-10-01"), ...notes])).toBe(-0.9);
    expect(booked([...notes, favor("f", "2026-10-01")].reverse())).toBe(-0.9);
    const two = [favor("f", "2026-10-01"), ...notes, favor("g", "2026-11-23"), note("u", "2026-11-24")];
    expect(booked(two)).toBe(-1.8);
    expect(booked([...two].reverse())).toBe(-1.8);
    expect(
      booked([favor("f", "2026-10-01"), note("a", "2026-11-22"), note("b", "2026-11-22", "update.sent")]),
    ).toBe(-0.8);
  });

  it("that came late for a favor between two notes make the second one count", () => {
    const journal = new Journal();
    const ledger = new Ledger(journal);
    for (const event of [favor("f", "2026-10-01"), note("a", "2026-10-02"), note("b", "2026-11-02")])
      journal.append(event);
    expect(ledger.book("me", "ann")).toBe(-0.9);
    journal.append(favor("g", "2026-10-20"));
    expect(ledger.book("me", "ann")).toBe(-1.8);
  });
});

describe("the model's numbers", () => {
  const code = (model: object) => codeOf(() => ledgerModel(model));

  it("are taken up to the ends of their ranges and not beyond", () => {
    const lives = (...list: { upTo?: number; days: number }[]) => ({ receiverHalfLives: list });
    const fine = [
      { gateDeposit: 1e6 },
      { sizes: { talk: 1e6 } },
      { connectorShare: 1 },
      { receiverFloor: 1 },
      { wastedTie: 1 },
      { gate: "strict" },
      lives({ days: 1e6 }),
      lives({ upTo: 1, days: 2 }, { days: 1 }),
    ];
    const wrong = [
      { gateDeposit: 1e6 + 1 },
      { gateDeposit: -1 },
      { gateDeposit: -0 },
      { sizes: { talk: -1 } },
      { connectorShare: 1.01 },
      { receiverFloor: 1.01 },
      { wastedTie: 1.01 },
      { wastedTie: 0 },
      { limitBase: 0 },
      { giverHalfLife: 0 },
      { gate: "open" },
      lives(),
      lives({ days: 0 }),
      lives({ days: 1e6 + 1 }),
      lives({ upTo: 1, days: 2 }),
      lives({ days: 2 }, { days: 1 }),
      lives({ upTo: 2, days: 2 }, { upTo: 2, days: 3 }, { days: 1 }),
      lives({ upTo: 2, days: 2 }, { upTo: 1, days: 3 }, { days: 1 }),
    ];
    for (const model of fine) expect([model, code(model)]).toEqual([model, "none"]);
    for (const model of wrong) expect([model, code(model)]).toEqual([model, "INVALID_ARGUMENT"]);
    expect(() => ledgerModel({ limitBase: 0 })).toThrow(
      expect.objectContaining({ details: { what: "ledger.limitBase" } }),
    );
  });
});

describe("a check of the books", () => {
  it("names each gift for a request or lead that is on no record", () => {
    const gift = (id: string, to?: string) =>
      ({
        id,
        type: "gift.given",
        at: "2026-03-05",
        giver: "me",
        receiver: "ann",
        to: "connector",
        ...(to && { for: to }),
      }) as EventInput;
    const lead = {
      id: "l",
      type: "lead.received",
      at: "2026-03-02",
      lead: "l1",
      source: "website",
    } as EventInput;
    const legs = [{ asker: "me", asked: "ann", consent: 0.5, inferred: false }];
    const ask = { id: "k", seeker: "me", connector: "ann", target: "ann", legs, cost: 1, price: 1 };
    const sent = { id: "s", type: "ask.sent", at: "2026-03-02", ask } as EventInput;
    const codes = (...events: EventInput[]) =>
      new Ledger(journalOf(new Journal(), events)).verify().map(({ code }) => code);
    expect(codes(gift("a"), gift("b"))).toEqual([]);
    expect(codes(sent, lead, gift("a", "k"), gift("b", "l1"), gift("c"))).toEqual([]);
    expect(codes(sent, gift("a", "k"), gift("b", "l1"), gift("c", "l1"))).toEqual([
      "UNKNOWN_ASK",
      "UNKNOWN_ASK",
    ]);
    const unsent = { id: "y", type: "ask.agreed", at: "2026-03-03", ask: "k" } as EventInput;
    expect(codes(unsent, gift("a", "k"))).toEqual(["UNKNOWN_ASK"]);
  });
});
