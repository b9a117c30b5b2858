import { UndirectedGraph } from "graphology";
import { type ExportOptions, exported } from "./export-rows.js";
import { edgeKey, type GraphLike, nodeKey } from "./graph-like.js";
import type { Network } from "./network.js";

/**
 * The network as a graphology graph of its own, for graphology's libraries. Its keys are `p:` + id for people and a JSON list
 * of both ids for ties. Its attributes are the person and the tie, told from the side of the smaller id. Later changes of the
 * network do not reach it. A million ties take it many seconds and a gigabyte. Graph JSON is its `export()`.
 *
 * ```ts
 * import { Network } from "warmpath";
 * import { graphOf } from "warmpath/network/graphology";
 *
 * const network = new Network();
 * network.addPerson({ id: "ada" });
 * graphOf(network).order; // 1
 * ```
 */
export function graphOf(network: Network, options: ExportOptions = {}): GraphLike {
  const seen = exported(network, options);
  const graph = new UndirectedGraph();
  for (const person of seen.people()) graph.addNode(nodeKey(person.id), { ...person });
  for (const tie of seen.ties())
    graph.addEdgeWithKey(edgeKey(tie), nodeKey(tie.from), nodeKey(tie.to), { ...tie });
  return graph as unknown as GraphLike;
}
