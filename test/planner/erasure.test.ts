import { expect, it } from "vitest";
import { IntroductionPlanner, Network } from "../../src/index.js";
import { checkErasures } from "../support/check-erasures.js";

it("no letter of an erased one is left in saved state, journal, exports, plans and errors; no import brings them back", () => {
  // One of them is an owner of files of whom nobody has a record.
  expect(checkErasures(0, 8)).toBe(7);
});

it("what was learned of an erased connector goes, and what was learned of all stays", () => {
  const network = new Network();
  for (const id of ["me", "zed", "bob"]) network.addPerson({ id });
  for (const [from, to] of [
    ["me", "zed"],
    ["zed", "bob"],
  ] as const)
    network.addTie({ from, to, evidence: { closeness: 0.8 } });
  const planner = new IntroductionPlanner({ network });
  const [ask] = planner.plan({ seeker: "me", target: "bob", now: "2026-03-02" }).asks;
  planner.recordAll([
    { id: "s", type: "ask.sent", at: "2026-03-02", ask },
    { id: "d", type: "ask.declined", at: "2026-03-03", ask: ask?.id ?? "" },
  ]);
  const learned = planner.learn({ now: "2026-04-02" }).rates;
  expect(learned.map(({ key }) => key)).toContain("zed");
  planner.erase("zed");
  expect(planner.profile?.rates).toEqual(learned.filter(({ key }) => key !== "zed"));
  expect(planner.profile?.rates).not.toEqual([]);
});

it("a buyer outside the network and somebody with a name in the vault are erased by these names from others' words", () => {
  const network = new Network();
  for (const [id, title] of [
    ["me", "worked for Zoe Quillfeather"],
    ["ann", "assistant of Yan Quagmire"],
  ] as const)
    network.addPerson({ id, title });
  const planner = new IntroductionPlanner({ network });
  const buyer = planner.plan({
    seeker: "me",
    target: { name: "Zoe Quillfeather", company: "Acme" },
    now: "2026-03-02",
  }).target;
  planner.journal.vault.write("yan", "name", "Yan Quagmire");
  const favor = {
    type: "favor.given",
    at: "2026-03-01",
    giver: "ann",
    receiver: "me",
    kind: "advice",
    points: 1,
  } as const;
  planner.recordAll([
    { ...favor, id: "f", note: "told us of Zoe Quillfeather" },
    { ...favor, id: "g", note: "told us of Yan Quagmire" },
  ]);
  for (const [id, word] of [
    [buyer.id, "Quillfeather"],
    ["yan", "Quagmire"],
  ] as const) {
    expect(JSON.stringify(planner.toJSON())).toContain(word);
    planner.erase(id);
    expect(JSON.stringify(planner.toJSON())).not.toContain(word);
  }
});
