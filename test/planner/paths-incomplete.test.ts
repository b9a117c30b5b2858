import { expect, it } from "vitest";
import { IntroductionPlanner, Network } from "../../src/index.js";

it("a plan says so where the search for its paths stopped at its bound of work, and only there", () => {
  const network = new Network();
  for (const id of ["me", "ann", "bob", "cy"]) network.addPerson({ id });
  for (const [from, to] of [
    ["me", "ann"],
    ["me", "cy"],
    ["ann", "bob"],
    ["cy", "bob"],
  ] as const)
    network.addTie({ from, to, evidence: { closeness: 0.8 } });
  const codes = (settings = {}) =>
    new IntroductionPlanner({ network, settings })
      .plan({ seeker: "me", target: "bob", now: "2026-06-15" })
      .issues.map(({ code }) => code);
  expect(codes()).not.toContain("PATHS_INCOMPLETE");
  expect(codes({ search: { maxScanned: 1 } })).toContain("PATHS_INCOMPLETE");
});
