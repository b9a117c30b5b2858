import { checkShape } from "../base/index.js";
import { namesOneOf, type TieEvidence } from "../people/index.js";
import { putsInView } from "./in-view.js";
import { sightingsOf, tieOfSightings } from "./kept-tie.js";
import { keepEvidence } from "./merge-evidence.js";
import type { PeopleGraph } from "./people-graph.js";
import { commonOf, isOfSources, recordsOfPerson, withoutTellers, withoutTexts } from "./person-records.js";
import { hasSources } from "./provenance.js";
import type { SharingPreferences } from "./sharing-preferences.js";
import { type KnownAs, wordsOf } from "./suppression-keys.js";

/**
 * Takes out what owners told. Ties of theirs alone go, the spells and tags they told of others too. So do people who then are tied to
 * nobody and of whom no owner tells a spell or a tag. Those who have opted out themselves, the owners among them, and those in `keep` stay.
 */
export function takeBack(
  graph: PeopleGraph,
  sharing: SharingPreferences,
  owners: ReadonlySet<string>,
  keep: ReadonlySet<string>,
): void {
  const touched = new Set([...takeTiesBack(graph, { owners }), ...takeItemsBack(graph, owners)]);
  dropUnneeded(graph, sharing, touched, keep);
}

/** The same with some of one owner's records alone; who was added by hand stays. */
export function takeRecordsBack(
  graph: PeopleGraph,
  sharing: SharingPreferences,
  records: Gone,
  keep: ReadonlySet<string>,
): void {
  // Who was merged since goes by the id that stands for them now.
  const gone = { ...records, of: new Set(Array.from(records.of, sharing.canonical)) };
  const touched = new Set([...takeTiesBack(graph, gone), ...takeItemsBack(graph, gone.owners, gone)]);
  const left = [...touched].filter(
    (id) => gone.of.has(id) && !gone.owners.has(id) && commonOf(graph.kept(id)) === undefined,
  );
  dropUnneeded(graph, sharing, left, keep);
}

function dropUnneeded(
  graph: PeopleGraph,
  sharing: SharingPreferences,
  touched: Iterable<string>,
  keep: ReadonlySet<string>,
): void {
  const isNeeded = (id: string): boolean =>
    graph.degree(id) > 0 ||
    hasSources(graph.person(id)) ||
    graph.person(id)?.sources !== undefined ||
    graph.told(id).some((record) => record.owner !== undefined || putsInView(record));
  const dropped = [...touched].filter((id) => !isNeeded(id) && !sharing.isOptedOut(id) && !keep.has(id));
  for (const id of dropped) graph.drop(id);
}

/** Records that an owner takes back. */
export interface Gone {
  /** The one whose records they are. */
  readonly owners: ReadonlySet<string>;
  /** Whom they are of, as they are kept. */
  readonly of: ReadonlySet<string>;
  /** The records' own ids. */
  readonly sources: ReadonlySet<string>;
}

/** Takes out what owners told of ties, or what some of their records did, and returns of whom. */
export function takeTiesBack(
  graph: PeopleGraph,
  { owners, of, sources }: Pick<Gone, "owners"> & Partial<Gone>,
): Set<string> {
  const touched = new Set<string>();
  for (const tie of of === undefined ? graph.ties() : [...of].flatMap((id) => graph.tiesOf(id))) {
    const sightings = sightingsOf(tie);
    const others = sightings.filter((sighting) => !isOfSources(sighting, owners, sources));
    if (others.length === sightings.length) continue;
    graph.setTie([tie.from, tie.to], tieOfSightings(tie, others));
    touched.add(tie.from).add(tie.to);
  }
  return touched;
}

/** By what somebody went: all their ids, their names and addresses. */
export interface RemovedPerson {
  readonly ids: readonly string[];
  readonly names: readonly string[];
}

/** Removes a person, what they told of others, and what others' records say of them. */
export function removeFrom(
  graph: PeopleGraph,
  sharing: SharingPreferences,
  id: string,
  names: readonly string[],
): RemovedPerson {
  checkShape(names, ["text"], "names");
  const known = knownAs(graph, sharing, id);
  const gone = { ids: known.ids, names: [...wordsOf(known), ...names] };
  const own = sharing.canonical(id);
  if (graph.has(own)) graph.drop(own);
  const owners = new Set([own]);
  takeTiesBack(graph, { owners });
  takeItemsBack(graph, owners);
  removeTexts(graph, namesOneOf(gone.ids, gone.names));
  sharing.forget(own);
  return gone;
}

/** All ids of somebody, and what all tell of them. */
export function knownAs(graph: PeopleGraph, sharing: SharingPreferences, id: string): KnownAs {
  const kept = graph.kept(sharing.canonical(id));
  const records = kept === undefined ? [] : [kept, ...recordsOfPerson(kept)].map(({ person }) => person);
  return { ids: sharing.idsOf(id), records };
}

/** Takes out the texts of others' records that name somebody. Names of companies stay. */
function removeTexts(graph: PeopleGraph, isNaming: (text: string) => boolean): void {
  for (const kept of graph.allKept()) {
    const left = withoutTexts(kept, isNaming);
    if (left !== kept) graph.setPerson(left);
  }
  for (const tie of graph.ties()) {
    if (tie.evidence.contexts?.some(isNaming) !== true) continue;
    const left = sightingsOf(tie).map((one) => ({
      ...one,
      evidence: withoutContexts(one.evidence, isNaming),
    }));
    graph.setTie([tie.from, tie.to], tieOfSightings(tie, left));
  }
}

function withoutContexts(evidence: TieEvidence, isNaming: (text: string) => boolean): TieEvidence {
  const { contexts, ...rest } = evidence;
  const left = contexts?.filter((context) => !isNaming(context));
  return keepEvidence({ ...rest, ...(left?.length && { contexts: left }) }, false);
}

/** Takes out what owners told of others but ties, and returns of whom. */
function takeItemsBack(graph: PeopleGraph, owners: ReadonlySet<string>, gone?: Gone): readonly string[] {
  const touched: string[] = [];
  const all = gone === undefined ? graph.allKept() : [...gone.of].flatMap((id) => graph.kept(id) ?? []);
  for (const kept of all) {
    const left = withoutTellers(kept, owners, gone?.sources);
    if (left === kept) continue;
    graph.setPerson(left);
    touched.push(kept.person.id);
  }
  return touched;
}
