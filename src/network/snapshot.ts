import { compareCodeUnits, WarmpathError } from "../base/index.js";
import type { Person, Tie, Visibility } from "../people/index.js";
import type { IdTeller } from "./id-tellers.js";
import { byEnds, recordsOf } from "./kept-tie.js";
import type { PeopleGraph } from "./people-graph.js";
import type { PersonRecord } from "./person-records.js";

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
  readonly version: 1;
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
  /** All records of those people of whom somebody told in their own name, or not for everybody. Absent: none. */
  readonly told?: readonly PersonRecord[];
}

const FORMAT = "warmpath.network";
const VERSION = 1;

/**
 * Returns `snapshot` if it has a snapshot's outer form; its people and ties are checked where they are taken in.
 * @throws WarmpathError `INVALID_SNAPSHOT`, `SNAPSHOT_NEWER`.
 */
export function checkSnapshot(snapshot: unknown): NetworkSnapshot {
  if (typeof snapshot !== "object" || snapshot === null) throw invalid("an object");
  const { format, version, people, ties, doNotAsk, optedOut, merged, sharing, told, idTellers, suppressed } =
    snapshot as Partial<Record<string, unknown>>;
  if (format !== FORMAT) throw invalid(`of format ${FORMAT}`);
  if (typeof version !== "number" || !Number.isInteger(version) || version < 1)
    throw invalid("of a whole version");
  if (version > VERSION) {
    throw new WarmpathError("SNAPSHOT_NEWER", "the snapshot is of a newer version than this library reads", {
      version,
      newest: VERSION,
    });
  }
  if (!Array.isArray(people) || !Array.isArray(ties) || !Array.isArray(doNotAsk)) {
    throw invalid("with lists of people, ties and doNotAsk");
  }
  for (const list of [optedOut, merged, sharing, told, idTellers, suppressed]) {
    if (list !== undefined && !Array.isArray(list))
      throw invalid("with lists of optedOut, merged, sharing, told, idTellers and suppressed");
  }
  if (new Set(people.map((person) => person?.id)).size !== people.length)
    throw invalid("with each person once");
  return snapshot as NetworkSnapshot;
}

/** A copy of plain data that shares nothing with it. */
function copyOf<T>(value: T): T {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(copyOf) as T;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, copyOf(part)])) as T;
}

function invalid(expected: string): WarmpathError {
  return new WarmpathError("INVALID_SNAPSHOT", `a network snapshot is to be ${expected}`);
}

/** The snapshot of a whole network. */
export function snapshotOf(
  graph: PeopleGraph,
  doNotAsk: readonly string[],
  sharing: { toJSON(): Partial<NetworkSnapshot> },
): NetworkSnapshot {
  const kept = graph.allKept().sort((a, b) => compareCodeUnits(a.person.id, b.person.id));
  const told = kept.flatMap(({ records = [] }) => records);
  return copyOf({
    format: FORMAT,
    version: VERSION,
    people: kept.map(({ person }) => person),
    ...(told.length === 0 ? {} : { told }),
    ties: graph.ties().sort(byEnds).flatMap(recordsOf),
    doNotAsk,
    ...sharing.toJSON(),
  });
}
