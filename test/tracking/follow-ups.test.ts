import { describe, expect, it } from "vitest";
import { isoDay, utcDay } from "../../src/base/index.js";
import { type EventInput, type EventType, Journal } from "../../src/journal/index.js";
import { accountability, addWorkingDays, collisions, foldAsks, followUps } from "../../src/tracking/index.js";
import { journalOf } from "../support/journal-arbitraries.js";
import { codeOf } from "../support/journal-codes.js";

function sent(id: string, at: string, seeker = "me", connector = "ann", target = "bob"): EventInput {
  const legs = [
    { asker: seeker, asked: connector, consent: 0.5, inferred: false },
    ...(connector === target ? [] : [{ asker: connector, asked: target, consent: 0.5, inferred: false }]),
  ];
  return { id: `sent-${id}`, type: "ask.sent", at, ask: { id, connector, target, legs, cost: 1, price: 1 } };
}

function step(ask: string, type: EventType, at: string, more: object = {}): EventInput {
  return { id: `${ask}${type}${at}`, type, at, ask, ...more } as EventInput;
}

function due(events: readonly EventInput[], now: string): string[] {
  const records = foldAsks(journalOf(new Journal(), events), { now });
  return followUps(records, { now }).map(
    ({ kind, person, due, overdue }) => `${kind} ${person} ${due}${overdue ? "!" : ""}`,
  );
}

describe("follow-ups", () => {
  const made = [
    sent("k", "2026-03-02"),
    step("k", "ask.agreed", "2026-03-03"),
    step("k", "introduction.made", "2026-03-05"),
  ];

  it("remind once, then let go", () => {
    expect(due([sent("k", "2026-03-02")], "2026-03-03")).toEqual(["remind ann 2026-03-04"]);
    expect(due([sent("k", "2026-03-02")], "2026-03-07")).toEqual(["remind ann 2026-03-04!"]);
    expect(due([sent("k", "2026-03-02")], "2026-03-09")).toEqual(["let-go ann 2026-03-09"]);
    const reminded = [sent("k", "2026-03-02"), step("k", "ask.reminded", "2026-03-06")];
    expect(due(reminded, "2026-03-10")).toEqual([]);
    expect(due(reminded, "2026-03-11")).toEqual(["let-go ann 2026-03-11"]);
  });

  it("check in once, and write once under a lent name", () => {
    const agreed = [sent("k", "2026-03-02"), step("k", "ask.agreed", "2026-03-03")];
    const named = [sent("k", "2026-03-02"), step("k", "ask.agreed", "2026-03-03", { answer: "use-my-name" })];
    const kinds = (events: readonly EventInput[]) =>
      due(events, "2026-03-10").map((one) => one.split(" ")[0]);
    expect(kinds(agreed)).toContain("check-in");
    expect(kinds(named)).toContain("own-contact");
    const written = step("k", "update.sent", "2026-03-09");
    expect(kinds([...agreed, written])).not.toContain("check-in");
    expect(kinds([...named, written])).not.toContain("own-contact");
    expect(kinds([...agreed, step("k", "update.sent", "2026-03-02")])).toContain("check-in");
  });

  it("thank within two days of the help, once", () => {
    expect(due(made, "2026-03-05")).toEqual(["follow-through bob 2026-03-06", "thank ann 2026-03-06"]);
    expect(due([...made, step("k", "thanks.sent", "2026-03-06")], "2026-03-06")).toEqual([
      "follow-through bob 2026-03-06",
    ]);
    expect(due([...made, step("k", "thanks.sent", "2026-03-04")], "2026-03-08")).toEqual([
      "follow-through bob 2026-03-06!",
      "thank ann 2026-03-06!",
    ]);
    const named = [sent("k", "2026-03-02"), step("k", "ask.agreed", "2026-03-03", { answer: "use-my-name" })];
    expect(due(named, "2026-03-03")).toEqual(["own-contact bob 2026-03-04", "thank ann 2026-03-05"]);
    expect(due([sent("k", "2026-03-02"), step("k", "ask.agreed", "2026-03-03")], "2026-03-03")).toEqual([
      "check-in ann 2026-03-09",
    ]);
  });

  it("follow through with the target within a working day of their yes", () => {
    const friday = [
      ...made,
      step("k", "thanks.sent", "2026-03-05"),
      step("k", "target.agreed", "2026-03-06"),
    ];
    expect(due(friday, "2026-03-06")).toEqual(["update ann 2026-03-06", "follow-through bob 2026-03-09"]);
    expect(
      due(
        [
          ...friday,
          step("k", "meeting.held", "2026-03-09"),
          step("k", "update.sent", "2026-03-09T10:00:00Z"),
        ],
        "2026-03-10",
      ),
    ).toEqual([]);
    const after = ["03", "04", "05", "06", "07", "08", "09"].map((day) =>
      isoDay(addWorkingDays(utcDay(`2026-03-${day}`), 1)).slice(-2),
    );
    expect(after).toEqual(["04", "05", "06", "09", "09", "09", "10"]);
    expect(addWorkingDays(20514, 0)).toBe(20514);
    expect(addWorkingDays(-3, 1)).toBe(-2);
    expect(addWorkingDays(-6, 1)).toBe(-3);
  });

  it("tell the connector of each change, and of the last one only", () => {
    const met = [...made, step("k", "thanks.sent", "2026-03-05"), step("k", "meeting.held", "2026-03-10")];
    expect(due(met, "2026-03-10")).toEqual(["update ann 2026-03-12"]);
    const told = [...met, step("k", "update.sent", "2026-03-11")];
    expect(due(told, "2026-03-12")).toEqual([]);
    const changes: [EventType, object][] = [
      ["opportunity.opened", {}],
      ["deal.won", { value: 1 }],
      ["deal.lost", {}],
    ];
    for (const [type, more] of changes) {
      expect(due([...told, step("k", type, "2026-03-12", more)], "2026-03-12")).toEqual([
        "update ann 2026-03-13",
      ]);
    }
    const thanked = [...made, step("k", "thanks.sent", "2026-03-05")];
    expect(due([...thanked, step("k", "target.declined", "2026-03-12")], "2026-03-12")).toEqual([
      "update ann 2026-03-13",
    ]);
  });

  it("tell nobody of a withdrawal, and say which change an update is about", () => {
    const thanked = [...made, step("k", "thanks.sent", "2026-03-05")];
    const withdrawn = step("k", "ask.withdrawn", "2026-03-12");
    expect(due([...thanked, withdrawn], "2026-03-12")).toEqual([]);
    expect(due([...thanked, step("k", "target.agreed", "2026-03-11"), withdrawn], "2026-03-12")).toEqual([]);
    const changes = ["target.agreed", "meeting.held", "opportunity.opened", "deal.lost"] as const;
    for (const [i, about] of changes.entries()) {
      const events = changes.slice(0, i + 1).map((type, j) => step("k", type, `2026-03-1${j}`));
      const records = foldAsks(journalOf(new Journal(), [...thanked, ...events]), { now: "2026-03-20" });
      const updates = followUps(records, { now: "2026-03-20" }).filter(({ kind }) => kind === "update");
      expect(updates).toMatchObject([
        { about, reason: expect.stringMatching(/^They do not know yet: (the|you|there) .*\.$/) },
      ]);
    }
    const others = foldAsks(journalOf(new Journal(), made), { now: "2026-03-05" });
    for (const one of followUps(others, { now: "2026-03-05" })) expect(one).not.toHaveProperty("about");
  });

  it("owe no thanks, updates or check-ins to a target about themselves", () => {
    const direct = [sent("k", "2026-03-06", "me", "bob"), step("k", "ask.agreed", "2026-03-06")];
    expect(due(direct, "2026-03-06")).toEqual(["follow-through bob 2026-03-09"]);
    expect(due([...direct, step("k", "meeting.held", "2026-03-09")], "2026-03-20")).toEqual([]);
    const lent = step("k", "ask.agreed", "2026-03-06", { answer: "use-my-name" });
    expect(due([direct[0] as EventInput, lent], "2026-03-06")).toEqual(["follow-through bob 2026-03-09"]);
    expect(due([...direct, step("k", "target.agreed", "2026-03-07")], "2026-03-07")).toEqual([
      "follow-through bob 2026-03-09",
    ]);
    const introduced = [direct[0] as EventInput, step("k", "introduction.made", "2026-03-06")];
    expect(due(introduced, "2026-03-06")).toEqual(["follow-through bob 2026-03-09"]);
    expect(due([...introduced, step("k", "target.declined", "2026-03-07")], "2026-03-07")).toEqual([]);
  });

  it("let go for a week, then no more", () => {
    const silent = [sent("k", "2026-03-02")];
    expect(due(silent, "2026-03-16")).toEqual(["let-go ann 2026-03-09!"]);
    expect(due(silent, "2026-03-17")).toEqual([]);
    const records = foldAsks(journalOf(new Journal(), silent), { now: "2026-03-12" });
    expect(followUps(records, { now: "2026-03-12", letGoDays: 3 })).toHaveLength(1);
    expect(followUps(records, { now: "2026-03-12", letGoDays: 2 })).toEqual([]);
  });

  it("check in on a promise, write under a lent name, and let a promise go that nothing followed", () => {
    const promised = [sent("k", "2026-03-02"), step("k", "ask.agreed", "2026-03-03", { answer: "make-it" })];
    expect(due(promised, "2026-03-10")).toEqual(["check-in ann 2026-03-09!"]);
    const friday = [
      sent("k", "2026-03-02"),
      step("k", "ask.agreed", "2026-03-06", { answer: "use-my-name" }),
      step("k", "thanks.sent", "2026-03-06"),
    ];
    expect(due(friday, "2026-03-06")).toEqual(["own-contact bob 2026-03-09"]);
    expect(due([...friday, step("k", "target.agreed", "2026-03-09")], "2026-03-09")).toEqual([
      "follow-through bob 2026-03-10",
      "update ann 2026-03-11",
    ]);
    expect(due(promised, "2026-04-02")).toEqual(["let-go ann 2026-04-02"]);
    expect(due(promised, "2026-04-10")).toEqual([]);
    const records = foldAsks(journalOf(new Journal(), promised), { now: "2026-04-02" });
    expect(followUps(records, { now: "2026-04-02" })[0]?.reason).toContain("Nothing came of the yes");
    const early = foldAsks(journalOf(new Journal(), promised), { now: "2026-03-04" });
    expect(followUps(early, { now: "2026-03-04", checkInDays: 2 })[0]?.due).toBe("2026-03-05");
    const own = foldAsks(journalOf(new Journal(), friday), { now: "2026-03-06" });
    expect(followUps(own, { now: "2026-03-06", ownContactDays: 2 })[0]?.due).toBe("2026-03-10");
  });

  it("ask after a claim that nothing has proved, with their reasons, in order of day", () => {
    const events = [
      sent("k", "2026-03-02"),
      step("k", "ask.claimed", "2026-03-03"),
      sent("j", "2026-03-02", "you", "carl"),
    ];
    const records = foldAsks(journalOf(new Journal(), events), { now: "2026-03-04" });
    expect(followUps(records, { now: "2026-03-04" })).toEqual([
      {
        kind: "remind",
        ask: "j",
        seeker: "you",
        person: "carl",
        due: "2026-03-04",
        overdue: false,
        code: "no-answer",
        reason: "No answer yet; one reminder is fair.",
      },
      {
        kind: "verify-claim",
        ask: "k",
        seeker: "me",
        person: "ann",
        due: "2026-03-10",
        overdue: false,
        code: "claimed",
        reason: "They say that it is done, and nothing was seen of it yet.",
      },
    ]);
    expect(
      followUps(records, { now: "2026-03-04", remindDays: 1, verifyDays: 0 }).map((one) => one.due),
    ).toEqual(["2026-03-03", "2026-03-03"]);
    expect(codeOf(() => followUps(records, { now: "soon" }))).toBe("INVALID_DATE");
  });
});

describe("a team", () => {
  const events = [
    sent("k1", "2026-03-02", "me", "ann"),
    sent("k2", "2026-03-02", "you", "carl"),
    sent("k3", "2026-03-02", "me", "dora"),
    sent("k4", "2026-03-02", "you", "ann", "emil"),
    sent("k5", "2026-03-02", "me", "emil", "fred"),
    step("k4", "ask.declined", "2026-03-03", { answer: "ask-someone-else", suggested: "Gil" }),
    step("k5", "introduction.made", "2026-03-02"),
    step("k5", "target.declined", "2026-03-03"),
  ];
  const asks = (more: readonly EventInput[] = []): ReturnType<typeof foldAsks> =>
    foldAsks(journalOf(new Journal(), [...events, ...more]), { now: "2026-03-05" });

  it("collides where two have open asks on one target", () => {
    expect(collisions(asks())).toEqual([{ target: "bob", seekers: ["me", "you"], asks: ["k1", "k2", "k3"] }]);
    expect(collisions(asks([step("k2", "ask.withdrawn", "2026-03-04")]))).toEqual([]);
  });
});

describe("accountability", () => {
  it("weighs each connector's claims against the evidence", () => {
    const events: EventInput[] = [];
    const claim = (id: string, connector: string, more: readonly EventType[]): void => {
      events.push(sent(id, "2026-03-01", "me", connector), step(id, "ask.claimed", "2026-03-02"));
      for (const [i, type] of more.entries()) events.push(step(id, type, `2026-03-0${3 + i}`));
    };
    claim("a1", "ann", ["introduction.made"]);
    claim("a2", "ann", ["target.agreed"]);
    claim("a3", "ann", ["target.declined"]);
    claim("a4", "ann", ["introduction.made", "meeting.held"]);
    claim("b1", "bea", []);
    claim("b2", "bea", ["ask.withdrawn"]);
    events.push(sent("c1", "2026-03-01", "me", "carl"), step("c1", "introduction.made", "2026-03-02"));
    const on = (now: string, more: object = {}): unknown =>
      accountability(foldAsks(journalOf(new Journal(), events)), { now, ...more });
    expect(on("2026-03-16")).toEqual([
      { connector: "ann", claims: 4, proved: 4, unproved: 0, pending: 0, rate: (2.8 + 4) / 8 },
      { connector: "bea", claims: 2, proved: 0, unproved: 0, pending: 2, rate: 0.7 },
    ]);
    expect(on("2026-03-17")).toMatchObject([
      {},
      { connector: "bea", unproved: 2, pending: 0, rate: 2.8 / 6 },
    ]);
    expect(on("2026-03-02")).toMatchObject([{ proved: 0, pending: 4 }, { pending: 2 }]);
    expect(on("2026-03-01")).toEqual([]);
    expect(on("2026-03-17", { priorMean: 0.5, priorStrength: 2, proofDays: 30 })).toMatchObject([
      { rate: 5 / 6 },
      { rate: 0.5 },
    ]);
    for (const bad of [{ priorMean: 1.1 }, { priorMean: -0.1 }, { priorStrength: 0 }, { proofDays: -1 }]) {
      expect(codeOf(() => on("2026-03-17", bad))).toBe("INVALID_ARGUMENT");
    }
  });
});
