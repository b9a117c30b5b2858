/** Sets of indices 0 to size - 1 that only ever grow together: union by path halving (Tarjan 1975), near-constant time an operation. */
export class DisjointSets {
  readonly #parents: Int32Array;

  constructor(size: number, parents?: Int32Array) {
    this.#parents = parents ?? Int32Array.from({ length: size }, (_, index) => index);
  }

  /** Sets of their own that begin as these are. */
  copy(): DisjointSets {
    return new DisjointSets(0, this.#parents.slice());
  }

  /** The least index of the set that `index` is in. */
  find(index: number): number {
    const parents = this.#parents;
    let at = index;
    while (parents[at] !== at) {
      parents[at] = parents[parents[at] as number] as number;
      at = parents[at] as number;
    }
    return at;
  }

  /** Makes one set of two; false where they were one already. */
  join(a: number, b: number): boolean {
    const [x, y] = [this.find(a), this.find(b)];
    if (x !== y) this.#parents[Math.max(x, y)] = Math.min(x, y);
    return x !== y;
  }
}
