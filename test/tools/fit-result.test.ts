import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { IntroductionPlanner, Network } from "../../src/index.js";
import { fitResult } from "../../src/tools/fit-result.js";
import { plannerTools, type ToolResult } from "../../src/tools/index.js";

const NOW = "2026-11-23";
const answerOf = (planner: IntroductionPlanner, name: string, input: unknown) =>
  plannerTools(planner, { seeker: "me", now: () => NOW })
    .find((tool) => tool.name === name)
    ?.handler(input as never) as Record<string, unknown> & { readonly status: string };
const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value)).length;

/** Many at one company whom the seeker knows, each of whom knows many of the others there. */
function company(size: number): IntroductionPlanner {
  const network = new Network();
  network.addPerson({ id: "me", name: "Ada Park", company: "Northwind" });
  for (let i = 0; i < size; i++) {
    const spells = [{ kind: "work", organization: "Acme", past: true, owner: "me" }] as const;
    network.addPerson({
      id: `c${i}`,
      name: `Connie Nr${i} Långström`,
      title: "Partner",
      company: "Globex",
      spells,
    });
    network.addPerson({
      id: `t${i}`,
      name: `Tom Nr${i} Smith`,
      title: "Vice President Operations",
      company: "Acme",
    });
  }
  for (let i = 0; i < size; i++) {
    network.addTie({ from: "me", to: `c${i}`, evidence: { closeness: 0.5 + i / (3 * size) } });
    for (let j = 0; j < 3; j++)
      network.addTie({ from: `c${i}`, to: `t${(i + j) % size}`, evidence: { closeness: 0.4 } });
  }
  return new IntroductionPlanner({ network });
}

describe("an answer that is too long", () => {
  it("of a company keeps whom to ask next with why, and as many names of others as there is room for", () => {
    for (const size of [3, 8, 20]) {
      const planner = company(size);
      const full = answerOf(planner, "account_plan", { company: "Acme", detail: "full" });
      const short = answerOf(planner, "account_plan", { company: "Acme" });
      expect(bytes(short)).toBeLessThanOrEqual(2048);
      const [asks, all] = [short["asks"], full["asks"]] as { connector: { name: string }; why?: string }[][];
      expect(asks?.[0]).toEqual(all?.[0]);
      expect(short["people"]).not.toEqual([]);
      const names = asks?.map(({ connector }) => connector.name) ?? [];
      expect(names).toEqual(all?.slice(0, names.length).map(({ connector }) => connector.name));
      // While details are left of others than the first, nobody's name has gone.
      if ((asks ?? []).slice(1).some(({ why }) => why !== undefined))
        expect(names).toHaveLength(all?.length ?? 0);
      if (size > 3) expect(names.length).toBeGreaterThanOrEqual(Math.min(4, all?.length ?? 0));
    }
  });

  it("loses details first, then ends of lists, then their first entries, and says how many of each", () => {
    const list = fc.array(
      fc.record({ id: fc.string({ maxLength: 30 }), why: fc.string({ maxLength: 300 }) }),
      {
        maxLength: 20,
      },
    );
    fc.assert(
      fc.property(list, list, fc.string({ maxLength: 1500 }), (a, b, text) => {
        const result = { status: "ok", a, b, text } as unknown as ToolResult;
        const fitted = fitResult(result, ["a.why", "b", "a", "text"]) as unknown as Record<string, unknown>;
        if (bytes(result) <= 2048) {
          expect(fitted).toEqual(result);
          return;
        }
        expect(bytes(fitted)).toBeLessThanOrEqual(2048);
        const left = (fitted["leftOff"] ?? {}) as Record<string, number>;
        const [some, others] = [fitted["a"], fitted["b"]] as { why?: string }[][];
        expect((some?.length ?? 0) + (left["a"] ?? 0)).toBe(a.length);
        expect((others?.length ?? 0) + (left["b"] ?? 0)).toBe(b.length);
        expect(left["text"] ?? 0).toBe("text" in fitted ? 0 : 1);
        // The first of a list goes when all lists have but one.
        if (a.length > 0 && some?.length === 0) expect(others).toEqual([]);
        if (a.length > 1 && (left["a"] ?? 0) > 0) expect(others?.length ?? 0).toBeLessThanOrEqual(1);
        if ((left["b"] ?? 0) > 0) expect(some?.slice(1).every(({ why }) => why === undefined)).toBe(true);
      }),
    );
  });
});

describe("next_actions", () => {
  it("says that what nothing on record asks for is overdue once its day is past", () => {
    const network = new Network();
    network.addPerson({ id: "me", name: "Ada Park" });
    network.addPerson({
      id: "client",
      name: "Cy Roe",
      company: "Acme",
      tags: [{ code: "source:clients", evidence: "x" }],
    });
    network.addPerson({
      id: "fresh",
      name: "Di Fox",
      company: "Beta",
      tags: [{ code: "source:clients", evidence: "x" }],
    });
    const met = (at: string) => ({ interactions: [{ at, direction: "both", kind: "meeting" } as const] });
    network.addTie({ from: "me", to: "client", evidence: met("2025-01-10") });
    network.addTie({ from: "me", to: "fresh", evidence: met("2026-11-22") });
    const { actions } = answerOf(new IntroductionPlanner({ network }), "next_actions", {
      limit: 50,
    }) as unknown as {
      actions: { kind: string; due: string; overdue: boolean; person: { id: string } }[];
    };
    expect(actions.map(({ person }) => person.id)).toContain("client");
    for (const { due, overdue } of actions) expect(overdue).toBe(due < NOW);
  });
});
