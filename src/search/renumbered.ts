import { madeOf } from "../base/check-shape.js";
import { type ArcIndex, indexOfLayout, layoutOf } from "./arc-index.js";
import { MAX_NODES, newLayout, seal } from "./arc-layout.js";
import { check } from "./check.js";

/**
 * The same arcs between nodes of other numbers: where nodes come in between, and nothing has to be built anew. `numbers` gives each
 * node its own, rising. Nothing is sorted, since no two nodes change their order. O(arcs).
 * @throws WarmpathError `INVALID_ARGUMENT` for numbers that do not rise or reach `nodeCount`, or are not one for each node.
 */
export function renumbered(index: ArcIndex, numbers: Int32Array, nodeCount: number): ArcIndex {
  return madeOf("numbers", () => {
    const isRising = (number: number, v: number): boolean => number > (v === 0 ? -1 : numbers[v - 1]!);
    check(numbers instanceof Int32Array && numbers.length === index.nodeCount, "numbers");
    check(numbers.every(isRising) && !(numbers.at(-1)! >= nodeCount) && nodeCount <= MAX_NODES, "numbers");
    const before = layoutOf(index);
    const layout = newLayout(nodeCount, before.arcCount, before.mirrored, false);
    for (const side of ["out", "in"] as const) {
      const [from, to] = [before[side], layout[side]];
      to.costs.set(from.costs);
      for (let i = 0; i < from.nodes.length; i++) to.nodes[i] = numbers[from.nodes[i]!]!;
      let next = 0;
      for (let v = 0; v < numbers.length; v++)
        while (next <= numbers[v]!) to.offsets[next++] = from.offsets[v]!;
      to.offsets.fill(before.arcCount, next);
    }
    return indexOfLayout(seal(layout));
  });
}
