import { type ArcIndex, indexOfLayout, layoutOf } from "./arc-index.js";
import { type Arcs, MAX_NODES, newLayout, seal } from "./arc-layout.js";
import { check, checkGiven } from "./check.js";

/**
 * The same arcs between nodes of other numbers: where nodes come and go, and nothing has to be built anew. `numbers` gives each node its
 * own, rising, and -1 to one that goes with all its arcs. Nothing is sorted, since no two nodes change their order. O(arcs).
 * @throws WarmpathError `INVALID_ARGUMENT` for numbers that do not rise or reach `nodeCount`, or are not one for each node.
 */
export function renumbered(index: ArcIndex, numbers: Int32Array, nodeCount: number): ArcIndex {
  checkGiven(index, "index");
  check(numbers instanceof Int32Array, "numbers");
  let last = -1;
  for (let v = 0; v < index.nodeCount; v++) {
    const number = numbers[v];
    if (number === -1) continue;
    check(Number.isInteger(number) && number! > last && number! < nodeCount, "numbers");
    last = number!;
  }
  check(numbers.length === index.nodeCount && nodeCount <= MAX_NODES, "numbers");
  const { out, in: into, mirrored, arcCount } = layoutOf(index);
  let kept = arcCount;
  if (numbers.includes(-1)) {
    kept = 0;
    for (let v = 0; v < numbers.length; v++)
      for (let i = out.offsets[v]!; numbers[v]! >= 0 && i < out.offsets[v + 1]!; i++)
        if (numbers[out.nodes[i]!]! >= 0) kept++;
  }
  const layout = newLayout(nodeCount, kept, mirrored, false);
  const sides: (readonly [Arcs, Arcs])[] = [[out, layout.out]];
  if (!mirrored) sides.push([into, layout.in]);
  for (const [before, { offsets, nodes, costs }] of sides) {
    let next = 0;
    let at = 0;
    for (let v = 0; v < numbers.length; v++) {
      if (numbers[v]! < 0) continue;
      while (next <= numbers[v]!) offsets[next++] = at;
      const [start, end] = [before.offsets[v]!, before.offsets[v + 1]!];
      if (kept === arcCount) at += end - start;
      else
        for (let i = start; i < end; i++) {
          const other = numbers[before.nodes[i]!]!;
          if (other < 0) continue;
          nodes[at] = other;
          costs[at++] = before.costs[i]!;
        }
    }
    while (next <= nodeCount) offsets[next++] = at;
    if (kept < arcCount) continue;
    // Nothing is gone: every arc stays at its index.
    costs.set(before.costs);
    for (let i = 0; i < kept; i++) nodes[i] = numbers[before.nodes[i]!]!;
  }
  return indexOfLayout(seal(layout));
}
