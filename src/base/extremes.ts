/** The greatest of some numbers, `-Infinity` of none. A list that is spread into `Math.max` overflows the stack from some 120,000 on. */
export function maxOf(numbers: Iterable<number>): number {
  let greatest = -Infinity;
  for (const number of numbers) greatest = Math.max(greatest, number);
  return greatest;
}

/** The least of some numbers, `Infinity` of none; see {@link maxOf}. */
export function minOf(numbers: Iterable<number>): number {
  let least = Infinity;
  for (const number of numbers) least = Math.min(least, number);
  return least;
}
