import { MILLIS_PER_DAY } from "../base/index.js";

/** Places of events in order of their days; their own order where that is it already. */
export function indicesByDay(from: number, to: number, dayAt: (index: number) => number): Iterable<number> {
  const keys = new Float64Array(to - from);
  let sorted = true;
  for (let index = from; index < to; index++) {
    // Days fit in 26 bits and indices in 27, so both fit in the 53 bits of a double.
    keys[index - from] = dayAt(index) * 2 ** 27 + index;
    if (index > from && (keys[index - from] as number) < (keys[index - from - 1] as number)) sorted = false;
  }
  if (!sorted) keys.sort();
  const indices = new Int32Array(keys.length);
  for (const [i, key] of keys.entries()) indices[i] = key - Math.floor(key / 2 ** 27) * 2 ** 27;
  return indices;
}

/** UTC day of a time in milliseconds. */
export function dayOf(millis: number): number {
  return Math.floor(millis / MILLIS_PER_DAY);
}
