import { describe, expect, it } from "vitest";
import { type AskPolicyInput, solveAskPolicy, valueOfDeal } from "../../src/planning/index.js";
import { expectLinear } from "../support/linear.js";

const ask = (id: string, probability: number, cost: number) => ({ id, probability, cost });
const code = (value: string) => expect.objectContaining({ code: value });
const none = new Map<string, boolean>();

describe("solveAskPolicy, names of methods", () => {
  const asks = ["a", "b", "c", "d", "t"].map((id, i) => ask(id, 0.5, i + 1));
  const methods: [string, string[][]][] = [
    ["independent", []],
    [
      "independent",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    [
      "independent",
      [
        ["a", "t"],
        ["b", "c", "t"],
      ],
    ],
    [
      "independent",
      [
        ["a", "c", "t"],
        ["b", "c", "t"],
      ],
    ],
    ["independent", [["a"], ["a"], ["a", "b"], ["c", "a"]]],
    ["forest", [["a", "b"], ["a", "c"], ["d"]]],
    [
      "forest",
      [
        ["a", "b", "t"],
        ["a", "c", "t"],
        ["d", "t"],
      ],
    ],
    [
      "exact",
      [
        ["a", "c", "t"],
        ["b", "c", "t"],
        ["d", "t"],
      ],
    ],
    [
      "exact",
      [
        ["a", "c"],
        ["b", "c"],
        ["b", "d"],
      ],
    ],
    [
      "exact",
      [
        ["a", "b"],
        ["b", "a"],
      ],
    ],
  ];
  it.each(methods)("%s: %j", (method, routes) => {
    expect(solveAskPolicy({ asks, routes }).method).toBe(method);
  });

  it("is approximate where states run out, and only there", () => {
    const many = Array.from({ length: 40 }, (_, i) => ask(`${i}`, 0.3 + (i % 5) / 10, 0.2 + (i % 7) / 10));
    const routes = many.slice(0, 20).map((_, i) => [`${i}`, `${(i * 7 + 3) % 40}`, `${(i * 5 + 4) % 40}`]);
    expect(solveAskPolicy({ asks: many, routes, maxStates: 2 }).method).toBe("approximate");
    expect(solveAskPolicy({ asks: many, routes: routes.slice(0, 8), maxStates: 5_000 }).method).toBe("exact");
    expect(
      solveAskPolicy({
        asks,
        routes: [
          ["a", "t"],
          ["b", "t"],
        ],
        maxStates: 0,
      }).method,
    ).toBe("independent");
  });
});

describe("solveAskPolicy, edges", () => {
  it("has nothing to do without routes, and nothing left to do with an empty route", () => {
    const nothing = solveAskPolicy({ asks: [], routes: [], value: 3 });
    expect([nothing.successProbability, nothing.expectedCost, nothing.expectedValue]).toEqual([0, 0, 0]);
    expect(nothing.next(none)).toBeUndefined();
    const done = solveAskPolicy({ asks: [ask("a", 0.5, 1)], routes: [["a"], []], value: 3 });
    expect([done.successProbability, done.expectedCost, done.expectedValue]).toEqual([1, 0, 3]);
    expect(done.next(none)).toBeUndefined();
  });

  it("drops routes with an ask of probability 0 and ignores asks and answers on no route", () => {
    const policy = solveAskPolicy({
      asks: [ask("z", 0, 0), ask("a", 0.5, 1), ask("x", 1, 0)],
      routes: [["z", "a"], ["z"]],
    });
    expect(policy.successProbability).toBe(0);
    expect(policy.next(none)).toBeUndefined();
    const other = solveAskPolicy({ asks: [ask("a", 0.5, 1), ask("x", 1, 0)], routes: [["a"]] });
    expect(
      other.next(
        new Map([
          ["x", false],
          ["nobody", true],
        ]),
      ),
    ).toBe("a");
    expect(other.next(new Map([["a", true]]))).toBeUndefined();
  });

  it("asks where an ask brings just what it costs, and stops where it costs more", () => {
    const at = (value: number) => solveAskPolicy({ asks: [ask("a", 0.5, 1)], routes: [["a"]], value });
    expect(at(2).next(none)).toBe("a");
    expect(at(2).expectedValue).toBe(0);
    expect(at(1.9).next(none)).toBeUndefined();
    expect(at(1.9).successProbability).toBe(0);
    expect(Object.is(solveAskPolicy({ asks: [], routes: [] }).expectedValue, 0)).toBe(true);
  });

  it("stands tiny and certain probabilities", () => {
    const policy = solveAskPolicy({
      asks: [ask("a", 1e-300, 1), ask("b", 1e-20, 2), ask("c", 1, 3), ask("d", 5e-324, 4)],
      routes: [["a"], ["b"], ["d"], ["c"]],
    });
    expect(policy.next(none)).toBe("c");
    expect(policy.successProbability).toBe(1);
    expect(policy.expectedCost).toBe(3);
    const poor = solveAskPolicy({ asks: [ask("a", 5e-324, 10), ask("b", 1e-20, 2)], routes: [["a"], ["b"]] });
    expect(poor.expectedCost).toBeCloseTo(12, 9);
  });

  it("takes thousands of independent routes, and answers in linear time after the solve", async () => {
    const many = (count: number) => {
      const asks = [ask("t", 0.5, 0.1)];
      const routes: string[][] = [];
      for (let i = 0; i < count; i++) {
        asks.push(ask(`x${i}`, 0.1 + (i % 7) / 10, 1 + (i % 11)), ask(`y${i}`, 0.2 + (i % 5) / 10, 1));
        routes.push([`x${i}`, `y${i}`, "t"]);
      }
      const policy = solveAskPolicy({ asks, routes, value: 100 });
      expect(policy.method).toBe("independent");
      return () => {
        for (let i = 0; i < 100; i++) policy.next(new Map([["x0", i % 2 === 0]]));
      };
    };
    await expectLinear(many, 1000);
  });

  it("samples what an approximate policy brings where playing it out takes too many states", () => {
    let seed = 7;
    const random = () => {
      seed = (seed * 48271) % 2147483647;
      return seed / 2147483647;
    };
    const asks = Array.from({ length: 60 }, (_, i) => ask(`a${i}`, 0.3 + 0.4 * random(), 1));
    const routes = Array.from({ length: 45 }, () => [
      ...new Set(Array.from({ length: 4 }, () => `a${Math.floor(random() * 60)}`)),
    ]);
    const policy = solveAskPolicy({ asks, routes, maxStates: 10, value: 20 });
    expect([policy.method, policy.evaluation]).toEqual(["approximate", "sampled"]);
    expect(policy.expectedValue).toBeLessThanOrEqual(policy.upperBound);
    expect(policy.next(none)).toBeDefined();
  });
});

describe("solveAskPolicy, bad calls", () => {
  const good = { asks: [ask("a", 0.5, 1)], routes: [["a"]] };
  const bad: [what: string, code: string, input: unknown][] = [
    ["a probability below 0", "INVALID_ASK", { ...good, asks: [ask("a", -0.1, 1)] }],
    ["no asks", "INVALID_ARGUMENT", { ...good, asks: undefined }],
    ["nothing", "INVALID_ARGUMENT", undefined],
    ["a value that is none", "INVALID_ARGUMENT", { ...good, value: Number.NaN }],
    ["a value without end", "INVALID_ARGUMENT", { ...good, value: Number.POSITIVE_INFINITY }],
    ["a value below 0", "INVALID_ARGUMENT", { ...good, value: -1 }],
    ["half a state", "INVALID_ARGUMENT", { ...good, maxStates: 1.5 }],
    ["states below 0", "INVALID_ARGUMENT", { ...good, maxStates: -1 }],
  ];
  it.each(bad)("with %s are refused with %s", (_, expected, input) => {
    expect(() => solveAskPolicy(input as AskPolicyInput)).toThrow(code(expected));
  });

  it("takes any string for an id", () => {
    const policy = solveAskPolicy({
      asks: [ask("__proto__", 0.5, 1), ask("", 0.4, 1)],
      routes: [["__proto__"], [""]],
    });
    expect(policy.next(none)).toBe("__proto__");
    expect(policy.next(new Map([["__proto__", false]]))).toBe("");
  });
});

describe("valueOfDeal", () => {
  it("turns money into favor points", () => {
    expect(valueOfDeal({ amount: 20_000, closeRate: 0.15, favorPointWorth: 150 })).toBe(20);
    for (const bad of [{ amount: -1 }, { closeRate: 1.1 }, { favorPointWorth: 0 }, { amount: Number.NaN }]) {
      expect(() => valueOfDeal({ amount: 1, closeRate: 1, favorPointWorth: 1, ...bad })).toThrow(
        code("INVALID_ARGUMENT"),
      );
    }
  });
});

describe("solveAskPolicy, sizes", () => {
  it("takes one route of many thousand asks", () => {
    const asks = Array.from({ length: 5_000 }, (_, i) => ask(`a${i}`, 0.999, 0.001));
    const policy = solveAskPolicy({ asks, routes: [asks.map(({ id }) => id)] });
    expect(policy.method).toBe("independent");
    expect(policy.expectedCost).toBeCloseTo((1 - 0.999 ** 5_000) * 1, 9);
  });

  it("does not search crossed routes of more asks than the stack may hold, and bounds what they bring", () => {
    const asks = Array.from({ length: 1_600 }, (_, i) => ask(`a${i}`, 0.3, 1));
    const routes = asks.slice(0, -2).map((_, i) => [`a${i}`, `a${i + 2}`]);
    const policy = solveAskPolicy({ asks, routes: [...routes, ["a1599", "a1598"]], value: 5 });
    expect([policy.method, policy.evaluation]).toEqual(["approximate", "sampled"]);
    expect(policy.upperBound).toBeGreaterThanOrEqual(policy.expectedValue);
    expect(policy.upperBound).toBeLessThanOrEqual(5);
  });
});

describe("solveAskPolicy, told to stop", () => {
  it("looks at the signal as it works and throws its reason", () => {
    const asks = Array.from({ length: 18 }, (_, i) => ask(`a${i}`, 0.3 + (i % 5) / 10, 0.2 + (i % 7) / 10));
    const routes = asks.map((_, i) => [`a${i}`, `a${(i * 7 + 3) % 18}`, `a${(i * 5 + 4) % 18}`]);
    let looks = 0;
    const signal = {
      get aborted() {
        return ++looks > 20;
      },
      reason: new Error("enough"),
    };
    expect(() => solveAskPolicy({ asks, routes, value: 9, signal })).toThrow("enough");
    expect(looks).toBe(21);
  });
});
