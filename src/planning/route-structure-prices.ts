import { priceOf } from "./ask-blocks.js";
import type { RouteStructure } from "./route-structure.js";

interface Numbers {
  readonly probability: readonly number[];
  readonly cost: readonly number[];
}

/**
 * The price of each ask of a structure: what the stretch that begins with it costs for each success. It is fixed before any
 * answer; a last ask (p, c) above turns the price u of what leads to it into (u + c) / p. Where a structure is not exact an ask
 * can stand in it several times: then its lowest price counts.
 */
export function pricesOf(structure: RouteStructure, { probability, cost }: Numbers): Map<number, number> {
  const prices = new Map<number, number>();
  const visit = (current: RouteStructure, outer: (price: number) => number): void => {
    for (const { ask, role, below, blocks } of current.parts) {
      const p = probability[ask]!;
      const c = cost[ask]!;
      const own = outer(role === "first" ? priceOf(blocks[0]!) : c / p);
      prices.set(ask, Math.min(own, prices.get(ask) ?? Number.POSITIVE_INFINITY));
      if (below !== undefined) visit(below, role === "first" ? outer : (price) => outer((price + c) / p));
    }
  };
  visit(structure, (price) => price);
  return prices;
}
