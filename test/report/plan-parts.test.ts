import { expect, it } from "vitest";
import { describeAccount, describePlan, planMarkdown, planText } from "../../src/report/index.js";
import { planParts } from "../../src/report/plan-parts.js";
import { MONDAY, planForBob, practiceWorld } from "../support/practice-world.js";

it("text and Markdown tell the same parts in the same order, under the same headings", () => {
  const { planner } = practiceWorld();
  const account = planner.account({ seeker: "me", company: "Acme", now: MONDAY });
  for (const view of [describePlan(planForBob(planner), planner), describeAccount(account, planner)]) {
    const parts = planParts(view, "->");
    const heads = parts.flatMap(({ head }) => (head === undefined ? [] : [view.labels[head] as string]));
    expect(heads.length).toBeGreaterThan(3);
    expect(planMarkdown(view).match(/^## .+$/gm)).toEqual(heads.map((head) => `## ${head}`));
    const text = planText(view, { width: 1000 });
    expect(text.split("\n").filter((line) => heads.includes(line))).toEqual(heads);
    for (const { texts } of parts) for (const one of texts) expect(text).toContain(one);
  }
});

it("has no heading of whom to ask first where nobody is to be asked", () => {
  const { planner } = practiceWorld();
  const plan = planner.plan({ seeker: "me", target: { name: "Nobody Known" }, now: MONDAY });
  expect(plan.asks).toEqual([]);
  const labels = Object.entries(describePlan(plan, planner).labels);
  expect(labels.filter(([, text]) => text !== text.replace(/\s+/g, " ").trim() || text === "")).toEqual([]);
  expect(labels.map(([key]) => key)).not.toContain("head.first");
});
