import {
  compareCodeUnits,
  keysOf,
  type SnapshotForm,
  sealed,
  unsealed,
  WarmpathError,
} from "../base/index.js";
import type { IdentityDecision, Person, Tie, Visibility } from "../people/index.js";
import type { IdTeller } from "./id-tellers.js";
import { checkInView, type InView, strongestView, viewOfOld } from "./in-view.js";
import { byEnds, recordsOf } from "./kept-tie.js";
import type { PeopleGraph } from "./people-graph.js";
import { type KeptPerson, type PersonRecord, recordsOfPerson, viewed } from "./person-records.js";
import { type ToldRecord, toldRecords } from "./told-records.js";

/** What an owner said of one tie, whatever their files say: `visibility` of the tie between `from` and `to`. */
export interface SharingPreference {
  readonly owner: string;
  readonly from: string;
  readonly to: string;
  readonly visibility: Visibility;
}

/** A network as plain JSON: people and ties in code-unit order of their ids. */
export interface NetworkSnapshot {
  readonly format: "warmpath.network";
  /** 0.1 wrote version 1, without a checksum. */
  readonly version: 2;
  /** A sum of all that follows: 16 hex digits, which find a change by accident. */
  readonly checksum: string;
  readonly people: readonly Person[];
  /** One record of a tie for each owner who told of it, told from their side where they are one of the two. */
  readonly ties: readonly Tie[];
  readonly doNotAsk: readonly string[];
  /** Owners who took their ties back: nothing of theirs comes in again. Absent: none. */
  readonly optedOut?: readonly string[];
  /** Ids that were merged away, each with the id that stands for it now. Absent: none. */
  readonly merged?: readonly (readonly [gone: string, kept: string])[];
  /** Who told of people under ids that were merged. Absent: those ids are no secret. */
  readonly idTellers?: readonly (readonly [id: string, tellers: readonly IdTeller[]])[];
  /** Digests of the keys of those who are not to come in again. Absent: none. */
  readonly suppressed?: readonly string[];
  /** Absent: none. */
  readonly words?: readonly SharingPreference[];
  /** What was said of who is who and is no merge: who are two, and who will be one when both are known. Absent: nothing. */
  readonly decisions?: readonly IdentityDecision[];
  /** All records of those people of whom somebody told in their own name, or not for everybody; what several told alike stands once. Absent: none. */
  readonly told?: readonly ToldRecord[];
  /**
   * How those of whom nobody in particular told are in everybody's view, each who is so by more than ties. Absent where nothing differs
   * from this: those are in view whom no tie and no owner's word tells of.
   */
  readonly inView?: readonly (readonly [id: string, inView: InView])[];
}

/** What a snapshot holds beside its form. */
export type Parts = Omit<NetworkSnapshot, "format" | "version" | "checksum">;

const FORM: SnapshotForm<Parts> = {
  what: "network",
  format: "warmpath.network",
  version: 2,
  keys: keysOf<Parts>({
    people: true,
    told: true,
    inView: true,
    ties: true,
    doNotAsk: true,
    optedOut: true,
    merged: true,
    words: true,
    decisions: true,
    idTellers: true,
    suppressed: true,
  }),
};

/**
 * The parts of `snapshot` if it is as it was written, or of version 0.1; its people and ties are checked where they are taken in.
 * @throws WarmpathError `INVALID_SNAPSHOT`, `SNAPSHOT_NEWER`.
 */
export function partsOf(snapshot: unknown): Parts {
  const parts = unsealed(FORM, snapshot);
  const { people, ties, doNotAsk, ...lists } = parts;
  if (![people, ties, doNotAsk].every(Array.isArray))
    throw invalid("with lists of people, ties and doNotAsk");
  for (const list of Object.values(lists)) {
    if (list !== undefined && !Array.isArray(list)) throw invalid("of lists");
  }
  if (new Set(people.map((person) => person?.id)).size !== people.length)
    throw invalid("with each person once");
  return parts;
}

/** The snapshot that these parts make: a copy that shares nothing with them. */
export function snapshotOf(parts: Parts): NetworkSnapshot {
  return sealed(FORM, copyOf(parts)) as NetworkSnapshot;
}

/** A copy of plain data that shares nothing with it. */
function copyOf<T>(value: T): T {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(copyOf) as T;
  const copy = { ...value };
  for (const key in copy) {
    const part = copy[key];
    if (typeof part === "object" && part !== null) copy[key] = copyOf(part);
  }
  return copy;
}

function invalid(expected: string): WarmpathError {
  return new WarmpathError("INVALID_SNAPSHOT", `a network snapshot is to be ${expected}`);
}

/** All that a network holds, in one order. */
export function networkParts(
  graph: PeopleGraph,
  doNotAsk: readonly string[],
  sharing: { toJSON(): Partial<NetworkSnapshot> },
): Parts {
  const kept = graph.allKept().sort((a, b) => compareCodeUnits(a.person.id, b.person.id));
  const told = kept.flatMap(({ records = [] }) => toldRecords(records));
  return {
    people: kept.map(({ person }) => person),
    ...(told.length === 0 ? {} : { told }),
    ...storedViews(kept, (id) => graph.degree(id) > 0),
    ties: graph.ties().sort(byEnds).flatMap(recordsOf),
    doNotAsk,
    ...sharing.toJSON(),
  };
}

/** How people are in view, where records that do not say it would not tell the same. */
export function storedViews(
  people: readonly KeptPerson[],
  isTied: (id: string) => boolean,
): Pick<Parts, "inView"> {
  const isOld = people.every((kept) =>
    recordsOfPerson(kept).every((record) => record.inView === viewOfOld(record, kept, isTied)),
  );
  if (isOld) return {};
  return { inView: people.flatMap(({ person, inView }) => (inView ? [[person.id, inView] as const] : [])) };
}

/** How each person of a state is in everybody's view. */
export function viewsOf({ people, told = [], ties, inView }: Parts): ReadonlyMap<string, InView | undefined> {
  const views = new Map<string, InView | undefined>(inView);
  const isTold = new Set(told.map(({ person }) => person.id));
  const tied = new Set(inView === undefined ? ties.flatMap(({ from, to }) => [from, to]) : []);
  const common = people
    .filter(({ id }) => !isTold.has(id))
    .map((person): PersonRecord => ({ person, visibility: "shared" }));
  for (const record of [...told, ...(inView === undefined ? common : [])]) {
    const { id } = record.person;
    const own = inView === undefined ? viewOfOld(record, record, (one) => tied.has(one)) : record.inView;
    if (record.visibility === "shared") views.set(id, strongestView(views.get(id), own));
  }
  return views;
}

/** Every record of everybody in a state, none of it checked. @throws WarmpathError `INVALID_SNAPSHOT` for no list of `inView`. */
export function savedRecords({ people, told = [], inView = [] }: Parts): readonly ToldRecord[] {
  const isTold = new Set(told.map((record) => record?.person?.id));
  const common = people.filter((person) => !isTold.has(person?.id));
  const isCommon = new Set(common.map((person) => person?.id));
  for (const pair of inView) {
    if (!Array.isArray(pair) || pair.length !== 2 || !isCommon.has(pair[0]))
      throw invalid("with inView of people of whom nobody in particular told");
    checkInView(pair[1]);
  }
  const views = new Map(inView);
  return [
    ...told,
    ...common.map((person): ToldRecord => viewed({ person, visibility: "shared" }, views.get(person?.id))),
  ];
}
