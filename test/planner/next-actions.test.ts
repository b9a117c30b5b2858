import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { GERMAN } from "../../src/drafts/locales/de.js";
import { SPANISH } from "../../src/drafts/locales/es.js";
import { IntroductionPlanner, Network, type NextAction } from "../../src/index.js";
import { jobChanges } from "../../src/network/index.js";
import { MONDAY, practiceWorld } from "../support/practice-world.js";

const kindsOf = (actions: readonly NextAction[]) => actions.map(({ kind, person }) => `${kind} ${person}`);
const next = (planner: IntroductionPlanner, now = MONDAY, more = {}) =>
  planner.next({ seeker: "me", now, ...more });
const sale = (at: string, more = {}) =>
  ({ id: `sale ${at}`, type: "sale.delivered", at, seller: "me", customer: "ann", ...more }) as const;

describe("next without any request on record", () => {
  it("asks after a success who else has the issue, and names whom the connector is seen to know, colleagues first", () => {
    const { planner, network } = practiceWorld();
    network.addPerson({ id: "zoe", name: "Zoe Nash", company: "Delta Foods" });
    network.addTie({ from: "ann", to: "zoe", owner: "ann", evidence: { closeness: 0.5 } });
    planner.record(sale("2026-11-20", { solved: "late supplier audits" }));
    const action = next(planner).find(({ kind }) => kind === "ask-after-success");
    expect(action).toMatchObject({ person: "ann", seeker: "me", candidates: ["zoe", "bob", "dan"] });
    // A teammate of the seeker's is no candidate.
    network.addPerson({ id: "zoe", company: "Northwind Inc." });
    const [own] = next(planner).filter(({ kind }) => kind === "ask-after-success");
    expect(own?.candidates).toEqual(["bob", "dan"]);
    expect(action?.names).toEqual({
      me: "Ada Park",
      ann: "Ann Reed",
      zoe: "Zoe Nash",
      bob: "Bob Smith",
      dan: "Dan Voss",
    });
    expect(action?.draft?.note).toMatch(/late supplier audits.*Zoe Nash/s);
    expect(action?.draft?.lint.filter(({ level }) => level === "error")).toEqual([]);
    planner.record({ id: "q", at: MONDAY, ...action?.done } as never);
    expect(kindsOf(next(planner)).join()).not.toContain("ask-after-success");
    expect(next(planner, "2026-12-20").some(({ kind }) => kind === "issue-question")).toBe(false);
  });

  it("begins with the work just done where no issue is on record, and never with how long the two are connected", () => {
    for (const [locale, word] of [
      [undefined, "Since we finished our work in November"],
      [GERMAN, "eit unserer Arbeit im November"],
      [SPANISH, "nuestro trabajo en noviembre"],
    ] as const) {
      const { planner } = practiceWorld();
      // They are connected since January 2024.
      planner.record({ ...sale("2026-11-20"), customer: "eve" });
      const action = next(planner, MONDAY, { ...(locale && { locale }) }).find(
        ({ person }) => person === "eve",
      );
      expect(action?.kind).toBe("ask-after-success");
      expect(action?.draft?.note).toContain(word);
      expect(action?.draft?.note).not.toMatch(/connected|vernetzt|en redes/);
    }
  });

  it("4.9 writes to who complained about what went wrong, not as if nothing had been, and asks for nothing", () => {
    for (const [locale, word] of [
      [undefined, "not everything went as it should have"],
      [GERMAN, "nicht alles so lief, wie es sollte"],
      [SPANISH, "no todo salió como debía"],
    ] as const) {
      const { planner } = practiceWorld();
      planner.record(sale("2026-11-20", { complaint: "came late" }));
      const action = next(planner, "2026-11-24", { ...(locale && { locale }) }).find(
        ({ person }) => person === "ann",
      );
      expect(action).toMatchObject({
        kind: "touch",
        why: expect.stringMatching(/not happy|schiefgegangen|ha ido mal/),
      });
      expect(action?.draft?.note).toContain(word);
      // What they complained of are words of the vault, and no business of a draft.
      expect(JSON.stringify(action)).not.toContain("came late");
      expect(action?.draft?.lint.filter(({ level }) => level === "error")).toEqual([]);
    }
  });

  it("asks later about the issue where nobody did, and in every language", () => {
    for (const [locale, word] of [
      [undefined, "Ann"],
      [GERMAN, "Guten Tag"],
      [SPANISH, "Hola"],
    ] as const) {
      const { planner } = practiceWorld();
      planner.record(sale("2026-09-01", { solved: "late supplier audits" }));
      const action = next(planner, MONDAY, { ...(locale && { locale }) }).find(
        ({ kind }) => kind === "issue-question",
      );
      expect(action?.draft?.note).toContain(word);
      expect(action?.draft?.note).toContain("late supplier audits");
    }
  });

  it("asks nobody who complained, waits out a cooldown, or was called too often", () => {
    const complained = practiceWorld().planner;
    complained.record(sale("2026-11-20", { complaint: "came late" }));
    const toAnn = () => next(complained).filter(({ person }) => person === "ann");
    expect(toAnn()).toMatchObject([{ kind: "touch", due: "2026-11-20" }]);
    complained.record({ id: "u", at: MONDAY, ...toAnn()[0]?.done } as never);
    expect(toAnn()).toEqual([]);
    const asked = practiceWorld().planner;
    asked.recordAll([
      { id: "q", type: "ask.sent", kind: "soft", at: "2026-11-10", seeker: "me", connector: "ann" },
      { id: "n", type: "ask.declined", at: "2026-11-11", ask: "q", answer: "no" },
      sale("2026-11-20"),
    ]);
    expect(next(asked).some(({ person, kind }) => person === "ann" && kind !== "broker")).toBe(false);
    const { planner, network } = practiceWorld();
    planner.record(sale("2026-11-20"));
    expect(next(planner).some(({ person }) => person === "ann")).toBe(true);
    const calls = ["2026-11-16", "2026-11-18", "2026-11-20"].map(
      (at) => ({ at, direction: "out", kind: "call" }) as const,
    );
    network.addTie({ from: "me", to: "ann", evidence: { interactions: calls } });
    expect(next(planner).some(({ person }) => person === "ann")).toBe(false);
    const isNext = (reachDays: number): boolean =>
      next(new IntroductionPlanner({ network, settings: { next: { reachDays } } })).some(
        ({ person }) => person === "ann",
      );
    expect([30, 1].map(isNext)).toEqual([false, true]);
  });

  it("1.20 asks nobody for an introduction who was called too often of late", () => {
    const { planner, network } = practiceWorld();
    const [first] = planner.plan({ seeker: "me", target: "bob", now: "2026-06-01" }).asks;
    planner.record({ id: "a", type: "ask.sent", at: "2026-06-01", ask: first } as never);
    const asked = () => next(planner).filter(({ kind }) => kind === "ask");
    expect(asked()).toMatchObject([{ person: "ann", target: "bob" }]);
    // A reader of today's list need not know what a favor point is.
    expect(asked()[0]?.why).toMatch(/leads to an introduction in about [\d]+ of 100 cases\./);
    const calls = ["2026-11-16", "2026-11-18", "2026-11-20"].map(
      (at) => ({ at, direction: "out", kind: "call" }) as const,
    );
    network.addTie({ from: "me", to: "ann", evidence: { interactions: calls } });
    expect(asked().map(({ person }) => person)).toEqual(["cho"]);
    network.addTie({ from: "me", to: "cho", evidence: { interactions: calls } });
    expect(asked()).toEqual([]);
  });

  it("has something for every customer half a year after the sale", () => {
    const { planner } = practiceWorld();
    planner.recordAll([sale("2026-05-20"), { ...sale("2026-05-21"), id: "s2", customer: "cho" }]);
    const people = next(planner, "2027-01-06").map(({ person }) => person);
    expect(people).toEqual(expect.arrayContaining(["ann", "cho"]));
  });

  it("asks a small thing with the touch only where enough was given", () => {
    const { planner, network } = practiceWorld();
    const quiet = { interactions: [{ at: "2025-12-01", direction: "both", kind: "call" }] } as const;
    for (const id of ["giv", "not"]) {
      network.addPerson({ id, name: `${id} Holt`, company: `${id} Ltd` });
      network.addTie({ from: "me", to: id, evidence: quiet });
    }
    planner.record({
      id: "g",
      type: "favor.given",
      at: "2026-01-05",
      giver: "me",
      receiver: "giv",
      kind: "key-introduction",
      size: 4,
    });
    const kinds = kindsOf(next(planner));
    expect(kinds).toContain("soft-ask giv");
    expect(kinds).toContain("touch not");
    expect(next(planner).find(({ person }) => person === "giv")?.draft?.note).toContain("?");
  });

  it("says hello again over a strong tie gone quiet, and welcomes a new contact and a new client", () => {
    const { planner, network } = practiceWorld();
    const interactions = [2014, 2015, 2016, 2017, 2018].flatMap((year) =>
      [1, 2, 3, 4, 5, 6, 7, 8].map(
        (month) => ({ at: `${year}-0${month}-11`, direction: "both", kind: "meeting" }) as const,
      ),
    );
    network.addPerson({ id: "old", name: "Olga Berg", company: "Zeta" });
    network.addTie({ from: "me", to: "old", evidence: { closeness: 0.9, interactions } });
    network.addPerson({ id: "new", name: "Nina Cole", company: "Theta" });
    network.addTie({ from: "me", to: "new", evidence: { connectedOn: "2026-11-20" } });
    const found = next(planner);
    expect(kindsOf(found)).toEqual(expect.arrayContaining(["reconnect old", "welcome new"]));
    expect(found.find(({ person }) => person === "old")?.why).toContain("Zeta");
    // Whom the seeker says that they do not know was never close, whatever the records tell.
    const stranger = new IntroductionPlanner({ network });
    stranger.record({
      id: "s",
      type: "contact.stated",
      at: "2026-11-22",
      seeker: "me",
      person: "old",
      knows: "not",
    });
    expect(next(stranger).filter(({ person }) => person === "old")).toEqual([]);
    stranger.record({ ...sale("2026-03-02"), customer: "old" });
    expect(kindsOf(next(stranger))).not.toContain("reconnect old");
    planner.record({ id: "w", type: "update.sent", at: MONDAY, giver: "me", receiver: "new" });
    expect(next(planner).some(({ person }) => person === "new")).toBe(false);
    planner.recordAll([
      {
        id: "l",
        type: "introduction.received",
        at: "2026-11-02",
        seeker: "me",
        connector: "cho",
        target: "dan",
      },
      { id: "w1", type: "deal.won", at: "2026-11-20", lead: "l", value: 40 },
    ]);
    expect(kindsOf(next(planner))).toContain("welcome dan");
  });

  it("congratulates on a new job that a record or two exports tell of, first where a buyer is sought", () => {
    const { planner, network } = practiceWorld();
    network.addPerson({ id: "eve", spells: [{ kind: "work", organization: "Iota", from: "2026-10" }] });
    expect(kindsOf(next(planner))).toContain("congratulate eve");
    const at = (company: string, on: string) => ({
      people: [{ id: "cho", name: "Cho Lin", company }],
      ties: [{ from: "me", to: "cho", evidence: { connectedOn: on } }],
      interactions: [],
      issues: [],
      report: { rowsRead: 1, rowsKept: 1, rowsSkipped: 0 },
    });
    const changes = jobChanges(at("Beta Parts", "2026-01-05"), at("Acme", "2026-11-18"));
    const [ask] = planner.plan({ seeker: "me", target: "bob", now: "2026-11-20" }).asks;
    planner.record({ id: "a", type: "ask.sent", at: "2026-11-20", ask: ask! });
    const [first] = next(planner, MONDAY, { changes }).filter(({ kind }) => kind === "congratulate");
    expect(first).toMatchObject({ person: "cho" });
    expect(first?.draft?.note).toContain("Acme");
    planner.record({ id: "c", at: MONDAY, ...first?.done } as never);
    expect(kindsOf(next(planner, MONDAY, { changes })).join()).not.toContain("congratulate cho");
  });

  it("thanks for a lead nobody asked for, until thanks are on record", () => {
    const { planner } = practiceWorld();
    planner.record({
      id: "l",
      type: "lead.received",
      at: "2026-11-20",
      source: "clients",
      referredBy: "cho",
      target: "dan",
    });
    const [first] = next(planner);
    expect(first).toMatchObject({ kind: "thank-referral", person: "cho", target: "dan" });
    expect(first?.draft?.note).toContain("Dan Voss");
    planner.record({ id: "t", at: MONDAY, ...first?.done } as never);
    expect(kindsOf(next(planner)).join()).not.toContain("thank");
  });

  it("brings together who offers and who needs the same, both asked first, and never twice", () => {
    const { planner, network } = practiceWorld();
    network.addPerson({ id: "eve", tags: [{ code: "needs:design", evidence: "said so" }] });
    network.addPerson({ id: "cho", tags: [{ code: "offers:design", evidence: "site" }] });
    const pair = next(planner).find(({ kind }) => kind === "broker");
    expect(pair).toMatchObject({ person: "cho", target: "eve" });
    expect(pair?.why).toContain("design");
    expect(pair?.draft?.note).toContain("Eve Holt");
    expect(pair?.draftToTarget?.note).toContain("Cho Lin");
    planner.record({ id: "b", at: MONDAY, ...pair?.done } as never);
    expect(next(planner).some(({ kind, target }) => kind === "broker" && target === "eve")).toBe(false);
  });

  it("of a team gives each contact to the one who knows them best, and nobody hears twice in a day", () => {
    const { planner, network } = practiceWorld();
    network.addPerson({ id: "rep", name: "Rae Park", company: "Northwind" });
    const talked = { interactions: [{ at: "2025-06-01", direction: "both", kind: "call" }] } as const;
    network.addTie({ from: "rep", to: "eve", evidence: talked });
    network.addTie({ from: "rep", to: "cho", evidence: talked });
    planner.record({ ...sale("2026-11-20"), seller: "rep", customer: "cho" });
    const actions = planner.next({ seeker: ["me", "rep"], now: MONDAY });
    expect(actions.find(({ person }) => person === "cho")).toMatchObject({
      seeker: "rep",
      kind: "ask-after-success",
    });
    const people = actions.map(({ person }) => person);
    expect(new Set(people).size).toBe(people.length);
  });

  it("sorts by worth for the time, takes a limit and goals, and writes all that is to be written", () => {
    const { planner } = practiceWorld();
    planner.record(sale("2026-11-20", { solved: "late supplier audits" }));
    const all = next(planner, "2027-02-01");
    const ratios = all.map(({ worth, minutes }) => worth / minutes);
    expect(ratios).toEqual([...ratios].sort((a, b) => b - a));
    for (const { draft, names, why, person } of all) {
      expect(draft?.note).toBeTruthy();
      expect(names[person]).toBeTruthy();
      expect(why.length).toBeGreaterThan(10);
    }
    expect(next(planner, "2027-02-01", { limit: 1 })).toEqual(all.slice(0, 1));
    const shareOf = (list: readonly NextAction[]) =>
      list.filter(({ kind }) => kind === "touch").reduce((sum, { worth }) => sum + worth, 0);
    for (const id of ["ann", "cho", "eve"]) planner.network.addPerson({ id, emails: [`${id}@mail.example`] });
    const mailing = next(planner, "2027-02-01", { goals: ["mailing-list"] });
    expect(shareOf(mailing)).toBeGreaterThan(shareOf(all));
    expect(() => next(planner, MONDAY, { goals: "fame" })).toThrow(
      expect.objectContaining({ code: "INVALID_ARGUMENT" }),
    );
    expect(() => next(planner, MONDAY, { limit: 0 })).toThrow(
      expect.objectContaining({ code: "INVALID_ARGUMENT" }),
    );
  });

  it("dates the next word with every contact, clients sooner", () => {
    const { planner } = practiceWorld();
    const plan = planner.touchPlan({ seeker: "me", now: MONDAY });
    expect(plan.map(({ person }) => person).sort()).toEqual(["ann", "cho", "eve"]);
    const of = (id: string) => plan.find(({ person }) => person === id);
    expect(of("ann")?.every).toBeLessThan(of("cho")?.every as number);
    expect(of("cho")).toMatchObject({ last: "2026-10-01" });
  });

  it("says the same whatever order people and ties came in, and never more than the limit", () => {
    const day = fc
      .integer({ min: 1, max: 28 })
      .map((d) => `2026-0${1 + (d % 9)}-${String(d).padStart(2, "0")}`);
    const contact = fc.record({
      on: day,
      sold: fc.option(day, { nil: undefined }),
      kind: fc.constantFrom("call" as const, "meeting" as const, "message" as const),
    });
    const built = (
      contacts: readonly { on: string; sold: string | undefined; kind: "call" | "meeting" | "message" }[],
      turn: boolean,
    ) => {
      const network = new Network();
      network.addPerson({ id: "me", name: "Ada Park" });
      const rows = contacts.map((one, i) => ({ ...one, id: `c${i}` }));
      for (const { id, on, kind } of turn ? rows.reverse() : rows) {
        network.addPerson({ id, name: `Con ${id}`, company: id });
        network.addTie({
          from: "me",
          to: id,
          evidence: { interactions: [{ at: on, direction: "both", kind }] },
        });
      }
      const planner = new IntroductionPlanner({ network });
      for (const { id, sold } of rows)
        if (sold !== undefined)
          planner.record({ id: `s${id}`, type: "sale.delivered", at: sold, seller: "me", customer: id });
      return planner;
    };
    fc.assert(
      fc.property(fc.array(contact, { maxLength: 6 }), fc.integer({ min: 1, max: 4 }), (contacts, limit) => {
        const one = next(built(contacts, false), MONDAY, { limit });
        expect(JSON.stringify(next(built(contacts, true), MONDAY, { limit }))).toBe(JSON.stringify(one));
        expect(one.length).toBeLessThanOrEqual(limit);
      }),
      { numRuns: 25 },
    );
  });
});
