import { UndirectedGraph } from "graphology";
import type { Person } from "../people/index.js";
import type { GraphLike } from "./graph-like.js";
import { endsOf, type KeptTie } from "./kept-tie.js";

/** People and ties on a graphology graph, by plain ids: the one place that knows how its keys are made. */
export class PeopleGraph {
  readonly #graph = new UndirectedGraph<NodeAttributes, EdgeAttributes>();

  get graph(): GraphLike {
    return this.#graph as unknown as GraphLike;
  }

  has(id: string): boolean {
    return this.#graph.hasNode(keyOf(id));
  }

  person(id: string): Person | undefined {
    const key = keyOf(id);
    return this.#graph.hasNode(key) ? this.#graph.getNodeAttributes(key) : undefined;
  }

  people(): Person[] {
    return this.#graph.mapNodes((_, person) => person as Person);
  }

  setPerson(person: Person): void {
    this.#graph.mergeNode(keyOf(person.id));
    this.#graph.replaceNodeAttributes(keyOf(person.id), { ...person });
  }

  /** Removes a person and his ties. */
  drop(id: string): void {
    this.#graph.dropNode(keyOf(id));
  }

  tie(a: string, b: string): KeptTie | undefined {
    const [from, to] = [keyOf(a), keyOf(b)];
    if (!this.#graph.hasNode(from) || !this.#graph.hasNode(to)) return undefined;
    const edge = this.#graph.edge(from, to);
    return edge === undefined ? undefined : this.#graph.getEdgeAttributes(edge);
  }

  ties(): KeptTie[] {
    return this.#graph.mapEdges((_, tie) => tie as KeptTie);
  }

  tiesOf(id: string): KeptTie[] {
    return this.has(id) ? this.#graph.mapEdges(keyOf(id), (_, tie) => tie as KeptTie) : [];
  }

  forEachTie(callback: (tie: KeptTie) => void): void {
    this.#graph.forEachEdge((_, tie) => callback(tie));
  }

  degree(id: string): number {
    return this.has(id) ? this.#graph.degree(keyOf(id)) : 0;
  }

  /** Puts a tie, which nobody else holds, in place of what is known of its two people; `undefined` takes it away. */
  setTie(ends: readonly [string, string], tie: KeptTie | undefined): void {
    const edge = this.#graph.edge(keyOf(ends[0]), keyOf(ends[1]));
    if (tie === undefined) this.#graph.dropEdge(edge);
    else if (edge !== undefined) this.#graph.replaceEdgeAttributes(edge, tie as EdgeAttributes);
    else
      this.#graph.addEdgeWithKey(
        JSON.stringify(endsOf(tie)),
        keyOf(tie.from),
        keyOf(tie.to),
        tie as EdgeAttributes,
      );
  }
}

type NodeAttributes = Person & Record<string, unknown>;
type EdgeAttributes = KeptTie & Record<string, unknown>;

/** graphology breaks on bare keys such as `constructor` (threats.md, trap 1). */
function keyOf(id: string): string {
  return `p:${id}`;
}
