import type { OwnList } from "./arc-overlay.js";
import type { Meter } from "./meter.js";
import type { Query } from "./query.js";
import type { SearchSpace } from "./search-scratch.js";
import { SuffixLayers } from "./suffix-layers.js";
import { byHopsThenNodes, type Route, tieSpan } from "./tie-order.js";

/**
 * Problem: the loopless paths that cost at most `limit`, one after the other, by cost or by hops and then node numbers.
 * Yen (Management Science 17, 1971) with Lawler's partition (Management Science 18, 1972): the paths not listed yet fall
 * into classes "begins with this prefix, then not with these nodes"; the best of each class waits in a list. Each path
 * taken opens at most as many classes as it has nodes, each answered by one {@link SuffixLayers}: polynomial whatever
 * the graph, which best-first listing is not. For graphs of ties and graphs of dead ends; elsewhere that is quicker.
 *
 * Both orders rest on this: of the walks within a limit, one with fewest hops repeats no node, for cutting out a loop
 * costs nothing and saves hops.
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
  const open = (prefix: readonly number[], costs: readonly number[], banned: readonly number[]) => {
    const best = bestOfClass(query, space, meter, limit, order, prefix, costs, banned);
    if (best === undefined) return;
    let at = waiting.length;
    while (at > 0 && compare(waiting[at - 1]!, best) < 0) at--;
    waiting.splice(at, 0, best);
  };
  open([], [], []);
  for (let best = waiting.pop(); best !== undefined; best = waiting.pop()) {
    const { nodes, costs, fixed, banned } = best;
    yield best;
    for (let i = fixed; i < nodes.length; i++) {
      open(nodes.slice(0, i), costs.slice(0, i), i === fixed ? [...banned, nodes[i]!] : [nodes[i]!]);
    }
  }
}

/** The best path of a class: begins with the first `fixed` nodes, then with none of `banned`. */
interface PathClass extends Route {
  /** Cost from the source to each node. */
  readonly costs: readonly number[];
  readonly fixed: number;
  readonly banned: readonly number[];
}

function bestOfClass(
  query: Query,
  space: SearchSpace,
  meter: Meter,
  limit: number,
  order: "cost" | "hops",
  prefix: readonly number[],
  prefixCosts: readonly number[],
  banned: readonly number[],
): PathClass | undefined {
  const most = query.maxHops - prefix.length;
  if (most < 0) return undefined;
  const layers = new SuffixLayers(query, space, meter, [...query.blocked, ...prefix]);
  const nodes = [...prefix];
  const costs = [...prefixCosts];
  let cost = costs.at(-1) ?? 0;
  let arcs = prefix.length > 0 ? arcsOf(query, prefix.at(-1)!) : startsOf(query);
  let avoided = banned;
  /** Calls back for each next node: what a path by it costs at least, if `left` more hops may follow. */
  const eachWay = (left: number, use: (node: number, step: number, total: number) => void) => {
    for (let i = 0; i < arcs.nodes.length && cost + arcs.costs[i]! <= limit; i++) {
      const node = arcs.nodes[i]!;
      const step = arcs.costs[i]!;
      if (!avoided.includes(node)) use(node, step, cost + step + layers.cost(node, left));
    }
  };
  const leastTotal = (left: number) => {
    let least = Number.POSITIVE_INFINITY;
    eachWay(left, (_node, _step, total) => {
      least = Math.min(least, total);
    });
    return least;
  };
  while (order === "cost" || leastTotal(layers.depth) > limit) {
    if (layers.depth >= most || !layers.grow(limit - cost, limit)) break;
  }
  const total = leastTotal(layers.depth);
  if (!(total <= limit)) return undefined;
  // Sums taken in another order differ by rounding; a limit for hops lies in a gap much wider than that.
  const fence = (order === "hops" ? limit : total) + tieSpan(total) / 16;
  let left = 0;
  while (leastTotal(left) > fence) left++;
  for (; left >= 0; left--) {
    const bound = Math.max(fence, leastTotal(left));
    let next = Number.POSITIVE_INFINITY;
    let nextStep = 0;
    eachWay(left, (node, step, sum) => {
      if (sum > bound || node > next) return;
      next = node;
      nextStep = step;
    });
    cost += nextStep;
    nodes.push(next);
    costs.push(cost);
    arcs = arcsOf(query, next);
    avoided = [];
  }
  return { nodes, costs, cost, fixed: prefix.length, banned };
}

function startsOf({ sources }: Query): OwnList {
  return { nodes: Int32Array.from(sources), costs: new Float64Array(sources.length) };
}

function arcsOf({ view }: Query, node: number): OwnList {
  const { slots, list, offsets, nodes, costs } = view.out;
  const slot = slots?.[node] ?? 0;
  if (slot > 0) return list(slot);
  const start = offsets[node]!;
  const end = offsets[node + 1]!;
  return { nodes: nodes.subarray(start, end), costs: costs.subarray(start, end) };
}
