import { type ArcIndex, bestPath, type RawPath } from "warmpath/search";

/**
 * Yen's method (Management Science 17, 1971) with Lawler's rule (18, 1972), as a reader would write it down: each path
 * found is left at each of its nodes from where it left its own parent on, and the best way on from there is searched with
 * the prefix blocked. Spur searches are the engine's own best path on the same arrays. The baseline for k best paths.
 */
export function yenLawler(index: ArcIndex, source: number, target: number, k: number): RawPath[] {
  const found: Deviation[] = [];
  const first = bestPath(index, { source, target });
  const waiting: Deviation[] = first === undefined ? [] : [{ ...first, from: 0, banned: new Set() }];
  while (found.length < k && waiting.length > 0) {
    waiting.sort((a, b) => a.probability - b.probability);
    const best = waiting.pop()!;
    found.push(best);
    let before = 1;
    for (let i = 1; i <= best.from; i++) before *= index.probability(best.nodes[i - 1]!, best.nodes[i]!);
    for (let i = best.from; i < best.nodes.length - 1; i++) {
      const node = best.nodes[i]!;
      const banned = new Set(i === best.from ? best.banned : []).add(best.nodes[i + 1]!);
      const spur = bestPath(index, {
        source: node,
        target,
        blockedNodes: best.nodes.slice(0, i),
        blockedArcs: [...banned].map((next) => [node, next] as const),
      });
      if (spur !== undefined) {
        const nodes = [...best.nodes.slice(0, i), ...spur.nodes];
        waiting.push({ nodes, probability: before * spur.probability, from: i, banned });
      }
      before *= index.probability(node, best.nodes[i + 1]!);
    }
  }
  return found.map(({ nodes, probability }) => ({ nodes, probability }));
}

interface Deviation extends RawPath {
  /** Where it left its parent. */
  readonly from: number;
  /** Nodes that may not follow there. */
  readonly banned: ReadonlySet<number>;
}
