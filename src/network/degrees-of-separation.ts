import { bidirectional } from "graphology-shortest-path/unweighted.js";
import type { GraphLike } from "./graph-like.js";
import type { Network } from "./network.js";

/**
 * How many ties lie between two people on the live graph, whatever the ties are worth: 0 for one and the same, 1 for a tie,
 * `undefined` where no chain of ties leads from one to the other or one of the two is not known. Bidirectional
 * breadth-first search of graphology-shortest-path. For paths that are worth something see `findPaths`.
 */
export function degreesOfSeparation(network: Network, a: string, b: string): number | undefined {
  if (!network.has(a) || !network.has(b)) return undefined;
  const path = bidirectional(
    network.graph as GraphLike & Parameters<typeof bidirectional>[0],
    `p:${network.canonical(a)}`,
    `p:${network.canonical(b)}`,
  );
  return path === null ? undefined : path.length - 1;
}
