import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AskPolicyInput, solveAskPolicy } from "../../src/planning/index.js";
import { askCases, SHAPES } from "../support/planning-cases.js";
import { type OracleInput, oracle } from "../support/planning-oracle.js";

const anyCase = (most = 7) => fc.constantFrom(...SHAPES).chain((shape) => askCases(shape, most));
const worthOf = (input: OracleInput) => solveAskPolicy(input as AskPolicyInput).expectedValue;
const SLACK = 1e-9;

describe("laws of ask policies", () => {
  it("the value never falls when value, a probability or a route is added to, and never rises when a cost does", () => {
    fc.assert(
      fc.property(anyCase(), fc.nat(), fc.double({ min: 0, max: 1, noNaN: true }), (given, pick, part) => {
        const input = { ...given, value: given.value ?? 3 };
        const now = worthOf(input);
        expect(worthOf({ ...input, value: input.value + part })).toBeGreaterThanOrEqual(now - SLACK);
        const at = pick % input.asks.length;
        const changed = (change: { probability?: number; cost?: number }) => ({
          ...input,
          asks: input.asks.map((ask, i) => (i === at ? { ...ask, ...change } : ask)),
        });
        const { probability, cost } = input.asks[at]!;
        expect(
          worthOf(changed({ probability: probability + (1 - probability) * part })),
        ).toBeGreaterThanOrEqual(now - SLACK);
        expect(worthOf(changed({ cost: cost + part }))).toBeLessThanOrEqual(now + SLACK);
        if (input.routes.length > 0) {
          const fewer = { ...input, routes: input.routes.filter((_, i) => i !== pick % input.routes.length) };
          expect(worthOf(fewer)).toBeLessThanOrEqual(now + SLACK);
        }
        expect(now).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 300, seed: 91 },
    );
  });

  it("never asks on a dead route, never twice", () => {
    fc.assert(
      fc.property(anyCase(), (input) => {
        const policy = solveAskPolicy(input as AskPolicyInput);
        const { possible } = oracle(input);
        const walk = (answers: ReadonlyMap<string, boolean>): void => {
          const id = policy.next(answers);
          if (id === undefined) return;
          expect(answers.has(id)).toBe(false);
          expect(possible(answers)).toContain(id);
          for (const yes of [true, false]) walk(new Map(answers).set(id, yes));
        };
        walk(new Map());
      }),
      { numRuns: 150, seed: 92 },
    );
  });

  it("after a consent on a route that shares nothing, the next ask is on that route", () => {
    let seen = 0;
    let cases = 0;
    fc.assert(
      fc.property(anyCase(8), (input) => {
        cases++;
        const policy = solveAskPolicy(input as AskPolicyInput);
        const own = input.routes.filter((route) =>
          input.routes.every((other) => other === route || !other.some((id) => route.includes(id))),
        );
        const walk = (answers: ReadonlyMap<string, boolean>, last?: string): void => {
          const id = policy.next(answers);
          const route = last === undefined ? undefined : own.find((one) => one.includes(last));
          if (route?.some((one) => !answers.has(one))) {
            seen++;
            expect(route).toContain(id);
          }
          if (id === undefined) return;
          walk(new Map(answers).set(id, true), id);
          walk(new Map(answers).set(id, false));
        };
        walk(new Map());
      }),
      { numRuns: 600, seed: 93 },
    );
    expect(seen).toBeGreaterThan(cases / 10);
  });

  it("more debt to a connector never makes them asked sooner, in independent plans and forests", () => {
    const nested = fc.constantFrom(
      "independent",
      "forest",
      "shared last",
      "shared last over forest",
      "nested" as const,
    );
    fc.assert(
      fc.property(
        nested.chain((shape) => askCases(shape)),
        fc.nat(),
        (input, pick) => {
          const at = pick % input.asks.length;
          const placeWith = (more: number) => {
            const asks = input.asks.map((ask, i) => (i === at ? { ...ask, cost: ask.cost + more } : ask));
            const policy = solveAskPolicy({ asks, routes: input.routes, value: input.value });
            const answers = new Map<string, boolean>();
            for (let place = 0; ; place++) {
              const id = policy.next(answers);
              if (id === undefined) return Number.POSITIVE_INFINITY;
              if (id === input.asks[at]!.id) return place;
              answers.set(id, false);
            }
          };
          const places = [0, 0.3, 1, 5, 40].map(placeWith);
          expect(places).toEqual([...places].sort((a, b) => a - b));
        },
      ),
      { numRuns: 300, seed: 94 },
    );
  });

  it("2.6: the plan is never worse than any fixed order of its routes", () => {
    fc.assert(
      fc.property(anyCase(6), fc.infiniteStream(fc.nat()), (given, keys) => {
        const input = { ...given, value: undefined };
        const byId = new Map(input.asks.map((ask) => [ask.id, ask]));
        const routes = input.routes
          .filter((route) => route.every((id) => byId.get(id)!.probability > 0))
          .map((route) => ({ route, key: keys.next().value as number }))
          .sort((a, b) => a.key - b.key)
          .map(({ route }) => route);
        const cost = (answers: ReadonlyMap<string, boolean>): number => {
          const live = routes.filter((route) => route.every((id) => answers.get(id) !== false));
          const next = live[0]?.find((id) => !answers.has(id));
          if (next === undefined) return 0;
          const { probability, cost: c } = byId.get(next)!;
          const yes = cost(new Map(answers).set(next, true));
          return c + probability * yes + (1 - probability) * cost(new Map(answers).set(next, false));
        };
        expect(solveAskPolicy(input as AskPolicyInput).expectedCost).toBeLessThanOrEqual(
          cost(new Map()) + SLACK,
        );
      }),
      { numRuns: 200, seed: 95 },
    );
  });
});
