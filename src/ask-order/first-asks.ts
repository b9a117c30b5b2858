import { type AskBlock, comparePrice, priceOf } from "./ask-blocks.js";
import type { AskNumbers } from "./ask-problem.js";

/**
 * The asks that may be next in routes that hang together. Routes that go on alike after asks of their own open the same
 * thing (README, The same opening). Of those only the one counts whose own asks cost least for each time that they open it.
 * Of equals it is the smaller number.
 */
export function firstAsksOf(routes: readonly (readonly number[])[], numbers: AskNumbers): number[] {
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
      // What follows is the same for all of them, so that the whole route says as well which one is cheapest.
      const price = priceOf(chainBlock(route, numbers));
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
