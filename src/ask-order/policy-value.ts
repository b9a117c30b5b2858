import { type AskBlock, comparePrice, priceOf } from "./ask-blocks.js";

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
