import { type Issue, type IssueCode, isRecord } from "../../base/index.js";
import { isEmptiedAt, type Json, type Paths, rowOf, textsAt } from "./fields-of.js";
import type { RecordBook } from "./record-book.js";
import { OF_UNKNOWN_KIND } from "./record-events.js";
import { isDeleted, keyOf, mergedIdsOf, mergedIntoOf } from "./record-identity.js";
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

/** Takes in which records were merged into which, as records and events of any system tell it. */
export function takeMerges(
  all: readonly GivenRecord[],
  book: RecordBook,
  personOf: (key: string, given: GivenRecord) => string,
): void {
  for (const given of all) {
    const { kind } = given;
    if (kind === undefined || kind === "associations") continue;
    const key = ownKey(given);
    const into = mergedIntoOf(given);
    const pairs = [...mergedIdsOf(given).map((gone) => [gone, key]), ...(into === "" ? [] : [[key, into]])];
    for (const [gone = "", kept = ""] of pairs)
      if (gone !== "" && kept !== "")
        book.merge(kind, gone, kept, kind === "contacts" ? personOf(gone, given) : "", given.at);
  }
}

/**
 * Why an event cannot be used by itself. It names no more than an id, or a field of a record that is not known, or none that is read.
 * @param isKnown True where the book holds the record
 */
export function whyPart<Field extends string>(
  given: GivenRecord,
  paths: Paths<Field | "id">,
  isKnown: boolean,
  book: RecordBook,
): WhyUnused | undefined {
  const own = ownKey(given);
  // One that says itself that it is gone counts only until one that stands for it is known. So does what happened before it was merged.
  const isGone =
    isDeleted(given) || (isKnown && (mergedIntoOf(given) !== "" || book.isBeforeMerge(given, own)));
  if (isGone && keyIn(given, book) !== own) return MERGED;
  if (given.tells === "all") return undefined;
  if (given.tells === "id") return TO_FETCH;
  const { id: _, ...fields } = paths as Paths<string>;
  if (!toldIn(given, fields)(...Object.keys(fields))) return NOT_READ;
  return isKnown ? undefined : TO_FETCH;
}

/** A code, why, and how much it matters. */
export type WhyUnused = readonly [code: IssueCode, why: string, severity: Issue["severity"]];

export const TO_FETCH: WhyUnused = [
  "RECORD_TO_FETCH",
  "it does not tell the whole record; fetch that and read it.",
  "warning",
];
const NOT_READ: WhyUnused = ["RECORD_NOT_USED", "no field that is read changed.", "info"];
const MERGED: WhyUnused = ["ROW_MERGED", "it was merged into another, which stands for it.", "info"];

/** The key of a record in its system, or of the one into which it was merged; empty where it tells none. */
export function keyIn(given: GivenRecord, book: RecordBook): string {
  return book.standing(given.kind ?? "", ownKey(given));
}

function ownKey({ record, shape, kind }: GivenRecord): string {
  return keyOf(rowOf<"id">(record, 0, { id: shape[PATHS[kind ?? "contacts"]]?.["id"] ?? "id" }).cell("id"));
}

/** A record with the kind under which a book holds it, where only that tells. */
export function withKind(given: GivenRecord, book: RecordBook): GivenRecord {
  if (given.list !== OF_UNKNOWN_KIND) return given;
  const keys = [ownKey(given), ...mergedIdsOf(given)];
  const kind = (["contacts", "companies", "deals", "activities"] as const).find((one) =>
    keys.some((key) => book[one].has(book.standing(one, key))),
  );
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
