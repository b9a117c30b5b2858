import { expect, it } from "vitest";
import { IntroductionPlanner, Network } from "../../src/index.js";

it("a tie that its teller lets others see no more leads no plan of theirs any more, also where another record of theirs was hidden all along", () => {
  const network = new Network();
  const people = ["me", "ann", "bob"].map((id) => ({ id, name: `Person ${id}` }));
  const tie = { from: "ann", to: "bob", evidence: { closeness: 0.8 } };
  network.import(
    { people, ties: [{ from: "me", to: "ann", evidence: { closeness: 0.8 } }] },
    { owner: "me" },
  );
  network.import({ people, ties: [tie], source: "old" }, { owner: "crm", visibility: "private" });
  network.import({ people, ties: [tie], source: "new" }, { owner: "crm" });
  const planner = new IntroductionPlanner({ network });
  const request = { seeker: "me", target: "bob", now: "2026-03-02" };
  expect(planner.plan(request).asks).toHaveLength(1);
  network.import({ people: [], ties: [tie], source: "new" }, { owner: "crm", visibility: "masked" });
  const anew = new IntroductionPlanner({ network: Network.fromJSON(JSON.parse(JSON.stringify(network))) });
  expect(planner.plan(request)).toEqual(anew.plan(request));
  expect(planner.plan(request).asks).toEqual([]);
});
