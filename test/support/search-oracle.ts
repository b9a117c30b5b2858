/**
 * The readable form of everything in src/search: lists every loopless path by depth-first search, then sorts. Exponential;
 * for graphs of a handful of nodes.
 */

export interface OracleArc {
  readonly source: number;
  readonly target: number;
  readonly probability: number;
}

export interface OracleQuery {
  readonly sources: readonly number[];
  readonly targets: readonly number[];
  readonly maxHops?: number | undefined;
  readonly blockedNodes?: readonly number[];
  readonly blockedArcs?: readonly (readonly [number, number])[];
  readonly overlay?: readonly OracleArc[];
}

export interface OraclePath {
  readonly nodes: number[];
  readonly cost: number;
  readonly probability: number;
}

/** All loopless paths of a query in the order of the contract. */
export function oraclePaths(nodeCount: number, arcs: readonly OracleArc[], query: OracleQuery): OraclePath[] {
  const matrix = arcMatrix(nodeCount, arcs, query);
  const found: OraclePath[] = [];
  const isBlocked = (node: number) => query.blockedNodes?.includes(node) === true;
  const walk = (nodes: number[], cost: number, probability: number) => {
    const last = nodes.at(-1)!;
    if (query.targets.includes(last)) {
      found.push({ nodes: [...nodes], cost, probability });
      return;
    }
    if (nodes.length > (query.maxHops ?? nodeCount)) return;
    for (let next = 0; next < nodeCount; next++) {
      const p = matrix[last]![next]!;
      if (p > 0 && !nodes.includes(next) && !isBlocked(next)) {
        walk([...nodes, next], cost - Math.log(p), probability * p);
      }
    }
  };
  for (const source of new Set(query.sources)) if (!isBlocked(source)) walk([source], 0, 1);
  return sortByRule(found);
}

/** The tie rule, said as plainly as possible. */
export function sortByRule(paths: readonly OraclePath[]): OraclePath[] {
  const byCost = [...paths].sort((a, b) => a.cost - b.cost);
  const groups: OraclePath[][] = [];
  for (const path of byCost) {
    const group = groups.at(-1);
    const before = group?.at(-1);
    if (before !== undefined && path.cost - before.cost <= 1e-12 * Math.max(1, path.cost)) group!.push(path);
    else groups.push([path]);
  }
  return groups.flatMap((group) =>
    group.sort((a, b) => {
      if (a.nodes.length !== b.nodes.length) return a.nodes.length - b.nodes.length;
      const place = a.nodes.findIndex((node, i) => node !== b.nodes[i]);
      return place < 0 ? 0 : a.nodes[place]! - b.nodes[place]!;
    }),
  );
}

/** True where some tie group is wider than half the tolerance. */
export function isChained(costs: readonly number[]): boolean {
  const sorted = [...costs].sort((a, b) => a - b);
  let start = sorted[0] ?? 0;
  return sorted.some((cost, i) => {
    if (i > 0 && cost - sorted[i - 1]! > 1e-12 * Math.max(1, cost)) start = cost;
    return cost - start > 5e-13 * Math.max(1, cost);
  });
}

/** Probability of each ordered pair: parallel arcs merged, overlay laid on, blocked arcs gone. */
function arcMatrix(nodeCount: number, arcs: readonly OracleArc[], query: OracleQuery): number[][] {
  const empty = () => Array.from({ length: nodeCount }, () => new Array<number>(nodeCount).fill(0));
  const matrix = empty();
  for (const { source, target, probability } of arcs) {
    matrix[source]![target] = Math.max(matrix[source]![target]!, probability);
  }
  const over = empty().map((row) => row.map(() => -1));
  for (const { source, target, probability } of query.overlay ?? []) {
    over[source]![target] = Math.max(over[source]![target]!, probability);
  }
  for (let u = 0; u < nodeCount; u++) {
    for (let v = 0; v < nodeCount; v++) if (over[u]![v]! >= 0) matrix[u]![v] = over[u]![v]!;
  }
  for (const [u, v] of query.blockedArcs ?? []) matrix[u]![v] = 0;
  return matrix;
}
