/** Something that answers a query, given by its number. */
export interface Contestant {
  readonly name: string;
  readonly answer: (query: number) => number;
  /** How many queries it is asked; slow peers get few. */
  readonly queries: number;
}

/** Milliseconds a query took. */
export interface Timing {
  readonly name: string;
  readonly median: number;
  readonly p95: number;
  readonly queries: number;
}

/** Queries that one contestant answers before the next has its turn. */
const BLOCK = 20;

/**
 * Asks all contestants the same queries in turn, a block each, so that whatever else the machine does meets them alike,
 * after a warm-up in the same order. Answers are summed so that none is optimised away.
 */
export function measure(contestants: readonly Contestant[]): Timing[] {
  const times = contestants.map(() => [] as number[]);
  const most = Math.max(...contestants.map((contestant) => contestant.queries));
  let sink = 0;
  for (const isWarmUp of [true, false]) {
    for (let block = 0; block < most; block += BLOCK) {
      for (const [c, { answer, queries }] of contestants.entries()) {
        const end = Math.min(block + BLOCK, isWarmUp ? Math.ceil(queries / 2) : queries);
        for (let query = block; query < end; query++) {
          const start = performance.now();
          sink += answer(query);
          if (!isWarmUp) times[c]!.push(performance.now() - start);
        }
      }
    }
  }
  if (Number.isNaN(sink)) throw new Error("an answer is no number");
  return contestants.map(({ name }, c) => {
    const sorted = times[c]!.sort((a, b) => a - b);
    return { name, queries: sorted.length, median: quantile(sorted, 0.5), p95: quantile(sorted, 0.95) };
  });
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}
