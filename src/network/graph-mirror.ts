import { UndirectedGraph } from "graphology";
import type { Person } from "../people/index.js";
import type { GraphLike } from "./graph-like.js";
import { endsOf, type KeptTie } from "./kept-tie.js";

/** People and ties once more as a graphology graph, for its libraries: the one place that knows how its keys are made. */
export class GraphMirror {
  readonly #graph = new UndirectedGraph<NodeAttributes, EdgeAttributes>();

  get graph(): GraphLike {
    return this.#graph as unknown as GraphLike;
  }

  setPerson(person: Person): void {
    this.#graph.mergeNode(keyOf(person.id));
    this.#graph.replaceNodeAttributes(keyOf(person.id), person as NodeAttributes);
  }

  /** Removes a person and their ties. */
  drop(id: string): void {
    this.#graph.dropNode(keyOf(id));
  }

  setTie([a, b]: readonly [string, string], tie: KeptTie | undefined): void {
    const edge = this.#graph.edge(keyOf(a), keyOf(b));
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

/** graphology breaks on bare keys such as `constructor` (`areNeighbors(a, "constructor")` is true without a tie). */
function keyOf(id: string): string {
  return `p:${id}`;
}
