import type { OwnList } from "./arc-overlay.js";
import type { Meter } from "./meter.js";
import type { Query } from "./query.js";
import { SuffixLayers } from "./suffix-layers.js";
import { byHopsThenNodes, type Route, tieSpan } from "./tie-order.js";

/**
 * Problem: the loopless paths of a query one after the other, in one of two orders: by cost, or, among those that cost
 * at most `fence`, by hops and then node numbers.
 * Yen (Management Science 17, 1971) with Lawler's partition (Management Science 18, 1972): the paths not listed yet fall
 * into classes "begins with this prefix, then not with these nodes"; the best of each class waits in a list. Each path
 * taken opens at most as many classes as it has nodes, each answered by one {@link SuffixLayers}: polynomial whatever
 * the graph, which the best-first searches are not. They hand over to this one where prefixes lead to dead ends.
 *
 * The second order rests on this: of the walks within the fence, one with fewest hops repeats no node, for cutting out a
 * loop costs nothing and saves hops.
 */
export function* lawler(query: Query, meter: Meter, fence: number | undefined): Generator<Route> {
  const order = fence === undefined ? (a: Route, b: Route) => a.cost - b.cost : byHopsThenNodes;
  const waiting: PathClass[] = [];
  const open = (prefix: readonly number[], banned: ReadonlySet<number>) => {
    const best = completion(query, meter, prefix, banned, fence);
    if (best === undefined) return;
    let at = waiting.length;
    while (at > 0 && order(waiting[at - 1]!, best) < 0) at--;
    waiting.splice(at, 0, { ...best, fixed: prefix.length, banned });
  };
  open([], new Set());
  for (let best = waiting.pop(); best !== undefined; best = waiting.pop()) {
    yield { nodes: best.nodes, cost: best.cost };
    for (let i = best.fixed; i < best.nodes.length; i++) {
      open(best.nodes.slice(0, i), new Set([...(i === best.fixed ? best.banned : []), best.nodes[i]!]));
    }
  }
}

/** The best path of a class: begins with the first `fixed` nodes, then with none of `banned`. */
interface PathClass extends Route {
  readonly fixed: number;
  readonly banned: ReadonlySet<number>;
}

function completion(
  query: Query,
  meter: Meter,
  prefix: readonly number[],
  banned: ReadonlySet<number>,
  fence: number | undefined,
): Route | undefined {
  const { view, targets, sources, maxCost } = query;
  const from = prefix.length > 0 ? arcsOf(query, prefix.at(-1)!) : undefined;
  const base = costOf(query, prefix);
  const limit = fence ?? maxCost;
  const most = query.maxHops - prefix.length;
  if (most < 0) return undefined;
  const layers = new SuffixLayers(view, targets, new Set([...query.blocked, ...prefix]), meter);
  const choices: Choice[] = [];
  for (const [i, node] of (from?.nodes ?? sources).entries()) {
    const cost = from === undefined ? 0 : from.costs[i]!;
    if (base + cost > limit) break;
    if (!banned.has(node)) choices.push({ node, cost });
  }
  for (let isNew = true; ; isNew = layers.depth < most && layers.grow(limit - base)) {
    const isDone = fence === undefined ? !isNew : isWithin(layers, choices, limit - base);
    if (isDone) break;
    if (!isNew) return undefined;
  }
  return fence === undefined
    ? cheapest(layers, choices, prefix, base, limit)
    : fewestHops(query, layers, choices, prefix, base, limit);
}

interface Choice {
  readonly node: number;
  readonly cost: number;
}

function isWithin(layers: SuffixLayers, choices: readonly Choice[], limit: number): boolean {
  return choices.some(({ node, cost }) => {
    const label = layers.find(node, layers.depth);
    return label >= 0 && cost + layers.cost[label]! <= limit;
  });
}

function cheapest(
  layers: SuffixLayers,
  choices: readonly Choice[],
  prefix: readonly number[],
  base: number,
  limit: number,
): Route | undefined {
  let least = Number.POSITIVE_INFINITY;
  let best = -1;
  let cost = 0;
  for (const choice of choices) {
    const label = layers.find(choice.node, layers.depth);
    const total = label < 0 ? least : base + choice.cost + layers.cost[label]!;
    if (total >= least) continue;
    least = total;
    best = label;
    cost = base + choice.cost;
  }
  if (best < 0) return undefined;
  const nodes = [...prefix];
  for (let label = best; label >= 0; label = layers.next[label]!) {
    nodes.push(layers.node[label]!);
    cost += layers.step[label]!;
  }
  return cost <= limit ? { nodes, cost } : undefined;
}

/** The way on with fewest hops within the limit, at each node by the least next node number that still allows it. */
function fewestHops(
  query: Query,
  layers: SuffixLayers,
  choices: readonly Choice[],
  prefix: readonly number[],
  base: number,
  limit: number,
): Route {
  const nodes = [...prefix];
  let cost = base;
  let options = choices;
  for (let left = layers.depth; left >= 0; left--) {
    let chosen: Choice | undefined;
    let least = Number.POSITIVE_INFINITY;
    let isGood = false;
    for (const option of options) {
      const label = layers.find(option.node, left);
      if (label < 0) continue;
      const total = cost + option.cost + layers.cost[label]!;
      // Sums taken in another order differ by rounding; the fence lies in a gap much wider than that.
      const isWithinLimit = total <= limit + tieSpan(limit) / 16;
      if (isGood ? isWithinLimit && option.node < chosen!.node : isWithinLimit || total < least) {
        chosen = option;
        least = total;
        isGood = isWithinLimit;
      }
    }
    nodes.push(chosen!.node);
    cost += chosen!.cost;
    if (layers.find(chosen!.node, 0) >= 0) break;
    const { nodes: ends, costs } = arcsOf(query, chosen!.node);
    options = Array.from(ends, (node, i) => ({ node, cost: costs[i]! }));
  }
  return { nodes, cost };
}

function arcsOf({ view }: Query, node: number): OwnList {
  const { slots, list, offsets, nodes, costs } = view.out;
  const slot = slots?.[node] ?? 0;
  if (slot > 0) return list(slot);
  const start = offsets[node]!;
  const end = offsets[node + 1]!;
  return { nodes: nodes.subarray(start, end), costs: costs.subarray(start, end) };
}

function costOf(query: Query, nodes: readonly number[]): number {
  let cost = 0;
  for (let i = 1; i < nodes.length; i++) {
    const { nodes: ends, costs } = arcsOf(query, nodes[i - 1]!);
    cost += costs[ends.indexOf(nodes[i]!)]!;
  }
  return cost;
}
