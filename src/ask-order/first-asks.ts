import { type AskBlock, priceOf } from "./ask-blocks.js";
import {
  type AskNumbers,
  cheapestHead,
  comparePrice,
  partOf,
  type RoutePart,
  sharingGroups,
} from "./route-structure.js";

/**
 * The asks that may be next, in rising numbers. Of first asks that open the same thing that is only the cheapest by the
 * branching index (README, The same opening). So it is of exact parts side by side or before the same last asks. So it is
 * of routes that go on alike after asks of their own. Of equals the smaller number stays.
 */
export function firstAsksOf(routes: readonly (readonly number[])[], numbers: AskNumbers): number[] {
  const found = new Set<number>();
  collect(routes, numbers, found);
  return [...found].sort((a, b) => a - b);
}

function collect(routes: readonly (readonly number[])[], numbers: AskNumbers, found: Set<number>): void {
  const exact: RoutePart[] = [];
  for (const group of sharingGroups(routes)) {
    const part = partOf(group, numbers, true);
    const last = group[0]!.at(-1);
    if (part !== undefined) exact.push(part);
    else if (group.every((route) => route.length > 1 && route.at(-1) === last))
      collect(
        group.map((route) => route.slice(0, -1)),
        numbers,
        found,
      );
    else for (const ask of cheapestOpeners(group, numbers)) found.add(ask);
  }
  if (exact.length > 0) found.add(cheapestHead({ parts: exact }).ask);
}

function cheapestOpeners(routes: readonly (readonly number[])[], numbers: AskNumbers): number[] {
  const holders = new Map<number, number>();
  for (const route of routes) for (const ask of route) holders.set(ask, (holders.get(ask) ?? 0) + 1);
  const shared: number[] = [];
  const cheapest = new Map<string, { readonly ask: number; readonly price: number }>();
  for (const route of routes) {
    const ask = route[0]!;
    const own = route.findIndex((other) => holders.get(other)! > 1);
    if (own === 0) shared.push(ask);
    else {
      const tail = route.slice(own).join();
      const price = priceOf(chainBlock(route.slice(0, own), numbers));
      const known = cheapest.get(tail);
      const order = known === undefined ? -1 : comparePrice(price, known.price);
      if (order < 0 || (order === 0 && ask < known!.ask)) cheapest.set(tail, { ask, price });
    }
  }
  return [...shared, ...[...cheapest.values()].map(({ ask }) => ask)];
}

function chainBlock(chain: readonly number[], { probability, cost }: AskNumbers): AskBlock {
  let block: AskBlock = { probability: 1, cost: 0 };
  for (const ask of chain) {
    block = {
      probability: block.probability * probability[ask]!,
      cost: block.cost + block.probability * cost[ask]!,
    };
  }
  return block;
}
