import { describe, expect, it } from "vitest";
import { targetFit } from "../../src/people/index.js";
import { MONDAY, practiceWorld } from "../support/practice-world.js";

const profile = { titles: ["VP Operations", "Plant Manager"] };

describe("1.4: prospects where no buyer is named", () => {
  it("are those who fit and can be reached, the best chance times fit first; clients and those won are none", () => {
    const { planner, network } = practiceWorld();
    const rows = planner.prospects({ seeker: "me", profile, now: MONDAY });
    expect(rows.map(({ person }) => person)).toEqual(["cho", "bob", "dan"]);
    for (const { person, fit, probability, people } of rows) {
      expect(fit).toEqual(targetFit(network.person(person) as never, profile));
      const [path] = planner.plan({ seeker: "me", target: person, now: MONDAY }).paths;
      expect(path?.people).toEqual(people);
      expect(path?.probability).toBeCloseTo(probability, 9);
    }
    // Ann works alike and is a client; Eve does not fit.
    expect(planner.prospects({ seeker: "me", profile, limit: 1, now: MONDAY })).toHaveLength(1);
    planner.record({ id: "s", type: "sale.delivered", at: "2026-11-20", seller: "me", customer: "bob" });
    expect(planner.prospects({ seeker: "me", profile, now: MONDAY }).map(({ person }) => person)).toEqual([
      "cho",
      "dan",
    ]);
  });

  it("are people: what is an address, a number or a firm is none, whatever title stands with it", () => {
    const { planner, network } = practiceWorld();
    for (const kind of ["unknown", "organization"] as const) {
      network.addPerson({ id: kind, name: "Purchasing 12", title: "VP Operations", kind });
      network.addTie({ from: "me", to: kind, evidence: { closeness: 0.9 } });
    }
    const rows = planner.prospects({ seeker: "me", profile, now: MONDAY });
    expect(rows.map(({ person }) => person)).toEqual(["cho", "bob", "dan"]);
  });

  it("are refused with a code for a profile, a limit or a seeker that is none", () => {
    const { planner } = practiceWorld();
    const ask = (more: object) => () => planner.prospects({ seeker: "me", profile, now: MONDAY, ...more });
    for (const more of [
      { profile: {} },
      { limit: 0 },
      { limit: 1.5 },
      { maxHops: 9 },
      { seeker: [] },
      { profil: 1 },
    ])
      expect(ask(more)).toThrow(expect.objectContaining({ code: "INVALID_ARGUMENT" }));
    expect(ask({ seeker: "nobody" })).toThrow(expect.objectContaining({ code: "UNKNOWN_PERSON" }));
  });

  it("come first among the candidates of a question", () => {
    const { planner } = practiceWorld();
    planner.record({ id: "s", type: "sale.delivered", at: "2026-11-20", seller: "me", customer: "ann" });
    const named = (titles?: string[]) =>
      planner
        .next({ seeker: "me", now: MONDAY, ...(titles && { profile: { titles } }) })
        .find(({ kind }) => kind === "ask-after-success")?.candidates;
    expect(named()).toEqual(["bob", "dan"]);
    expect(named(["Plant Manager"])).toEqual(["dan", "bob"]);
  });
});
