import type { PlanRoutes } from "../../../src/planning/index.js";

/** How somebody without a policy goes through their routes. */
export type RouteOrder = "most probable path first" | "cheapest first" | "random order";

interface Outcome {
  readonly success: number;
  readonly cost: number;
}

/**
 * Expected outcome of trying routes one after the other, each to its end, asks that were answered not made again; exact, over all
 * answers. With a `value`, a route whose own chance times the value does not cover its own cost is left out.
 */
export function playRoutes(
  { asks, ways }: PlanRoutes,
  order: RouteOrder,
  value: number | undefined,
): Outcome {
  const byId = new Map(asks.map((ask) => [ask.id, ask]));
  const chanceAndCost = (route: readonly string[]): Outcome => {
    let success = 1;
    let cost = 0;
    for (const id of route) {
      cost += success * byId.get(id)!.cost;
      success *= byId.get(id)!.probability;
    }
    return { success, cost };
  };
  const keys = ways.map((way, i) => {
    const { success, cost } = chanceAndCost(way.route);
    return order === "cheapest first"
      ? cost
      : order === "random order"
        ? ((i + 1) * 0.6180339887) % 1
        : -success;
  });
  const routes = ways
    .map(({ route }, i) => ({ route, key: keys[i]! }))
    .sort((a, b) => a.key - b.key)
    .map(({ route }) => route);
  const play = (answers: ReadonlyMap<string, boolean>): Outcome => {
    for (const route of routes) {
      if (route.some((id) => answers.get(id) === false)) continue;
      const left = route.filter((id) => !answers.has(id));
      if (left.length === 0) return { success: 1, cost: 0 };
      const { success, cost } = chanceAndCost(left);
      if (value !== undefined && success * value < cost) continue;
      const { id, probability, cost: own } = byId.get(left[0]!)!;
      const yes = play(new Map(answers).set(id, true));
      const no = play(new Map(answers).set(id, false));
      return {
        success: probability * yes.success + (1 - probability) * no.success,
        cost: own + probability * yes.cost + (1 - probability) * no.cost,
      };
    }
    return { success: 0, cost: 0 };
  };
  return play(new Map());
}
