import fc from "fast-check";
import { UndirectedGraph } from "graphology";
import { bidirectional } from "graphology-shortest-path/unweighted.js";
import { describe, expect, it } from "vitest";
import { graphOf } from "../../src/network/graphology.js";
import { Network } from "../../src/network/index.js";

const ids = ["a", "b", "constructor", "__proto__", "é", "e\u0301", "a b"];
const networks = fc
  .array(fc.tuple(fc.nat(6), fc.nat(6), fc.constantFrom("shared" as const, "masked" as const)), {
    maxLength: 12,
  })
  .map((ties) => {
    const network = new Network();
    for (const id of ids) network.addPerson({ id, name: `N ${id}` });
    for (const [a, b, visibility] of ties) {
      if (a !== b) network.addTie({ from: ids[a]!, to: ids[b]!, evidence: { closeness: 0.5 }, visibility });
    }
    return network;
  });

describe("graphOf", () => {
  it("holds the people and ties under keys of their own, whatever the ids, and libraries of graphology take it", () => {
    fc.assert(
      fc.property(networks, (network) => {
        const graph = graphOf(network);
        expect(graph.nodes()).toEqual(network.people().map(({ id }) => `p:${id}`));
        expect(graph.edges()).toEqual(network.ties().map(({ from, to }) => JSON.stringify([from, to])));
        for (const { id } of network.people())
          expect(graph.getNodeAttributes(`p:${id}`)).toEqual(network.person(id));
        for (const tie of network.ties())
          expect(graph.getEdgeAttributes(JSON.stringify([tie.from, tie.to]))).toEqual(tie);
        const [a, b] = [ids[2]!, ids[3]!];
        const path = bidirectional(graph as never, `p:${a}`, `p:${b}`);
        expect(path === null).toBe(!connected(network, a, b));
      }),
    );
  });

  it("is a copy: the same graph JSON for the same network, which graphology reads back", () => {
    const network = new Network();
    for (const id of ["b", "a"]) network.addPerson({ id });
    network.addTie({ from: "b", to: "a", evidence: { closeness: 1 } });
    const json = JSON.stringify(graphOf(network).export());
    expect(UndirectedGraph.from(JSON.parse(json)).edges()).toEqual(['["a","b"]']);
    const other = new Network();
    for (const id of ["a", "b"]) other.addPerson({ id });
    other.addTie({ from: "b", to: "a", evidence: { closeness: 1 } });
    expect(JSON.stringify(graphOf(other).export())).toBe(json);
    const graph = graphOf(network);
    network.addPerson({ id: "c" });
    expect([graph.order, graphOf(network).order]).toEqual([2, 3]);
  });
});

describe("network.graph, the deprecated way", () => {
  it("reads as graphOf does, member by member, and follows the network", () => {
    const view = new Network();
    const { graph: alive } = view;
    expect([alive.order, alive.size]).toEqual([0, 0]);
    view.addPerson({ id: "z" });
    expect([alive.order, view.graph === alive]).toEqual([1, true]);
    fc.assert(
      fc.property(networks, (network) => {
        const [mine, theirs] = [network.graph, graphOf(network)];
        expect([mine.order, mine.size, mine.type]).toEqual([theirs.order, theirs.size, theirs.type]);
        expect([mine.nodes(), mine.edges()]).toEqual([theirs.nodes(), theirs.edges()]);
        for (const node of mine.nodes()) {
          expect(mine.neighbors(node)).toEqual(theirs.neighbors(node).sort());
          expect(mine.degree(node)).toBe(theirs.degree(node));
          expect(mine.getNodeAttributes(node)).toEqual(theirs.getNodeAttributes(node));
          for (const other of mine.nodes())
            expect(mine.hasEdge(node, other)).toBe(theirs.hasEdge(node, other));
        }
        for (const edge of mine.edges()) {
          expect([mine.source(edge), mine.target(edge)]).toEqual([theirs.source(edge), theirs.target(edge)]);
          expect(mine.getEdgeAttributes(edge)).toEqual(theirs.getEdgeAttributes(edge));
        }
        expect([mine.hasNode("p:a"), mine.hasNode("p:nobody"), mine.hasNode("a")]).toEqual([
          true,
          false,
          false,
        ]);
        const seen: string[] = [];
        mine.forEachNode((node) => seen.push(node));
        expect(seen).toEqual(mine.nodes());
        expect(UndirectedGraph.from(mine.export() as never).edges()).toEqual(theirs.edges());
      }),
    );
  });
});

function connected(network: Network, a: string, b: string): boolean {
  const reached = new Set([a]);
  for (const id of reached) for (const other of network.neighbors(id)) reached.add(other);
  return reached.has(b);
}
