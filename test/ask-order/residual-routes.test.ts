import { describe, expect, it } from "vitest";
import { DONE, ResidualRoutes } from "../../src/ask-order/residual-routes.js";
import { type Random, seededRandom } from "../support/random.js";

type Route = readonly number[];

const isWithin = (inner: Route, outer: Route): boolean => {
  let from = 0;
  return inner.every((ask) => {
    from = outer.indexOf(ask, from) + 1;
    return from > 0;
  });
};

/**
 * What is left, by the rule: each route once, and none that holds another one in order, unless it makes an ask of a kept route possible
 * after fewer others. Routes in the order in which they were first met.
 */
function plainLeft(routes: readonly Route[]): readonly Route[] | "success" {
  if (routes.some((route) => route.length === 0)) return "success";
  const held = (route: Route) => routes.filter((other) => other !== route && isWithin(other, route));
  const dropped = new Set(routes.filter((route) => held(route).length > 0));
  const opensMore = (route: Route, inner: Route): boolean =>
    route.some((ask, at) => {
      if (inner.includes(ask)) return false;
      const before = route.slice(0, at);
      return routes.some(
        (other) =>
          !dropped.has(other) &&
          other.includes(ask) &&
          other.slice(0, other.indexOf(ask)).some((needed) => !before.includes(needed)),
      );
    });
  for (let size = -1; size !== dropped.size; ) {
    size = dropped.size;
    for (const route of [...dropped])
      if (held(route).every((inner) => dropped.has(inner) || opensMore(route, inner))) dropped.delete(route);
  }
  return routes.filter((route) => !dropped.has(route));
}

/** Routes of a few asks, whose numbers have the same place among 31 in part of the cases. */
function drawn({ below, pick }: Random): Route[] {
  const asks = pick([
    [0, 1, 2, 3, 4],
    [0, 31, 62, 1, 32],
    [5, 36, 7, 8, 9],
  ]);
  const routes = Array.from({ length: 1 + below(5) }, () => [
    ...new Set(Array.from({ length: 1 + below(4) }, () => asks[below(5)]!)),
  ]);
  return [...new Map(routes.map((route) => [route.join(), route])).values()];
}

describe("what is left of routes", () => {
  it("is what answers leave of each, without those that can add nothing", () => {
    const random = seededRandom(81);
    let [dropped, done] = [0, 0];
    for (let world = 0; world < 120; world++) {
      const routes = drawn(random);
      const residual = new ResidualRoutes();
      const start = residual.start(routes);
      const left = plainLeft(routes);
      expect(residual.routes(start)).toEqual(left);
      if (left.length < routes.length) dropped++;
      const answers = Array.from({ length: 63 }, () => random.below(3) - 1).map((one) =>
        random.below(2) > 0 ? one : 0,
      );
      const alive = routes.filter((route) => route.every((ask) => answers[ask]! >= 0));
      const texts = new Map(
        alive.map((route) => route.filter((ask) => answers[ask] === 0)).map((route) => [route.join(), route]),
      );
      const state = residual.after(routes, answers);
      const want = plainLeft([...texts.values()]);
      if (want === "success") {
        done++;
        expect(state).toBe(DONE);
        continue;
      }
      // Which of two that hold each other's asks goes may hang on the order, so what is left is held against itself.
      const got = residual.routes(state);
      expect(new Set(got.map((route) => route.join())).size).toBe(got.length);
      for (const route of got) expect(texts.has(route.join())).toBe(true);
      for (const route of texts.values()) expect(got.some((other) => isWithin(other, route))).toBe(true);
    }
    expect(Math.min(dropped, done)).toBeGreaterThan(10);
  });

  it("is the same whether answers come at once or one by one, and whatever was met before", () => {
    const random = seededRandom(82);
    for (let world = 0; world < 60; world++) {
      const routes = drawn(random);
      const residual = new ResidualRoutes();
      const [ask, other] = [random.pick(routes.flat()), random.pick(routes.flat())];
      const named = (some: readonly Route[]) => some.map((route) => route.join()).sort();
      const yes = residual.agreed(residual.start(routes), ask);
      const no = residual.declined(residual.start(routes), ask);
      const fresh = new ResidualRoutes();
      const plainYes = fresh.start(routes.map((route) => route.filter((one) => one !== ask)));
      const plainNo = fresh.start(routes.filter((route) => !route.includes(ask)));
      if (yes === DONE) expect(plainYes).toBe(DONE);
      else if (plainLeft(routes) !== "success" && plainLeft(routes).length === routes.length) {
        expect(named(residual.routes(yes))).toEqual(named(fresh.routes(plainYes)));
        expect(named(residual.routes(no))).toEqual(named(fresh.routes(plainNo)));
      }
      expect(residual.agreed(residual.start(routes), ask)).toEqual(yes);
      for (const state of [yes, no]) {
        expect([...state]).toEqual([...state].sort((a, b) => a - b));
        if (state === DONE) continue;
        expect(residual.routes(state).flat()).not.toContain(ask);
        expect(residual.start(residual.routes(state))).toEqual(state);
        expect(residual.declined(state, 99)).toEqual(state);
        expect(residual.agreed(state, 99)).toEqual(state);
        for (const route of residual.routes(residual.declined(state, other)))
          expect(route).not.toContain(other);
      }
    }
  });

  it("is looked for under the eyes of whoever counts the steps, every 64th", () => {
    let ticks = 0;
    const residual = new ResidualRoutes(() => {
      ticks++;
    });
    for (let i = 0; i < 129; i++) residual.start([[1]]);
    expect(ticks).toBe(3);
  });
});
