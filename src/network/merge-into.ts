import { checkId, checkShape, madeOf, memoized, WarmpathError } from "../base/index.js";
import type { MergedPair, Person, Tie, Visibility } from "../people/index.js";
import {
  type Coming,
  joinTie,
  type KeptTie,
  keepTie,
  recordsOf,
  sightingsOf,
  tieOfSightings,
} from "./kept-tie.js";
import { openlyKept } from "./openly-kept.js";
import type { PeopleGraph } from "./people-graph.js";
import {
  type KeptPerson,
  type PersonRecord,
  recordsOfPerson,
  retoldPerson,
  withRecords,
} from "./person-records.js";
import { hasItem } from "./provenance.js";
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
  const coming = new Map<string, PersonRecord[]>();
  for (const pair of openlyKept(pairs, sharing.canonical, graph, everybody)) {
    const [kept, gone] = [sharing.canonical(pair.keep), sharing.canonical(pair.gone)];
    if (kept === gone) continue;
    mergeInto(graph, sharing, kept, gone, coming);
    if (doNotAsk.delete(gone)) doNotAsk.add(kept);
  }
  for (const [kept, records] of coming) joinRecords(graph, kept, records);
  renameOwners(graph, sharing);
  for (const kept of new Set(pairs.map(({ keep }) => sharing.canonical(keep)))) {
    if (!sharing.isOptedOut(kept)) continue;
    sharing.tellers.takeBack(kept, sharing.canonical);
    takeBack(graph, sharing, kept, doNotAsk);
  }
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
 * Gives `gone`'s ties to `kept`, and puts their records with those that are `coming` to them, to be joined once for all pairs. Nothing but the
 * ids' meaning changes where nobody is known by `gone`.
 */
function mergeInto(
  graph: PeopleGraph,
  sharing: SharingPreferences,
  kept: string,
  gone: string,
  coming: Map<string, PersonRecord[]>,
): void {
  const other = graph.kept(gone);
  const known = graph.kept(kept) as KeptPerson;
  if (sharing.tellers.of(kept) === undefined) sharing.tellers.note(kept, recordsOfPerson(known));
  if (other !== undefined && sharing.tellers.of(gone) === undefined)
    sharing.tellers.note(gone, recordsOfPerson(other));
  sharing.merge(kept, gone);
  if (other === undefined) return;
  const records = graph.tiesOf(gone).flatMap(recordsOf);
  graph.drop(gone);
  const [one, two] = [coming.get(kept) ?? [], coming.get(gone) ?? []];
  // The longer list takes in the other, so that a long chain of merges moves each record seldom.
  const [all, more] = one.length < two.length ? [two, one] : [one, two];
  for (const record of [...more, ...recordsOfPerson(other)]) all.push(record);
  coming.delete(gone);
  coming.set(kept, all);
  for (const record of records) {
    const told = retold(sharing, record);
    if (told.from !== told.to) putRecord(graph, sharing, told, "read");
  }
}

/** Joins records of people who are one with somebody to what is known of them. */
function joinRecords(graph: PeopleGraph, id: string, records: readonly PersonRecord[]): void {
  // What many tell alike is held once, and stays so.
  const renamed = memoized((person: Person): Person => ({ ...person, id }));
  const others = records.map((record) => ({ ...record, person: renamed(record.person) }));
  graph.setPerson(withRecords(graph.kept(id), others));
}

/** Joins one record to what is known of its two people, under what its owner said of the tie; returns what was known. */
export function putRecord(
  graph: PeopleGraph,
  sharing: SharingPreferences,
  record: KeptTie,
  how: Coming,
): { readonly known: KeptTie | undefined; readonly tie: KeptTie } {
  return graph.changeTie([record.from, record.to], (known) =>
    asShared(known === undefined ? record : joinTie(known, record, how), sharing),
  );
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
    const [first, ...more] = recordsOf(tie).map((record) => retold(sharing, record));
    const joined = more.reduce((all, record) => joinTie(all, record, "read"), first as KeptTie);
    graph.setTie([tie.from, tie.to], asShared(joined, sharing));
  }
}

/** A record of a tie as it is kept, under the ids that stand for its people now. */
export function retold({ canonical }: SharingPreferences, record: Tie): KeptTie {
  const [from, to] = [canonical(record.from), canonical(record.to)];
  return keepTie({ ...record, from, to }, canonical(record.owner ?? record.from));
}

/** A tie under what its owners said of it. */
function asShared(tie: KeptTie, sharing: SharingPreferences): KeptTie {
  if (sharing.areNone) return tie;
  const sightings = sightingsOf(tie);
  if (sightings.every(({ owner }) => sharing.preferenceOf(owner, tie) === undefined)) return tie;
  const said = sightings.map((one) => ({
    ...one,
    visibility: sharing.preferenceOf(one.owner, tie)?.visibility ?? one.visibility,
  }));
  return tieOfSightings(tie, said) as KeptTie;
}

/** Keeps an owner's word of a tie, and returns that tie. @throws WarmpathError `UNKNOWN_TIE` where there is none. */
export function putPreference(
  graph: PeopleGraph,
  sharing: SharingPreferences,
  by: string,
  between: readonly [string, string],
  visibility: Visibility,
): KeptTie {
  const owner = sharing.canonical(by);
  const tie = graph.tie(sharing.canonical(between[0]), sharing.canonical(between[1]));
  if (tie === undefined || sightingsOf(tie).every((sighting) => sighting.owner !== owner))
    throw new WarmpathError("UNKNOWN_TIE", "only a tie's owner can say who may use it");
  sharing.setPreference({ owner, from: tie.from, to: tie.to, visibility });
  graph.setTie([tie.from, tie.to], asShared(tie, sharing));
  return tie;
}

/** @throws WarmpathError `INVALID_TIE`, `UNKNOWN_PERSON` unless a tie is between two known people. */
export function checkEnds({ from, to }: KeptTie, graph: PeopleGraph): void {
  if (from === to) throw new WarmpathError("INVALID_TIE", "a tie is between two different people");
  if (!graph.has(from) || !graph.has(to))
    throw new WarmpathError("UNKNOWN_PERSON", "a tie's people are to be added before it");
}
