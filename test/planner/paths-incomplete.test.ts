import { afterAll, beforeAll, expect, it, vi } from "vitest";

vi.mock("../../src/search/index.js", async (original) => {
  const search = await original<typeof import("../../src/search/index.js")>();
  const kBestPaths: typeof search.kBestPaths = (index, query) =>
    search.kBestPaths(index, { ...query, budget: { maxScanned: 1 } });
  return { ...search, kBestPaths };
});

// Files of one worker share their imports: the search is read anew for this file, and for the next one.
beforeAll(() => void vi.resetModules());
afterAll(() => void vi.resetModules());

it("a plan says so where the search for its paths stopped at its bound of work", async () => {
  const { IntroductionPlanner, Network } = await import("../../src/index.js");
  const network = new Network();
  for (const id of ["me", "ann", "bob", "cy"]) network.addPerson({ id });
  for (const [from, to] of [
    ["me", "ann"],
    ["me", "cy"],
    ["ann", "bob"],
    ["cy", "bob"],
  ] as const)
    network.addTie({ from, to, evidence: { closeness: 0.8 } });
  const planner = new IntroductionPlanner({ network });
  const plan = planner.plan({ seeker: "me", target: "bob", now: "2026-06-15" });
  expect(plan.issues).toContainEqual(
    expect.objectContaining({ code: "PATHS_INCOMPLETE", severity: "warning" }),
  );
});
