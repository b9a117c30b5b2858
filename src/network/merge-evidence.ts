import { compareCodeUnits } from "../base/index.js";
import type { Interaction, TieEvidence } from "../people/index.js";

/**
 * What two sources saw of one tie, as one. Commutative, associative and idempotent: the earliest connection date, the
 * greatest closeness and overlap, all contexts, and of each interaction as many as the source that has the most of it
 * (so that the same file read twice counts once).
 */
export function mergeEvidence(a: TieEvidence, b: TieEvidence): TieEvidence {
  const interactions = mergeInteractions(a.interactions, b.interactions);
  const connectedOn = earlier(a.connectedOn, b.connectedOn);
  const closeness = greater(a.closeness, b.closeness);
  const contexts = mergeContexts(a.contexts, b.contexts);
  const overlap = greater(a.overlap, b.overlap);
  return {
    ...(interactions === undefined ? {} : { interactions }),
    ...(connectedOn === undefined ? {} : { connectedOn }),
    ...(closeness === undefined ? {} : { closeness }),
    ...(contexts === undefined ? {} : { contexts }),
    ...(overlap === undefined ? {} : { overlap }),
  };
}

/** The same evidence told from the other side: what went out came in. */
export function flipEvidence(evidence: TieEvidence): TieEvidence {
  if (evidence.interactions === undefined) return evidence;
  return { ...evidence, interactions: evidence.interactions.map(flipInteraction) };
}

function flipInteraction(interaction: Interaction): Interaction {
  if (interaction.direction === "both") return interaction;
  return { ...interaction, direction: interaction.direction === "out" ? "in" : "out" };
}

function mergeInteractions(
  a: readonly Interaction[] | undefined,
  b: readonly Interaction[] | undefined,
): readonly Interaction[] | undefined {
  if (a === undefined || b === undefined) return sorted(a ?? b);
  const counts = new Map<string, { item: Interaction; count: number }>();
  for (const list of [a, b]) {
    const here = new Map<string, number>();
    for (const item of list) {
      const key = interactionKey(item);
      const count = (here.get(key) ?? 0) + 1;
      here.set(key, count);
      const known = counts.get(key);
      if (known === undefined) counts.set(key, { item, count });
      else known.count = Math.max(known.count, count);
    }
  }
  return sorted([...counts.values()].flatMap(({ item, count }) => new Array<Interaction>(count).fill(item)));
}

function sorted(list: readonly Interaction[] | undefined): readonly Interaction[] | undefined {
  if (list === undefined || list.length < 2) return list;
  return list
    .map((item) => ({ item, key: interactionKey(item) }))
    .sort((x, y) => compareCodeUnits(x.key, y.key))
    .map(({ item }) => item);
}

function interactionKey({ at, direction, kind }: Interaction): string {
  return `${at}|${direction}|${kind}`;
}

function mergeContexts(
  a: readonly string[] | undefined,
  b: readonly string[] | undefined,
): readonly string[] | undefined {
  if (a === undefined && b === undefined) return undefined;
  return [...new Set([...(a ?? []), ...(b ?? [])])].sort(compareCodeUnits);
}

function earlier(a: string | undefined, b: string | undefined): string | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a < b ? a : b;
}

function greater(a: number | undefined, b: number | undefined): number | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return Math.max(a, b);
}
