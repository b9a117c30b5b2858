import { describe, expect, it } from "vitest";
import { IntroductionPlanner } from "../../src/index.js";
import { outcomesOfAsks } from "../../src/learning/index.js";
import { AskTracker } from "../../src/tracking/index.js";
import { MONDAY, planForBob, practiceWorld } from "../support/practice-world.js";

type Planner = ReturnType<typeof practiceWorld>["planner"];

/** Sends the ask through a connector and gives its id. */
function send(planner: Planner, connector: string, at: string): string {
  const ask = planForBob(planner, { now: at }).asks.find((one) => one.connector === connector);
  planner.record({ id: `sent-${connector}`, type: "ask.sent", at, ask });
  return ask?.id ?? "";
}

/** Carries an ask to a won deal. */
function win(planner: Planner, ask: string): void {
  planner.recordAll([
    { id: "i", type: "introduction.made", at: "2026-03-03", ask },
    { id: "y", type: "target.agreed", at: "2026-03-04", ask },
    { id: "m", type: "meeting.held", at: "2026-03-05", ask },
    { id: "w", type: "deal.won", at: "2026-04-05", ask, value: 40 },
  ]);
}

describe("a won deal", () => {
  it("makes the buyer a contact, a client and a source, told by the seeker, once on every replay", () => {
    const { planner, network } = practiceWorld();
    win(planner, send(planner, "ann", "2026-03-02"));
    const tags = () => network.person("bob")?.tags ?? [];
    expect(tags().map(({ code, owner, at }) => [code, owner, at])).toEqual([
      ["source:clients", "me", "2026-04-05"],
    ]);
    expect(network.tieRecords("me", "bob").map(({ owner, from }) => owner ?? from)).toEqual(["me"]);
    const { interactions = [] } = network.tie("me", "bob")?.evidence ?? {};
    expect(interactions.map(({ kind, at }) => [kind, at.slice(0, 10)]).sort()).toEqual([
      ["meeting", "2026-03-05"],
      ["message", "2026-04-05"],
    ]);
    const before = JSON.stringify(planner.toJSON());
    const again = IntroductionPlanner.fromJSON(JSON.parse(before));
    expect(JSON.stringify(again.toJSON())).toBe(before);
    // A network read anew from its files learns of the deal from the journal alone.
    const fresh = practiceWorld({ journal: planner.journal });
    fresh.planner.plan({ seeker: "me", target: "dan", now: MONDAY });
    expect(fresh.network.tie("me", "bob")?.evidence.interactions).toHaveLength(2);
    expect(planner.unasked({ seeker: "me" })).toContain("bob");
    network.addPerson({ id: "fay", name: "Fay Orr", company: "Acme" });
    network.addTie({ from: "bob", to: "fay", owner: "bob", evidence: { closeness: 0.8 } });
    const later = planner.plan({ seeker: "me", target: "fay", now: MONDAY });
    expect(later.paths.some(({ people }) => people[1] === "bob")).toBe(true);
  });

  it("brings a buyer in whom the network did not hold, and nobody who was erased", () => {
    const { planner, network } = practiceWorld();
    const plan = planner.plan({
      seeker: "me",
      target: { name: "Zoe Nash", company: "Acme" },
      now: "2026-03-02",
    });
    const ask = plan.asks[0];
    planner.record({ id: "s", type: "ask.sent", at: "2026-03-02", ask });
    win(planner, ask?.id ?? "");
    const { id } = plan.target;
    expect(network.person(id)?.name).toBe("Zoe Nash");
    planner.erase(id);
    const again = IntroductionPlanner.fromJSON(JSON.parse(JSON.stringify(planner.toJSON())));
    again.next({ seeker: "me", now: MONDAY });
    expect(again.network.has(id)).toBe(false);
  });

  it("of a lead that somebody introduced unasked does the same", () => {
    const { planner, network } = practiceWorld();
    planner.recordAll([
      {
        id: "l",
        type: "introduction.received",
        at: "2026-03-01",
        seeker: "me",
        connector: "ann",
        target: "dan",
      },
      { id: "w", type: "deal.won", at: "2026-03-09", lead: "l", value: 40 },
    ]);
    expect(network.person("dan")?.tags?.map(({ code }) => code)).toEqual(["source:clients"]);
    expect(network.tie("me", "dan")).toBeDefined();
  });
});

describe("an introduction that nobody asked for", () => {
  it("gets follow-through, thanks and news, each with its draft, until they are sent", () => {
    const { planner } = practiceWorld();
    planner.record({
      id: "l",
      type: "introduction.received",
      at: "2026-11-16",
      seeker: "me",
      connector: "ann",
      target: "dan",
    });
    const kinds = () =>
      planner
        .next({ seeker: "me", now: MONDAY })
        .filter(({ askId }) => askId === "l")
        .map(({ kind, person, draft }) => [kind, person, draft !== undefined]);
    expect(kinds()).toEqual([
      ["follow-through", "dan", true],
      ["thank-referral", "ann", true],
    ]);
    planner.record({
      id: "t",
      type: "favor.given",
      at: "2026-11-18",
      giver: "me",
      receiver: "ann",
      kind: "lunch",
    });
    expect(kinds()).toEqual([["follow-through", "dan", true]]);
    planner.record({ id: "m", type: "meeting.held", at: "2026-11-19", lead: "l" });
    expect(kinds()).toEqual([["update", "ann", true]]);
    planner.record({ id: "u", type: "update.sent", at: "2026-11-20", giver: "me", receiver: "ann" });
    expect(kinds()).toEqual([]);
  });
});

describe("an answer", () => {
  it("not-tied is a fact about the tie: no cooldown, no lesson, and the tie is not used again", () => {
    const { planner } = practiceWorld();
    const ask = send(planner, "ann", "2026-11-16");
    planner.record({ id: "d", type: "ask.declined", at: "2026-11-17", ask, answer: "not-tied" });
    const plan = planForBob(planner);
    expect(plan.paths.some(({ people }) => people.join() === "me,ann,bob")).toBe(false);
    const forDan = planner.plan({ seeker: "me", target: "dan", now: MONDAY });
    expect(forDan.asks.map(({ connector }) => connector)).toContain("ann");
    expect(outcomesOfAsks(new AskTracker(planner.journal).asks({ now: MONDAY }))).toEqual([]);
  });

  it("that names somebody else makes that person the next one, over the tie that was told of", () => {
    const { planner, network } = practiceWorld();
    const ask = send(planner, "ann", "2026-11-16");
    planner.record({
      id: "d",
      type: "ask.declined",
      at: "2026-11-17",
      ask,
      answer: "not-tied",
      suggestedPerson: "eve",
    });
    expect(network.tieRecords("eve", "bob").map(({ owner }) => owner)).toEqual(["me"]);
    expect(planForBob(planner).issues.map(({ code }) => code)).toContain("SOMEBODY_SUGGESTED");
    const [action] = planner.next({ seeker: "me", now: MONDAY }).filter(({ kind }) => kind === "ask");
    expect([action?.person, action?.target, action?.draft !== undefined]).toEqual(["eve", "bob", true]);
  });

  it("that refuses a target is forgotten after targetRefusalDays, and one that refuses the kind after kindRefusalDays", () => {
    for (const [answer, days, code] of [
      ["no", 180, "declined-target"],
      ["not-this-kind", 365, "declined-kind"],
    ] as const) {
      const { planner } = practiceWorld();
      const ask = send(planner, "ann", "2025-06-02");
      planner.record({ id: "d", type: "ask.declined", at: "2025-06-03", ask, answer });
      const day = (after: number) =>
        new Date(Date.parse("2025-06-03") + after * 86_400_000).toISOString().slice(0, 10);
      const through = (after: number, target: string) => {
        const plan = planner.plan({ seeker: "me", target, now: day(after) });
        return [...plan.asks, ...plan.waiting].find(({ connector }) => connector === "ann")?.readiness.unmet;
      };
      expect(through(179, "bob")).toBeUndefined();
      expect(through(days, "bob")).not.toContain(code);
      if (answer === "not-this-kind") expect(through(364, "dan")).toContain(code);
    }
  });

  it("use-my-name and a made introduction weigh by how it was done", () => {
    const chances = [{ how: "name-lent" }, { how: "forwarded" }, {}, { how: "recommended" }].map((how) => {
      const { planner } = practiceWorld();
      const ask = send(planner, "ann", "2026-11-10");
      planner.record({ id: "i", type: "introduction.made", at: "2026-11-11", ask, ...how } as never);
      return planForBob(planner, { exclude: ["cho"] }).paths[0]?.legs[1]?.consent ?? 0;
    });
    expect(chances).toEqual([...chances].sort((a, b) => a - b));
    expect(new Set(chances).size).toBe(4);
  });
});

describe("what was said of a contact", () => {
  it("is not asked again for 180 days", () => {
    const { planner } = practiceWorld();
    const asked = (now: string) =>
      planner
        .worthAsking({ seeker: "me", target: "bob", now })
        .some(({ about, asked }) => about === "closeness" && asked === "ann");
    expect(asked(MONDAY)).toBe(true);
    planner.record({
      id: "c",
      type: "contact.stated",
      at: MONDAY,
      seeker: "me",
      person: "ann",
      knows: "some",
    });
    expect(asked(MONDAY)).toBe(false);
    expect(asked("2027-06-01")).toBe(true);
  });

  it("and their preparation count where nobody unprepared is to be asked", () => {
    const { planner } = practiceWorld({ settings: { asking: { prepareFirst: true } } });
    expect(planForBob(planner).asks).toEqual([]);
    planner.record({ id: "p", type: "person.prepared", at: "2026-11-20", person: "cho" });
    const plan = planForBob(planner);
    expect(plan.asks.map(({ connector }) => connector)).toEqual(["cho"]);
    expect(plan.waiting.map(({ connector, readiness }) => [connector, readiness.unmet.at(-1)])).toEqual([
      ["ann", "preparation"],
    ]);
  });
});

describe("what a seeker said of how well they know somebody", () => {
  const strengthOf = (planner: ReturnType<typeof practiceWorld>["planner"], now: string): number =>
    planForBob(planner, { now }).paths.find(({ people }) => people[1] === "cho")?.legs[0]?.strength as number;

  it("counts as closeness for 180 days, the last word first, and then no more", () => {
    const { planner } = practiceWorld();
    const before = strengthOf(planner, MONDAY);
    const say = (id: string, at: string, knows: "well" | "some" | "not") =>
      planner.record({ id, type: "contact.stated", at, seeker: "me", person: "cho", knows });
    say("w", "2026-11-20", "well");
    expect(strengthOf(planner, MONDAY)).toBeGreaterThan(before);
    say("n", "2026-11-22", "not");
    expect(strengthOf(planner, MONDAY)).toBeLessThan(before);
    const plain = practiceWorld().planner;
    for (const [now, same] of [
      ["2027-05-20", false],
      ["2027-05-21", true],
    ] as const)
      expect(strengthOf(planner, now) === strengthOf(plain, now)).toBe(same);
    const again = IntroductionPlanner.fromJSON(JSON.parse(JSON.stringify(planner)));
    expect(strengthOf(again, MONDAY)).toBe(strengthOf(planner, MONDAY));
  });
});
