import { describe, expect, it } from "vitest";
import { comparePrice } from "../../src/ask-order/ask-blocks.js";
import { answersIn, boundedBy } from "../../src/ask-order/ask-policy.js";
import { type AskRoutes, compareRoutes, numberRoutes } from "../../src/ask-order/ask-problem.js";
import type { WarmpathError } from "../../src/base/error.js";
import { seededRandom } from "../support/random.js";

const ask = (id: string, probability: number, cost: number) => ({ id, probability, cost });

/** Numbers of equal length, so that texts stand in the order of the lists. */
const textOf = (route: readonly number[]): string => route.map((one) => `${one + 100}`).join();

describe("asks and routes in numbers", () => {
  it("are told apart by code units and by their asks, whatever order they come in", () => {
    const { below, next, pick } = seededRandom(31);
    for (let world = 0; world < 40; world++) {
      const ids = Array.from({ length: 3 + below(9) }, (_, i) => pick(["b", "B", "ä", ""]) + i);
      const asks = ids.map((id) => ask(id, below(8) === 0 ? 0 : next(), below(3)));
      const routes = Array.from({ length: below(9) }, () =>
        Array.from({ length: below(4) }, () => pick(ids)),
      );
      const { ids: sorted, numberOf, probability, cost, routes: numbered } = numberRoutes({ asks, routes });
      expect(sorted.every((id, i) => i === 0 || id > sorted[i - 1]!)).toBe(true);
      expect(sorted.length).toBe(ids.length);
      for (const one of asks) {
        const at = numberOf.get(one.id)!;
        expect([sorted[at], probability[at], cost[at]]).toEqual([one.id, one.probability, one.cost]);
      }
      const want = routes
        .filter((route) => route.every((id) => asks.find((one) => one.id === id)!.probability > 0))
        .map((route) => [...new Set(route)].map((id) => sorted.indexOf(id)));
      expect(numbered.map(textOf)).toEqual([...new Set(want.map(textOf))].sort());
    }
  });

  const revoked = (): unknown => {
    const { proxy, revoke } = Proxy.revocable([], {});
    revoke();
    return proxy;
  };
  const good = { asks: [ask("a", 0.5, 1), ask("b", 0.5, 1)], routes: [["a"], ["b"]] };
  const second = (one: unknown) => ({ ...good, asks: [good.asks[0], one] });
  const bad: [what: string, code: string, input: unknown, position?: number][] = [
    ["a probability below 0", "INVALID_ASK", second(ask("b", -0.1, 1)), 1],
    ["a probability above 1", "INVALID_ASK", second(ask("b", 1.1, 1)), 1],
    ["a probability that is none", "INVALID_ASK", second(ask("b", Number.NaN, 1)), 1],
    ["a probability as text", "INVALID_ASK", second({ ...ask("b", 0.5, 1), probability: "0.5" }), 1],
    ["a cost below 0", "INVALID_ASK", second(ask("b", 0.5, -1)), 1],
    ["a cost without end", "INVALID_ASK", second(ask("b", 0.5, Number.POSITIVE_INFINITY)), 1],
    ["a cost that is none", "INVALID_ASK", second(ask("b", 0.5, Number.NaN)), 1],
    ["no ask", "INVALID_ASK", second(null), 1],
    ["an id twice", "INVALID_ASK", second(ask("a", 0.5, 1))],
    ["a torn id", "INVALID_ID", second(ask("\ud800", 0.5, 1))],
    ["a route of an unknown ask", "INVALID_ASK", { ...good, routes: [["a"], ["b", "c"]] }, 1],
    ["a text for a route", "INVALID_ARGUMENT", { ...good, routes: [["a"], "b"] }, 1],
    ["no asks", "INVALID_ARGUMENT", { routes: [] }],
    ["asks as text", "INVALID_ARGUMENT", { asks: "ab", routes: [] }],
    ["no routes", "INVALID_ARGUMENT", { asks: [] }],
    ["routes as text", "INVALID_ARGUMENT", { asks: [], routes: "ab" }],
    ["asks that cannot be read", "INVALID_ARGUMENT", { asks: revoked(), routes: [] }],
    ["routes that cannot be read", "INVALID_ARGUMENT", { asks: [], routes: revoked() }],
  ];
  it.each(bad)("are refused with %s, and told where", (_, code, input, position) => {
    let told: unknown;
    try {
      numberRoutes(input as AskRoutes);
    } catch (error) {
      const { code: found, details } = error as WarmpathError;
      told = [found, details?.["position"]];
    }
    expect(told).toEqual([code, position]);
  });

  it("keep of answers those to asks there are", () => {
    const numbers = numberRoutes(good);
    const given = new Map([
      ["b", false],
      ["a", true],
      ["c", true],
    ]);
    expect([...answersIn(numbers, given)]).toEqual([1, -1]);
    expect([...answersIn(numbers, new Map())]).toEqual([0, 0]);
    for (const odd of [{}, { get: () => true }, { entries: () => [] }, undefined])
      expect(() => answersIn(numbers, odd as never)).toThrow(
        expect.objectContaining({ code: "INVALID_ARGUMENT" }),
      );
  });
});

describe("routes in order", () => {
  it("go by the first ask in which they differ, of two that begin alike the shorter one first", () => {
    const sign = (a: readonly number[], b: readonly number[]) => Math.sign(compareRoutes(a, b));
    expect([sign([1, 3], [2]), sign([2], [1, 3]), sign([1, 2], [1, 3])]).toEqual([-1, 1, -1]);
    expect([sign([1], [1, 2]), sign([1, 2], [1]), sign([1, 2], [1, 2]), sign([], [1])]).toEqual([
      -1, 1, 0, -1,
    ]);
  });
});

describe("two prices", () => {
  it("are one where they differ by rounding, else the smaller goes first", () => {
    const near = 1 + 1e-13;
    for (const scale of [1e-9, 1, 1e9]) {
      for (const [a, b, order] of [
        [1, 1, 0],
        [1, near, 0],
        [near, 1, 0],
        [1, 1 + 1e-11, -1],
        [2, 1, 1],
      ] as const)
        expect(comparePrice(scale * a, scale * b)).toBe(order);
    }
    const most = Number.POSITIVE_INFINITY;
    expect([comparePrice(0, 1e-20), comparePrice(most, most), comparePrice(1, most)]).toEqual([-1, 0, -1]);
  });
});

describe("the gap between a value and its bound", () => {
  it("is a share of the larger size, and no bound lies below the value", () => {
    expect(boundedBy(3, 4)).toEqual({ upperBound: 4, gap: 0.25 });
    expect(boundedBy(-4, -3)).toEqual({ upperBound: -3, gap: 0.25 });
    expect(boundedBy(-1, 3)).toEqual({ upperBound: 3, gap: 4 / 3 });
    expect(boundedBy(3, 2)).toEqual({ upperBound: 3, gap: 0 });
    expect(boundedBy(0, 0)).toEqual({ upperBound: 0, gap: 0 });
  });
});
