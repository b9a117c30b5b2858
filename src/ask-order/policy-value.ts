import { type AskBlock, comparePrice, priceOf, TIE } from "./ask-blocks.js";

/** Probability of success and expected cost. */
export interface Result {
  readonly success: number;
  readonly cost: number;
}

/** Value x success - cost; without a value (Infinity) minus the cost. */
export function valueOfResult({ success, cost }: Result, value: number): number {
  const worth = value === Number.POSITIVE_INFINITY ? 0 : value;
  return worth * success - cost || 0;
}

/**
 * True where a result is worth more than the best so far. Gains that differ by rounding only are equal, which is enough where the best so far
 * is to stop: asking goes before it. Without a value (Infinity) the cost counts, with `end` for each success.
 */
export function isBetter(found: Result, best: Result, value: number, isStop: boolean, end = 0): boolean {
  if (value === Number.POSITIVE_INFINITY)
    return found.cost + found.success * end < (best.cost + best.success * end) * (1 - TIE);
  const gain = value * found.success - found.cost - (value * best.success - best.cost);
  const slack = TIE * (value * found.success + found.cost);
  return isStop ? gain >= -slack : gain > slack;
}

/** Playing blocks in rising price, while they are worth it. */
export function valueOfBlocks(blocks: readonly AskBlock[], value: number): Result {
  let success = 0;
  let cost = 0;
  let left = 1;
  for (const block of blocks) {
    if (comparePrice(priceOf(block), value) > 0) break;
    success += left * block.probability;
    cost += left * block.cost;
    left *= 1 - block.probability;
  }
  return { success, cost };
}

/** Sorted numbers of groups without the one at an index. */
export function without(ids: readonly number[], at: number): number[] {
  const rest = ids.slice();
  rest.splice(at, 1);
  return rest;
}

/** Sorted numbers of groups and some more. */
export function withGroups(ids: readonly number[], groups: readonly number[]): number[] {
  return groups.length === 0 ? [...ids] : [...ids, ...groups].sort((a, b) => a - b);
}

/** A state as text, one code unit a group. */
export function keyOfGroups(ids: readonly number[]): string {
  let key = "";
  for (const id of ids) key += String.fromCharCode(id);
  return key;
}
