import type Graph from "graphology";

/**
 * graphology's `allSimplePaths` (graphology-simple-path 0.2, which is not installed here), written again after its
 * documentation: all simple paths up to `maxDepth` edges by depth-first search with one stack of neighbour lists.
 */
export function allSimplePaths(graph: Graph, source: string, target: string, maxDepth: number): string[][] {
  const paths: string[][] = [];
  const visited = new Set([source]);
  const path = [source];
  const stack: string[][] = [graph.outboundNeighbors(source)];
  while (stack.length > 0) {
    const child = stack.at(-1)!.pop();
    if (child === undefined) {
      stack.pop();
      visited.delete(path.pop()!);
    } else if (child === target) {
      if (!visited.has(child)) paths.push([...path, child]);
    } else if (!visited.has(child) && stack.length < maxDepth) {
      visited.add(child);
      path.push(child);
      stack.push(graph.outboundNeighbors(child));
    }
  }
  return paths;
}
