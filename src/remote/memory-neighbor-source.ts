import { addTo, checkShape, compareCodeUnits, isReadableWhole, madeOf, unfit } from "../base/index.js";
import type { Person } from "../people/index.js";
import type { Arc, Cap, NeighborSource } from "./neighbor-source.js";

/**
 * A source over arcs in memory: the one that every other is to agree with, and the simplest to begin with.
 * @example
 * await findPathsIn(memoryNeighborSource(arcsOf(network, { now })), { sources: ["me"], targets: ["bob"], k: 5 });
 */
export function memoryNeighborSource(arcs: Iterable<Arc>, people: Iterable<Person> = []): NeighborSource {
  for (const list of [arcs, people] as unknown[])
    if (!isReadableWhole(list) || typeof (list as Iterable<unknown> | null)?.[Symbol.iterator] !== "function")
      throw unfit("arcs", "a list, and people too");
  const persons = madeOf("people", () => new Map([...people].map((person) => [person.id, person])));
  const bySource = new Map<string, Arc[]>();
  const byTarget = new Map<string, Arc[]>();
  for (const arc of madeOf("arcs", () => [...arcs])) {
    checkShape(arc, { source: "text", target: "text", probability: "finite" }, "arc");
    addTo(bySource, arc.source, arc);
    addTo(byTarget, arc.target, arc);
  }
  for (const lists of [bySource, byTarget]) for (const list of lists.values()) list.sort(cheapestFirst);
  const upTo = (lists: ReadonlyMap<string, readonly Arc[]>, caps: readonly Cap[]): Arc[] =>
    madeOf("caps", () =>
      caps.flatMap(({ id, maxCost, limit = Number.POSITIVE_INFINITY }) =>
        (lists.get(id) ?? []).filter(({ probability }) => -Math.log(probability) <= maxCost).slice(0, limit),
      ),
    );
  return {
    out: async (caps) => upTo(bySource, caps),
    into: async (caps) => upTo(byTarget, caps),
    between: async (a, b) =>
      madeOf("ids", () => {
        const ends = new Set(b);
        return [...new Set(a)].flatMap((id) =>
          (bySource.get(id) ?? []).filter(({ target }) => ends.has(target)),
        );
      }),
    people: async (ids) => madeOf("ids", () => ids.flatMap((id) => persons.get(id) ?? [])),
  };
}

function cheapestFirst(a: Arc, b: Arc): number {
  return (
    b.probability - a.probability ||
    compareCodeUnits(a.source, b.source) ||
    compareCodeUnits(a.target, b.target)
  );
}
