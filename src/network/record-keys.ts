import {
  checkKeys,
  editDistance,
  keysOf,
  nearestKey,
  WarmpathError,
  type WarmpathErrorCode,
} from "../base/index.js";
import type { InteractionRecord, Person, Source, Spell, Tag, TieEvidence, Vouch } from "../people/index.js";
import type { KnownTie } from "./kept-tie.js";
import type { NetworkImport } from "./prepare-import.js";
import type { ToldRecord } from "./told-records.js";

/**
 * Refuses a record with a misspelt key, so that what is absent was never meant. A misspelt `visibility` or `private` would show what
 * was to be hidden. Of people and what is told of them other fields of the caller's own are left out, as ever; ties may have none.
 * @throws WarmpathError the code of what it is: `INVALID_PERSON`, `INVALID_TIE`, `INVALID_EVIDENCE`, `INVALID_ARGUMENT`.
 */
export function checkRecordKeys(record: object, kind: RecordKind): void {
  const { known, keys, code, isStrict } = KEYS[kind];
  const others: string[] = [];
  try {
    void record.constructor;
    for (const key in record) {
      // A trap throws here and not deep inside.
      void record[key as keyof typeof record];
      if (!known.has(key)) others.push(key);
    }
  } catch {
    throw new WarmpathError(code, `a record (${kind}) cannot be read`);
  }
  for (const key of others) {
    if (isStrict || isMisspelt(key, keys)) checkKeys({ [key]: true }, keys, `a record (${kind})`, code);
  }
}

/** True for a key that is another by a letter or two, or that says who may see a record which says no such thing. */
function isMisspelt(key: string, keys: readonly string[]): boolean {
  const all = [...keys, ...REACH];
  const nearest = nearestKey(key, all) as string;
  const longer = Math.max(key.length, nearest.length);
  return editDistance(key.toLowerCase(), nearest.toLowerCase(), longer) <= longer * MISSPELT;
}

/** Letters of ten that may differ in a misspelt word; an assumption. */
const MISSPELT = 0.3;
/** What says who may see a record, in whatever record it stands. */
const REACH = ["visibility", "private"];

type RecordKind =
  | "person"
  | "spell"
  | "tag"
  | "source"
  | "import"
  | "told person"
  | "tie"
  | "evidence"
  | "interaction"
  | "vouch";

const KEYS: Readonly<Record<RecordKind, RecordKeys>> = {
  person: list(
    "INVALID_PERSON",
    keysOf<Person>({
      id: true,
      name: true,
      firstName: true,
      lastName: true,
      company: true,
      title: true,
      emails: true,
      profileUrl: true,
      location: true,
      spells: true,
      sources: true,
      tags: true,
      kind: true,
    }),
  ),
  spell: list(
    "INVALID_PERSON",
    keysOf<Spell>({
      kind: true,
      organization: true,
      title: true,
      from: true,
      to: true,
      past: true,
      headcount: true,
      owner: true,
    }),
  ),
  tag: list(
    "INVALID_PERSON",
    keysOf<Tag>({ code: true, evidence: true, at: true, private: true, owner: true }),
  ),
  source: list("INVALID_PERSON", keysOf<Source>({ owner: true, file: true, row: true })),
  // A reader's import comes whole, with what it tells of the file.
  import: list(
    "INVALID_ARGUMENT",
    keysOf<NetworkImport>({
      people: true,
      ties: true,
      interactions: true,
      owner: true,
      visibility: true,
      file: true,
      refresh: true,
      emptied: true,
      source: true,
      deleted: true,
      mergedPeople: true,
    }),
  ),
  "told person": list(
    "INVALID_PERSON",
    keysOf<ToldRecord>({ person: true, visibility: true, owners: true, source: true, inView: true }),
    true,
  ),
  // A known tie may be given again: its sightings are no news.
  tie: list(
    "INVALID_TIE",
    keysOf<KnownTie>({
      from: true,
      to: true,
      evidence: true,
      visibility: true,
      owner: true,
      source: true,
      sightings: true,
    }),
    true,
  ),
  evidence: list(
    "INVALID_EVIDENCE",
    keysOf<TieEvidence>({
      interactions: true,
      connectedOn: true,
      closeness: true,
      contexts: true,
      overlap: true,
      vouches: true,
    }),
  ),
  interaction: list(
    "INVALID_EVIDENCE",
    keysOf<InteractionRecord>({
      at: true,
      direction: true,
      kind: true,
      automatic: true,
      from: true,
      to: true,
    }),
  ),
  vouch: list("INVALID_EVIDENCE", keysOf<Vouch>({ kind: true, direction: true, at: true, count: true })),
};

interface RecordKeys {
  readonly isStrict: boolean;
  readonly known: ReadonlySet<string>;
  readonly keys: readonly string[];
  readonly code: WarmpathErrorCode;
}

function list(code: WarmpathErrorCode, keys: readonly string[], isStrict = false): RecordKeys {
  return { known: new Set(keys), keys, code, isStrict };
}
