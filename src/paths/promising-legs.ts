/**
 * The last legs that the k best paths may end in. Thousands may know a buyer, at a hub or at a giant, and the search would have to take up
 * every one. One pass from the seekers gives the best way to each; times their consent that is the best path through them. Whoever's
 * best path is less probable than those through k others is on none of the k best. Most need not even be looked at closely.
 *
 * `best`: that pass, for all targets alike, so a way in it may lead through the target (`own`). Such a way is at most as probable as
 * the one to the target. It is a bound then, and is not counted among the k others.
 */
export class PromisingLegs {
  readonly #k: number;
  readonly #best: Float64Array;
  readonly #throughOwn: number;
  /** What is known of the best paths through different people, up to twice as many as are sought. */
  readonly #sure: number[] = [];
  #least = Number.MIN_VALUE;

  constructor(k: number, best: Float64Array, own: number) {
    this.#k = k;
    this.#best = best;
    this.#throughOwn = best[own]!;
  }

  /** False for whom no one of the k best paths ends in, if the target's consent to them is at most so high. */
  isOpen(node: number, most: number): boolean {
    return this.#best[node]! * most >= this.#least;
  }

  /** Notes that the target's consent to somebody is at least so high; nobody is noted twice. */
  expect(node: number, least: number): void {
    const way = this.#best[node]!;
    if (way <= this.#throughOwn || way * least <= this.#least) return;
    this.#sure.push(way * least);
    if (this.#sure.length >= 2 * this.#k) this.settle();
  }

  /** Takes in what was noted. */
  settle(): void {
    if (this.#sure.length < this.#k) return;
    this.#sure.sort((a, b) => b - a).length = this.#k;
    this.#least = Math.max(Number.MIN_VALUE, this.#sure[this.#k - 1]! * (1 - MARGIN));
  }
}

/** Wider than the search's tolerance for ties (1e-12 of a cost), so that no path of the k-th one's group is lost. */
const MARGIN = 1e-6;
