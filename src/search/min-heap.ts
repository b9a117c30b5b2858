/**
 * A priority queue of (key, value) in two typed arrays. Each entry has four below it, so that the children of one lie
 * in one or two cache lines (LaMarca and Ladner 1996). Entries are not changed in place: a better key is pushed again
 * and the stale one skipped when it comes up.
 */
export class MinHeap {
  size = 0;
  keys: Float64Array = new Float64Array(256);
  values: Int32Array = new Int32Array(256);

  /** The least key, infinity where the heap is empty. */
  get top(): number {
    return this.size > 0 ? this.keys[0]! : Infinity;
  }

  push(key: number, value: number): void {
    let at = this.size++;
    if (at === this.keys.length) {
      const { keys, values } = this;
      this.keys = new Float64Array(2 * at);
      this.values = new Int32Array(2 * at);
      this.keys.set(keys);
      this.values.set(values);
    }
    const { keys, values } = this;
    while (at > 0) {
      const up = (at - 1) >>> 2;
      const above = keys[up]!;
      if (above <= key) break;
      keys[at] = above;
      values[at] = values[up]!;
      at = up;
    }
    keys[at] = key;
    values[at] = value;
  }

  /** Takes the entry with the least key out and returns its value; the heap is not to be empty. */
  pop(): number {
    const { keys, values } = this;
    const result = values[0]!;
    const size = --this.size;
    const key = keys[size]!;
    const value = values[size]!;
    let at = 0;
    for (let child = 1; child < size; child = 4 * at + 1) {
      let least = child;
      let leastKey = keys[child]!;
      const end = Math.min(child + 4, size);
      for (let i = child + 1; i < end; i++) {
        const other = keys[i]!;
        if (other < leastKey) {
          leastKey = other;
          least = i;
        }
      }
      if (leastKey >= key) break;
      keys[at] = leastKey;
      values[at] = values[least]!;
      at = least;
    }
    keys[at] = key;
    values[at] = value;
    return result;
  }
}
