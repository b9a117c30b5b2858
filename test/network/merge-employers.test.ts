import { describe, expect, it } from "vitest";
import { IntroductionPlanner } from "../../src/index.js";
import { Network, snapshotFor } from "../../src/network/index.js";
import { mergePerson } from "../../src/network/merge-person.js";
import type { Person } from "../../src/people/index.js";

const at = (...companies: string[]): Person =>
  companies.map((company): Person => ({ id: "p", company })).reduce(mergePerson);
const stay = (organization: string) => ({ kind: "work" as const, organization });

describe("employers of records that are one person", () => {
  it.each<[companies: string[], company: string, stays: string[]]>([
    [["Acme", "Globex"], "Globex", ["Acme"]],
    [["Acme", "Acme, Inc."], "Acme, Inc.", []],
    [["Acme", "Initech", "Globex GmbH"], "Globex GmbH", ["Acme", "Initech"]],
    [["Acme", "Acme Inc", "Globex GmbH"], "Globex GmbH", ["Acme Inc"]],
    [["EY", "Ernst & Young"], "Ernst & Young", []],
    [["IBM", "IBM Deutschland GmbH"], "IBM Deutschland GmbH", ["IBM"]],
    [["Acme", "-"], "Acme", []],
    [["Acme", "Freelance"], "Freelance", ["Acme"]],
    [["Initech Ltd", "Retired"], "Initech Ltd", []],
    [["ООО Ромашка", "Globex"], "ООО Ромашка", ["Globex"]],
    [["Acme", "Initech", "Acme Corporation"], "Acme Corporation", ["Initech"]],
  ])("of %j is %s, and the others stay: %j", (companies, company, stays) => {
    for (const order of [companies, [...companies].reverse()]) {
      const merged = at(...order, ...order);
      expect(merged.company).toBe(company);
      expect(merged.spells ?? []).toEqual(stays.map(stay));
    }
  });

  it("leaves stays that tell more as they are, and the stays of a teller with their teller", () => {
    const spells = [
      { ...stay("Globex"), from: "2019", to: "2021" },
      { ...stay("Acme"), past: true, owner: "me" },
    ];
    expect(mergePerson({ id: "p", company: "Acme", spells }, { id: "p", company: "Globex" }).spells).toEqual([
      spells[0],
      stay("Acme"),
      spells[1],
    ]);
  });

  it("tells of an employer whoever hears the record that names it, and nobody else", () => {
    const network = new Network();
    for (const id of ["ann", "ben"]) network.addPerson({ id, name: id });
    const told = (owner: string, company: string) =>
      network.import(
        { people: [{ id: "p", name: "Cy Dale", company }], ties: [{ from: owner, to: "p", evidence: {} }] },
        {
          owner,
          visibility: "private",
        },
      );
    told("ann", "Acme");
    told("ben", "Globex");
    const heard = (viewer: string) => {
      const { company, spells } = network.seenBy(viewer).person("p") ?? {};
      return { company, spells };
    };
    expect(heard("ann")).toEqual({ company: "Acme" });
    expect(heard("ben")).toEqual({ company: "Globex" });
    expect(network.seenBy(["ann", "ben"]).person("p")).toMatchObject({
      company: "Globex",
      spells: [stay("Acme")],
    });
    told("ben", "Initech Systems");
    expect(heard("ann")).toEqual({ company: "Acme" });
    expect(heard("ben")).toEqual({ company: "Initech Systems", spells: [stay("Globex")] });
    for (const viewer of ["ann", "ben"]) {
      const copy = Network.fromJSON(snapshotFor(network, viewer));
      expect(copy.seenBy(viewer).person("p")).toEqual(network.seenBy(viewer).person("p"));
    }
    network.optOut("ben");
    expect(network.seenBy(["ann", "ben"]).person("p")).not.toHaveProperty("spells");
  });

  it("makes them a candidate, and a way, at either company", () => {
    const network = new Network();
    network.import({
      people: [
        { id: "me", name: "Ada Park", company: "Northwind" },
        { id: "a", name: "Bob Smith", company: "Acme", emails: ["bob@example.com"] },
        { id: "b", name: "Bob Smith", company: "Globex", emails: ["bob@example.com"] },
      ],
      ties: [
        { from: "me", to: "a", evidence: { connectedOn: "2024-03-05" } },
        { from: "me", to: "b", evidence: { connectedOn: "2024-03-05" } },
      ],
    });
    network.merge({ merged: [{ keep: "a", gone: "b" }] });
    const planner = new IntroductionPlanner({ network: Network.fromJSON(network.toJSON()) });
    const plan = (target: string) => planner.plan({ seeker: "me", target, now: "2026-11-22" });
    expect(plan("Bob Smith at Globex").asks[0]).toMatchObject({ connector: "a", target: "a" });
    expect(plan("Bob Smith at Acme").refusal).toMatchObject({
      code: "ambiguous-target",
      candidates: [{ person: "a", why: ["same name", "works or worked at the company, by another record"] }],
    });
    for (const company of ["Acme", "Globex"])
      expect(plan(`Jane Roe at ${company}`).asks[0]?.connector).toBe("a");
  });
});
