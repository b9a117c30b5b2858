import { addTo, checkId, checkShape, madeOf, memoized, WarmpathError } from "../base/index.js";
import type { MergedPair, Person } from "../people/index.js";
import { chainEnd } from "./chain-end.js";
import { joinTies, type KeptTie, recordsOf, sightingsOf } from "./kept-tie.js";
import { openlyKept } from "./openly-kept.js";
import type { PeopleGraph } from "./people-graph.js";
import { type PersonRecord, recordsOfPerson, retoldPerson, withRecords } from "./person-records.js";
import { hasItem } from "./provenance.js";
import { asShared, putRecords, retold } from "./put-ties.js";
import type { SharingPreferences } from "./sharing-preferences.js";
import { takeBack } from "./take-back.js";
import type { Viewpoint } from "./viewpoint.js";

/** Makes one person of two for each pair in turn; see `Network.merge`. */
export function mergePairs(
  graph: PeopleGraph,
  sharing: SharingPreferences,
  doNotAsk: Set<string>,
  resolution: { readonly merged: readonly MergedPair[] },
  everybody: Pick<Viewpoint, "mayName" | "masked">,
): void {
  checkShape(resolution, "object", "resolution");
  const pairs = pairsOf(resolution.merged);
  if (pairs.length === 0) return;
  const known = new Set<string>();
  for (const { keep, gone } of pairs) {
    if (!graph.has(sharing.canonical(keep)) && !known.has(keep))
      throw new WarmpathError("UNKNOWN_PERSON", "the one kept is to be a known person");
    // From here on this one means one who is known.
    known.add(gone);
  }
  const into = goneInto(openlyKept(pairs, sharing.canonical, graph, everybody), sharing.canonical);
  mergeInto(graph, sharing, into);
  for (const [gone, kept] of into) if (doNotAsk.delete(gone)) doNotAsk.add(kept);
  renameOwners(graph, sharing);
  const out = new Set(pairs.map(({ keep }) => sharing.canonical(keep)).filter(sharing.isOptedOut));
  if (out.size === 0) return;
  sharing.tellers.takeBack(out, sharing.canonical);
  takeBack(graph, sharing, out, doNotAsk);
}

/** Each id that is given up by pairs taken in turn, with the one that stands for it at the end. */
function goneInto(
  pairs: readonly MergedPair[],
  canonical: (id: string) => string,
): ReadonlyMap<string, string> {
  const turns: string[] = [];
  const next = new Map<string, string>();
  for (const pair of pairs) {
    const kept = chainEnd(next, canonical(pair.keep));
    const gone = chainEnd(next, canonical(pair.gone));
    if (kept === gone) continue;
    next.set(gone, kept);
    turns.push(gone);
  }
  return new Map(turns.map((gone) => [gone, chainEnd(next, gone)]));
}

/** Pairs of 0.1 as those of now. @throws WarmpathError `INVALID_ARGUMENT` unless they can be gone through and are pairs. */
export function fromTuples(pairs: Iterable<readonly [kept: string, gone: string]>): MergedPair[] {
  return madeOf("pairs", () => {
    const list = [...pairs];
    checkShape(list, [["any"]], "pairs");
    return list.map(([keep, gone]) => ({ keep, gone }));
  });
}

/** Pairs as they were given. @throws WarmpathError `INVALID_ARGUMENT` unless they are a list of pairs, `INVALID_ID`. */
export function pairsOf(merged: readonly MergedPair[]): MergedPair[] {
  return madeOf("merged", () => {
    checkShape(merged, ["object"], "merged");
    return merged.map(({ keep, gone }) => ({ keep: checkId(keep, "kept"), gone: checkId(gone, "gone") }));
  });
}

/**
 * Gives the ties and records of ids that are given up to those that are kept. It does so all at once, so that many cost little more than one.
 * Nothing but the ids' meaning changes where nobody is known by an id.
 */
function mergeInto(graph: PeopleGraph, sharing: SharingPreferences, into: ReadonlyMap<string, string>): void {
  const { tellers } = sharing;
  for (const id of new Set([...into].flat())) {
    const kept = graph.kept(id);
    if (kept !== undefined && tellers.of(id) === undefined) tellers.note(id, recordsOfPerson(kept));
  }
  sharing.merge(into);
  const coming = new Map<string, PersonRecord[]>();
  const ties: KeptTie[] = [];
  for (const [gone, kept] of into) {
    const other = graph.kept(gone);
    if (other === undefined) continue;
    for (const record of recordsOfPerson(other)) addTo(coming, kept, record);
    // One by one: a tie may have more records than a call takes arguments.
    for (const tie of graph.tiesOf(gone))
      for (const record of recordsOf(tie)) ties.push(retold(sharing, record));
    graph.drop(gone);
  }
  for (const [kept, records] of coming) joinRecords(graph, kept, records);
  putRecords(
    graph,
    sharing,
    ties.filter(({ from, to }) => from !== to),
  );
}

/** Joins records of people who are one with somebody to what is known of them. */
function joinRecords(graph: PeopleGraph, id: string, records: readonly PersonRecord[]): void {
  // What many tell alike is held once, and stays so.
  const renamed = memoized((person: Person): Person => ({ ...person, id }));
  const others = records.map((record) => ({ ...record, person: renamed(record.person) }));
  graph.setPerson(withRecords(graph.kept(id), others));
}

/** Owners who told of others' ties, spells and tags go by the ids that stand for them now. */
function renameOwners(graph: PeopleGraph, sharing: SharingPreferences): void {
  // What an owner takes back goes afterwards, with the people whom they alone told of.
  const anybody = { canonical: sharing.canonical, isOptedOut: () => false };
  const isOld = ({ owner }: { readonly owner?: string }): boolean =>
    owner !== undefined && sharing.canonical(owner) !== owner;
  for (const kept of graph.allKept()) {
    if (
      hasItem(kept.person, isOld) ||
      kept.person.sources?.some(isOld) === true ||
      kept.records?.some(isOld) === true
    )
      graph.setPerson(retoldPerson(kept, anybody));
  }
  for (const tie of graph.ties()) {
    if (sightingsOf(tie).every(({ owner }) => sharing.canonical(owner) === owner)) continue;
    const records = recordsOf(tie).map((record) => retold(sharing, record));
    graph.setTie([tie.from, tie.to], asShared(joinTies(undefined, records), sharing));
  }
}
