import { checkId, WarmpathError } from "../base/index.js";
import type { Person, Visibility } from "../people/index.js";
import { checkVisibility } from "./check-records.js";
import { checkInView, type InView } from "./in-view.js";
import { keptForm } from "./kept-form.js";
import type { PeopleGraph } from "./people-graph.js";
import type { PersonRecord } from "./person-records.js";
import type { Tellers } from "./provenance.js";
import { checkRecordKeys } from "./record-keys.js";

/** What was told of a person, as it is saved: once, with all who told just that. */
export interface ToldRecord {
  readonly person: Person;
  readonly visibility: Visibility;
  readonly source?: string;
  readonly inView?: InView;
  /** In the order of their records. Absent: nobody in particular. */
  readonly owners?: readonly string[];
}

/** One person's records as they are saved. In a pool dozens tell the same of each. */
export function toldRecords(records: readonly PersonRecord[]): ToldRecord[] {
  const told: ToldRecord[] = [];
  const known = new Map<string, { readonly record: PersonRecord; readonly owners: string[] }>();
  let last: { readonly record: PersonRecord; readonly owners: string[] } | undefined;
  for (const record of records) {
    const { person, visibility, owner, source, inView } = record;
    const more = { ...(source !== undefined && { source }), ...(inView !== undefined && { inView }) };
    if (owner === undefined) {
      told.push({ person, visibility, ...more });
      continue;
    }
    const isAgain =
      last?.record.person === person &&
      last.record.visibility === visibility &&
      last.record.source === source &&
      last.record.inView === inView;
    if (!isAgain) {
      const key = JSON.stringify([visibility, source ?? null, inView ?? null, person]);
      last = known.get(key);
      if (last === undefined) {
        last = { record, owners: [] };
        known.set(key, last);
        told.push({ person, visibility, owners: last.owners, ...more });
      }
    }
    last?.owners.push(owner);
  }
  return told;
}

/** Tells a network what was saved, checked. @throws WarmpathError `INVALID_PERSON`, `INVALID_ID`, `INVALID_TIE`. */
export function tellSaved(graph: PeopleGraph, saved: readonly ToldRecord[], tellers: Tellers): void {
  for (const told of saved) for (const record of recordsOf(told, graph, tellers)) graph.tell(record);
}

function recordsOf(told: ToldRecord, known: Pick<PeopleGraph, "lastTold">, tellers: Tellers): PersonRecord[] {
  if (typeof told === "object" && told !== null) checkRecordKeys(told, "told person");
  const { person: given, visibility, owners, source, inView } = told ?? {};
  const person: Person = keptForm(given, known, tellers);
  checkVisibility(visibility);
  if (source !== undefined) checkId(source, "source");
  if (inView !== undefined) checkInView(inView);
  const more = { ...(source && { source }), ...(inView && { inView }) };
  if (owners === undefined) return [{ person, visibility, ...more }];
  const isPlain = Object.keys(more).length === 0;
  if (Array.isArray(owners))
    return owners.map((one) => {
      const owner = checkId(one, "owner");
      // Dozens tell of each, and a spread takes longer than all else here.
      return isPlain ? { person, visibility, owner } : { person, visibility, owner, ...more };
    });
  throw new WarmpathError("INVALID_PERSON", "owners of what was told are to be a list");
}
