import { type ArcRange, arcsOf } from "./arc-overlay.js";
import type { Meter } from "./meter.js";
import type { Query } from "./query.js";
import type { SearchSpace } from "./search-scratch.js";
import { SuffixLayers } from "./suffix-layers.js";
import { byHopsThenNodes, type Route, tieSpan } from "./tie-order.js";

/**
 * Problem: the loopless paths that cost at most `limit`, one after the other, by cost or by hops and then node numbers.
 * Yen (Management Science 17, 1971) with Lawler's partition (Management Science 18, 1972): the paths not listed yet fall
 * into classes "begins with this prefix, then not with these nodes"; the best of each class waits in a list. Each path
 * taken opens at most as many classes as it has nodes, each answered by {@link SuffixLayers}: polynomial whatever
 * the graph, which best-first listing is not. One set of layers serves all classes but those whose way on comes back to
 * their prefix. For graphs of ties and graphs of dead ends; elsewhere that is quicker.
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
  const all = new SuffixLayers(query, space, meter, query.blocked);
  const open = (start: PathClass) => {
    let best = bestOfClass(query, all, limit, order, start);
    if (best === ASTRAY) {
      const around = new SuffixLayers(query, space, meter, [...query.blocked, ...start.nodes]);
      best = bestOfClass(query, around, limit, order, start);
    }
    if (best === undefined || best === ASTRAY) return;
    let at = waiting.length;
    while (at > 0 && compare(waiting[at - 1]!, best) < 0) at--;
    waiting.splice(at, 0, best);
  };
  open({ nodes: [], costs: [], cost: 0, fixed: 0, banned: new Set() });
  for (let best = waiting.pop(); best !== undefined; best = waiting.pop()) {
    const { nodes, costs, fixed } = best;
    yield best;
    for (let i = fixed; i < nodes.length; i++) {
      const banned = new Set(i === fixed ? best.banned : []).add(nodes[i]!);
      open({ nodes: nodes.slice(0, i), costs: costs.slice(0, i), cost: costs[i - 1] ?? 0, fixed: i, banned });
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

const NONE: ReadonlySet<number> = new Set();

/** Every way on, of those that seemed possible, comes back to the prefix. */
const ASTRAY = "astray";

/** Fills up a class's prefix to its best path, by layers that know of no prefix or of this one. */
function bestOfClass(
  query: Query,
  layers: SuffixLayers,
  limit: number,
  order: "cost" | "hops",
  start: PathClass,
): PathClass | undefined | typeof ASTRAY {
  const { fixed, banned } = start;
  const most = query.maxHops - fixed;
  if (most < 0) return undefined;
  const nodes = [...start.nodes];
  const costs = [...start.costs];
  let { cost } = start;
  let arcs = fixed > 0 ? arcsOf(query.view.out, nodes[fixed - 1]!) : startsOf(query);
  let avoided: ReadonlySet<number> = banned;
  /** Calls back for each next node: what a path by it costs at least, if `left` more hops may follow. */
  const eachWay = (left: number, use: (node: number, step: number, total: number) => void) => {
    for (let i = arcs.start; i < arcs.end && cost + arcs.costs[i]! <= limit; i++) {
      const node = arcs.nodes[i]!;
      const step = arcs.costs[i]!;
      if (!avoided.has(node) && !nodes.includes(node)) use(node, step, cost + step + layers.cost(node, left));
    }
  };
  const leastTotal = (left: number) => {
    let least = Number.POSITIVE_INFINITY;
    eachWay(left, (_node, _step, total) => {
      least = Math.min(least, total);
    });
    return least;
  };
  let left = 0;
  if (order === "hops")
    while (left < most && leastTotal(left) > limit && layers.grow(left + 1, limit)) left++;
  else while (left < most && layers.grow(left + 1, limit)) left++;
  const total = leastTotal(left);
  if (!(total <= limit)) return undefined;
  // Sums taken in another order differ by rounding; a limit for hops lies in a gap much wider than that.
  const fence = (order === "hops" ? limit : total) + tieSpan(total) / 16;
  left = 0;
  while (leastTotal(left) > fence) left++;
  for (; left >= 0; left--) {
    const bound = Math.max(fence, leastTotal(left));
    if (bound > fence + tieSpan(total) / 16) return ASTRAY;
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
    arcs = arcsOf(query.view.out, next);
    avoided = NONE;
  }
  return { nodes, costs, cost, fixed, banned };
}

function startsOf({ sources }: Query): ArcRange {
  const end = sources.length;
  return { nodes: Int32Array.from(sources), costs: new Float64Array(end), start: 0, end };
}
