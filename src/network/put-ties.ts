import { addTo, WarmpathError } from "../base/index.js";
import type { Tie, Visibility } from "../people/index.js";
import { joinTies, type KeptTie, keepTie, sightingsOf, statedTie, tieOfSightings } from "./kept-tie.js";
import type { PeopleGraph } from "./people-graph.js";
import { hasNewUsers } from "./reach-rules.js";
import type { SharingPreferences } from "./sharing-preferences.js";

/** A record of a tie as it is kept, under the ids that stand for its people now. */
export function retold({ canonical }: SharingPreferences, record: Tie): KeptTie {
  const [from, to] = [canonical(record.from), canonical(record.to)];
  return keepTie({ ...record, from, to }, canonical(record.owner ?? record.from));
}

/** Joins what somebody states of a tie by hand to what is known of it: closeness in place of what all told before. */
export function putStated(graph: PeopleGraph, sharing: SharingPreferences, record: KeptTie): void {
  putTie(graph, record, (known) => asShared(statedTie(known, record), sharing));
}

/** Joins records of ties to what is known of them. Those of one tie come together: each is gone through once, however many there are. */
export function putRecords(
  graph: PeopleGraph,
  sharing: SharingPreferences,
  records: Iterable<KeptTie>,
): void {
  const more = new Map<KeptTie, KeptTie[]>();
  for (const record of records)
    putTie(graph, record, (known) => {
      if (known === undefined) return asShared(record, sharing);
      addTo(more, known, record);
      return known;
    });
  for (const told of more.values())
    putTie(graph, told[0] as KeptTie, (known) => asShared(joinTies(known, told), sharing));
}

/** Puts what is made of a known tie in its place, and notes what that changes. */
function putTie(
  graph: PeopleGraph,
  { from, to }: KeptTie,
  make: (known: KeptTie | undefined) => KeptTie,
): void {
  const { known, tie } = graph.changeTie([from, to], make);
  if (known === tie) return;
  if (known?.visibility !== tie.visibility || hasNewUsers(known, tie)) graph.changes.ofShape();
  else graph.changes.ofEvidence(tie);
}

/** A tie under what its owners said of it. */
export function asShared(tie: KeptTie, sharing: SharingPreferences): KeptTie {
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
