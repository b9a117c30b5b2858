import { MinHeap } from "../../../src/search/min-heap.js";
import { seeded } from "../../support/search-graphs.js";
import type { SocialGraph } from "./social-graph.js";

/** What each trick of the engine is worth, by itself: `npm run bench -- search tricks`. */
export function tricks(graph: SocialGraph): void {
  heapArity();
  labelsSideBySide(graph);
  sortedArcs(graph);
}

/** A heap with four below each entry against one with two: pushes and pops in the mix of a Dijkstra. */
function heapArity(): void {
  const four = new MinHeap();
  const two = new BinaryHeap();
  for (const size of [1000, 30_000]) {
    const time = (heap: { size: number; push(key: number, value: number): void; pop(): number }) => {
      const random = seeded(size);
      heap.size = 0;
      const start = performance.now();
      for (let i = 0; i < 40 * size; i++) {
        heap.push(random(), i);
        if (heap.size > size) heap.pop();
      }
      return performance.now() - start;
    };
    print(`heap of ${size}: binary / 4-ary`, rounds(() => time(two)) / rounds(() => time(four)));
  }
}

/** Both distances of a node in one cache line against two arrays. */
function labelsSideBySide({ nodeCount, targets }: SocialGraph): void {
  const together = new Float64Array(4 * nodeCount);
  const ahead = new Float64Array(nodeCount);
  const back = new Float64Array(nodeCount);
  let sum = 0;
  const apart = () => {
    for (let i = 0; i < targets.length; i++) sum += ahead[targets[i]!]! + back[targets[i]!]!;
  };
  const close = () => {
    for (let i = 0; i < targets.length; i++)
      sum += together[4 * targets[i]!]! + together[4 * targets[i]! + 1]!;
  };
  print(
    "labels: two arrays / side by side",
    rounds(() => timed(apart)) / rounds(() => timed(close)) + 0 * sum,
  );
}

/** Arcs that lie below a cut: the scan of sorted arcs stops there, that of unsorted ones sees all. */
function sortedArcs({ probabilities }: SocialGraph): void {
  const cut = 0.4;
  const below = probabilities.filter((p) => -Math.log(p) <= cut).length;
  print(`arcs: all / those below a cost of ${cut}`, probabilities.length / below);
}

function timed(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function rounds(time: () => number): number {
  return Math.min(...Array.from({ length: 5 }, time));
}

function print(what: string, ratio: number): void {
  console.log(`${what}: ${ratio.toFixed(2)}`);
}

class BinaryHeap {
  size = 0;
  readonly #keys = new Float64Array(1 << 16);
  readonly #values = new Int32Array(1 << 16);

  push(key: number, value: number): void {
    let at = this.size++;
    for (; at > 0 && this.#keys[(at - 1) >> 1]! > key; at = (at - 1) >> 1) this.#move((at - 1) >> 1, at);
    this.#keys[at] = key;
    this.#values[at] = value;
  }

  pop(): number {
    const result = this.#values[0]!;
    const last = --this.size;
    let at = 0;
    for (let child = 1; child < last; child = 2 * at + 1) {
      if (child + 1 < last && this.#keys[child + 1]! < this.#keys[child]!) child++;
      if (this.#keys[child]! >= this.#keys[last]!) break;
      this.#move(child, at);
      at = child;
    }
    this.#move(last, at);
    return result;
  }

  #move(from: number, to: number): void {
    this.#keys[to] = this.#keys[from]!;
    this.#values[to] = this.#values[from]!;
  }
}
