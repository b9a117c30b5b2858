import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { outcomesOfAsks } from "../../src/learning/index.js";
import { AskTracker } from "../../src/tracking/index.js";
import { MONDAY, planForBob, practiceWorld } from "../support/practice-world.js";

/** Ann was asked for Bob and declined with these words a day later. */
function declined(words: object, at = "2026-11-16") {
  const world = practiceWorld();
  const ask = planForBob(world.planner, { now: at }).asks.find(({ connector }) => connector === "ann");
  world.planner.record({ id: "s", type: "ask.sent", at, ask });
  world.planner.record({ id: "d", type: "ask.declined", at, ask: ask?.id, ...words } as never);
  return world;
}

const answer = fc.constantFrom(undefined, "no", "not-this-kind", "ask-someone-else", "not-tied");
const suggestedPerson = fc.constantFrom(undefined, "dan", "eve", "cho", "nobody-known");
const suggested = fc.constantFrom(undefined, "their colleague");
const decline = fc
  .record({ answer, suggestedPerson, suggested })
  .map((words) => Object.fromEntries(Object.entries(words).filter(([, word]) => word !== undefined)));

describe("a decline that helps (W7)", () => {
  it("is no refusal, whatever its answer: no lesson, no refusal's waiting time, and the route stays", () => {
    fc.assert(
      fc.property(decline, (words) => {
        const { planner } = declined(words);
        const helps =
          words["answer"] === "not-tied" ||
          words["answer"] === "ask-someone-else" ||
          "suggestedPerson" in words ||
          "suggested" in words;
        const lessons = outcomesOfAsks(new AskTracker(planner.journal).asks({ now: MONDAY }));
        expect(lessons.map(({ result }) => result)).toEqual(helps ? [] : ["no"]);
        const waits = (target: string) => {
          const plan = planner.plan({ seeker: "me", target, now: MONDAY });
          return plan.waiting.find(({ connector }) => connector === "ann")?.readiness;
        };
        const isOfKind = words["answer"] === "not-this-kind";
        const rest = words["answer"] === "not-tied" ? undefined : "2026-12-16";
        const kept = isOfKind ? "2027-11-16" : rest;
        expect(waits("dan")?.readyAt).toBe(helps ? kept : isOfKind ? kept : "2027-02-14");
        if (!helps) expect(waits("bob")).toBeUndefined();
        else if (words["answer"] !== "not-tied") expect(waits("bob")?.readyAt).toBe(kept);
        expect(waits("bob")?.unmet ?? []).not.toContain("declined-target");
      }),
      { numRuns: 8 },
    );
  });

  it("makes whoever was named the next one, in the plan and in next, with a message", () => {
    fc.assert(
      fc.property(answer, fc.constantFrom("dan", "eve", "cho"), (said, named) => {
        const { planner } = declined({ ...(said && { answer: said }), suggestedPerson: named });
        const plan = planForBob(planner);
        expect(plan.asks[0]?.connector).toBe(named);
        expect(plan.asks[0]?.why).toContain("Named by somebody who was asked.");
        const [next] = planner.next({ seeker: "me", now: MONDAY }).filter(({ kind }) => kind === "ask");
        expect([next?.person, next?.target]).toEqual([named, "bob"]);
        expect(next?.draft?.note).toContain("Ann Reed suggested that I turn to you.");
      }),
      { numRuns: 5 },
    );
  });

  it("tells in next whom words alone named, as long as the words are kept", () => {
    const { planner } = declined({ answer: "ask-someone-else", suggested: "Dan Voss knows them" });
    const why = () => planner.next({ seeker: "me", now: MONDAY }).find(({ kind }) => kind === "ask")?.why;
    expect(why()).toContain('You were given a name: "Dan Voss knows them".');
    planner.erase("ann");
    expect(why()).not.toContain("You were given a name");
  });

  it("leaves the one who was named among the paths, however many better ones there are", () => {
    const { planner, network } = declined({ answer: "no", suggestedPerson: "dan" });
    for (let i = 0; i < 8; i++) {
      network.addPerson({ id: `c${i}`, name: `C ${i}`, company: `Q${i}` });
      network.addTie({ from: "me", to: `c${i}`, evidence: { closeness: 0.9 } });
      network.addTie({ from: `c${i}`, to: "bob", owner: `c${i}`, evidence: { closeness: 0.9 } });
    }
    for (const diversity of [false, true]) {
      const plan = planForBob(planner, { diversity, k: 3 });
      expect(plan.paths.some(({ people }) => people[1] === "dan")).toBe(true);
      expect(plan.asks[0]?.connector).toBe("dan");
      expect(plan.paths.length).toBeLessThanOrEqual(diversity ? 4 : 3);
    }
  });
});
