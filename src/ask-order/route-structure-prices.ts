import { priceOf } from "./ask-blocks.js";
import type { AskNumbers } from "./ask-problem.js";
import type { RouteStructure } from "./route-structure.js";

/**
 * The price of each ask of a structure: what the stretch that begins with it costs for each success. It is fixed before any
 * answer; a last ask (p, c) above turns the price u of what leads to it into (u + c) / p. Where a structure is not exact an ask
 * can stand in it several times: then its lowest price counts.
 */
export function pricesOf(structure: RouteStructure, { probability, cost }: AskNumbers): Map<number, number> {
  const prices = new Map<number, number>();
  // A price u is (u + shift) / scale as seen from outside the last asks above it.
  const open = structure.parts.map((part) => ({ part, scale: 1, shift: 0 }));
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { part, scale, shift } = next;
    const { ask, role, below, blocks } = part;
    const p = probability[ask]!;
    const c = cost[ask]!;
    const own = ((role === "first" ? priceOf(blocks[0]!) : c / p) + shift) / scale;
    prices.set(ask, Math.min(own, prices.get(ask) ?? Number.POSITIVE_INFINITY));
    for (const inner of below?.parts ?? []) {
      // (u + c) / p first, then what lies further out.
      open.push(
        role === "first"
          ? { part: inner, scale, shift }
          : { part: inner, scale: scale * p, shift: c + shift * p },
      );
    }
  }
  return prices;
}
