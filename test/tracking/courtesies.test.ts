import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type EventInput, Journal, type JournalEvent } from "../../src/journal/index.js";
import { courtesyOf } from "../../src/tracking/courtesies.js";
import {
  type AskStepTaken,
  AskTracker,
  followUps,
  isThanks,
  withCourtesies,
} from "../../src/tracking/index.js";
import { unaskedIntroductions } from "../../src/tracking/unasked-introductions.js";
import { journalOf } from "../support/journal-arbitraries.js";

const between = { giver: "me", receiver: "ann" };
const event = (more: object): JournalEvent => ({ id: "e", at: "2026-03-02", ...more }) as JournalEvent;

describe("courtesies", () => {
  it("are thanks, news and deeds between two people outside of any ask, and nothing else", () => {
    const shown = (type: string) => ({ ...between, at: "2026-03-02", type, event: "e" });
    for (const type of ["thanks.sent", "update.sent"]) {
      expect(courtesyOf(event({ type, ...between }))).toEqual(shown(type));
      for (const part of [{ giver: "me" }, { receiver: "ann" }, {}])
        expect(courtesyOf(event({ type, ask: "k", ...part }))).toBeUndefined();
    }
    for (const kind of ["thanks", "lunch", "gift", "introduction", "key-introduction", "advice", "update"]) {
      expect(isThanks(kind)).toBe(kind !== "advice" && kind !== "update");
      const favor = event({ type: "favor.given", kind, ...between });
      expect(courtesyOf(favor)).toEqual(isThanks(kind) ? shown("thanks.sent") : undefined);
    }
    expect(courtesyOf(event({ type: "gift.given", to: "connector", ...between }))).toEqual(
      shown("thanks.sent"),
    );
    expect(courtesyOf(event({ type: "ask.agreed", ask: "k" }))).toBeUndefined();
    expect(() => courtesyOf(null as never)).toThrow(
      expect.objectContaining({ code: "INVALID_ARGUMENT", details: { what: "event" } }),
    );
  });

  it("stand among a request's steps by day, after those of their day, of its two people alone", () => {
    const day = fc.integer({ min: 1, max: 9 }).map((number) => `2026-03-0${number}`);
    const people = fc.constantFrom("me", "ann", "cho");
    const courtesy = fc.record({
      giver: people,
      receiver: people,
      at: day,
      type: fc.constantFrom("thanks.sent" as const, "update.sent" as const),
      event: fc.constantFrom("c1", "c2", "c3"),
    });
    fc.assert(
      fc.property(fc.array(day, { maxLength: 4 }), fc.array(courtesy, { maxLength: 5 }), (days, all) => {
        const steps = days.sort().map(
          (at, i): AskStepTaken => ({
            at,
            type: "ask.sent",
            event: `s${i}`,
            state: i === days.length - 1 ? "agreed" : "sent",
          }),
        );
        const taken = withCourtesies({ seeker: "me", connector: "ann" }, steps, all);
        const own = all.filter(({ giver, receiver }) => giver === "me" && receiver === "ann");
        expect(taken.filter(({ event: id }) => id.startsWith("s"))).toEqual(steps);
        const shown = taken.filter(({ event: id }) => id.startsWith("c"));
        expect(shown.map(({ event: id }) => id).sort()).toEqual(own.map(({ event: id }) => id).sort());
        for (const one of shown) expect(one.state).toBe(steps.length === 0 ? "planned" : "agreed");
        taken.forEach((one, i) => {
          const before = taken[i - 1];
          if (before === undefined) return;
          expect(before.at <= one.at).toBe(true);
          if (before.at === one.at && before.event.startsWith("c")) expect(one.event).toMatch(/^c/);
        });
      }),
    );
  });

  it("are those of the day asked for, without what was taken back by then, and settle what is owed", () => {
    const journal = journalOf(new Journal(), [
      { id: "t", type: "thanks.sent", at: "2026-03-06", ...between },
      { id: "l", type: "favor.given", at: "2026-03-07", kind: "lunch", ...between },
      { id: "r", type: "entry.reversed", at: "2026-03-08", entry: "t" },
    ] as EventInput[]);
    const tracker = new AskTracker(journal);
    const ids = (now?: string) =>
      tracker.courtesies(now === undefined ? {} : { now }).map((one) => one.event);
    expect(["2026-03-05", "2026-03-06", "2026-03-07", "2026-03-08", undefined].map(ids)).toEqual([
      [],
      ["t"],
      ["t", "l"],
      ["l"],
      ["l"],
    ]);
  });
});

describe("introductions that nobody asked for", () => {
  const lead = (id: string, more: object): EventInput =>
    ({
      id: `i${id}`,
      type: "introduction.received",
      at: "2026-03-02",
      lead: id,
      connector: "ann",
      seeker: "me",
      ...more,
    }) as EventInput;

  it("are followed up like asked ones: thanks, news, and the buyer where one is known", () => {
    const journal = journalOf(new Journal(), [
      lead("l1", { target: "bob" }),
      lead("l2", {}),
      { id: "w", type: "lead.received", at: "2026-03-02", lead: "l3", source: "website" },
      { id: "m", type: "meeting.held", at: "2026-03-03", lead: "l1" },
    ] as EventInput[]);
    const leads = new AskTracker(journal).leads({ now: "2026-03-04" });
    expect(leads.map(({ lead: id }) => id)).toEqual(["l1", "l2", "l3"]);
    const leg = (asker: string, asked: string) => ({ asker, asked, consent: 1, inferred: false });
    const unasked = unaskedIntroductions(leads);
    expect(unasked).toMatchObject([
      {
        ask: {
          id: "l1",
          seeker: "me",
          connector: "ann",
          target: "bob",
          legs: [leg("me", "ann"), leg("ann", "bob")],
          cost: 0,
          price: 0,
        },
        state: "met",
        since: "2026-03-03",
        open: true,
        steps: [
          { type: "introduction.made", state: "introduced" },
          { type: "meeting.held", state: "met" },
        ],
        needs: [],
        ignored: [],
      },
      { ask: { id: "l2", target: "", legs: [leg("me", "ann"), leg("ann", "")] }, state: "introduced" },
    ]);
    expect(unasked.map(({ ask }) => ask.legs.length)).toEqual([2, 2]);
    const due = followUps([], { now: "2026-03-04", leads });
    expect(due.map(({ ask, kind, person, isLead }) => [ask, kind, person, isLead])).toEqual([
      ["l1", "thank", "ann", true],
      ["l2", "thank", "ann", true],
      ["l1", "update", "ann", true],
    ]);
    const thanked = followUps([], {
      now: "2026-03-04",
      leads,
      courtesies: [{ ...between, at: "2026-03-03", type: "thanks.sent", event: "t" }],
    });
    expect(thanked.map(({ kind }) => kind)).toEqual(["update"]);
  });

  it("close the search for a buyer: who never answered is told so", () => {
    const ask = {
      id: "k",
      seeker: "me",
      connector: "cho",
      target: "bob",
      legs: [
        { asker: "me", asked: "cho", consent: 0.5, inferred: false },
        { asker: "cho", asked: "bob", consent: 0.5, inferred: false },
      ],
      cost: 1,
      price: 1,
    };
    const sent = { id: "s", type: "ask.sent", at: "2026-02-02", ask };
    const codes = (more: object[], target: string, agreed: boolean) => {
      const yes = agreed ? [{ id: "y", type: "ask.agreed", at: "2026-02-03", ask: "k" }] : [];
      const tracker = new AskTracker(journalOf(new Journal(), [sent, ...yes, ...more] as EventInput[]));
      // The first day on which it has lapsed.
      const now = Array.from({ length: 60 }, (_, i) =>
        new Date(Date.UTC(2026, 1, 3 + i)).toISOString().slice(0, 10),
      ).find((day) => tracker.ask("k", { now: day })?.state === "lapsed") as string;
      const records = [...tracker.asks({ now })];
      const leads = tracker.leads({ now });
      const all = followUps(records, { now, leads, reached: new Set(target === "" ? [] : [target]) });
      return all.filter(({ kind }) => kind === "let-go").map(({ code }) => code);
    };
    const made = { ...lead("l", { target: "bob" }), at: "2026-02-03" };
    expect(codes([], "", false)).toEqual(["silent"]);
    expect(codes([], "eve", false)).toEqual(["silent"]);
    expect(codes([], "bob", false)).toEqual(["silent.reached"]);
    expect(codes([made], "", false)).toEqual(["silent.reached"]);
    expect(codes([{ ...made, target: "eve" }], "", false)).toEqual(["silent"]);
    expect(codes([], "", true)).toEqual(["nothing-came"]);
    expect(codes([made], "", true)).toEqual(["nothing-came.reached"]);
  });
});
