import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type EventInput, Journal } from "../../src/journal/index.js";
import { Ledger } from "../../src/ledger/index.js";
import { AskTracker } from "../../src/tracking/index.js";
import { codeOf } from "../support/journal-codes.js";

const record = (journal: Journal, event: object): string =>
  codeOf(() => {
    new AskTracker(journal).check(event as EventInput);
    new Ledger(journal).check(event as EventInput);
    journal.append(event as EventInput);
  });

describe("leads that came without an ask", () => {
  it("carries a lead of any channel to a won deal, by the lead's id or its event's", () => {
    const journal = new Journal();
    const events = [
      { id: "l", type: "lead.received", at: "2026-03-01", source: "trade-show", active: true, target: "bob" },
      { id: "m", type: "meeting.held", at: "2026-03-02", lead: "l" },
      { id: "o", type: "opportunity.opened", at: "2026-03-03", lead: "l" },
      { id: "w", type: "deal.won", at: "2026-03-09", lead: "l", value: 40 },
    ];
    for (const event of events) expect(record(journal, event)).toBe("none");
    const [lead, ...others] = new AskTracker(journal).leads();
    expect(others).toEqual([]);
    expect(lead).toMatchObject({
      lead: "l",
      state: "won",
      since: "2026-03-09",
      open: false,
      source: "trade-show",
      active: true,
      target: "bob",
      value: 40,
      ignored: [],
    });
    expect(new AskTracker(journal).leads({ now: "2026-03-02" })[0]?.state).toBe("met");
    expect(new Ledger(journal).balances()).toEqual([]);
  });

  it("owes the connector for an introduction that nobody asked for, as for an asked one", () => {
    const journal = new Journal();
    record(journal, {
      id: "i",
      type: "introduction.received",
      at: "2026-03-01",
      seeker: "me",
      connector: "ann",
      target: "bob",
    });
    expect(new Ledger(journal).book("ann", "me")).toBe(1);
    record(journal, { id: "w", type: "deal.won", at: "2026-03-09", lead: "i", value: 40 });
    expect(new Ledger(journal).book("ann", "me")).toBe(5);
    expect(new AskTracker(journal).leads()[0]).toMatchObject({ introducedBy: "ann", seeker: "me" });
    expect(new AskTracker(journal).asks()).toEqual([]);
  });

  it("books a late introduction as if it had come in time", () => {
    const introduced = {
      id: "i",
      type: "introduction.received",
      at: "2026-03-01",
      seeker: "me",
      connector: "ann",
      lead: "l",
    } as EventInput;
    const won = { id: "w", type: "deal.won", at: "2026-03-09", lead: "l", value: 4 } as EventInput;
    const told = { id: "t", type: "lead.received", at: "2026-02-28", source: "web", lead: "l" } as EventInput;
    const journal = new Journal();
    const ledger = new Ledger(journal);
    journal.appendAll([told, won]);
    expect(ledger.book("ann", "me")).toBe(0);
    journal.append(introduced);
    expect(ledger.book("ann", "me")).toBe(5);
  });

  it("refuses what a lead's state does not allow, and a step that names both or neither", () => {
    const journal = new Journal();
    record(journal, { id: "l", type: "lead.received", at: "2026-03-01", source: "web" });
    record(journal, { id: "x", type: "deal.lost", at: "2026-03-02", lead: "l", reason: "price" });
    for (const [event, code] of [
      [{ type: "deal.won", lead: "l", value: 1 }, "INVALID_TRANSITION"],
      [{ type: "meeting.held", lead: "never" }, "INVALID_TRANSITION"],
      [{ type: "meeting.held" }, "INVALID_EVENT"],
      [{ type: "meeting.held", lead: "l", ask: "a" }, "INVALID_EVENT"],
      [{ type: "lead.received", source: "web", lead: "l" }, "INVALID_TRANSITION"],
    ] as const) {
      expect(record(journal, { ...event, id: "n", at: "2026-03-09" })).toBe(code);
    }
    expect(journal.length).toBe(2);
  });

  it("does not depend on the order of recording", () => {
    const steps: EventInput[] = [
      { id: "a", type: "lead.received", at: "2026-03-01", source: "web", lead: "l" },
      { id: "b", type: "introduction.received", at: "2026-03-02", seeker: "me", connector: "ann", lead: "l" },
      { id: "c", type: "meeting.held", at: "2026-03-03", lead: "l" },
      { id: "d", type: "deal.won", at: "2026-03-04", lead: "l", value: 2 },
      { id: "e", type: "deal.lost", at: "2026-03-05", lead: "l" },
    ];
    const wanted = new Journal();
    wanted.appendAll(steps);
    const status = new AskTracker(wanted).leads();
    const balances = new Ledger(wanted).balances();
    expect(status[0]).toMatchObject({ state: "won", ignored: ["e"] });
    fc.assert(
      fc.property(fc.shuffledSubarray(steps, { minLength: steps.length }), (events) => {
        const journal = new Journal();
        const ledger = new Ledger(journal);
        const tracker = new AskTracker(journal);
        for (const event of events) {
          journal.append(event);
          ledger.balances();
          tracker.leads();
        }
        expect(tracker.leads()).toEqual(status);
        expect(ledger.balances()).toEqual(balances);
      }),
    );
  });
});

describe("questions without a named target", () => {
  const sent = { id: "q", type: "ask.sent", at: "2026-03-01", kind: "issue", seeker: "me", connector: "ann" };

  it("follows an issue question by its event's id, and takes whom the answer names", () => {
    const journal = new Journal();
    expect(record(journal, { ...sent, issue: "late audits" })).toBe("none");
    const named = { id: "n", type: "ask.declined", at: "2026-03-02", ask: "q", suggestedPerson: "dan" };
    expect(record(journal, named)).toBe("none");
    const [question] = new AskTracker(journal).questions({ now: "2026-03-03" });
    expect(question).toMatchObject({
      id: "q",
      kind: "issue",
      connector: "ann",
      state: "declined",
      suggestedPerson: "dan",
      needs: ["ask-suggested"],
    });
    expect(new AskTracker(journal).asks()).toEqual([]);
    expect(journal.resolve(journal.at(0))).toMatchObject({ issue: "late audits" });
    expect(journal.toJSONL()).not.toContain("late audits");
  });

  it("owes the connector for an introduction that a soft request brought", () => {
    const journal = new Journal();
    record(journal, { ...sent, kind: "soft" });
    expect(record(journal, { id: "i", type: "introduction.made", at: "2026-03-04", ask: "q" })).toBe("none");
    expect(new Ledger(journal).book("ann", "me")).toBe(1);
    expect(record(journal, { id: "t", type: "thanks.sent", at: "2026-03-05", ask: "q" })).toBe("none");
    expect(new Ledger(journal).book("ann", "me")).toBe(0.9);
  });

  it("refuses a question with an ask, without its people, or with one person twice", () => {
    const { seeker: _, ...nobody } = sent;
    for (const event of [
      { ...sent, ask: {} },
      nobody,
      { ...sent, connector: "me" },
      { ...sent, kind: "hard" },
    ])
      expect(record(new Journal(), event)).toBe("INVALID_EVENT");
    const { kind: __, ...plain } = sent;
    expect(record(new Journal(), plain)).toBe("INVALID_EVENT");
  });
});

describe("not tied", () => {
  it("is an answer to an ask", () => {
    const journal = new Journal();
    const legs = [
      { asker: "me", asked: "ann", consent: 0.5 },
      { asker: "ann", asked: "bob", consent: 0.4 },
    ];
    const ask = { id: "a", connector: "ann", target: "bob", legs, cost: 1, price: 1 };
    record(journal, { id: "s", type: "ask.sent", at: "2026-03-01", ask });
    expect(
      record(journal, { id: "n", type: "ask.declined", at: "2026-03-02", ask: "a", answer: "not-tied" }),
    ).toBe("none");
    expect(new AskTracker(journal).ask("a")).toMatchObject({ state: "declined", answer: "not-tied" });
  });
});
