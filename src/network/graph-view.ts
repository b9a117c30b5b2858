import { edgeKey, type GraphLike, nodeKey } from "./graph-like.js";
import type { KnownTie } from "./kept-tie.js";
import type { Network } from "./network.js";

/** A network read as the part of a graphology graph that {@link GraphLike} names, without graphology: always up to date. */
export class GraphView implements GraphLike {
  readonly type = "undirected";
  readonly #network: Network;

  constructor(network: Network) {
    this.#network = network;
  }

  get order(): number {
    return this.#network.size;
  }

  get size(): number {
    return this.#network.tieCount;
  }

  nodes(): string[] {
    return this.#network.people().map(({ id }) => nodeKey(id));
  }

  edges(): string[] {
    return this.#network.ties().map(edgeKey);
  }

  neighbors(node: unknown): string[] {
    return this.#network.neighbors(idOf(node)).map(nodeKey);
  }

  degree(node: unknown): number {
    return this.#network.degree(idOf(node));
  }

  hasNode(node: unknown): boolean {
    return this.#network.has(idOf(node));
  }

  hasEdge(source: unknown, target: unknown): boolean {
    return this.#network.tie(idOf(source), idOf(target)) !== undefined;
  }

  source(edge: unknown): string {
    return nodeKey(this.#tie(edge).from);
  }

  target(edge: unknown): string {
    return nodeKey(this.#tie(edge).to);
  }

  getNodeAttributes(node: unknown): Record<string, unknown> {
    return { ...this.#network.person(idOf(node)) };
  }

  getEdgeAttributes(edge: unknown): Record<string, unknown> {
    return { ...this.#tie(edge) };
  }

  forEachNode(callback: (node: string, attributes: Record<string, unknown>) => void): void {
    for (const person of this.#network.people()) callback(nodeKey(person.id), { ...person });
  }

  export(): unknown {
    return {
      attributes: {},
      options: { type: "undirected", multi: false, allowSelfLoops: true },
      nodes: this.#network.people().map((person) => ({ key: nodeKey(person.id), attributes: { ...person } })),
      edges: this.#network.ties().map((tie) => ({
        key: edgeKey(tie),
        source: nodeKey(tie.from),
        target: nodeKey(tie.to),
        attributes: { ...tie },
        undirected: true,
      })),
    };
  }

  #tie(edge: unknown): KnownTie {
    const [a, b] = JSON.parse(String(edge)) as [string, string];
    return this.#network.tie(a, b) as KnownTie;
  }
}

function idOf(node: unknown): string {
  const key = String(node);
  return key.startsWith("p:") ? key.slice(2) : "";
}
