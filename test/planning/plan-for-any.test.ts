import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { IntroductionPath } from "../../src/paths/index.js";
import { legKey, planAsks, planAsksForAny, planRoutes } from "../../src/planning/index.js";
import { jointOracle, oracle } from "../support/planning-oracle.js";
import { leg, path, pathCases } from "../support/planning-paths.js";

const day = "2026-03-02";
/** The same paths to another target. */
const to = (target: string, paths: readonly IntroductionPath[]) =>
  paths.map((one) => path(...one.legs.map((own) => (own.asked === "bob" ? { ...own, asked: target } : own))));

describe("planAsksForAny", () => {
  it("counts a connector's yes once for all targets, and each target's own yes apart", () => {
    fc.assert(
      fc.property(
        pathCases(),
        pathCases(),
        fc.option(fc.integer({ min: 1, max: 40 })),
        (one, other, tenths) => {
          const value = tenths === null ? undefined : tenths / 4;
          const parts = [
            { target: "bob", paths: one },
            { target: "eve", paths: to("eve", other) },
          ];
          const plan = planAsksForAny(parts.map((part) => ({ ...part, day, value })));
          // Of a consent that two targets' paths tell differently the surer counts.
          const asks = new Map<string, { id: string; probability: number; cost: number }>();
          const routes = parts.flatMap(({ target, paths }) => {
            const name = (id: string) => (id.startsWith("leg:") ? id : `${target} ${id}`);
            const made = planRoutes(paths);
            for (const ask of made.asks) {
              const id = name(ask.id);
              if ((asks.get(id)?.probability ?? -1) < ask.probability) asks.set(id, { ...ask, id });
            }
            return made.ways.map(({ route }) => route.map(name));
          });
          const input = { asks: [...asks.values()], routes, value };
          if (input.asks.length > 9) return;
          expect(plan.jointProbability).toBeCloseTo(jointOracle(input), 9);
          expect(plan.expectedValue).toBeCloseTo(oracle(input).best(new Map()), 9);
          const turned = planAsksForAny([...parts].reverse().map((part) => ({ ...part, day, value })));
          expect(turned.expectedValue).toBe(plan.expectedValue);
          expect(turned.asks.map(({ connector }) => connector)).toEqual(
            plan.asks.map(({ connector }) => connector),
          );
        },
      ),
      { numRuns: 150 },
    );
  });

  const bob = [
    path(leg("me", "ann", 0.6), leg("ann", "bob", 0.45)),
    path(leg("me", "cai", 0.3), leg("cai", "bob", 0.4)),
  ];
  const eve = to("eve", [
    path(leg("me", "ann", 0.5), leg("ann", "bob", 0.3)),
    path(leg("me", "dov", 0.4), leg("dov", "bob", 0.2)),
  ]);
  const inputs = [
    { target: "bob", paths: bob, day },
    { target: "eve", paths: eve, day },
  ];

  it("of one target is the plan for it, and of none is refused", () => {
    expect(planAsksForAny([inputs[0]!])).toEqual(planAsks(inputs[0]!));
    expect(() => planAsksForAny([])).toThrow(expect.objectContaining({ code: "INVALID_ARGUMENT" }));
  });

  it("lets a request wait once, unless it is made about another target today", () => {
    const closed = { gate: "closed" as const, unmet: ["deposit"] };
    const waiting = (...shut: [number, string][]) =>
      planAsksForAny(
        inputs.map((input, i) => ({
          ...input,
          readiness: new Map(shut.filter(([at]) => at === i).map(([, who]) => [who, closed])),
        })),
      ).waiting.map(({ connector, target }) => `${connector} ${target}`);
    expect(waiting([1, "ann"])).toEqual([]);
    expect(waiting([0, "ann"], [1, "ann"], [1, "dov"])).toEqual(["ann bob", "dov eve"]);
    expect(waiting([0, "cai"], [1, "dov"])).toEqual(["cai bob", "dov eve"]);
  });

  it("after an answer keeps apart what is said about each target", () => {
    const answers = [{ asker: "me", asked: "ann", answer: "yes" as const }];
    const [first, second] = inputs;
    const plan = planAsksForAny([{ ...first!, answers }, second!]);
    const expected = jointOracle({
      asks: [
        ...[
          ["tb", 0.45],
          ["cb", 0.3],
          ["wb", 0.4 / 0.45],
          ["ae", 0.5],
          ["te", 0.3],
          ["de", 0.4],
          ["we", 0.2 / 0.3],
        ].map(([id, probability]) => ({ id: String(id), probability: Number(probability), cost: 0 })),
      ],
      routes: [["tb"], ["cb", "wb", "tb"], ["ae", "te"], ["de", "we", "te"]],
    });
    // The answer of the first input holds for the second as well, unless that brings its own.
    const own = planAsksForAny([
      { ...first!, answers },
      { ...second!, answers: [] },
    ]);
    expect(plan.nextLeg).toEqual({ asker: "ann", asked: "bob" });
    expect(plan.jointProbability).toBeGreaterThan(own.jointProbability);
    expect(own.jointProbability).toBeCloseTo(expected, 12);
  });

  it("tells in words what any of the targets' plans may tell of a position", () => {
    const guess = (who: string, target: string) => ({
      ...leg(who, target, 0.3, 0.5),
      inferred: true,
      evidence: { contexts: ["guessed"] },
    });
    const titled = ["bob", "eve"].map((target, i) => ({
      target,
      day,
      paths: [path(leg("me", `c${i}`, 0.5), guess(`c${i}`, target) as never)],
      ...(i === 0 ? {} : { titleOf: (id: string) => (id === "c1" ? "Head of Sales" : undefined) }),
    }));
    const { asks } = planAsksForAny(titled);
    expect(asks.map(({ connector, why }) => [connector, why.includes("Head of Sales")])).toEqual([
      ["c0", false],
      ["c1", true],
    ]);
    expect(legKey({ asker: "me", asked: "c0" })).toBe('["me","c0"]');
  });
});

describe("paths to a target", () => {
  it("are to lead leg by leg from a seeker to it, and the one that does not is told by its place", () => {
    const good = path(leg("me", "ann", 0.5), leg("ann", "bob", 0.5));
    const bad: Partial<IntroductionPath>[] = [
      { people: ["me", "bob"] },
      { people: ["me", "ann", "cai"] },
      { people: ["me", "cai", "bob"] },
      { legs: [], people: ["bob"] },
      { legs: [leg("me", "ann", 0.5)] },
      { legs: [leg("you", "ann", 0.5), leg("ann", "bob", 0.5)] },
      { legs: [leg("me", "cai", 0.5), leg("ann", "bob", 0.5)] },
      { legs: [leg("me", "ann", 0.5), leg("cai", "bob", 0.5)] },
      { legs: [leg("me", "ann", 0.5), leg("ann", "cai", 0.5)] },
    ];
    for (const change of bad)
      expect(() => planAsks({ target: "bob", day, paths: [good, { ...good, ...change }] })).toThrow(
        expect.objectContaining({ code: "INVALID_ARGUMENT", details: { position: 1 } }),
      );
    expect(planRoutes([{ ...good, legs: [] }]).ways).toEqual([]);
  });
});
