/** How many fell on each day, or took each number of days; both ways in O(log n) of the distinct ones. */
export class DayCounts {
  /** The distinct days in order, and how many fell on each. */
  readonly #days: number[] = [];
  readonly #counts: number[] = [];
  #total = 0;

  /** Adds one on a day, or takes one away again. */
  add(day: number, sign: 1 | -1): void {
    const index = this.#indexOf(day);
    this.#total += sign;
    if (this.#days[index] !== day) {
      this.#days.splice(index, 0, day);
      this.#counts.splice(index, 0, sign);
      return;
    }
    const count = (this.#counts[index] as number) + sign;
    this.#counts[index] = count;
    if (count !== 0) return;
    this.#days.splice(index, 1);
    this.#counts.splice(index, 1);
  }

  /** Days and how many, in order. */
  forEach(callback: (day: number, count: number) => void): void {
    for (let index = 0; index < this.#days.length; index++)
      callback(this.#days[index] as number, this.#counts[index] as number);
  }

  get total(): number {
    return this.#total;
  }

  /** The middle, of an even total the mean of the two in the middle; undefined of none. */
  median(): number | undefined {
    if (this.#total === 0) return undefined;
    return (this.#nth((this.#total - 1) >> 1) + this.#nth(this.#total >> 1)) / 2;
  }

  #nth(index: number): number {
    let left = index;
    for (let i = 0; i < this.#days.length; i++) {
      left -= this.#counts[i] as number;
      if (left < 0) return this.#days[i] as number;
    }
    return Number.NaN;
  }

  #indexOf(day: number): number {
    let [low, high] = [0, this.#days.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#days[middle] as number) < day) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
