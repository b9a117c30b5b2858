import { describe, expect, it } from "vitest";
import { type EventInput, Journal } from "../../src/journal/index.js";
import { askedOn } from "../../src/tracking/ask-status.js";
import { answerIn } from "../../src/tracking/follow-ups.js";
import {
  type AskStatus,
  AskTracker,
  accountability,
  broughtHow,
  collisions,
  followUps,
  helpIn,
  isRefusal,
  isUndecided,
  unaskedIntroductions,
  yesIn,
} from "../../src/tracking/index.js";
import { journalOf } from "../support/journal-arbitraries.js";
import { codeOf } from "../support/journal-codes.js";

const leg = (asker: string, asked: string) => ({ asker, asked, consent: 0.5, inferred: false });
function sent(
  id: string,
  at = "2026-03-02",
  more: object = {},
  [seeker, connector, target] = ["me", "ann", "bob"],
): EventInput {
  const legs = [
    leg(seeker as string, connector as string),
    ...(connector === target ? [] : [leg(connector as string, target as string)]),
  ];
  return {
    id: `s${id}`,
    type: "ask.sent",
    at,
    ask: { id, seeker, connector, target, legs, cost: 1, price: 1 },
    ...more,
  } as EventInput;
}
const step = (id: string, type: string, at: string, more: object = {}): EventInput =>
  ({ id: `${type}${id}${at}`, type, at, ask: id, ...more }) as EventInput;
const trackerOf = (...events: EventInput[]) => new AskTracker(journalOf(new Journal(), events));

describe("what is read of a request", () => {
  it("is no refusal where a connector does not know the target or names somebody else", () => {
    const declined = { state: "declined" } as const;
    for (const [more, refused] of [
      [{}, true],
      [{ answer: "no" }, true],
      [{ answer: "not-this-kind" }, true],
      [{ answer: "not-tied" }, false],
      [{ answer: "ask-someone-else" }, false],
      [{ suggested: "ask Dan" }, false],
      [{ answer: "no", suggestedPerson: "dan" }, false],
    ] as const) {
      expect([more, isRefusal({ ...declined, ...more })]).toEqual([more, refused]);
      expect(isUndecided({ ...declined, ...more })).toBe(!refused);
      expect(isRefusal({ state: "agreed", ...more })).toBe(false);
      expect(isUndecided({ state: "agreed", ...more })).toBe(false);
    }
  });

  it("has a lent name until an introduction says otherwise", () => {
    expect(broughtHow({ answer: "use-my-name" })).toBe("name-lent");
    expect(broughtHow({ answer: "use-my-name", how: "forwarded" })).toBe("forwarded");
    expect([broughtHow({ answer: "make-it" }), broughtHow({})]).toEqual([undefined, undefined]);
  });

  it("holds what was told, and no field for what was not", () => {
    const bare = trackerOf(sent("k")).ask("k", { now: "2026-03-02" });
    expect(Object.keys(bare ?? {})).toEqual(["ask", "state", "since", "open", "steps", "needs", "ignored"]);
    const words = { channel: "linkedin-message", tone: "warm", playbook: "event" };
    const told = trackerOf(
      sent("k", "2026-03-02", words),
      step("k", "ask.agreed", "2026-03-03", { answer: "make-it" }),
      step("k", "introduction.made", "2026-03-04", { how: "forwarded" }),
    ).ask("k", { now: "2026-03-05" });
    expect(told).toMatchObject({ ...words, answer: "make-it", how: "forwarded", state: "introduced" });
    const named = trackerOf(
      sent("k"),
      step("k", "ask.declined", "2026-03-03", { answer: "no", suggested: "ask Dan", suggestedPerson: "dan" }),
    ).ask("k");
    expect(named).toMatchObject({ answer: "no", suggested: "ask Dan", suggestedPerson: "dan" });
  });

  it("counts for nothing where the table does not allow a step, its answer neither", () => {
    const journal = journalOf(new Journal(), [
      sent("k"),
      step("k", "ask.agreed", "2026-03-04", { answer: "make-it" }),
      step("k", "introduction.made", "2026-03-05", { how: "introduced" }),
    ]);
    // Told past the tracker, so that no table is asked first.
    journal.append(step("k", "ask.declined", "2026-03-05T23:00", { answer: "no" }));
    journal.append(step("k", "introduction.made", "2026-03-06", { how: "forwarded" }));
    const record = new AskTracker(journal).ask("k");
    expect(record).toMatchObject({ state: "introduced", answer: "make-it", how: "introduced" });
    expect(record?.ignored).toHaveLength(2);
  });

  it("takes no words, channel or answer from what counts for nothing, whenever that was", () => {
    const answered = [
      step("k", "ask.declined", "2026-03-01", { answer: "no", suggested: "ask Eve", suggestedPerson: "eve" }),
      sent("k", "2026-03-02", { channel: "linkedin-message", tone: 5 }),
      step("k", "ask.agreed", "2026-03-03", { answer: "make-it" }),
      step("k", "ask.declined", "2026-03-04", { suggested: "ask Dan", suggestedPerson: "dan" }),
    ];
    const record = trackerOf(...answered).ask("k");
    expect(record).toMatchObject({ state: "agreed", answer: "make-it", channel: "linkedin-message" });
    for (const name of ["suggested", "suggestedPerson", "tone"]) expect(record).not.toHaveProperty(name);
    const silent = trackerOf(...answered.slice(0, 2));
    expect(silent.ask("k", { now: "2026-03-02" })).toMatchObject({ state: "sent", needs: ["answer"] });
    expect(silent.ask("k", { now: "2026-06-02" })).toMatchObject({ state: "lapsed" });
  });

  it("was asked on the day of its first step, and answered by the first yes or no", () => {
    const steps = (...types: string[]) =>
      types.map((type, i) => ({ event: `${i}`, type, at: `2026-03-0${i + 2}`, state: "sent" })) as never;
    expect(askedOn({ steps: steps("ask.sent", "ask.agreed"), since: "2026-03-03" })).toBe("2026-03-02");
    expect(askedOn({ steps: [], since: "2026-03-03" })).toBe("2026-03-03");
    const answer = (...types: string[]) => answerIn({ steps: steps(...types) })?.type;
    expect(answer("ask.sent", "ask.reminded", "ask.declined", "ask.agreed")).toBe("ask.declined");
    expect(answer("ask.sent", "ask.claimed", "introduction.made")).toBe("ask.claimed");
    expect(answer("ask.sent", "ask.reminded", "ask.withdrawn")).toBeUndefined();
  });

  it("is followed with what each event names", () => {
    const thanks = { id: "t", type: "thanks.sent", at: "2026-03-03", giver: "me", receiver: "ann" } as const;
    const lead = { id: "l", type: "lead.received", at: "2026-03-02", source: "website" } as const;
    const told: unknown[] = [];
    trackerOf(sent("k"), lead, thanks).follow((event, index, names) => told.push([event.id, index, names]));
    const { id, ...shown } = thanks;
    expect(told).toEqual([
      ["sk", 0, { ask: "k", lead: undefined, courtesy: undefined }],
      ["l", 1, { ask: undefined, lead: "l", courtesy: undefined }],
      ["t", 2, { ask: undefined, lead: undefined, courtesy: { ...shown, event: id } }],
    ]);
  });

  it("waits for an answer as long as its channel and its chance ask for, a question as long as its own", () => {
    const lapsedOn = (tracker: AskTracker, id: string) =>
      Array.from({ length: 120 }, (_, i) =>
        new Date(Date.UTC(2026, 2, 2 + i)).toISOString().slice(0, 10),
      ).find((now) => (tracker.ask(id, { now }) ?? tracker.question(id, { now }))?.state === "lapsed");
    const question = {
      id: "q",
      type: "ask.sent",
      at: "2026-03-02",
      kind: "issue",
      seeker: "me",
      connector: "ann",
    } as EventInput;
    const patient = new AskTracker(journalOf(new Journal(), [question, sent("k")]), {
      questionConsent: 0.99,
    });
    const hasty = new AskTracker(journalOf(new Journal(), [question, sent("k")]), { questionConsent: 0.01 });
    expect(lapsedOn(patient, "k")).toBe(lapsedOn(hasty, "k"));
    expect(lapsedOn(patient, "q")).not.toBe(lapsedOn(hasty, "q"));
    const slow = trackerOf(sent("k", "2026-03-02", { channel: "linkedin-message" }));
    expect(String(lapsedOn(slow, "k")) > String(lapsedOn(trackerOf(sent("k")), "k"))).toBe(true);
    expect(trackerOf(sent("k")).ask("k", {})?.state).toBe("sent");
  });

  it("comes in order of ids, asks, questions and leads each by themselves", () => {
    const question = (id: string) => ({
      id,
      type: "ask.sent",
      at: "2026-03-02",
      kind: "soft",
      seeker: "me",
      connector: id,
    });
    const lead = (id: string) => ({
      id: `l${id}`,
      type: "lead.received",
      at: "2026-03-02",
      lead: id,
      source: "website",
    });
    const tracker = trackerOf(
      sent("b", "2026-03-02", {}, ["me", "ann", "bob"]),
      sent("a", "2026-03-02", {}, ["you", "cho", "bob"]),
      ...([question("q2"), question("q1"), lead("y"), lead("x")] as EventInput[]),
    );
    expect(tracker.asks().map(({ ask }) => ask.id)).toEqual(["a", "b"]);
    expect(tracker.questions().map(({ id }) => id)).toEqual(["q1", "q2"]);
    expect(tracker.leads().map(({ lead: id }) => id)).toEqual(["x", "y"]);
    const bob = { target: "bob", seekers: ["me", "you"], asks: ["a", "b"] };
    expect(collisions(tracker.asks())).toEqual([bob]);
    const more = trackerOf(
      sent("d", "2026-03-02", {}, ["me", "ann", "abe"]),
      sent("c", "2026-03-02", {}, ["you", "cho", "abe"]),
    );
    const abe = { target: "abe", seekers: ["me", "you"], asks: ["c", "d"] };
    expect(collisions([...tracker.asks(), ...more.asks()].reverse())).toEqual([abe, bob]);
    expect(collisions([...tracker.asks(), ...more.asks()])).toEqual([abe, bob]);
  });

  it("is helped by an introduction or a lent name, a question by any yes, and a target asked directly never", () => {
    const helped = (...steps: EventInput[]) => helpIn(trackerOf(sent("k"), ...steps).ask("k") as never)?.type;
    expect(helped(step("k", "ask.agreed", "2026-03-03"))).toBeUndefined();
    expect(helped(step("k", "ask.agreed", "2026-03-03", { answer: "use-my-name" }))).toBe("ask.agreed");
    const made = [step("k", "ask.agreed", "2026-03-03"), step("k", "introduction.made", "2026-03-04")];
    expect(helped(...made)).toBe("introduction.made");
    const direct = trackerOf(
      sent("k", "2026-03-02", {}, ["me", "bob", "bob"]),
      step("k", "ask.agreed", "2026-03-03"),
    );
    expect(helpIn(direct.ask("k") as never)).toBeUndefined();
    expect(yesIn(direct.ask("k") as never)?.type).toBe("ask.agreed");
    const { ask: _, ...question } =
      trackerOf(sent("k"), step("k", "ask.agreed", "2026-03-03")).ask("k") ?? {};
    expect(helpIn(question as never)?.type).toBe("ask.agreed");
  });
});

describe("steps that rest on one another", () => {
  const journal = () => journalOf(new Journal(), [sent("k"), step("k", "ask.agreed", "2026-03-03")]);
  const reversed = (entry: string, at = "2026-03-05") =>
    ({ id: `r${entry}`, type: "entry.reversed", at, entry }) as EventInput;
  const check = (held: Journal, ...events: EventInput[]) => codeOf(() => new AskTracker(held).check(events));

  it("are taken back from the last one on", () => {
    expect(check(journal(), reversed("sk"))).toBe("INVALID_TRANSITION");
    expect(check(journal(), reversed("ask.agreedk2026-03-03"))).toBe("none");
    expect(check(journal(), reversed("ask.agreedk2026-03-03"), reversed("sk"))).toBe("none");
    const undone = journalOf(journal(), [reversed("ask.agreedk2026-03-03")]);
    expect(check(undone, reversed("sk", "2026-03-06"))).toBe("none");
    expect(check(undone, step("k", "ask.declined", "2026-03-06"))).toBe("none");
    const tracker = new AskTracker(undone);
    expect([tracker.ask("k", { now: "2026-03-04" })?.state, tracker.ask("k")?.state]).toEqual([
      "agreed",
      "sent",
    ]);
    const gone = journalOf(undone, [reversed("sk", "2026-03-06")]);
    expect(new AskTracker(gone).ask("k")).toBeUndefined();
    expect(new AskTracker(gone).asks()).toEqual([]);
  });

  it("rest on whatever began a lead: no beginning goes while one of them stands, another one or the last step may", () => {
    const began = (id: string, type: string, more: object): EventInput =>
      ({ id, type, at: "2026-03-02", lead: "l1", ...more }) as EventInput;
    const told = began("told", "lead.received", { source: "website" });
    const made = began("made", "introduction.received", { seeker: "me", connector: "ann" });
    const met = { id: "met", type: "meeting.held", at: "2026-03-03", lead: "l1" } as EventInput;
    const opened = { id: "opened", type: "opportunity.opened", at: "2026-03-04", lead: "l1" } as EventInput;
    const held = (...events: EventInput[]) => journalOf(new Journal(), events);
    expect(check(held(told, made), reversed("told"))).toBe("none");
    expect(() => new AskTracker(held(told, made, met)).check(reversed("told"))).toThrow(
      expect.objectContaining({ details: { type: "entry.reversed", state: "met" } }),
    );
    expect(check(held(told, made, reversed("told"), met, opened), reversed("opened"))).toBe("none");
  });

  it("are refused with the state that they met, whatever comes after them in one batch", () => {
    const batch = [
      step("k", "ask.declined", "2026-03-04"),
      step("k", "introduction.made", "2026-03-05"),
      step("k", "meeting.held", "2026-03-06"),
    ];
    expect(() => new AskTracker(journal()).check(batch)).toThrow(
      expect.objectContaining({ details: { type: "ask.declined", state: "agreed" } }),
    );
  });

  it("are for a request or a lead on record, if a gift names one", () => {
    const gift = (to: string) =>
      ({
        id: "g",
        type: "gift.given",
        at: "2026-03-05",
        giver: "me",
        receiver: "ann",
        for: to,
        to: "connector",
      }) as EventInput;
    const lead = {
      id: "l",
      type: "lead.received",
      at: "2026-03-02",
      lead: "l1",
      source: "website",
    } as EventInput;
    expect(check(journal(), gift("k"))).toBe("none");
    expect(check(journal(), gift("l1"))).toBe("UNKNOWN_ASK");
    expect(check(journal(), lead, gift("l1"))).toBe("none");
    expect(check(journalOf(journal(), [lead]), gift("l1"))).toBe("none");
    expect(check(new Journal(), sent("n"), gift("n"))).toBe("none");
    expect(check(new Journal(), gift("n"))).toBe("UNKNOWN_ASK");
    const { for: _, ...free } = gift("k") as unknown as { for: string };
    expect(check(new Journal(), free as unknown as EventInput)).toBe("none");
  });
});

describe("accountability", () => {
  it("takes evidence from the claim on up to the day, and patience to its last day", () => {
    const claim = step("k", "ask.claimed", "2026-03-03");
    const rates = (now: string, ...steps: EventInput[]) =>
      accountability(trackerOf(sent("k"), ...steps).asks(), { now }).map(
        ({ claims, proved, unproved, pending }) => [claims, proved, unproved, pending],
      );
    expect(rates("2026-03-02", claim)).toEqual([]);
    expect(rates("2026-03-17", claim)).toEqual([[1, 0, 0, 1]]);
    expect(rates("2026-03-18", claim)).toEqual([[1, 0, 1, 0]]);
    const made = step("k", "introduction.made", "2026-03-10");
    expect(rates("2026-03-09", claim, made)).toEqual([[1, 0, 0, 1]]);
    expect(rates("2026-03-10", claim, made)).toEqual([[1, 1, 0, 0]]);
    expect(rates("2026-03-10", step("k", "ask.agreed", "2026-03-03"))).toEqual([]);
    const [record] = trackerOf(sent("k"), claim, made).asks();
    const seen = { ...record, steps: [...(record?.steps ?? [])].reverse() } as AskStatus;
    expect(accountability([seen], { now: "2026-03-10" })[0]?.proved).toBe(0);
  });

  it("lists connectors in order of ids, and takes the ends of its ranges", () => {
    const claimed = (id: string, connector: string) => [
      sent(id, "2026-03-02", {}, ["me", connector, `t${id}`]),
      step(id, "ask.claimed", "2026-03-03"),
    ];
    const records = trackerOf(...claimed("1", "zoe"), ...claimed("2", "ann")).asks();
    expect(accountability(records, { now: "2026-03-04" }).map(({ connector }) => connector)).toEqual([
      "ann",
      "zoe",
    ]);
    for (const priorMean of [0, 1])
      expect(accountability(records, { now: "2026-03-04", priorMean, proofDays: 0 })[0]?.rate).toBe(
        (priorMean * 4) / 5,
      );
    for (const bad of [{ priorMean: 1.01 }, { priorMean: -0.01 }, { priorStrength: 0 }, { proofDays: -1 }])
      expect(codeOf(() => accountability(records, { now: "2026-03-04", ...bad }))).toBe("INVALID_ARGUMENT");
  });
});

describe("what a follow-up says", () => {
  const codes = (now: string, ...events: EventInput[]) => {
    const records = trackerOf(...events).asks({ now });
    return followUps(records, { now }).map(({ kind, ask, code }) => `${kind} ${ask} ${code}`);
  };

  it("is by how the buyer was brought", () => {
    const made = (how: string) => [
      sent("k"),
      step("k", "ask.agreed", "2026-03-03"),
      step("k", "introduction.made", "2026-03-04", { how }),
    ];
    expect(codes("2026-03-04", ...made("introduced"))).toEqual([
      "follow-through k introduced",
      "thank k help",
    ]);
    expect(codes("2026-03-04", ...made("name-lent"))).toEqual([
      "follow-through k lent-name",
      "thank k help.name",
    ]);
    const agreed = codes("2026-03-05", ...made("name-lent"), step("k", "target.agreed", "2026-03-05"));
    expect(agreed).toContain("follow-through k ready");
  });

  it("is whether anything was promised, and whether the buyer was reached through somebody else", () => {
    const other = (id: string) => sent(id, "2026-02-02", {}, ["me", "cho", "bob"]);
    const met = [sent("m", "2026-02-02"), step("m", "introduction.made", "2026-02-03")];
    const said = (...events: EventInput[]) =>
      [6, 9, 12, 16, 20, 24, 27].flatMap((day) =>
        codes(`2026-02-${String(day).padStart(2, "0")}`, ...events).filter((one) => one.startsWith("let-go")),
      )[0];
    expect(said(other("k"))).toBe("let-go k silent");
    expect(said(other("k"), ...met)).toBe("let-go k silent.reached");
    expect(said(other("k"), sent("n", "2026-02-02"))).toBe("let-go k silent");
    const nudged = step("k", "ask.reminded", "2026-02-03");
    for (const [promise, code] of [
      [[], "silent"],
      [[step("k", "ask.agreed", "2026-02-04")], "nothing-came"],
      [[step("k", "ask.agreed", "2026-02-04"), step("k", "ask.claimed", "2026-02-05")], "nothing-came"],
    ] as const) {
      const [record] = trackerOf(other("k"), nudged, ...promise).asks({ now: "2026-04-02" });
      const due = followUps([record as AskStatus], { now: record?.since ?? "" });
      expect(due.filter(({ kind }) => kind === "let-go").map((one) => one.code)).toEqual([code]);
    }
  });

  it("of an introduction that nobody asked for is none where a lead only came to a seeker, and no record takes a fact away", () => {
    const lead = (id: string, type: string, at: string, more: object) =>
      ({ id, type, at, lead: "l1", ...more }) as EventInput;
    const came = lead("a", "lead.received", "2026-03-02", { source: "website", seeker: "me", target: "bob" });
    const made = lead("b", "introduction.received", "2026-03-03", { seeker: "you", connector: "ann" });
    expect(unaskedIntroductions(trackerOf(came).leads())).toEqual([]);
    expect(unaskedIntroductions(trackerOf(came, made).leads())).toMatchObject([{ ask: { target: "bob" } }]);
    expect(trackerOf(came, made).lead("l1")).toMatchObject({
      target: "bob",
      seeker: "you",
      source: "website",
    });
  });

  it("of a lost lead is why, and that it is over", () => {
    const lead = (id: string, type: string, at: string, more: object) =>
      ({ id, type, at, lead: "l1", ...more }) as EventInput;
    const came = lead("a", "lead.received", "2026-03-02", { source: "website", target: "bob" });
    const tracker = trackerOf(came, lead("b", "deal.lost", "2026-03-04", { reason: "price" }));
    expect(tracker.lead("l1")).toMatchObject({
      state: "lost",
      reason: "price",
      open: false,
      source: "website",
      target: "bob",
    });
    expect(tracker.lead("l1", { now: "2026-03-03" })).toMatchObject({ state: "received", open: true });
    expect(tracker.leads({ now: "2026-03-01" })).toEqual([]);
    // What comes after the end counts for nothing, and tells nothing.
    const journal = journalOf(new Journal(), [
      came,
      lead("b", "deal.lost", "2026-03-04", { reason: "price" }),
    ]);
    journal.append(lead("c", "deal.won", "2026-03-05", { value: 9 }));
    const after = new AskTracker(journal).lead("l1");
    expect([after?.state, after?.ignored, "value" in (after ?? {})]).toEqual(["lost", ["c"], false]);
  });
});
