import { describe, expect, it } from "vitest";
import { IntroductionPlanner, Network } from "../../src/index.js";
import { profileChecklist } from "../../src/people/index.js";
import { MONDAY, practiceWorld } from "../support/practice-world.js";

describe("1.7: see a contact become customer, source, advocate", () => {
  const at = "2026-11-02";
  const rowOf = (planner: IntroductionPlanner, person: string, now: string = MONDAY) =>
    planner.ladder({ seeker: "me", now }).find((row) => row.person === person);

  it("climbs with each thing on record, and says what shows it and what would bring the next step", () => {
    const { planner } = practiceWorld();
    expect(rowOf(planner, "eve")).toMatchObject({
      stage: "contact",
      evidence: [{ stage: "contact", by: "tie", on: "2024-01-05" }],
    });
    expect(rowOf(planner, "ann")).toMatchObject({ stage: "customer" });
    expect(rowOf(planner, "ann")?.evidence.at(-1)).toEqual({ stage: "customer", by: "client-tag" });
    planner.record({ id: "s", type: "sale.delivered", at, seller: "me", customer: "eve" });
    expect(rowOf(planner, "eve")?.evidence.at(-1)).toEqual({ stage: "customer", by: "sale", on: at });
    expect(rowOf(planner, "eve")?.next).toContain("Ask them after a success");
    // The day before, it was not so.
    expect(rowOf(planner, "eve", "2026-11-01")?.stage).toBe("contact");
    planner.record({ id: "l", type: "lead.received", at, source: "clients", referredBy: "eve" });
    expect(rowOf(planner, "eve")).toMatchObject({ stage: "source" });
    planner.record({
      id: "i",
      type: "introduction.received",
      at: "2026-11-09",
      seeker: "me",
      connector: "eve",
      target: "dan",
    });
    expect(rowOf(planner, "eve")).toMatchObject({ stage: "advocate" });
    expect(rowOf(planner, "eve")?.next).toBeUndefined();
    expect(rowOf(planner, "eve")?.evidence.map(({ stage, by }) => `${stage} ${by}`)).toEqual([
      "contact tie",
      "customer sale",
      "source lead",
      "advocate introduction",
    ]);
    expect(planner.ladder({ seeker: "me", now: MONDAY })[0]?.person).toBe("eve");
  });

  it("counts an introduction that was asked for, and a recommendation; a complaint leaves a customer one", () => {
    const { planner, network } = practiceWorld();
    const [ask] = planner.plan({ seeker: "me", target: "bob", now: at }).asks;
    planner.recordAll([
      { id: "a", type: "ask.sent", at, ask } as never,
      { id: "m", type: "introduction.made", at: "2026-11-04", ask: ask?.id ?? "" },
    ]);
    expect(rowOf(planner, ask?.connector ?? "")).toMatchObject({ stage: "source" });
    expect(rowOf(planner, ask?.connector ?? "")?.evidence.at(-1)).toEqual({
      stage: "source",
      by: "asked-introduction",
      on: "2026-11-04",
    });
    network.addTie({
      from: "me",
      to: "cho",
      evidence: { vouches: [{ kind: "recommendation", direction: "in", at: "2025-05-05" }] },
    });
    expect(rowOf(planner, "cho")).toMatchObject({ stage: "advocate" });
    planner.record({ id: "c", type: "sale.delivered", at, seller: "me", customer: "eve", complaint: "late" });
    expect(rowOf(planner, "eve")).toMatchObject({
      stage: "customer",
      next: expect.stringContaining("not happy"),
    });
    expect(() => planner.ladder({ seeker: "nobody", now: MONDAY })).toThrow(
      expect.objectContaining({ code: "UNKNOWN_PERSON" }),
    );
  });
});

describe("3.23: five steps in order", () => {
  it("opens each step once what it takes is there, and names what is missing for the next", () => {
    const network = new Network();
    network.addPerson({ id: "me", name: "Ada Park" });
    const planner = new IntroductionPlanner({ network });
    const stands = () => {
      const { step, missing, rows } = planner.workflow({ seeker: "me", now: MONDAY });
      expect(rows.map(({ isOpen }) => isOpen)).toEqual(
        rows.map((_, i) => rows.slice(0, i + 1).every(({ count, of }) => count >= of)),
      );
      return [step, missing?.step];
    };
    expect(stands()).toEqual(["identify-sources", "identify-sources"]);
    for (const id of ["ann", "bob"]) {
      network.addPerson({ id, name: id });
      network.addTie({ from: "me", to: id, evidence: { closeness: 0.3 } });
    }
    expect(stands()).toEqual(["identify-sources", "build-database"]);
    network.addPerson({ id: "ann", tags: [{ code: "source:clients", evidence: "client" }] });
    expect(stands()).toEqual(["build-database", "create-debt"]);
    network.addTie({ from: "me", to: "ann", evidence: { connectedOn: "2024-01-05" } });
    expect(stands()).toEqual(["create-debt", "obtain-referrals"]);
    const lunch = { giver: "me", receiver: "ann", kind: "lunch" } as const;
    planner.record({ id: "f", type: "favor.given", at: "2026-11-01", ...lunch } as never);
    expect(stands()).toEqual(["obtain-referrals", "iterate"]);
    planner.recordAll([
      { id: "q", type: "ask.sent", kind: "soft", at: "2026-11-05", seeker: "me", connector: "ann" },
      { id: "y", type: "ask.agreed", at: "2026-11-06", ask: "q" },
    ]);
    expect(stands()).toEqual(["iterate", undefined]);
    expect(() => planner.workflow({ seeker: [], now: MONDAY })).toThrow(
      expect.objectContaining({ code: "INVALID_ARGUMENT" }),
    );
  });
});

describe("3.25: grow the network where it helps", () => {
  it("lists what one's own profile lacks first, and nothing is missing from a whole one", () => {
    const missing = (person: object) =>
      profileChecklist({ id: "me", ...person })
        .filter(({ isThere }) => !isThere)
        .map(({ what }) => what);
    expect(missing({})).toHaveLength(8);
    expect(missing({ title: " ", company: "Northwind" })).toContain("title");
    expect(missing({ spells: [{ kind: "work", organization: "Acme" }] })).toContain("past-jobs");
    const whole = {
      title: "Consultant",
      company: "Northwind",
      profileUrl: "https://www.linkedin.com/in/ada",
      emails: ["ada@northwind.example"],
      location: "Prague",
      spells: [
        { kind: "work", organization: "Acme", to: "2020" },
        { kind: "school", organization: "MIT" },
      ],
      tags: [{ code: "offers:design", evidence: "own" }],
    };
    expect(missing(whole)).toEqual([]);
    const places = profileChecklist({ id: "me", location: "Prague" }).map(({ isThere }) => isThere);
    expect(places).toEqual([...places].sort((a, b) => Number(a) - Number(b)));
  });
});

describe("1.20: stay in touch", () => {
  it("has a date for every contact, by what they are to the seeker and how strong the tie is", () => {
    const { planner, network } = practiceWorld();
    const everyOf = () =>
      Object.fromEntries(
        planner.touchPlan({ seeker: "me", now: MONDAY }).map(({ person, every }) => [person, every]),
      );
    expect(everyOf()).toEqual({ ann: 90, cho: 180, eve: 365 });
    network.addPerson({ id: "eve", tags: [{ code: "source:key-referral-partners", evidence: "list" }] });
    planner.record({
      id: "l",
      type: "lead.received",
      at: "2026-11-02",
      source: "clients",
      referredBy: "ann",
    });
    expect(everyOf()).toEqual({ ann: 60, cho: 180, eve: 60 });
    const meetings = ["2026-11-03", "2026-11-10", "2026-11-17"].map(
      (at) => ({ at, direction: "both", kind: "meeting" }) as const,
    );
    network.addTie({ from: "me", to: "cho", evidence: { closeness: 1, overlap: 1, interactions: meetings } });
    expect(everyOf()["cho"]).toBe(90);
  });
});
