import { MILLIS_PER_DAY } from "../base/index.js";

/** Places of events in order of their days, those of one day in their own order. */
export function indicesByDay(from: number, to: number, dayAt: (index: number) => number): Iterable<number> {
  const keys = new Float64Array(to - from);
  // Days fit in 26 bits and indices in 27, so both fit in the 53 bits of a double.
  for (let index = from; index < to; index++) keys[index - from] = dayAt(index) * 2 ** 27 + index;
  keys.sort();
  const indices = new Int32Array(keys.length);
  for (const [i, key] of keys.entries()) indices[i] = key - Math.floor(key / 2 ** 27) * 2 ** 27;
  return indices;
}

/** UTC day of a time in milliseconds. */
export function dayOf(millis: number): number {
  return Math.floor(millis / MILLIS_PER_DAY);
}
