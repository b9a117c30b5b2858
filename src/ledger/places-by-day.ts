import { MILLIS_PER_DAY } from "../base/index.js";

/** Places of events in order of their days; their own order where that is it already. */
export function placesByDay(from: number, to: number, dayAt: (place: number) => number): Iterable<number> {
  const keys = new Float64Array(to - from);
  let sorted = true;
  for (let place = from; place < to; place++) {
    // Days fit in 26 bits and places in 27, so both fit in the 53 bits of a double.
    keys[place - from] = dayAt(place) * 2 ** 27 + place;
    if (place > from && (keys[place - from] as number) < (keys[place - from - 1] as number)) sorted = false;
  }
  if (!sorted) keys.sort();
  return keys.map((key) => key - Math.floor(key / 2 ** 27) * 2 ** 27);
}

/** UTC day of a time in milliseconds. */
export function dayOf(millis: number): number {
  return Math.floor(millis / MILLIS_PER_DAY);
}
