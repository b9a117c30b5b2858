import { describe, expect, it } from "vitest";
import { CauseGroups, type GroupOutcome } from "../../src/ask-order/cause-groups.js";
import { valueOfBlocks, withGroups, without } from "../../src/ask-order/policy-value.js";
import { ResidualRoutes } from "../../src/ask-order/residual-routes.js";
import { causeWorlds } from "../support/cause-worlds.js";
import { jointOracle, oracle } from "../support/planning-oracle.js";
import { seededRandom } from "../support/random.js";

describe("groups of routes beside a common cause", () => {
  it.each([0, 3, 6, 9])(
    "come to success as often as their routes do, whatever is asked first, and lose no chance (worlds from %i)",
    (from) => {
      for (const { groups, common, chance, named, ids } of causeWorlds(3, from)) {
        const jointOf = (group: number) => jointOracle(named(groups.at(group).routes, chance));
        /** The chance of success where all is asked, in the order of the moves or against it. */
        const played = (left: readonly number[], last: boolean): number => {
          const id = left[0];
          if (id === undefined) return 0;
          const move = groups.moves(id).at(last ? -1 : 0)!;
          const on = (outcomes: readonly GroupOutcome[]) => {
            expect(outcomes.reduce((sum, one) => sum + one.chance, 0)).toBeCloseTo(1, 12);
            expect(new Set(outcomes.map((one) => `${one.kind} ${one.left}`)).size).toBe(outcomes.length);
            return outcomes.reduce((sum, { chance: share, kind, left: rest }) => {
              if (kind === "success") return sum + share;
              expect([...rest]).toEqual([...rest].sort((a, b) => a - b));
              const then = withGroups(left.slice(1), rest);
              if (kind === "on") return sum + share * played(then, last);
              return sum + share * (chance + (1 - chance) * failing(then));
            }, 0);
          };
          return move.probability * on(move.yes) + (1 - move.probability) * on(move.no);
        };
        const failing = (left: readonly number[]): number =>
          1 -
          left
            .map((id) => groups.plain(id))
            .filter((id) => id >= 0)
            .reduce((fail, id) => fail * (1 - jointOf(id)), 1);
        for (const id of new Set(ids)) {
          expect(groups.at(id).hasCause).toBe(groups.at(id).routes.flat().includes(common.cause));
          for (const last of [false, true]) expect(played([id], last)).toBeCloseTo(jointOf(id), 10);
        }
      }
    },
  );

  it.each([
    [0, 0],
    [2, 2],
    [4, 2],
    [6, 2],
    [8, 2],
  ])(
    "by themselves are worth what the best of all policies brings, the cause sure or drawn for each (worlds from %i)",
    (from, most) => {
      let [told, crossed] = [0, 0];
      for (const { groups, common, chance, named, ids } of causeWorlds(2, from)) {
        for (const id of new Set(ids)) {
          const through = groups.at(id).routes.filter((route) => route.includes(common.cause));
          // Of several ways to a cause that is not sure each counts as if it had a cause of its own.
          for (const causeChance of through.length < 2 ? [chance, 1] : [1]) {
            const { blocks, exact, head } = groups.blocks(id, causeChance);
            if (exact) told++;
            else crossed++;
            if (!exact) continue;
            const input = named(groups.at(id).routes, causeChance);
            if (input.asks.length > 6) continue;
            for (const value of [1, 4, 30]) {
              const { best, afterAsk } = oracle({ ...input, value });
              const { success, cost } = valueOfBlocks(blocks, value);
              expect(value * success - cost).toBeCloseTo(best(new Map()), 9);
              if (success > 0) expect(afterAsk(new Map(), `${head}`)).toBeCloseTo(best(new Map()), 9);
            }
          }
        }
      }
      expect(crossed).toBeLessThanOrEqual(most);
      expect(told).toBeGreaterThan(10);
    },
  );

  it.each([1, 2, 3])(
    "of any routes are worth what the best of all policies brings where the cause is sure (%i)",
    (seed) => {
      const { below, next, pick, chance } = seededRandom(seed);
      const [cause, ids] = [5, ["a", "b", "c", "d", "e", "cause"]];
      let [exact, drawn] = [0, 0];
      for (let i = 0; i < 40; i++) {
        const probability = [...Array.from({ length: 5 }, () => pick([0.5, 0.1 + 0.8 * next()])), 0.4];
        const cost = [...Array.from({ length: 5 }, () => (chance(0.5) ? 0 : 0.2 + next())), 0];
        const routes = Array.from({ length: 2 + below(3) }, () => [
          ...new Set([
            below(2),
            ...(chance(0.5) ? [2 + below(3)] : []),
            ...(chance(0.5) ? [2 + below(3)] : []),
          ]),
          ...(chance(0.5) ? [cause] : []),
        ]);
        const distinct = [...new Map(routes.map((route) => [route.join(), route])).values()];
        const groups = new CauseGroups(
          { ids, numberOf: new Map(), probability, cost, routes },
          new ResidualRoutes(),
          cause,
        );
        const { group } = groups.intern(distinct);
        const through = new Set(
          distinct.filter((route) => route.at(-1) === cause).map((route) => route.slice(0, -1).join()),
        );
        // Of several ways to a cause that is not sure each counts as if it had a cause of its own.
        for (const causeChance of through.size < 2 ? [1, 0.4] : [1]) {
          const found = groups.blocks(group, causeChance);
          if (!found.exact) continue;
          exact++;
          if (through.size > 0 && distinct.length > through.size) drawn++;
          const asks = ids.map((id, ask) => ({
            id,
            probability: ask === cause ? causeChance : probability[ask]!,
            cost: cost[ask]!,
          }));
          const named = { asks, routes: distinct.map((route) => route.map((ask) => ids[ask]!)) };
          for (const value of [1.5, 6]) {
            const { success, cost: spent } = valueOfBlocks(found.blocks, value);
            expect(value * success - spent).toBeCloseTo(oracle({ ...named, value }).best(new Map()), 9);
          }
        }
      }
      expect(Math.min(exact, drawn)).toBeGreaterThan(8);
    },
  );

  it("share the cause where several paid ways lead to it", () => {
    const { next } = seededRandom(6);
    for (let i = 0; i < 6; i++) {
      const probability = [...Array.from({ length: 4 }, () => 0.2 + 0.6 * next()), 0.4];
      const cost = [...Array.from({ length: 4 }, () => 0.1 + next()), 0];
      const ids = ["a", "b", "c", "d", "cause"];
      const routes = [
        [0, 1, 4],
        [0, 2, 4],
        [0, 3],
      ].slice(i % 2);
      const groups = new CauseGroups(
        { ids, numberOf: new Map(), probability, cost, routes },
        new ResidualRoutes(),
        4,
      );
      const found = groups.blocks(groups.intern(routes).group, 0.4);
      if (!found.exact) continue;
      const asks = ids.map((id, ask) => ({ id, probability: probability[ask]!, cost: cost[ask]! }));
      const named = { asks, routes: routes.map((route) => route.map((ask) => ids[ask]!)), value: 12 };
      const { success, cost: spent } = valueOfBlocks(found.blocks, 12);
      expect(12 * success - spent).toBeCloseTo(oracle(named).best(new Map()), 9);
    }
  });

  it("are one where their asks have the same numbers in the same form, whatever they are called", () => {
    const random = seededRandom(5);
    let renamed = 0;
    for (const { groups, common, ids, numbers } of causeWorlds(4)) {
      for (const id of new Set(ids)) {
        const { routes } = groups.at(id);
        const asks = [...new Set(routes.flat())].filter((ask) => ask !== common.cause);
        const size = numbers.ids.length;
        // Copies of the asks in another order, behind those there are.
        const copies = new Map(asks.map((ask) => [ask, -1]));
        const shuffled = asks.map((ask) => [random.next(), ask] as const).sort(([a], [b]) => a - b);
        const [probability, cost] = [[...numbers.probability], [...numbers.cost]];
        shuffled.forEach(([, ask], i) => {
          copies.set(ask, size + i);
          probability[size + i] = probability[ask]!;
          cost[size + i] = cost[ask]!;
        });
        const both = new CauseGroups({ ...numbers, probability, cost }, new ResidualRoutes(), common.cause);
        const copied = routes.map((route) => route.map((ask) => copies.get(ask) ?? ask));
        const [own, other] = [both.intern(routes), both.intern(copied.reverse())];
        const numbersOf = (list: readonly number[]) => list.map((ask) => [probability[ask], cost[ask]]);
        expect(numbersOf(other.asks)).toEqual(numbersOf(own.asks));
        const distinct = new Set(asks.map((ask) => both.formOf(ask))).size === asks.length;
        if (!distinct) continue;
        renamed++;
        expect(other.group).toBe(own.group);
        for (const [i, ask] of own.asks.entries()) expect(other.asks[i]).toBe(copies.get(ask) ?? ask);
        expect(both.at(own.group).asks).toEqual(own.asks);
        expect(both.formOf(common.cause)).toBe("!");
      }
    }
    expect(renamed).toBeGreaterThan(8);
  });

  it.each([0, 3, 8, 10])(
    "are counted with all states and forms that they can come to (worlds from %i)",
    (from) => {
      for (const { groups, ids } of causeWorlds(3, from)) {
        for (const id of new Set(ids)) {
          const states = new Set<string>([""]);
          const forms = new Set<number>();
          const visit = (left: readonly number[]): void => {
            if (states.has(left.join())) return;
            states.add(left.join());
            left.forEach((one, at) => {
              forms.add(one);
              for (const { yes, no } of groups.moves(one))
                for (const { kind, left: rest } of [...yes, ...no])
                  if (kind === "on") visit(withGroups(without(left, at), rest));
            });
          };
          visit([id]);
          expect(groups.states(id, states.size)).toBe(states.size);
          expect(groups.states(id, states.size - 1)).toBe(Number.POSITIVE_INFINITY);
          expect(groups.reachable(id, 100)).toEqual(forms);
          // Beyond as many as are asked for no form is gone through: of one, only what it leads to itself.
          const near = groups.moves(id).flatMap(({ yes, no }) => [...yes, ...no]);
          const next = near.flatMap(({ kind, left }) => (kind === "on" ? left : []));
          expect(groups.reachable(id, 1)).toEqual(new Set([id, ...next]));
        }
      }
    },
  );
});
