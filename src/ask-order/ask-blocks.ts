/**
 * A stretch of asks that is played to its end once begun. `probability` is of reaching success in it, `cost` what it is expected to
 * cost, both given that nothing before it in its list succeeded. Lists are in rising price = cost / probability; that price does not
 * depend on what success is worth (README, Branching index).
 */
export interface AskBlock {
  readonly probability: number;
  readonly cost: number;
}

/** Cost for each success; Infinity where the quotient is too large for a number. */
export function priceOf(block: AskBlock): number {
  return block.cost / block.probability;
}

/** Prices that differ by rounding only are equal, so that scaling value and costs together changes no choice. */
export function comparePrice(a: number, b: number): number {
  if (a === b || Math.abs(a - b) <= TIE * Math.min(a, b)) return 0;
  return a < b ? -1 : 1;
}

/** Relative difference below which two prices are one. */
export const TIE = 1e-12;

/** The blocks of structures that share nothing: all of them, in rising price. */
export function mergeBlocks(lists: readonly (readonly AskBlock[])[]): readonly AskBlock[] {
  if (lists.length === 1) return lists[0]!;
  return lists.flat().sort((a, b) => comparePrices(a, b));
}

/** An ask that opens `below`: it takes in blocks for as long as they make its own price lower. */
export function blocksAfter(probability: number, cost: number, below: readonly AskBlock[]): AskBlock[] {
  let reach = 0;
  let spent = cost;
  /** Probability that all blocks taken in so far fail. */
  let fail = 1;
  let taken = 0;
  for (; taken < below.length; taken++) {
    const block = below[taken]!;
    if (reach > 0 && comparePrices(block, { probability: reach, cost: spent }) >= 0) break;
    reach += probability * fail * block.probability;
    spent += probability * fail * block.cost;
    fail *= 1 - block.probability;
  }
  const blocks = [{ probability: reach, cost: spent }];
  const alive = probability * fail;
  return rest(blocks, below, taken, alive / (1 - probability + alive));
}

/** The ask that has to follow every success of `inner`; its refusal ends them all. */
export function blocksBefore(inner: readonly AskBlock[], probability: number, cost: number): AskBlock[] {
  const ended = inner.map((block) => ({
    probability: block.probability * probability,
    cost: block.cost + block.probability * cost,
  }));
  const blocks: AskBlock[] = [];
  let alive = 1;
  for (let i = 0; i < inner.length && alive > 0; i++) {
    const block = ended[i]!;
    blocks.push({ probability: alive * block.probability, cost: alive * block.cost });
    const left = alive * (1 - inner[i]!.probability);
    alive = left / (1 - alive + left + alive * inner[i]!.probability * (1 - probability));
  }
  return blocks;
}

/** The blocks that were not taken in, each weighted by the probability that they can still be played. */
function rest(blocks: AskBlock[], below: readonly AskBlock[], from: number, chance: number): AskBlock[] {
  let alive = chance;
  for (let i = from; i < below.length && alive > 0; i++) {
    const block = below[i]!;
    blocks.push({ probability: alive * block.probability, cost: alive * block.cost });
    const left = alive * (1 - block.probability);
    alive = left / (1 - alive + left);
  }
  return blocks;
}

/** By cost / probability, without the division, so that tiny probabilities keep their order. */
function comparePrices(a: AskBlock, b: AskBlock): number {
  return a.cost * b.probability - b.cost * a.probability;
}
