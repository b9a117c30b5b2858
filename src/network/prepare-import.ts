import { checkId, checkKeys, type Issue, keysOf, unfit, WarmpathError } from "../base/index.js";
import type { InteractionRecord, MergedPair, Person, Tie, Visibility } from "../people/index.js";
import { checkTold, checkVisibility } from "./check-records.js";
import { gatherInteractions } from "./gather-interactions.js";
import { isToldLess, keptForm } from "./kept-form.js";
import { type KeptTie, keepTie } from "./kept-tie.js";
import { pairsOf } from "./merge-into.js";
import type { PeopleGraph } from "./people-graph.js";
import { type PersonRecord, viewed } from "./person-records.js";
import { hasSources, type Tellers } from "./provenance.js";
import { checkRecordKeys } from "./record-keys.js";
import { recordsByTeller, soleTeller } from "./records-by-teller.js";
import { type EmptiedFields, emptiedFields, refreshRecord } from "./refresh-record.js";
import type { SharingPreferences } from "./sharing-preferences.js";
import { keysOfPerson } from "./suppression-keys.js";
import type { Gone } from "./take-back.js";
import { underFile } from "./under-file.js";

/** What `Network.import` takes: what every reader gives, or records made by hand. */
export interface NetworkImport {
  readonly people: readonly Person[];
  readonly ties: readonly Tie[];
  readonly interactions?: readonly InteractionRecord[];
  /**
   * Id of the one whose records these are. @defaultValue of each tie and interaction its `from`, as readers put it; of people
   * the one who told of all ties, where that is one
   */
  readonly owner?: string;
  /** Who may use ties that do not say so themselves, and hear what is told of people. @defaultValue "shared" */
  readonly visibility?: Visibility;
  /**
   * Name of the file that the records come from, which its people keep as where they were read. Where their readers named several
   * tables of one archive, it stands before each name. @defaultValue what the readers named
   */
  readonly file?: string;
  /**
   * True for a system's records that come again. Each stands in place of what the owner's record of the same id told before, with ties
   * and interactions. Texts that it does not tell stay, and what the owner's other files told. @defaultValue false: records are joined
   */
  readonly refresh?: boolean;
  /**
   * With `refresh`: fields that a record tells to be empty, by its id. What the owner's record of that id told there before goes; a company
   * becomes a former employer. @defaultValue none
   */
  readonly emptied?: readonly EmptiedFields[];
  /**
   * Name under which the owner can take back what these records tell, of whom `deleted` names. @defaultValue none in particular; with
   * `refresh` the id of each record
   */
  readonly source?: string;
  /**
   * Ids of records of which all that they told is taken back, after all else. They are the `owner`'s, told by an import with `refresh` or
   * this `source`. @defaultValue none
   */
  readonly deleted?: readonly string[];
  /**
   * Pairs of which one human is made once all else is told, as by `Network.merge`. They are one for everybody, as
   * all that is shared. Nothing is made of one of whom the
   * owner hears nothing, of the owner, nor by an import that not everybody may see. @defaultValue none
   */
  readonly mergedPeople?: readonly MergedPair[];
}

/** Whose records an import is, who may see them, and out of which file: in place of what the import says itself. */
export interface ImportOptions {
  readonly owner?: string;
  readonly visibility?: Visibility;
  readonly file?: string;
}

const OPTION_KEYS: readonly string[] = keysOf<ImportOptions>({ owner: true, visibility: true, file: true });

/** What came of an import. */
export interface ImportResult {
  /** Who was left out, each with the row where the record tells it, and how many ties of owners who have opted out. */
  readonly issues: readonly Issue[];
}

/** An import's people and ties, checked and in the form in which the network keeps them; no tie of one with themselves. */
export interface PreparedImport extends ImportResult {
  /** Each record with the id that the import gives the person. */
  readonly people: readonly { readonly as: string; readonly record: PersonRecord }[];
  readonly ties: readonly KeptTie[];
  /** Puts a record beside what is known, or in place of what the same one told before. */
  readonly tell: (graph: PeopleGraph, record: PersonRecord) => void;
  /** Records that come again: what they told of ties goes before what they tell now comes. */
  readonly again: Gone | undefined;
  readonly merged: readonly MergedPair[];
  /** Whose records these are; empty for nobody's in particular. */
  readonly teller: readonly string[];
  /** Keys of those who are not to come in, by this teller's ids: a later record may tell no more than that. */
  readonly leftOut: readonly string[];
  /** Records that the owner takes back. */
  readonly gone: Gone | undefined;
}

/**
 * Checks an import whole, gathers the interactions of two people into one tie, and leaves out what belongs to an owner who has
 * opted out. That is their ties, the spells and tags they tell of others, and people whom these records name for nothing but those.
 * @throws WarmpathError `INVALID_ARGUMENT`, `INVALID_PERSON`, `INVALID_TIE`, `INVALID_EVIDENCE`, `INVALID_ID`, `UNKNOWN_PERSON`.
 */
export function prepareImport(
  given: NetworkImport,
  options: ImportOptions,
  known: Pick<PeopleGraph, "idOf" | "lastTold">,
  network: Tellers & Pick<SharingPreferences, "isSuppressed">,
): PreparedImport {
  checkLists(given);
  checkKeys(options, OPTION_KEYS, "options");
  const records: NetworkImport = { ...given, ...options };
  const { canonical, isOptedOut } = network;
  const { visibility = "shared" } = records;
  const common = records.owner === undefined ? undefined : canonical(checkId(records.owner, "owner"));
  checkVisibility(visibility);
  const { refresh = false } = records;
  if (refresh && common === undefined) throw unfit("owner", "given where an import refreshes");
  const { source, emptied = [] } = records;
  if (emptied.length !== 0 && refresh !== true) throw unfit("emptied", "of an import that refreshes");
  if (source !== undefined && (refresh === true || common === undefined))
    throw unfit("source", "of an import with an owner and no refresh");
  if (source !== undefined) checkId(source, "source");
  const pairs = pairsOf(records.mergedPeople ?? []);
  const how = {
    tell: refresh
      ? tellAgain(emptiedFields(emptied))
      : (graph: PeopleGraph, record: PersonRecord) => graph.tell(record),
    again: refresh ? goneOf({ ...records, deleted: idsOf(records.people) }, canonical) : undefined,
    // What not everybody may see makes nobody another for everybody, and no owner becomes one of their contacts.
    merged: visibility === "shared" ? pairs.filter(({ gone }) => canonical(gone) !== common) : [],
    gone: goneOf(records, canonical),
    teller: common === undefined ? [] : [common],
  };
  // Of a record that comes again its own id is the source: two of one human stay two.
  const sourceOf = ({ from, to }: { readonly from: string; readonly to: string }): string | undefined =>
    refresh ? (canonical(from) === common ? to : from) : source;
  const dropped = new Set<string>();
  const suppressed = new Set<string>();
  // Whoever is one with somebody who is not to come in is not to come in either.
  const barred = new Set(pairs.flatMap(({ keep, gone }) => (network.isSuppressed(() => [gone]) ? keep : [])));
  // Known again by the same teller's id alone: what one tells, in private too, keeps nobody out of what others tell.
  const toldBy = (id: string): string => JSON.stringify([common ?? null, id]);
  const leftOut = [...barred].map(toldBy);
  const issues: Issue[] = [];
  let ofOptedOut = 0;
  const fileOf = records.file === undefined ? undefined : (common ?? soleTeller(records, canonical));
  const people = Array.from(underFile(records, fileOf), (person) => {
    const kept = keptForm(person, known, network);
    const { id } = kept;
    if (barred.has(person.id) || network.isSuppressed(() => [...keysOfPerson(person), toldBy(person.id)])) {
      suppressed.add(id);
      leftOut.push(toldBy(person.id));
      issues.push(suppressedAt(person.sources?.[0]?.row));
    }
    if (isToldLess(person, network)) dropped.add(id);
    return kept;
  });
  const coming = new Map<string, string>();
  for (const { id } of people) if (known.idOf(id) === undefined) coming.set(id, id);
  // The one string of an id that the network holds: a record's own copies are not kept, and are not compared letter by letter.
  const tied = new Set<string>();
  const endOf = (id: string): string => {
    const own = canonical(id);
    const end = known.idOf(own) ?? coming.get(own);
    if (end !== undefined) {
      tied.add(end);
      return end;
    }
    checkId(id);
    if (suppressed.has(id) || network.isSuppressed(() => [id, toldBy(id)])) {
      suppressed.add(id);
      return id;
    }
    throw new WarmpathError("UNKNOWN_PERSON", "a tie of an import is to be of people known");
  };
  const ties: KeptTie[] = [];
  const put = (tie: KeptTie): void => {
    if (suppressed.has(tie.from) || suppressed.has(tie.to)) return;
    if (isOptedOut(tie.owner)) {
      ofOptedOut++;
      dropped.add(tie.from).add(tie.to);
    } else if (tie.from !== tie.to) ties.push(tie);
  };
  for (const tie of records.ties) {
    checkTold(tie);
    const from = endOf(tie.from);
    const to = endOf(tie.to);
    const owner = tie.owner === undefined ? (common ?? from) : canonical(tie.owner);
    const { evidence, visibility: own = visibility, source = sourceOf(tie) } = tie;
    put(keepTie({ from, to, evidence, visibility: own, source }, owner));
  }
  for (const { from, to, record, interactions } of gatherInteractions(
    records.interactions ?? [],
    endOf,
    refresh,
  )) {
    const ends = from < to ? { from, to } : { from: to, to: from };
    const tie = { ...ends, evidence: { interactions }, visibility, owner: common ?? from };
    const source = sourceOf(record);
    put(source === undefined ? tie : { ...tie, source });
  }
  const teller = common ?? (visibility === "shared" ? undefined : soleTeller(records, canonical));
  const isCommon = teller === undefined && visibility === "shared";
  const recordsOf = recordsByTeller(teller, visibility, isOptedOut);
  const told: { readonly as: string; readonly record: PersonRecord }[] = [];
  people.forEach((person, i) => {
    const as = (records.people[i] as Person).id;
    const own = refresh ? as : source;
    // Whom the records tell of for the sake of a tie or an owner's word is known by these. Who tells of themselves is in view as they say.
    const isListed = person.id === common || !(tied.has(person.id) || hasSources(person));
    const inView = visibility === "shared" && isListed ? "listed" : undefined;
    for (const record of isCommon ? [{ person, visibility }] : recordsOf(person)) {
      const isOwn = own !== undefined && record.owner === teller && teller !== undefined;
      told.push({ as, record: viewed(isOwn ? { ...record, source: own } : record, inView) });
    }
  });
  if (teller !== undefined && isOptedOut(teller)) for (const { id } of people) dropped.add(id);
  if (ofOptedOut > 0) issues.push(optedOutOf(ofOptedOut));
  if (dropped.size + suppressed.size === 0) return { people: told, ties, issues, leftOut, ...how };
  const needed = new Set(ties.flatMap(({ from, to }) => [from, to]));
  for (const { record } of told) {
    if (hasSources(record.person) || record.person.sources !== undefined) needed.add(record.person.id);
  }
  return {
    people: told.filter(({ record }) => {
      const { id } = record.person;
      if (suppressed.has(id)) return false;
      return !dropped.has(id) || needed.has(id) || isOptedOut(id);
    }),
    ties,
    issues,
    leftOut,
    ...how,
  };
}

function tellAgain(emptied: ReturnType<typeof emptiedFields>): PreparedImport["tell"] {
  return (graph, record) =>
    graph.setPerson(
      refreshRecord(graph.kept(record.person.id), record, emptied.get(record.source as string)),
    );
}

/** @throws WarmpathError `INVALID_ARGUMENT` for no list, or one without an owner; `INVALID_ID`. */
function goneOf(
  { deleted, owner, source }: NetworkImport,
  canonical: Tellers["canonical"],
): Gone | undefined {
  if (deleted === undefined || (Array.isArray(deleted) && deleted.length === 0)) return undefined;
  if (!Array.isArray(deleted) || owner === undefined)
    throw unfit("deleted", "a list of ids, of an import with an owner");
  const of = new Set(deleted.map((id) => canonical(checkId(id, "deleted"))));
  return {
    owners: new Set([canonical(owner)]),
    of,
    sources: new Set(source === undefined ? deleted : [source]),
  };
}

function idsOf(people: readonly Person[]): readonly string[] {
  return people.map((person) => checkId(person?.id));
}

function suppressedAt(row: number | undefined): Issue {
  const message = "a record of somebody who is not to come in again is left out";
  return { code: "SUPPRESSED", severity: "info", message, ...(row === undefined ? {} : { row }) };
}

function optedOutOf(count: number): Issue {
  const message = "ties of an owner who has opted out are left out";
  return { code: "OWNER_OPTED_OUT", severity: "info", message, details: { count } };
}

function checkLists(records: NetworkImport): void {
  if (typeof records === "object" && records !== null) checkRecordKeys(records, "import");
  const { people, ties, interactions = [] } = records ?? {};
  if (![people, ties, interactions].every(Array.isArray)) {
    throw unfit("import", "of lists of people and ties");
  }
}
