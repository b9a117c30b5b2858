import { addTo, compareCodeUnits, inHalves } from "../base/index.js";
import type { Tie, TieEvidence, Visibility } from "../people/index.js";
import { flipEvidence, keepEvidence, mergeEvidence } from "./merge-evidence.js";

/** A tie as the network keeps it: `from` is the one of the two whose side the evidence is told from. */
export interface KnownTie extends Tie {
  /** The strictest that any of those who told of the tie asked for. */
  readonly visibility: Visibility;
  /** Who told of it where several did; `owner` is then the first of them. */
  readonly sightings?: readonly { readonly owner: string }[];
}

/** A tie that changed since a revision, the smaller id first, for those who keep something compiled. */
export interface TieChange {
  readonly from: string;
  readonly to: string;
}

/** What one owner told of a tie, from the side of the smaller id. */
export interface Sighting {
  readonly owner: string;
  readonly evidence: TieEvidence;
  readonly visibility: Visibility;
  /** Which of their records told it; see `Tie.source`. */
  readonly source?: string;
}

/** A tie with what it rests on: one owner, or a sighting for each of several, and of their records, in code-unit order. */
export interface KeptTie extends KnownTie {
  readonly owner: string;
  readonly sightings?: readonly Sighting[];
}

/** A record of a tie, whose source may stand in it as none. */
export type TieTold = Omit<Tie, "source"> & { readonly source?: string | undefined };

/** One record of a tie. It is kept from the side of its smaller id, so that the order of imports leaves no trace. */
export function keepTie(
  { from, to, evidence, visibility = "shared", source }: TieTold,
  owner: string,
): KeptTie {
  const isFirst = from < to;
  const told = keepEvidence(evidence, !isFirst);
  const kept = { from: isFirst ? from : to, to: isFirst ? to : from, evidence: told, visibility, owner };
  return source === undefined ? kept : { ...kept, source };
}

/** A known tie and one more record of it that was made by hand: a stated closeness counts in place of all before. */
export function statedTie(known: KeptTie | undefined, record: KeptTie): KeptTie {
  if (known === undefined || record.evidence.closeness === undefined) return joinTies(known, [record]);
  const others = sightingsOf(known).map((one) => ({ ...one, evidence: unstated(one.evidence) }));
  return joinTies(tieOfSightings(known, others), [record]);
}

/** Records of one tie as one, with what is known of it. */
export function joinTies(known: KeptTie | undefined, records: readonly KeptTie[]): KeptTie {
  const [first] = records as [KeptTie];
  if (known === undefined && records.length === 1) return first;
  const alike = new Map<string, Sighting[]>();
  for (const sighting of [
    ...(known === undefined ? [] : sightingsOf(known)),
    ...records.flatMap(sightingsOf),
  ]) {
    addTo(alike, JSON.stringify([sighting.owner, sighting.source]), sighting);
  }
  return tieOfSightings(
    first,
    Array.from(alike.values(), (some) => inHalves(some, joinedSighting)),
  ) as KeptTie;
}

/** Two records of one owner and source as one. */
function joinedSighting(known: Sighting, record: Sighting): Sighting {
  return {
    ...record,
    evidence: mergeEvidence(known.evidence, record.evidence),
    visibility: strictest(known.visibility, record.visibility),
  };
}

/** What each owner told of a tie. */
export function sightingsOf(tie: KeptTie): readonly Sighting[] {
  const { owner, evidence, visibility, source } = tie;
  if (tie.sightings !== undefined) return tie.sightings;
  return [source === undefined ? { owner, evidence, visibility } : { owner, evidence, visibility, source }];
}

/** The tie that these sightings make, `undefined` where none is left. */
export function tieOfSightings(
  { from, to }: Pick<Tie, "from" | "to">,
  sightings: readonly Sighting[],
): KeptTie | undefined {
  const sorted = [...sightings].sort(
    (a, b) => compareCodeUnits(a.owner, b.owner) || compareCodeUnits(a.source ?? "", b.source ?? ""),
  );
  const [first, ...more] = sorted;
  if (first === undefined) return undefined;
  if (more.length === 0) return { from, to, ...first };
  return {
    from,
    to,
    evidence: inHalves(
      sorted.map(({ evidence }) => evidence),
      mergeEvidence,
    ),
    visibility: more.reduce((all, { visibility }) => strictest(all, visibility), first.visibility),
    owner: first.owner,
    sightings: sorted,
  };
}

/** One record for each owner, and of theirs that may come again, told from their side where they are one of the two. */
export function recordsOf(tie: KeptTie): (KnownTie & { readonly owner?: string })[] {
  const { from, to } = tie;
  return sightingsOf(tie).map(({ owner, evidence, visibility, source }) => {
    const told =
      owner === to
        ? { from: to, to: from, evidence: flipEvidence(evidence), visibility }
        : owner === from
          ? { from, to, evidence, visibility }
          : { from, to, evidence, visibility, owner };
    return source === undefined ? told : { ...told, source };
  });
}

/** The two ids of a tie, the smaller one first. */
export function endsOf({ from, to }: Pick<Tie, "from" | "to">): readonly [string, string] {
  return from < to ? [from, to] : [to, from];
}

/** Orders ties by their two ids, the smaller one first. */
export function byEnds(a: Pick<Tie, "from" | "to">, b: Pick<Tie, "from" | "to">): number {
  const [isA, isB] = [a.from < a.to, b.from < b.to];
  return (
    compareCodeUnits(isA ? a.from : a.to, isB ? b.from : b.to) ||
    compareCodeUnits(isA ? a.to : a.from, isB ? b.to : b.from)
  );
}

/** The stricter of two wishes. */
export function strictest(a: Visibility, b: Visibility): Visibility {
  return STRICTNESS.indexOf(a) > STRICTNESS.indexOf(b) ? a : b;
}

const STRICTNESS: readonly Visibility[] = ["shared", "masked", "private"];

function unstated({ closeness: _, ...evidence }: TieEvidence): TieEvidence {
  return evidence;
}

/** A tie told from the side of one of its two people. */
export function tieFrom(from: string, tie: KeptTie | undefined): KeptTie | undefined {
  if (tie === undefined || tie.from === from) return tie;
  return { ...tie, from, to: tie.from, evidence: flipEvidence(tie.evidence) };
}
