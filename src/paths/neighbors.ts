/**
 * Who is tied to whom by ties of some kind, in node numbers. Each node's neighbors stand in one array (compressed rows), and
 * beside it the number of each tie in the lists it was made from. Made of shared ties alone, no number made from it (overlaps,
 * common acquaintances, degrees) tells of one that is not.
 */
export class Neighbors {
  #offsets: Uint32Array;
  #others: Uint32Array;
  #ties: Uint32Array;
  #mark: Int32Array;
  #marked = -1;

  /** `from` and `to` hold the two ends of each tie, each tie once, {@link NO_NODE} where there is none. */
  constructor(nodeCount: number, from: Uint32Array, to: Uint32Array) {
    const offsets = new Uint32Array(nodeCount + 1);
    for (const ends of [from, to])
      for (let i = 0; i < ends.length; i++) if (ends[i] !== NO_NODE) offsets[ends[i]! + 1]!++;
    for (let v = 0; v < nodeCount; v++) offsets[v + 1]! += offsets[v]!;
    const next = offsets.slice();
    const others = new Uint32Array(offsets[nodeCount]!);
    const ties = new Uint32Array(others.length);
    const put = (at: number, other: number, tie: number) => {
      others[at] = other;
      ties[at] = tie;
    };
    for (let i = 0; i < from.length; i++) {
      if (from[i] === NO_NODE) continue;
      put(next[from[i]!]!++, to[i]!, i);
      put(next[to[i]!]!++, from[i]!, i);
    }
    this.#offsets = offsets;
    this.#others = others;
    this.#ties = ties;
    this.#mark = new Int32Array(nodeCount).fill(-1);
  }

  /** One tie more between two nodes that have none. O(ties), all of it one move of memory. */
  add(a: number, b: number, tie: number): void {
    const size = this.#offsets.at(-1)!;
    if (size + 2 > this.#others.length) {
      this.#others = longer(this.#others, size + 2);
      this.#ties = longer(this.#ties, size + 2);
    }
    for (const [node, other] of [
      [a, b],
      [b, a],
    ] as const) {
      const at = this.#offsets[node + 1]!;
      for (const list of [this.#others, this.#ties]) list.copyWithin(at + 1, at, this.#offsets.at(-1));
      this.#others[at] = other;
      this.#ties[at] = tie;
      this.#shift(node, 1);
    }
  }

  /** The tie between two nodes taken away. O(ties) as {@link add}. */
  remove(a: number, b: number): void {
    for (const [node, other] of [
      [a, b],
      [b, a],
    ] as const) {
      const at = this.#offsets[node]! + this.of(node).indexOf(other);
      for (const list of [this.#others, this.#ties]) list.copyWithin(at, at + 1, this.#offsets.at(-1));
      this.#shift(node, -1);
    }
  }

  #shift(node: number, by: number): void {
    for (let v = node + 1; v < this.#offsets.length; v++) this.#offsets[v]! += by;
    this.#mark[node] = this.#marked = -1;
  }

  /** Gives nodes the numbers of `moved`, rising; those of -1 have no ties. O(ties). */
  renumber(moved: Int32Array, nodeCount: number): void {
    const offsets = new Uint32Array(nodeCount + 1);
    for (let v = 0; v < moved.length; v++) if (moved[v]! >= 0) offsets[moved[v]! + 1] = this.degree(v);
    for (let v = 0; v < nodeCount; v++) offsets[v + 1]! += offsets[v]!;
    for (let i = 0; i < offsets[nodeCount]!; i++) this.#others[i] = moved[this.#others[i]!]!;
    this.#offsets = offsets;
    this.#mark = new Int32Array(nodeCount).fill(-1);
    this.#marked = -1;
  }

  degree(node: number): number {
    return this.#offsets[node + 1]! - this.#offsets[node]!;
  }

  /** Everybody's neighbors one after the other, in the order of nodes. */
  get others(): Uint32Array {
    return this.#others.subarray(0, this.#offsets.at(-1));
  }

  /** A node's neighbors, in no order. */
  of(node: number): Uint32Array {
    return this.#others.subarray(this.#offsets[node]!, this.#offsets[node + 1]!);
  }

  /** The numbers of a node's ties, in the order of {@link of}. */
  tiesOf(node: number): Uint32Array {
    return this.#ties.subarray(this.#offsets[node]!, this.#offsets[node + 1]!);
  }

  /** The number of the tie between two nodes, -1 where there is none. O(the smaller degree). */
  tieBetween(a: number, b: number): number {
    const [few, many] = this.degree(a) <= this.degree(b) ? [a, b] : [b, a];
    const index = this.of(few).indexOf(many);
    return index < 0 ? -1 : this.tiesOf(few)[index]!;
  }

  /** True where two are tied. O(1) where the first is the same as in the call before, else O(its degree). */
  isTied(node: number, other: number): boolean {
    this.#markNeighbors(node);
    return this.#mark[other] === node;
  }

  /**
   * Onnela's overlap of two people's neighbors, each without the other, in [0, 1] (Onnela 2007). 0 also where an export
   * shows nothing of the other's neighbors, which is why a 0 is no evidence. O(the smaller degree) where the larger one is the
   * same as in the call before. So a pass over one person's ties costs no more than their contacts' neighbors.
   */
  overlap(a: number, b: number): number {
    const [few, many] = this.degree(a) <= this.degree(b) ? [a, b] : [b, a];
    this.#markNeighbors(many);
    let common = 0;
    let tied = 0;
    for (let i = this.#offsets[few]!; i < this.#offsets[few + 1]!; i++) {
      const other = this.#others[i]!;
      if (other === many) tied = 1;
      else if (this.#mark[other] === many) common++;
    }
    if (common === 0) return 0;
    return common / (this.degree(a) + this.degree(b) - 2 * tied - common);
  }

  /** {@link overlap} of the ends of each of many ties; taken in the order of their larger degrees, O(sum of the smaller ones). */
  overlaps(from: Uint32Array, to: Uint32Array): Float64Array {
    const larger = (i: number): number => (this.degree(from[i]!) > this.degree(to[i]!) ? from[i]! : to[i]!);
    const starts = new Uint32Array(this.#mark.length + 1);
    for (let i = 0; i < from.length; i++) starts[larger(i) + 1]!++;
    for (let v = 1; v < starts.length; v++) starts[v]! += starts[v - 1]!;
    const order = new Uint32Array(from.length);
    for (let i = 0; i < from.length; i++) order[starts[larger(i)]!++] = i;
    const overlaps = new Float64Array(from.length);
    for (const i of order) overlaps[i] = this.overlap(from[i]!, to[i]!);
    return overlaps;
  }

  #markNeighbors(node: number): void {
    if (this.#marked === node) return;
    this.#marked = node;
    for (let i = this.#offsets[node]!; i < this.#offsets[node + 1]!; i++) this.#mark[this.#others[i]!] = node;
  }
}

/** A copy with room for `length` cells, and for some more to come. */
export function longer<List extends Uint32Array | Float64Array>(list: List, length: number): List {
  const copy = new (list.constructor as new (size: number) => List)(length + (length >> 4) + 16);
  copy.set(list as never);
  return copy;
}

/** In place of a node's number where there is none. */
export const NO_NODE = 0xffff_ffff;
