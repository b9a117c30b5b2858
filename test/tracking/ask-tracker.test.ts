import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type EventInput, type EventType, Journal } from "../../src/journal/index.js";
import { type AskState, AskTracker, checkTransition, foldAsks, isOpen } from "../../src/tracking/index.js";
import { TRANSITIONS } from "../../src/tracking/transitions.js";
import { history, journalOf } from "../support/journal-arbitraries.js";
import { codeOf } from "../support/journal-codes.js";
import { runs } from "../support/journal-runs.js";

const DAY = 86_400_000;
const START = Date.parse("2026-03-02T09:00:00Z");

function sent(
  id = "k",
  at: string = new Date(START).toISOString(),
  people = ["me", "ann", "bob"],
): EventInput {
  const legs = people
    .slice(1)
    .map((asked, i) => ({ asker: people[i] as string, asked, consent: 0.5, inferred: false }));
  const ask = {
    id,
    connector: people[1] as string,
    target: people.at(-1) as string,
    legs,
    cost: 1,
    price: 1,
  };
  return { id: `sent-${id}`, type: "ask.sent", at, ask };
}

function step(type: EventType, at: string, more: object = {}): EventInput {
  const value = type === "deal.won" ? { value: 1 } : {};
  return { id: `${type}@${at}`, type, at, ask: "k", ...value, ...more } as EventInput;
}

/** The shortest way to each state, as the words of the issue tell it. */
const WAYS: [AskState, EventType[]][] = [
  ["sent", []],
  ["reminded", ["ask.reminded"]],
  ["agreed", ["ask.agreed"]],
  ["declined", ["ask.declined"]],
  ["claimed", ["ask.agreed", "ask.claimed"]],
  ["introduced", ["ask.agreed", "ask.claimed", "introduction.made"]],
  ["target-agreed", ["ask.agreed", "introduction.made", "target.agreed"]],
  ["target-declined", ["ask.agreed", "introduction.made", "target.declined"]],
  ["met", ["ask.agreed", "introduction.made", "meeting.held"]],
  ["opportunity", ["ask.agreed", "introduction.made", "meeting.held", "opportunity.opened"]],
  [
    "won",
    ["ask.agreed", "introduction.made", "target.agreed", "meeting.held", "opportunity.opened", "deal.won"],
  ],
  ["lost", ["ask.agreed", "introduction.made", "meeting.held", "opportunity.opened", "deal.lost"]],
  ["withdrawn", ["ask.withdrawn"]],
];

/** What each state allows, written out by hand: the table said once more. */
const ALLOWED: Record<string, string> = {
  planned: "ask.sent",
  sent: "ask.reminded ask.agreed ask.declined ask.claimed introduction.made ask.withdrawn thanks.sent update.sent",
  reminded: "ask.agreed ask.declined ask.claimed introduction.made ask.withdrawn thanks.sent update.sent",
  agreed: "ask.claimed introduction.made target.agreed target.declined ask.withdrawn thanks.sent update.sent",
  claimed: "introduction.made target.agreed target.declined ask.withdrawn thanks.sent update.sent",
  introduced: "target.agreed target.declined meeting.held ask.withdrawn thanks.sent update.sent",
  "target-agreed": "meeting.held ask.withdrawn thanks.sent update.sent",
  met: "opportunity.opened deal.won deal.lost thanks.sent update.sent",
  opportunity: "deal.won deal.lost thanks.sent update.sent",
};
const STEPS = Object.keys(TRANSITIONS) as EventType[];

function journalAt(way: readonly EventType[]): Journal {
  const journal = journalOf(new Journal(), [sent()]);
  for (const [i, type] of way.entries())
    journal.append(step(type, new Date(START + (i + 1) * DAY).toISOString()));
  return journal;
}

describe("the table", () => {
  it("leads to every state and allows there just what the issue says", () => {
    for (const [state, way] of WAYS) {
      const journal = journalAt(way);
      expect([state, new AskTracker(journal).ask("k")?.state]).toEqual([state, state]);
      expect(new AskTracker(journal).ask("k")?.ignored).toEqual([]);
      const allowed = (ALLOWED[state] ?? "thanks.sent update.sent").split(" ");
      const later = new Date(START + 30 * DAY).toISOString();
      for (const type of STEPS) {
        const event = type === "ask.sent" ? { ...sent("k", later), id: "again" } : step(type, later);
        const wanted = allowed.includes(type) ? "none" : "INVALID_TRANSITION";
        expect([state, type, codeOf(() => checkTransition(journal, event as EventInput))]).toEqual([
          state,
          type,
          wanted,
        ]);
      }
    }
    const nothing = new Journal();
    for (const type of STEPS.filter((one) => one !== "ask.sent")) {
      expect(codeOf(() => checkTransition(nothing, step(type, "2026-03-01")))).toBe("INVALID_TRANSITION");
    }
    expect(codeOf(() => checkTransition(nothing, sent()))).toBe("none");
    expect(
      codeOf(() =>
        checkTransition(nothing, {
          id: "x",
          type: "favor.given",
          at: "2026-03-01",
          giver: "a",
          receiver: "b",
          kind: "lunch",
        }),
      ),
    ).toBe("none");
    expect(
      codeOf(() =>
        checkTransition(nothing, {
          id: "x",
          type: "thanks.sent",
          at: "2026-03-01",
          giver: "a",
          receiver: "b",
        }),
      ),
    ).toBe("none");
  });

  it("says which event met which state, and nothing personal", () => {
    try {
      checkTransition(journalAt(["ask.declined"]), step("ask.agreed", "2026-04-01"));
      expect.unreachable();
    } catch (error) {
      expect(error).toMatchObject({
        code: "INVALID_TRANSITION",
        details: { type: "ask.agreed", state: "declined" },
      });
    }
  });

  it("lets a double opt-in come in either order, and an introduction be made once", () => {
    const journal = journalAt(["ask.agreed", "target.agreed", "introduction.made"]);
    expect(new AskTracker(journal).ask("k")).toMatchObject({
      state: "target-agreed",
      since: "2026-03-04",
      ignored: [],
    });
    expect(codeOf(() => checkTransition(journal, step("introduction.made", "2026-04-01")))).toBe(
      "INVALID_TRANSITION",
    );
    expect(codeOf(() => checkTransition(journal, step("meeting.held", "2026-04-01")))).toBe("none");
  });

  it("knows what is still open", () => {
    const open = WAYS.map(([state]) => state).filter(isOpen);
    expect(open).toEqual([
      "sent",
      "reminded",
      "agreed",
      "claimed",
      "introduced",
      "target-agreed",
      "met",
      "opportunity",
    ]);
    expect(isOpen("planned") || isOpen("lapsed")).toBe(false);
  });
});

describe("an ask put to the target themselves", () => {
  const direct = (...types: EventType[]): Journal => {
    const journal = journalOf(new Journal(), [sent("k", undefined, ["me", "bob"])]);
    for (const [i, type] of types.entries()) {
      const event = step(type, new Date(START + (i + 1) * DAY).toISOString());
      checkTransition(journal, event);
      journal.append(event);
    }
    return journal;
  };

  it("takes their yes for the target's, so that a meeting may follow", () => {
    for (const before of [[], ["ask.reminded"]] as EventType[][]) {
      const yes = direct(...before, "ask.agreed");
      expect(foldAsks(yes)[0]).toMatchObject({ state: "target-agreed", needs: ["meeting"], open: true });
      const later = new Date(START + 9 * DAY).toISOString();
      const allowed = STEPS.filter(
        (type) => codeOf(() => checkTransition(yes, step(type, later))) === "none",
      );
      expect(allowed.join(" ")).toBe(
        "introduction.made target.agreed target.declined meeting.held ask.withdrawn thanks.sent update.sent",
      );
    }
    const twice = foldAsks(direct("ask.agreed", "target.agreed"))[0];
    expect(twice).toMatchObject({ state: "target-agreed", since: "2026-03-03" });
    expect(foldAsks(direct("ask.agreed", "meeting.held", "deal.won"))[0]).toMatchObject({ state: "won" });
    expect(foldAsks(direct("ask.agreed", "target.declined"))[0]).toMatchObject({ state: "target-declined" });
    expect(foldAsks(direct("ask.declined"))[0]).toMatchObject({ state: "declined", open: false });
    expect(foldAsks(direct("ask.agreed"), { now: "2027-03-01" })[0]?.state).toBe("target-agreed");
  });
});

describe("late and simultaneous events", () => {
  it("allows a late event if the whole history is legal with it in its place", () => {
    const journal = journalOf(new Journal(), [sent(), step("ask.agreed", "2026-03-10T09:00:00Z")]);
    const tracker = new AskTracker(journal);
    expect(codeOf(() => tracker.check(step("ask.reminded", "2026-03-06T09:00:00Z")))).toBe("none");
    expect(codeOf(() => tracker.check(step("ask.reminded", "2026-03-11T09:00:00Z")))).toBe(
      "INVALID_TRANSITION",
    );
    expect(codeOf(() => tracker.check(step("ask.declined", "2026-03-06T09:00:00Z")))).toBe(
      "INVALID_TRANSITION",
    );
    expect(codeOf(() => tracker.check(step("ask.reminded", "2026-03-01T09:00:00Z")))).toBe(
      "INVALID_TRANSITION",
    );
    expect(
      codeOf(() => tracker.check({ ...sent("k", "2026-03-01T09:00:00Z"), id: "before" } as EventInput)),
    ).toBe("INVALID_TRANSITION");
  });

  it("takes an event with the time of others to come after them", () => {
    const now = "2026-03-02T09:00:00Z";
    const sameTime: EventInput[] = [
      sent("k", now),
      step("ask.agreed", now),
      step("ask.claimed", now),
      step("introduction.made", now),
      step("target.agreed", now),
      step("meeting.held", now),
      step("deal.won", now),
    ];
    for (const ids of [(i: number) => `${i}`, (i: number) => `${9 - i}`]) {
      const journal = new Journal();
      for (const [i, event] of sameTime.entries()) {
        const named = { ...event, id: ids(i) } as EventInput;
        checkTransition(journal, named);
        journal.append(named);
      }
      expect(foldAsks(journal)[0]).toMatchObject({ state: "won", ignored: [] });
    }
    const withdrawn = journalOf(new Journal(), [sent("k", now), step("ask.withdrawn", now)]);
    expect(codeOf(() => checkTransition(withdrawn, step("ask.agreed", now)))).toBe("INVALID_TRANSITION");
  });

  it("reads a date without a time as that day", () => {
    const journal = journalOf(new Journal(), [sent("k", "2026-03-02T16:00:00Z")]);
    checkTransition(journal, step("ask.agreed", "2026-03-02"));
    journal.append(step("ask.agreed", "2026-03-02"));
    checkTransition(journal, step("introduction.made", "2026-03-02T08:00:00Z"));
    journal.append(step("introduction.made", "2026-03-02T08:00:00Z"));
    expect(foldAsks(journal)[0]).toMatchObject({ state: "introduced", ignored: [] });
    expect(codeOf(() => checkTransition(journal, step("target.agreed", "2026-03-01")))).toBe(
      "INVALID_TRANSITION",
    );
  });

  it("checks many events together, in whichever order they come, all or none", () => {
    const journal = new Journal();
    const batch = [
      step("introduction.made", "2026-03-05"),
      step("ask.agreed", "2026-03-04"),
      sent("k", "2026-03-03"),
    ];
    expect(codeOf(() => checkTransition(journal, batch))).toBe("none");
    expect(codeOf(() => checkTransition(journal, [...batch, step("ask.declined", "2026-03-06")]))).toBe(
      "INVALID_TRANSITION",
    );
    expect(codeOf(() => checkTransition(journal, [...batch, ...batch]))).toBe("none");
    expect(codeOf(() => checkTransition(journal, [sent("j", "2026-03-03"), ...batch.slice(0, 2)]))).toBe(
      "INVALID_TRANSITION",
    );
    journal.appendAll(batch);
    expect(codeOf(() => checkTransition(journal, batch))).toBe("none");
    expect(
      codeOf(() =>
        checkTransition(journal, { ...step("ask.claimed", "2026-03-05"), at: "soon" } as EventInput),
      ),
    ).toBe("INVALID_DATE");
  });

  it("does not blame a new event for an old one that was illegal before", () => {
    const journal = journalOf(new Journal(), [
      step("ask.claimed", "2026-03-01"),
      sent("k", "2026-03-02"),
      step("ask.declined", "2026-03-03"),
    ]);
    expect(foldAsks(journal)[0]).toMatchObject({ state: "declined", ignored: ["ask.claimed@2026-03-01"] });
    expect(codeOf(() => checkTransition(journal, step("thanks.sent", "2026-03-04")))).toBe("none");
    expect(codeOf(() => checkTransition(journal, step("ask.agreed", "2026-03-04")))).toBe(
      "INVALID_TRANSITION",
    );
  });

  it("gives the same states for every order of import, and follows a growing journal", () => {
    fc.assert(
      fc.property(history(), fc.infiniteStream(fc.nat()), (events, picks) => {
        const shuffled = events
          .map((event) => ({ event, pick: picks.next().value }))
          .sort((a, b) => a.pick - b.pick);
        const journal = new Journal();
        const live = new AskTracker(journal);
        for (const { event } of shuffled) {
          journal.append(event);
          live.asks();
        }
        expect(live.asks()).toEqual(foldAsks(journalOf(new Journal(), events)));
      }),
      { numRuns: runs(60) },
    );
  });
});

describe("states as of a day", () => {
  const journal = journalOf(new Journal(), [
    sent("k", "2026-03-02T23:59:00Z"),
    step("ask.reminded", "2026-03-06"),
    step("ask.agreed", "2026-03-20", { answer: "use-my-name" }),
  ]);
  const stateOn = (now: string, more: object = {}): unknown => foldAsks(journal, { now, ...more })[0]?.state;

  it("lapse after the silence that the timing allows, by time alone, until an answer comes", () => {
    expect(foldAsks(journal, { now: "2026-03-01" })).toEqual([]);
    expect(stateOn("2026-03-02")).toBe("sent");
    expect(stateOn("2026-03-06")).toBe("reminded");
    expect(stateOn("2026-03-10T23:00:00Z")).toBe("reminded");
    expect(stateOn("2026-03-12", { lapseDays: 7 })).toBe("reminded");
    expect(foldAsks(journal, { now: "2026-03-13" })[0]).toMatchObject({
      state: "lapsed",
      since: "2026-03-11",
      open: false,
      needs: [],
    });
    expect(stateOn("2026-03-10", { lapseDays: 3 })).toBe("lapsed");
    expect(foldAsks(journal, { now: "2026-03-20" })[0]).toMatchObject({
      state: "agreed",
      answer: "use-my-name",
      open: true,
    });
    expect(foldAsks(journalOf(new Journal(), [sent()]))[0]?.state).toBe("sent");
    expect(
      codeOf(() => checkTransition(journalOf(new Journal(), [sent()]), step("ask.agreed", "2027-01-01"))),
    ).toBe("none");
    expect(codeOf(() => new AskTracker(journal, { lapseDays: 0 }))).toBe("INVALID_ARGUMENT");
    expect(codeOf(() => foldAsks(journal, { now: "soon" }))).toBe("INVALID_DATE");
  });

  it("lapse 30 days after a yes or a claim that nothing followed, and a late introduction still counts", () => {
    for (const type of ["ask.agreed", "ask.claimed"] as const) {
      const promised = journalOf(new Journal(), [sent(), step(type, "2026-03-03")]);
      const on = (now: string, more: object = {}): unknown => foldAsks(promised, { now, ...more })[0];
      expect(on("2026-04-01")).toMatchObject({ state: type.slice(4), open: true });
      expect(on("2026-04-02")).toMatchObject({
        state: "lapsed",
        since: "2026-04-02",
        open: false,
        needs: [],
      });
      expect(on("2026-03-10", { promiseDays: 7 })).toMatchObject({ state: "lapsed", since: "2026-03-10" });
      expect(foldAsks(promised)[0]).toMatchObject({ state: type.slice(4) });
      const late = step("introduction.made", "2026-04-20");
      expect(codeOf(() => checkTransition(promised, late))).toBe("none");
      promised.append(late);
      expect(on("2026-04-20")).toMatchObject({ state: "introduced", open: true });
      expect(on("2027-04-20")).toMatchObject({ state: "introduced" });
    }
    const thanked = journalOf(new Journal(), [
      sent(),
      step("ask.agreed", "2026-03-03"),
      step("thanks.sent", "2026-03-20"),
    ]);
    expect(foldAsks(thanked, { now: "2026-04-18" })[0]).toMatchObject({ state: "agreed" });
    expect(foldAsks(thanked, { now: "2026-04-19" })[0]).toMatchObject({ state: "lapsed" });
    for (const promiseDays of [0, -1, Number.NaN]) {
      expect(codeOf(() => new AskTracker(thanked, { promiseDays }))).toBe("INVALID_ARGUMENT");
    }
  });

  it("say what the ask waits for", () => {
    const needs = WAYS.map(([state, way]) => [state, new AskTracker(journalAt(way)).ask("k")?.needs.join()]);
    expect(Object.fromEntries(needs)).toEqual({
      sent: "answer",
      reminded: "answer",
      agreed: "introduction",
      claimed: "evidence",
      introduced: "target-answer",
      "target-agreed": "meeting",
      met: "outcome",
      opportunity: "outcome",
      declined: "",
      "target-declined": "",
      won: "",
      lost: "",
      withdrawn: "",
    });
    expect(foldAsks(journal)[0]?.needs).toEqual(["own-contact"]);
    const other = journalOf(new Journal(), [
      sent(),
      step("ask.declined", "2026-03-03", { answer: "ask-someone-else", suggested: "Carol" }),
    ]);
    expect(foldAsks(other)[0]).toMatchObject({
      needs: ["ask-suggested"],
      answer: "ask-someone-else",
      suggested: "Carol",
      since: "2026-03-03",
    });
    other.erase("ann");
    expect(foldAsks(other)[0]).not.toHaveProperty("suggested");
    expect(new AskTracker(other).ask("never")).toBeUndefined();
  });

  it("tell the steps taken", () => {
    expect(foldAsks(journal)[0]?.steps).toEqual([
      { event: "sent-k", type: "ask.sent", at: "2026-03-02T23:59:00Z", state: "sent" },
      { event: "ask.reminded@2026-03-06", type: "ask.reminded", at: "2026-03-06", state: "reminded" },
      { event: "ask.agreed@2026-03-20", type: "ask.agreed", at: "2026-03-20", state: "agreed" },
    ]);
  });
});
