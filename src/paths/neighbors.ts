/**
 * Who is tied to whom by ties of some kind, in node numbers. Each node's neighbors stand in one array (compressed rows), and
 * beside it the number of each tie in the lists it was made from. Made of shared ties alone, no number made from it (overlaps,
 * common acquaintances, degrees) tells of one that is not.
 */
export class Neighbors {
  readonly #offsets: Uint32Array;
  readonly #others: Uint32Array;
  readonly #ties: Uint32Array;
  readonly #mark: Int32Array;
  #marked = -1;

  /** `from` and `to` hold the two ends of each tie, each tie once. */
  constructor(nodeCount: number, from: Uint32Array, to: Uint32Array) {
    const offsets = new Uint32Array(nodeCount + 1);
    for (const ends of [from, to]) for (let i = 0; i < ends.length; i++) offsets[ends[i]! + 1]!++;
    for (let v = 0; v < nodeCount; v++) offsets[v + 1]! += offsets[v]!;
    const next = offsets.slice();
    const others = new Uint32Array(from.length * 2);
    const ties = new Uint32Array(from.length * 2);
    const put = (at: number, other: number, tie: number) => {
      others[at] = other;
      ties[at] = tie;
    };
    for (let i = 0; i < from.length; i++) {
      put(next[from[i]!]!++, to[i]!, i);
      put(next[to[i]!]!++, from[i]!, i);
    }
    this.#offsets = offsets;
    this.#others = others;
    this.#ties = ties;
    this.#mark = new Int32Array(nodeCount).fill(-1);
  }

  degree(node: number): number {
    return this.#offsets[node + 1]! - this.#offsets[node]!;
  }

  /** Everybody's neighbors one after the other, in the order of nodes. */
  get others(): Uint32Array {
    return this.#others;
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
