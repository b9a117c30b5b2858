import { describe, expect, it } from "vitest";
import { GERMAN } from "../../src/drafts/locales/de.js";
import { SPANISH } from "../../src/drafts/locales/es.js";
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

describe("a won lead whose buyer the network did not hold", () => {
  const events = [
    { id: "l", type: "lead.received", at: "2026-11-01", source: "web", seeker: "me", target: "zoe" },
    { id: "w", type: "deal.won", at: "2026-11-09", lead: "l", value: 40 },
  ] as const;
  const welcomed = (planner: Planner) =>
    planner.next({ seeker: "me", now: MONDAY, limit: 50 }).some(({ person }) => person === "zoe");

  it("makes the buyer a contact and client under the vault's name, once on every replay", () => {
    const { planner, network } = practiceWorld();
    planner.journal.vault.write("zoe", "name", "Zoe Nash");
    planner.recordAll(events);
    const zoe = (one = network) => [
      one.person("zoe")?.name,
      one.person("zoe")?.tags?.map(({ code, owner, at }) => [code, owner, at]),
      one.tieRecords("me", "zoe").map(({ owner, from }) => owner ?? from),
    ];
    expect(zoe()).toEqual(["Zoe Nash", [["source:clients", "me", "2026-11-09"]], ["me"]]);
    expect(welcomed(planner)).toBe(true);
    const before = JSON.stringify(planner.toJSON());
    expect(planner.recordAll(events)).toEqual(["exists", "exists"]);
    const again = IntroductionPlanner.fromJSON(JSON.parse(before));
    again.next({ seeker: "me", now: MONDAY });
    expect([JSON.stringify(planner.toJSON()), JSON.stringify(again.toJSON())]).toEqual([before, before]);
    // A network read anew from its files, too, and told again for another event of the case.
    const fresh = practiceWorld({ journal: planner.journal });
    fresh.planner.next({ seeker: "me", now: MONDAY });
    expect(zoe(fresh.network)).toEqual(zoe());
    fresh.planner.record({ ...events[0], id: "l2", lead: "l" });
    expect(zoe(fresh.network)).toEqual(zoe());
  });

  it("is taken back, and brings nobody back who was erased", () => {
    const { planner, network } = practiceWorld();
    const untouched = JSON.stringify(network);
    planner.recordAll(events);
    expect(network.has("zoe")).toBe(true);
    planner.record({ id: "r", type: "entry.reversed", at: "2026-11-10", entry: "w" });
    expect(JSON.stringify(network)).toBe(untouched);
    planner.record({ ...events[1], id: "w2" });
    expect(network.has("zoe")).toBe(true);
    planner.erase("zoe");
    planner.record({ ...events[0], id: "l2", lead: "l" });
    const again = IntroductionPlanner.fromJSON(JSON.parse(JSON.stringify(planner.toJSON())));
    again.next({ seeker: "me", now: MONDAY });
    const fresh = practiceWorld({ journal: planner.journal });
    expect(welcomed(fresh.planner)).toBe(false);
    expect([network, again.network, fresh.network].map((one) => one.has("zoe"))).toEqual(
      Array(3).fill(false),
    );
  });
});

describe("a name that was only lent", () => {
  const LENT = {
    en: [/mention that we are in touch/, /introduc/i],
    de: [/in Kontakt und darf das hier erwähnen/, /bekannt gemacht|vorgestellt|Kontakt hergestellt/],
    es: [/me permite mencionarlo/, /puesto en contacto|presenta|por el contacto/],
  } as const;

  it.each([
    ["en", undefined],
    ["de", GERMAN],
    ["es", SPANISH],
  ] as const)("is called so in follow-through, why and news, and no introduction: %s", (language, locale) => {
    const { planner } = practiceWorld();
    const ask = send(planner, "ann", "2026-11-02");
    planner.recordAll([
      { id: "a", type: "ask.agreed", at: "2026-11-03", ask, answer: "use-my-name" },
      { id: "i", type: "introduction.made", at: "2026-11-04", ask, how: "name-lent" },
    ]);
    const due = () =>
      planner
        .next({ seeker: "me", now: MONDAY, limit: 50, ...(locale && { locale }) })
        .filter(({ kind }) => ["follow-through", "thank", "update"].includes(kind));
    const first = due();
    planner.record({ id: "m", type: "meeting.held", at: "2026-11-05", ask });
    const all = [...first, ...due().filter(({ kind }) => kind === "update")];
    expect(all.map(({ kind }) => kind).sort()).toEqual(["follow-through", "thank", "update"]);
    const [says, never] = LENT[language];
    expect(all.find(({ kind }) => kind === "follow-through")?.draft?.note).toMatch(says);
    for (const { why, draft } of all) expect(`${why} ${draft?.note}`).not.toMatch(never);
  });

  it("is followed by what was really made, where an introduction came after it", () => {
    const { planner } = practiceWorld();
    const ask = send(planner, "ann", "2026-11-02");
    planner.recordAll([
      { id: "a", type: "ask.agreed", at: "2026-11-03", ask, answer: "use-my-name" },
      { id: "i", type: "introduction.made", at: "2026-11-04", ask, how: "introduced" },
    ]);
    const notes = planner
      .next({ seeker: "me", now: MONDAY, limit: 50 })
      .filter(({ kind }) => kind === "follow-through" || kind === "thank")
      .map(({ draft }) => draft?.note);
    expect(notes).toHaveLength(2);
    for (const note of notes) expect(note).toMatch(/introduc/);
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
