import { describe, expect, it } from "vitest";
import { numberRoutes } from "../../src/ask-order/ask-problem.js";
import { causePolicy } from "../../src/ask-order/cause-policy.js";
import { commonCauseOf } from "../../src/ask-order/common-cause.js";
import { valueOfResult } from "../../src/ask-order/policy-value.js";
import { ResidualRoutes } from "../../src/ask-order/residual-routes.js";
import { searchRoutes } from "../../src/ask-order/search-routes.js";
import { checkValue } from "../../src/ask-order/solve-ask-policy.js";
import { type AskPolicyInput, solveAskPolicy } from "../../src/planning/index.js";
import { guessedWorld } from "../support/guessed-worlds.js";
import { type Random, seededRandom } from "../support/random.js";

/** Contacts with several ways on to three free ties, of which one may be a common cause. */
function tied({ next, below, pick }: Random): AskPolicyInput {
  const count = 5 + below(2);
  const routes = Array.from({ length: count }, (_, i) => [
    `contact ${below(count / 2)}`,
    `way ${i}`,
    `tie ${below(3)}`,
  ]);
  const asks = [...new Set(routes.flat())].map((id) => ({
    id,
    probability: pick([0.25, 0.5, 0.5, 1]),
    cost: id.startsWith("tie") ? 0 : below(3),
  }));
  return { asks, routes, value: pick([undefined, 5 + 15 * next()]) };
}

/** The two ways in which a policy is sought where a common cause ties routes together. */
function bothOf(input: AskPolicyInput, maxStates: number) {
  const numbers = numberRoutes(input);
  const residual = new ResidualRoutes();
  const start = residual.start(numbers.routes);
  const routes = residual.routes(start);
  const value = input.value ?? Number.POSITIVE_INFINITY;
  const common = commonCauseOf(routes, numbers);
  const caused = common && causePolicy(numbers, residual, routes, common, value, maxStates);
  if (caused === undefined) return undefined;
  const found = searchRoutes(numbers, residual, start, value, maxStates);
  return { numbers, value, caused, found, worth: valueOfResult(found.result!, value) };
}

describe("a policy beside a common cause", () => {
  it("is the one that knows of the cause where that is near, else what a search has proved", () => {
    const random = seededRandom(1);
    const met = { near: 0, proved: 0 };
    for (let i = 0; i < 14; i++) {
      const input = i % 2 === 0 ? guessedWorld(i, { connectors: 3, behind: 0.3 }) : tied(random);
      const maxStates = i % 4 < 2 ? 0 : 40;
      const both = bothOf(input, maxStates);
      if (both === undefined) continue;
      const { caused, found, worth } = both;
      const policy = solveAskPolicy({ ...input, maxStates });
      const answers = Array.from(
        { length: 6 },
        () =>
          new Map(
            input.asks.flatMap(({ id }): [string, boolean][] =>
              random.below(4) === 0 ? [[id, random.below(3) > 0]] : [],
            ),
          ),
      );
      const isLike = ({ next }: Pick<typeof caused, "next">) => {
        for (const given of [new Map(), ...answers]) expect(policy.next(given)).toBe(next(given));
      };
      if (caused.gap <= 0.01) {
        met.near++;
        expect(policy).toMatchObject({ ...caused, next: expect.any(Function) });
        isLike(caused);
      } else {
        expect(found.exact).toBe(true);
        met.proved++;
        expect([policy.method, policy.gap]).toEqual(["exact", 0]);
        expect(policy.expectedValue).toBe(worth);
      }
    }
    expect([met.near > 2, met.proved > 0]).toEqual([true, true]);
  });
});

describe("a policy for crossed routes", () => {
  it("that is not proved says what it brings and what no policy exceeds", () => {
    const random = seededRandom(3);
    let open = 0;
    for (let i = 0; i < 60 && open < 2; i++) {
      const ids = ["a", "b", "c", "d", "e", "f"];
      const asks = ids.map((id) => ({
        id,
        probability: 0.1 + 0.8 * random.next(),
        cost: 0.1 + 2 * random.next(),
      }));
      const last = [...new Set([random.pick(ids), random.pick(ids.slice(3)), "e"])];
      const input = {
        asks,
        routes: [["a", "b"], ["b", "c"], ["c", "d", "a"], last],
        value: random.pick([undefined, 8]),
      };
      const numbers = numberRoutes(input);
      const residual = new ResidualRoutes();
      const value = input.value ?? Number.POSITIVE_INFINITY;
      const found = searchRoutes(numbers, residual, residual.start(numbers.routes), value, 0);
      if (found.exact) continue;
      open++;
      const policy = solveAskPolicy({ ...input, maxStates: 0 });
      expect([policy.method, policy.evaluation]).toEqual(["approximate", "exact"]);
      expect([policy.upperBound, policy.expectedValue]).toEqual([
        found.bound,
        valueOfResult(found.result!, value),
      ]);
      expect(policy.gap).toBeGreaterThan(0);
      expect(policy.gap).toBeLessThan(0.05);
    }
    expect(open).toBe(2);
  });

  it("is sought for a value that is finite and at least 0", () => {
    for (const value of [undefined, 0, 5]) expect(() => checkValue(value)).not.toThrow();
    for (const value of [-1, Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => checkValue(value)).toThrow(expect.objectContaining({ code: "INVALID_ARGUMENT" }));
  });
});

describe("a policy for routes that nest", () => {
  it("answers by fixed prices, without a look at any state", () => {
    const random = seededRandom(2);
    let looks = 0;
    const signal = {
      get aborted() {
        looks++;
        return false;
      },
      reason: undefined,
    };
    const asks = ["a", "b", "c", "d", "e", "f"].map((id) => ({
      id,
      probability: 0.2 + 0.6 * random.next(),
      cost: random.next(),
    }));
    const policy = solveAskPolicy({
      asks,
      routes: [["a", "b"], ["a", "c"], ["d"], ["e", "f"]],
      value: 9,
      signal,
    });
    looks = 0;
    for (let play = 0; play < 150; play++) {
      const answers = new Map<string, boolean>();
      for (let id = policy.next(answers); id !== undefined; id = policy.next(answers))
        answers.set(id, random.chance(0.4));
    }
    expect(looks).toBe(0);
    // After an answer that could not have come, states are looked at.
    for (let i = 0; i < 200; i++) policy.next(new Map([["b", true]]));
    expect(looks).toBeGreaterThan(0);
  });

  it("is not sought by search where crossed routes have more asks than a stack may hold", () => {
    const routes = Array.from({ length: 260 }, (_, i) => [
      `c${i % 7}`,
      ...["u", "v", "w", "x", "y", "z"].map((own) => `${own}${i}`),
      `t${i % 5}`,
    ]);
    const asks = [...new Set(routes.flat())].map((id) => ({ id, probability: 0.5, cost: 1 }));
    const policy = solveAskPolicy({ asks, routes, value: 0.1 });
    expect([policy.method, policy.evaluation]).toEqual(["approximate", "sampled"]);
    expect([policy.expectedValue, policy.upperBound, policy.next(new Map())]).toEqual([0, 0, undefined]);
  });
});
