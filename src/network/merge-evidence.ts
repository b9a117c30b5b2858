import { compareCodeUnits, eachOnce, oneSpelling } from "../base/index.js";
import { type Interaction, type TieEvidence, turnedContext, type Vouch } from "../people/index.js";

/**
 * What two sources saw of one tie, as one. Commutative, associative and idempotent: the earliest connection date, the
 * greatest closeness and overlap, all contexts. Of each interaction it keeps as many as the source that has the most of it
 * (so that the same file read twice counts once).
 */
export function mergeEvidence(a: TieEvidence, b: TieEvidence): TieEvidence {
  const interactions = mergeInteractions(a.interactions, b.interactions);
  const connectedOn = earlier(a.connectedOn, b.connectedOn);
  const closeness = greater(a.closeness, b.closeness);
  const contexts = mergeContexts(a.contexts, b.contexts);
  const overlap = greater(a.overlap, b.overlap);
  const vouches = mergeVouches(a.vouches, b.vouches);
  return {
    ...(interactions === undefined ? {} : { interactions }),
    ...(connectedOn === undefined ? {} : { connectedOn }),
    ...(closeness === undefined ? {} : { closeness }),
    ...(contexts === undefined ? {} : { contexts }),
    ...(overlap === undefined ? {} : { overlap }),
    ...(vouches === undefined ? {} : { vouches }),
  };
}

/**
 * Evidence in the one form in which the network keeps it, told from the other side where `flipped`. It is a copy: neither what
 * the caller does to their lists later nor the order of their fields leaves a trace.
 */
export function keepEvidence(told: TieEvidence, flipped: boolean): TieEvidence {
  const { interactions, connectedOn, closeness, contexts, overlap, vouches } = told;
  const kept: { -readonly [Field in keyof TieEvidence]: TieEvidence[Field] } = {};
  if (interactions !== undefined)
    kept.interactions = sorted(eachOnce(interactions.map((one) => keepInteraction(one, flipped))));
  if (connectedOn !== undefined) kept.connectedOn = connectedOn;
  if (closeness !== undefined) kept.closeness = closeness;
  if (contexts !== undefined)
    kept.contexts = mergeContexts(
      flipped ? contexts.map(turnedContext) : contexts,
      undefined,
    ) as readonly string[];
  if (overlap !== undefined) kept.overlap = overlap;
  if (vouches !== undefined)
    kept.vouches = mergeVouches(flipped ? vouches.map(flipVouch) : vouches, undefined) as readonly Vouch[];
  return kept;
}

/** An interaction's own fields, its time in one spelling, told from the other side where `flipped`. */
export function keepInteraction(told: Interaction, flipped: boolean): Interaction {
  const { at, direction, kind, automatic } = told;
  return {
    at: oneSpelling(at),
    direction: flipped ? turned(direction) : direction,
    kind,
    ...(automatic === true ? { automatic } : {}),
  };
}

/** Orders interactions as their keys `at|direction|kind` are in code units, without making these. */
export function compareInteractions(a: Interaction, b: Interaction): number {
  if (a.at === b.at)
    return (
      compareCodeUnits(a.direction, b.direction) ||
      compareCodeUnits(a.kind, b.kind) ||
      Number(a.automatic ?? false) - Number(b.automatic ?? false)
    );
  // A day comes behind its instants: `|` is above all that stands in a date.
  if (a.at.startsWith(b.at)) return -1;
  return b.at.startsWith(a.at) ? 1 : compareCodeUnits(a.at, b.at);
}

/** The same evidence told from the other side: what went out came in, a customer is a vendor. */
export function flipEvidence(evidence: TieEvidence): TieEvidence {
  const { interactions, contexts, vouches } = evidence;
  if (interactions === undefined && vouches === undefined && contexts === undefined) return evidence;
  return {
    ...evidence,
    ...(contexts === undefined
      ? {}
      : { contexts: mergeContexts(contexts.map(turnedContext), undefined) as readonly string[] }),
    ...(interactions === undefined ? {} : { interactions: interactions.map(flipInteraction) }),
    ...(vouches === undefined
      ? {}
      : { vouches: mergeVouches(vouches.map(flipVouch), undefined) as readonly Vouch[] }),
  };
}

function flipInteraction(interaction: Interaction): Interaction {
  if (interaction.direction === "both") return interaction;
  return { ...interaction, direction: turned(interaction.direction) };
}

function turned(direction: Interaction["direction"]): Interaction["direction"] {
  return direction === "both" ? "both" : direction === "out" ? "in" : "out";
}

function mergeInteractions(
  a: readonly Interaction[] | undefined,
  b: readonly Interaction[] | undefined,
): readonly Interaction[] | undefined {
  if (a === undefined || b === undefined) return (a ?? b) && sorted(a ?? b ?? []);
  const [one, other] = [sorted(a), sorted(b)];
  const merged: Interaction[] = [];
  for (let i = 0, j = 0; i < one.length || j < other.length; ) {
    const [x, y] = [one[i], other[j]];
    const order = x === undefined ? 1 : y === undefined ? -1 : compareInteractions(x, y);
    merged.push((order <= 0 ? x : y) as Interaction);
    if (order <= 0) i++;
    if (order >= 0) j++;
  }
  return merged;
}

/** The list itself where it is in order, as all are that the network keeps. */
function sorted(list: readonly Interaction[]): readonly Interaction[] {
  for (let i = 1; i < list.length; i++) {
    if (compareInteractions(list[i - 1] as Interaction, list[i] as Interaction) > 0)
      return [...list].sort(compareInteractions);
  }
  return list;
}

function flipVouch(vouch: Vouch): Vouch {
  return { ...vouch, direction: vouch.direction === "out" ? "in" : "out" };
}

/** Each that one of the two has, as often as the one that has the most of it. */
function mergeVouches(
  a: readonly Vouch[] | undefined,
  b: readonly Vouch[] | undefined,
): readonly Vouch[] | undefined {
  if (a === undefined && b === undefined) return undefined;
  const counts = new Map<string, Vouch>();
  for (const { kind, direction, at, count = 1 } of [...(a ?? []), ...(b ?? [])]) {
    const key = `${at ?? ""}|${direction}|${kind}`;
    const most = Math.max(count, counts.get(key)?.count ?? 1);
    counts.set(key, {
      kind,
      direction,
      ...(at === undefined ? {} : { at }),
      ...(most === 1 ? {} : { count: most }),
    });
  }
  return [...counts].sort(([x], [y]) => compareCodeUnits(x, y)).map(([, vouch]) => vouch);
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
