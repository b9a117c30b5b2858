/** How many fell on each day, or took each number of days; both ways in O(log n) of the distinct ones. */
export class DayCounts {
  readonly #counts = new Map<number, number>();
  /** The distinct days in order; a count may have gone back to 0. */
  readonly #days: number[] = [];
  #total = 0;

  /** Adds one on a day, or takes one away again. */
  add(day: number, sign: 1 | -1): void {
    const held = this.#counts.get(day);
    if (held === undefined) this.#days.splice(this.#placeOf(day), 0, day);
    this.#counts.set(day, (held ?? 0) + sign);
    this.#total += sign;
  }

  /** Days and how many, in order, those without any left out. */
  forEach(callback: (day: number, count: number) => void): void {
    for (const day of this.#days) {
      const count = this.#counts.get(day) ?? 0;
      if (count > 0) callback(day, count);
    }
  }

  get total(): number {
    return this.#total;
  }

  /** The middle, of an even total the mean of the two in the middle; undefined of none. */
  median(): number | undefined {
    if (this.#total === 0) return undefined;
    return (this.#nth((this.#total - 1) >> 1) + this.#nth(this.#total >> 1)) / 2;
  }

  #nth(place: number): number {
    let left = place;
    for (const day of this.#days) {
      left -= this.#counts.get(day) ?? 0;
      if (left < 0) return day;
    }
    return Number.NaN;
  }

  #placeOf(day: number): number {
    let [low, high] = [0, this.#days.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#days[middle] as number) < day) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
