import { arcsOf } from "./arc-overlay.js";
import { type Meter, scan } from "./meter.js";
import type { Query } from "./query.js";
import type { SearchSpace } from "./search-scratch.js";
import { type SuffixLayers, suffixLayers } from "./suffix-layers.js";
import { byHopsThenNodes, type Route, tieSpan } from "./tie-order.js";

/**
 * Problem: the loopless paths that cost at most `limit`, one after the other, by cost or by hops and then node numbers.
 * Yen (Management Science 17, 1971) with Lawler's partition (Management Science 18, 1972). The paths not listed yet
 * fall into classes "begins with this prefix, then not with these nodes". The best of each class waits in a list. Each
 * path taken opens at most as many classes as it has nodes, each answered by {@link suffixLayers}. That is polynomial
 * whatever the graph, which best-first listing is not. One set of layers serves all classes but those whose way on
 * comes back to their prefix. For graphs of ties and graphs of dead ends; elsewhere that is quicker.
 *
 * Both orders rest on this: of the walks within a limit, one with fewest hops repeats no node. Cutting out a loop costs
 * nothing and saves hops.
 */
export function* lawler(
  query: Query,
  space: SearchSpace,
  meter: Meter,
  limit: number,
  order: "cost" | "hops",
): Generator<Route> {
  const compare = order === "cost" ? (a: Route, b: Route) => a.cost - b.cost : byHopsThenNodes;
  const waiting: PathClass[] = [];
  const all = suffixLayers(query, space, meter, query.blocked);
  const open = (prefix: readonly number[], costs: readonly number[], banned: ReadonlySet<number>) => {
    const fill = (layers: SuffixLayers) =>
      bestOfClass(query, meter, layers, limit, order, prefix, costs, banned);
    let best = fill(all);
    if (best === ASTRAY) best = fill(suffixLayers(query, space, meter, [...query.blocked, ...prefix]));
    if (typeof best !== "object") return;
    let at = waiting.length;
    while (at > 0 && compare(waiting[at - 1]!, best) < 0) at--;
    waiting.splice(at, 0, best);
  };
  open([], [], new Set());
  for (let best = waiting.pop(); best !== undefined; best = waiting.pop()) {
    const { nodes, costs, fixed } = best;
    yield best;
    for (let i = fixed; i < nodes.length; i++) {
      const banned = new Set(i === fixed ? best.banned : []).add(nodes[i]!);
      open(nodes.slice(0, i), costs.slice(0, i), banned);
    }
  }
}

/** The best path of a class: begins with the first `fixed` nodes, then with none of `banned`. */
interface PathClass extends Route {
  /** Cost from the source to each node. */
  readonly costs: readonly number[];
  readonly fixed: number;
  readonly banned: ReadonlySet<number>;
}

/** Arcs of a scan that one look at a way on is worth: it goes along labels and along the prefix. */
const LOOK = 4;

/** Every way on, of those that seemed possible, comes back to the prefix. */
const ASTRAY = "astray";

/** Fills up a class's prefix to its best path, by layers that know of no prefix or of this one. */
function bestOfClass(
  { maxHops, sources, view }: Query,
  meter: Meter,
  layers: SuffixLayers,
  limit: number,
  order: "cost" | "hops",
  prefix: readonly number[],
  prefixCosts: readonly number[],
  banned: ReadonlySet<number>,
): PathClass | undefined | typeof ASTRAY {
  const fixed = prefix.length;
  const nodes = [...prefix];
  const costs = [...prefixCosts];
  let cost = costs.at(-1) ?? 0;
  let arcs =
    fixed > 0
      ? arcsOf(view.out, nodes[fixed - 1]!)
      : { nodes: sources, costs: sources.map(() => 0), start: 0, end: sources.length };
  let next = 0;
  let step = 0;
  /** The least that a path costs if `left` more hops may follow the next; `next`: the least node of those within `bound`. */
  const look = (left: number, bound: number) => {
    let least = Infinity;
    next = least;
    let i = arcs.start;
    for (; i < arcs.end && cost + arcs.costs[i]! <= limit; i++) {
      const node = arcs.nodes[i]!;
      if (nodes.includes(node) || (nodes.length === fixed && banned.has(node))) continue;
      const total = cost + arcs.costs[i]! + layers.cost(node, left);
      least = Math.min(least, total);
      if (total > bound || node > next) continue;
      next = node;
      step = arcs.costs[i]!;
    }
    scan(meter, LOOK * (i - arcs.start));
    return least;
  };
  let left = 0;
  let total = Infinity;
  const isWanting = () => {
    if (order === "hops") total = look(left, 0);
    return total > limit;
  };
  while (left < maxHops - fixed && isWanting() && layers.grow(left + 1, limit)) left++;
  if (total > limit) total = look(left, 0);
  if (!(total <= limit) || fixed > maxHops) return undefined;
  // Sums taken in another order differ by rounding; a limit for hops lies in a gap much wider than that.
  const room = tieSpan(total) / 16;
  const fence = (order === "hops" ? limit : total) + room;
  // In the order of hops the least is known; in that of cost a way of fewer hops may cost the same.
  if (order === "cost") for (left = 0; look(left, 0) > fence; ) left++;
  for (; left >= 0; left--) {
    const least = look(left, fence);
    if (least > fence + room) return ASTRAY;
    if (least > fence) look(left, least);
    cost += step;
    nodes.push(next);
    costs.push(cost);
    arcs = arcsOf(view.out, next);
  }
  return { nodes, costs, cost, fixed, banned };
}
