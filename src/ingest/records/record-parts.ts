import { type IssueCode, isRecord } from "../../base/index.js";
import { isEmptiedAt, type Json, type Paths, rowOf, textsAt } from "./fields-of.js";
import type { RecordBook } from "./record-book.js";
import { OF_UNKNOWN_KIND } from "./record-events.js";
import { keyOf } from "./record-identity.js";
import type { GivenRecord } from "./record-lists.js";
import type { RecordKind } from "./record-shape.js";

/** Fields that a record tells, be it that they are empty; a whole record tells all. */
export function toldIn<Field extends string>(
  { record, tells }: GivenRecord,
  paths: Paths<Field>,
): (...fields: readonly Field[]) => boolean {
  return (...fields) =>
    tells === "all" ||
    fields.some((field) => {
      const at = paths[field] ?? "";
      return textsAt(record, at).length > 0 || isEmptiedAt(record, at);
    });
}

/**
 * Why an event cannot be used by itself. It names no more than an id, or a field of a record that is not known, or none that is read.
 * @param isKnown True where the book holds the record
 */
export function whyPart<Field extends string>(
  given: GivenRecord,
  paths: Paths<Field | "id">,
  isKnown: boolean,
): readonly [IssueCode, string] | undefined {
  if (given.tells === "all") return undefined;
  if (given.tells === "id") return TO_FETCH;
  const { id: _, ...fields } = paths as Paths<string>;
  if (!toldIn(given, fields)(...Object.keys(fields)))
    return ["RECORD_NOT_USED", "no field that is read changed."];
  return isKnown ? undefined : TO_FETCH;
}

export const TO_FETCH: readonly [IssueCode, string] = [
  "RECORD_TO_FETCH",
  "it does not tell the whole record; fetch that and read it.",
];

/** The key of a record in its system; empty where it tells none. */
export function keyIn({ record, shape, kind }: GivenRecord): string {
  return keyOf(rowOf<"id">(record, 0, { id: shape[PATHS[kind ?? "contacts"]]?.["id"] ?? "id" }).cell("id"));
}

/** A record with the kind under which a book holds it, where only that tells. */
export function withKind(given: GivenRecord, book: RecordBook): GivenRecord {
  if (given.list !== OF_UNKNOWN_KIND) return given;
  const key = keyIn(given);
  const kind = (["contacts", "companies", "deals", "activities"] as const).find((one) => book[one].has(key));
  return { ...given, kind };
}

/** A record with what a later event tells of the same one. */
export function withPart(before: Json, part: Json): Json {
  const joined = Object.entries(part).map(([field, now]) => {
    const was = before[field];
    return [field, isRecord(now) && isRecord(was) ? withPart(was, now) : now] as const;
  });
  return { ...before, ...Object.fromEntries(joined) };
}

const PATHS = {
  contacts: "contact",
  companies: "company",
  deals: "deal",
  activities: "activity",
  associations: "association",
} as const satisfies Record<RecordKind, string>;
