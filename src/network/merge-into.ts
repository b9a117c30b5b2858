import { checkId, WarmpathError } from "../base/index.js";
import type { Person, Tie } from "../people/index.js";
import {
  joinTie,
  type KeptTie,
  type KnownTie,
  keepTie,
  recordsOf,
  sightingsOf,
  tieOfSightings,
} from "./kept-tie.js";
import { mergePerson } from "./merge-person.js";
import type { OwnerWords } from "./owner-words.js";
import type { PeopleGraph } from "./people-graph.js";
import { takeBack } from "./take-back.js";
import { keepSpells, withSpells } from "./told-spells.js";

/** Makes one person of two for each pair in turn; see `Network.mergePeople`. */
export function mergePairs(
  graph: PeopleGraph,
  words: OwnerWords,
  doNotAsk: Set<string>,
  pairs: readonly (readonly [kept: string, gone: string])[],
): void {
  const known = new Set<string>();
  for (const [kept, gone] of pairs) {
    known.add(checkId(gone, "gone"));
    if (!graph.has(words.canonical(checkId(kept, "kept"))) && !known.has(kept))
      throw new WarmpathError("UNKNOWN_PERSON", "the one kept is to be a known person");
  }
  for (const pair of pairs) {
    const [kept, gone] = [words.canonical(pair[0]), words.canonical(pair[1])];
    if (kept === gone) continue;
    mergeInto(graph, words, kept, gone);
    if (doNotAsk.delete(gone)) doNotAsk.add(kept);
  }
  renameOwners(graph, words);
  for (const kept of new Set(pairs.map((pair) => words.canonical(pair[0])))) {
    if (words.isOptedOut(kept)) takeBack(graph, words, kept, doNotAsk);
  }
}

/** Gives `gone`'s fields and ties to `kept`; nothing but the ids' meaning where nobody is known by `gone`. */
function mergeInto(graph: PeopleGraph, words: OwnerWords, kept: string, gone: string): void {
  words.merge(kept, gone);
  const other = graph.person(gone);
  if (other === undefined) return;
  const records = graph.tiesOf(gone).flatMap(recordsOf);
  graph.drop(gone);
  graph.setPerson(mergePerson(graph.person(kept) as Person, { ...other, id: kept }));
  for (const record of records) putRecord(graph, words, retold(words, record), "read");
}

/** Joins one record to what is known of its two people, under what its owner said of the tie; not where they are one. */
export function putRecord(
  graph: PeopleGraph,
  words: OwnerWords,
  record: Tie & { readonly owner: string },
  how: "given" | "read",
): KeptTie | undefined {
  if (record.from === record.to) return undefined;
  const known = graph.tie(record.from, record.to);
  const { owner } = record;
  const joined = known === undefined ? keepTie(record, owner) : joinTie(known, record, owner, how);
  const tie = underWords(joined, words);
  graph.setTie([tie.from, tie.to], tie);
  return tie;
}

/** Owners who told of others' ties and spells go by the ids that stand for them now. */
function renameOwners(graph: PeopleGraph, words: OwnerWords): void {
  // What an owner takes back goes afterwards, with the people whom he alone told of.
  const anybody = { canonical: words.canonical, isOptedOut: () => false };
  for (const person of graph.people()) {
    const { id, spells } = person;
    const isRenamed = (owner: string | undefined) => owner !== undefined && words.canonical(owner) !== owner;
    if (spells?.some(({ owner }) => isRenamed(owner)) === true)
      graph.setPerson(withSpells(person, keepSpells(spells, id, anybody)));
  }
  for (const tie of graph.ties()) {
    if (sightingsOf(tie).every(({ owner }) => words.canonical(owner) === owner)) continue;
    const [first, ...more] = recordsOf(tie).map((record) => retold(words, record));
    const start = keepTie(first as KnownTie, (first as { owner: string }).owner);
    const joined = more.reduce((all, record) => joinTie(all, record, record.owner, "read"), start);
    graph.setTie([tie.from, tie.to], underWords(joined, words));
  }
}

function retold({ canonical }: OwnerWords, record: KnownTie): KnownTie & { readonly owner: string } {
  const [from, to] = [canonical(record.from), canonical(record.to)];
  return { ...record, from, to, owner: canonical(record.owner ?? record.from) };
}

/** A tie under what its owners said of it. */
export function underWords(tie: KeptTie, words: OwnerWords): KeptTie {
  const sightings = sightingsOf(tie);
  if (sightings.every(({ owner }) => words.wordOf(owner, tie) === undefined)) return tie;
  const said = sightings.map((one) => ({
    ...one,
    visibility: words.wordOf(one.owner, tie)?.visibility ?? one.visibility,
  }));
  return tieOfSightings(tie, said) as KeptTie;
}
