import { madeOf } from "../base/check-shape.js";
import { type AskRoutes, numberRoutes } from "./ask-problem.js";
import { DONE, ResidualRoutes } from "./residual-routes.js";
import { structureOf } from "./route-structure.js";
import { pricesOf } from "./route-structure-prices.js";

/** What each ask costs for each success, and whether that is all one has to know. */
export interface AskPrices {
  /** By ask id; asks on no route that can add something are absent. */
  readonly prices: ReadonlyMap<string, number>;
  /**
   * True where asking in rising price, until it exceeds the value, is optimal for every value: routes that nest. False
   * where asks are shared crosswise. Then an ask has the lowest price among its positions, each taken for a copy: a
   * guide only.
   */
  readonly exact: boolean;
}

/**
 * The price of each ask, in the unit of the costs. For an ask (p, c) that opens asks with value-derivatives phi_j(u):
 * psi(u) = product of phi_j, 0 where it reaches success. The price u solves the integral from 0 to u of (1 - psi) =
 * c/p. Then phi(u) = 1 below u, and (1 - p) + p psi(u) above. One last ask (t, c_t) common to all that comes before it
 * makes of a price u (u + c_t)/t. It does not depend on what success is worth. Prices are of asks before any answer.
 * @throws WarmpathError as `solveAskPolicy`.
 */
export function askPrices(input: AskRoutes): AskPrices {
  return madeOf("input", () => {
    const numbers = numberRoutes(input);
    const residual = new ResidualRoutes();
    const start = residual.start(numbers.routes);
    const structure = structureOf(start === DONE ? [] : residual.routes(start), numbers);
    const prices = Array.from(
      pricesOf(structure, numbers),
      ([ask, price]) => [numbers.ids[ask]!, price] as const,
    );
    return { prices: new Map(prices), exact: structure.exact };
  });
}
