import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { IntroductionPath } from "../../src/paths/index.js";
import {
  type PlannedAsk,
  planAsks,
  planRoutes,
  type Readiness,
  readinessKey,
} from "../../src/planning/index.js";
import { whyAsk } from "../../src/planning/plan-words.js";
import { jointOracle, oracle } from "../support/planning-oracle.js";
import { leg, path, pathCases } from "../support/planning-paths.js";

const base = { target: "bob", day: "2026-03-02" };
const options = { seekers: 2, direct: true };

describe("planAsks", () => {
  it("shares legs and the target's yes, and gives each path its own probability", () => {
    fc.assert(
      fc.property(pathCases(options), (paths) => {
        const { asks, ways } = planRoutes(paths);
        expect(new Set(ways.map(({ route }) => route.at(-1)))).toEqual(new Set(["target"]));
        for (const one of paths) {
          const own = ways.filter(({ path: of }) => of === one).map(({ route }) => route);
          const used = asks.filter(({ id }) => own.flat().includes(id));
          expect(jointOracle({ asks: used, routes: own })).toBeCloseTo(one.probability, 12);
        }
      }),
      { numRuns: 100, seed: 31 },
    );
  });

  it("is optimal, states joint success and cost, and asks each connector once", () => {
    fc.assert(
      fc.property(pathCases(options), fc.option(fc.integer({ min: 0, max: 60 })), (paths, tenths) => {
        const value = tenths === null ? undefined : tenths / 10;
        const plan = planAsks({ ...base, paths, value });
        const { asks, ways } = planRoutes(paths);
        if (asks.length > 10) return;
        const input = { asks, routes: ways.map(({ route }) => route), value };
        expect(plan.expectedValue).toBeCloseTo(oracle(input).best(new Map()), 9);
        expect(plan.jointProbability).toBeCloseTo(jointOracle(input), 9);
        const connectors = plan.asks.map((ask) => ask.connector);
        expect(new Set(connectors).size).toBe(connectors.length);
        for (const ask of plan.asks) {
          const mine = ways.filter(
            (way) => way.path.people[0] === ask.seeker && way.path.people[1] === ask.connector,
          );
          const alone = { asks, routes: mine.map(({ route }) => route) };
          expect(ask.probability).toBeCloseTo(jointOracle(alone), 9);
          expect(ask.cost).toBeCloseTo(-oracle(alone).best(new Map()), 9);
          expect(ask.legs).toEqual(mine[0]!.path.legs);
        }
        if (plan.pricesExact) {
          const prices = plan.asks.map((ask) => ask.price);
          expect(prices).toEqual([...prices].sort((a, b) => a - b));
          if (value !== undefined)
            for (const price of prices) expect(price).toBeLessThanOrEqual(value + 1e-9);
        }
      }),
      { numRuns: 150, seed: 32 },
    );
  });

  it("takes of equal paths and of equal last legs the same first, in whatever order they come", () => {
    const equal = ["ann", "cy"].map((one) => path(leg("me", one, 0.5), leg(one, "bob", 0.4)));
    for (const paths of [equal, [...equal].reverse()]) {
      const thanked: string[] = [];
      const priceOf = ({ asker, role, size }: { asker: string; role: string; size: number }) => {
        if (role === "last") thanked.push(asker);
        return size;
      };
      const { ways } = planRoutes(paths, { priceOf });
      expect(ways.map(({ path: way }) => way.people[1])).toEqual(["ann", "cy"]);
      // Of the target's yes one leg is priced: that of the connector who comes first.
      expect(new Set(thanked)).toEqual(new Set(["ann"]));
    }
  });

  it("gives the same bytes for any order of the paths, and is plain JSON", () => {
    fc.assert(
      fc.property(pathCases(options), (paths) => {
        const plan = planAsks({ ...base, paths });
        const turned = planAsks({
          ...base,
          day: new Date("2026-03-02T23:00:00Z"),
          paths: [...paths].reverse(),
        });
        expect(JSON.stringify(turned)).toBe(JSON.stringify(plan));
        expect(JSON.parse(JSON.stringify(plan))).toEqual(plan);
      }),
      { numRuns: 60, seed: 33 },
    );
  });

  const ways = (): IntroductionPath[] => [
    path(leg("me", "ann", 0.6), leg("ann", "bob", 0.45)),
    path(leg("me", "cai", 0.5), leg("cai", "bob", 0.1, 0.3)),
  ];

  it("names the numbers: two connectors, one with a weaker last leg", () => {
    const plan = planAsks({ ...base, paths: ways() });
    expect(plan.asks.map((ask) => ask.connector)).toEqual(["ann", "cai"]);
    expect(plan.method).toBe("independent");
    // The target's yes once: t = .45, cai gets a tie ask of .1/.45.
    expect(plan.jointProbability).toBeCloseTo(0.45 * (1 - (1 - 0.6) * (1 - (0.5 * 0.1) / 0.45)), 12);
    const [ann] = plan.asks;
    // ann: .1 + .6 x (1 + .1), then the target: .1 + .45 x .5
    expect(ann!.cost).toBeCloseTo(0.76 + 0.6 * 0.325, 12);
    expect(ann!.price).toBeCloseTo(ann!.cost / ann!.probability, 10);
    expect(ann!.id).toMatch(/^ask_[0-9a-f]{16}$/);
    expect(ann!.readiness).toEqual({ gate: "unknown", unmet: ["deposit"] });
    expect(ann!.why).toBe(
      "First: 27% chance for about as much goodwill as 0.955 favors, or 3.54 favors for each success, 13.7 favors for the next.",
    );
    expect(plan.stop).toBe("Ask until one says yes; without a value of the target every route is tried.");
    // Nobody reads a fourth digit: prices that are alike are said to be.
    const [first, second] = plan.asks as [PlannedAsk, PlannedAsk];
    const alike = whyAsk(first, { index: 0, next: { ...second, price: first.price * 1.0001 } });
    expect(alike).toMatch(/ 3\.54 favors for each success, about the same as the next\.$/);
  });

  it("stops where the next ask costs more than reaching the target is worth", () => {
    const plan = planAsks({ ...base, paths: ways(), value: 5 });
    expect(plan.asks.map((ask) => ask.connector)).toEqual(["ann"]);
    expect(plan.stop).toBe(
      "Stop after this ask: the next would cost 13.7 favors for each success, and reaching the target is worth 5 favors.",
    );
    expect(plan.expectedValue).toBeCloseTo(5 * 0.27 - 0.955, 12);
    expect(planAsks({ ...base, paths: ways(), value: 1 }).asks).toEqual([]);
    expect(planAsks({ ...base, paths: [] }).stop).toBe("Nobody can be asked.");
  });

  it("keeps those who are not ready apart, soonest first", () => {
    const readiness = new Map([
      ["ann", { gate: "open" as const, unmet: ["cooldown"], readyAt: "2026-03-20" }],
      ["cai", { gate: "closed" as const, unmet: ["deposit"] }],
    ]);
    const plan = planAsks({ ...base, paths: ways(), readiness });
    expect(plan.asks).toEqual([]);
    expect(plan.jointProbability).toBe(0);
    expect(plan.waiting.map((ask) => ask.connector)).toEqual(["ann", "cai"]);
    expect(plan.waiting[0]!.why).toContain("Waits until 2026-03-20");
    expect(planAsks({ ...base, day: "2026-03-20", paths: ways(), readiness }).asks[0]!.connector).toBe("ann");
  });

  it("keeps the gates of two seekers to one connector apart", () => {
    const open = { gate: "open" as const, unmet: [] };
    const closed = { gate: "closed" as const, unmet: ["deposit"] };
    const team = [
      path(leg("me", "ann", 0.9), leg("ann", "bob", 0.45)),
      path(leg("you", "ann", 0.3), leg("ann", "bob", 0.45)),
    ];
    const readiness = new Map<string, Readiness>([
      [readinessKey("me", "ann"), closed],
      [readinessKey("you", "ann"), open],
      ["ann", closed],
    ]);
    const plan = planAsks({ ...base, paths: team, readiness });
    expect(plan.asks).toMatchObject([{ seeker: "you", connector: "ann", readiness: open }]);
    expect(plan.waiting).toMatchObject([{ seeker: "me", connector: "ann", readiness: closed }]);
    const none = planAsks({ ...base, paths: team, readiness: new Map([["ann", closed]]) });
    expect(none.waiting.map(({ seeker }) => seeker)).toEqual(["me", "you"]);
    expect(readinessKey('a","b', "c")).not.toBe(readinessKey("a", 'b","c'));
  });

  it("orders those who wait by day, then price, then connector, and leaves out who cannot bring anything", () => {
    const all = ["ann", "cai", "dov", "eva"].map((who, i) =>
      path(leg("me", who, [0.5, 0.5, 0.6, 0][i]!), leg(who, "bob", 0.4)),
    );
    const closed = { gate: "closed" as const, unmet: ["deposit"] };
    const readiness = new Map(["ann", "cai", "dov", "eva"].map((who) => [who, closed]));
    const plan = planAsks({ ...base, paths: all, readiness, value: 3 });
    expect(plan.waiting.map((ask) => ask.connector)).toEqual(["dov", "ann", "cai"]);
    expect(plan.stop).toBe("Nobody can be asked.");
    const two = [path(leg("me", "ann", 0.5), leg("ann", "dov", 0.5), leg("dov", "bob", 0.4)), all[0]!];
    const waiting = planAsks({ ...base, paths: two, readiness }).waiting;
    expect(waiting).toHaveLength(1);
    expect(planAsks({ ...base, paths: ways(), value: 50 }).stop).toMatch(/^Every route is worth its price/);
    const chain = planAsks({
      ...base,
      paths: ["ann", "cai", "dov"].map((who) => path(leg("me", who, 0.5), leg(who, "bob", 0.4))),
      value: 6,
    });
    expect(chain.asks.map((ask) => ask.why.split(":")[0])).toEqual(["First", "Then", "Last ask"]);
    expect(
      planAsks({
        ...base,
        paths: [path(leg("me", "dov", 0.01), leg("dov", "bob", 0.4)), ...ways()],
        value: 15,
      }).stop,
    ).toMatch(/^Stop after 2 asks/);
  });

  it("prices by each connector's own routes where routes cross", () => {
    const crossing = [
      path(leg("me", "ann", 0.5), leg("ann", "dov", 0.5), leg("dov", "bob", 0.2, 0.4)),
      path(leg("me", "cai", 0.5), leg("cai", "dov", 0.6), leg("dov", "bob", 0.2, 0.4)),
      path(leg("me", "cai", 0.5), leg("cai", "eva", 0.6), leg("eva", "bob", 0.4)),
    ];
    const plan = planAsks({ ...base, paths: crossing });
    expect(plan.method).toBe("exact");
    expect(plan.pricesExact).toBe(false);
    for (const ask of plan.asks) expect(ask.price).toBeLessThanOrEqual(ask.cost / ask.probability + 1e-9);
  });

  it("takes prices and risks from the caller: more debt never moves an ask forward", () => {
    const place = (price: number) =>
      planAsks({
        ...base,
        paths: ways(),
        costs: { priceOf: ({ asked, size }) => (asked === "ann" ? price : size) },
      }).asks.findIndex((ask) => ask.connector === "ann");
    const places = [0, 1, 4, 16, 64].map(place);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places[0]).toBe(0);
    expect(places[4]).toBe(1);
  });

  it("asks the target themselves where the seeker knows them, and a refusal of theirs ends the order", () => {
    const direct = path(leg("me", "bob", 0.45));
    const plan = planAsks({ ...base, paths: [direct, ...ways()] });
    expect(plan.asks.map((ask) => ask.connector)).toEqual(["bob"]);
    const weak = planAsks({ ...base, paths: [path(leg("me", "bob", 0.15)), ...ways()] });
    expect(weak.asks.map((ask) => ask.connector)).toEqual(["bob", "ann", "cai"]);
  });

  it("refuses paths that lead elsewhere and costs that are none", () => {
    const code = (c: string) => expect.objectContaining({ code: c });
    expect(() => planAsks({ ...base, target: "eve", paths: ways() })).toThrow(code("INVALID_ARGUMENT"));
    expect(() => planAsks({ ...base, paths: ways(), value: -1 })).toThrow(code("INVALID_ARGUMENT"));
    expect(() => planAsks({ ...base, paths: ways(), costs: { model: { risk: -1 } } })).toThrow(
      code("INVALID_ARGUMENT"),
    );
    expect(() => planAsks({ ...base, paths: ways(), day: "soon" })).toThrow(code("INVALID_DATE"));
  });
});
