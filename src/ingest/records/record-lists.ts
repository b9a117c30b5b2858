import { isReadable, isReadableWhole, isRecord, WarmpathError } from "../../base/index.js";
import { type Json, textsAt } from "./fields-of.js";
import type { RecordFormat, RecordKind, RecordShape } from "./record-shape.js";
import { RECORD_SHAPES, shapeOf } from "./record-shapes.js";

/** A record with its place among all that were given, from 1. */
export interface GivenRecord {
  readonly index: number;
  readonly record: Json;
  readonly shape: RecordShape;
  /** Undefined for a kind that is not read. */
  readonly kind: RecordKind | undefined;
  /** The word under which it came: the list's name, or what the record says of itself. */
  readonly word: string;
  /** True for what is no object, or an object that cannot be looked into. */
  readonly isUnreadable?: boolean;
}

/** What `fromRecords` takes: a list of records, lists by the kind of their records, pages as an API gives them, or JSON text of those. */
export type RecordsInput = string | readonly unknown[] | Readonly<Record<string, unknown>>;

/**
 * Calls back with each record of an input until that gives false.
 * @throws WarmpathError `INVALID_ARGUMENT` for what is no list and no object, `FORMAT_UNKNOWN` for text that is no JSON.
 */
export function forEachRecord(
  input: RecordsInput,
  format: RecordFormat | undefined,
  take: (given: GivenRecord) => boolean,
): void {
  const given: unknown = typeof input === "string" ? parsed(input) : input;
  if (typeof given !== "object" || given === null) {
    const message = "records are to be a list, or lists by the kind of their records";
    throw new WarmpathError("INVALID_ARGUMENT", message, { type: typeof given });
  }
  const shape = RECORD_SHAPES.find((one) => one.format === (format ?? formatIn(given))) as RecordShape;
  let index = 0;
  for (const [record, list] of eachIn(given)) {
    index++;
    if (!take(read(record, list, index, shape))) return;
  }
}

/** The system that the first telling record is of: all of one call are of one, also those that only say they are deleted. */
function formatIn(given: object): RecordFormat {
  for (const [record] of eachIn(given)) {
    const format = isRecord(record) && isReadable(record) ? shapeOf(record).format : "generic";
    if (format !== "generic") return format;
  }
  return "generic";
}

/** Every record with the name of its list. */
function* eachIn(given: object): Generator<readonly [unknown, string]> {
  const whole = listOf(given);
  if (whole !== undefined) for (const record of whole) yield [record, ""];
  else {
    for (const [name, list] of Object.entries(given)) {
      const records = listOf(list) ?? (name === "associations" ? joined(list) : undefined);
      if (records !== undefined) for (const record of records) yield [record, name];
      else if (isRecord(list) && KINDS.has(wordOf(name))) yield [list, name];
    }
  }
}

function read(record: unknown, list: string, index: number, shape: RecordShape): GivenRecord {
  if (isRecord(record) && isReadable(record)) return { index, record, ...kindOf(record, list, shape) };
  return { index, record: {}, shape, kind: undefined, word: "", isUnreadable: true };
}

function kindOf(record: Json, list: string, shape: RecordShape): Omit<GivenRecord, "index" | "record"> {
  const own = wordOf(textsAt(record, shape.kind ?? "")[0] ?? "");
  const word = KINDS.has(own) ? own : wordOf(list);
  // What has no name of a kind is a contact. One with another name is not read.
  const kind = KINDS.get(word) ?? (list === "" && own === "" ? guessed(record) : undefined);
  return { shape, kind, word };
}

function guessed(record: Json): RecordKind {
  return isRecord(record["engagement"]) ? "activities" : "contacts";
}

/** The items of a list, of an API's page, or of a list of pages. */
export function listOf(value: unknown): readonly unknown[] | undefined {
  if (!isReadableWhole(value)) return undefined;
  if (Array.isArray(value)) return value.every(isPage) ? value.flatMap((page) => pageOf(page) ?? []) : value;
  return pageOf(value);
}

function isPage(value: unknown): boolean {
  return pageOf(value) !== undefined;
}

/** HubSpot names a page's items `results`, Salesforce `records`, Pipedrive and Attio `data`, Microsoft `value`, GraphQL `edges`. */
function pageOf(value: unknown): readonly unknown[] | undefined {
  if (!isRecord(value) || Object.hasOwn(value, "attributes")) return undefined;
  for (const name of ["results", "records", "data", "value", "items"]) {
    if (Array.isArray(value[name])) return value[name];
  }
  const { edges } = value;
  return Array.isArray(edges) ? edges.map((edge) => (isRecord(edge) ? edge["node"] : edge)) : undefined;
}

/** Associations by the two kinds that they join, as `{ "deals_to_contacts": […] }`, each record told which. */
function joined(lists: unknown): readonly unknown[] | undefined {
  if (!isRecord(lists)) return undefined;
  return Object.entries(lists).flatMap(([type, list]) =>
    (listOf(list) ?? []).map((one) => (isRecord(one) ? { type, ...one } : one)),
  );
}

/** Letters of a word in lower case: `CalendarEvents` and `calendar_events` are the same. */
function wordOf(text: string): string {
  return text
    .slice(0, 64)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "");
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new WarmpathError("FORMAT_UNKNOWN", "the text is no JSON", { length: text.length });
  }
}

/** Names of lists and objects, in one and in many; numbers are HubSpot's type ids. */
const KINDS: ReadonlyMap<string, RecordKind> = new Map(
  Object.entries({
    contacts: "contact contacts person people persons 01",
    companies: "company companies account accounts organization organizations organisation organisations 02",
    deals: "deal deals opportunity opportunities 03",
    activities:
      "activity activities engagement engagements task tasks event events call calls email emails meeting meetings note notes communication communications message messages calendarevent calendarevents interaction interactions 027 046 047 048 049 018",
    associations: "association associations opportunitycontactrole opportunitycontactroles role roles",
  }).flatMap(([kind, words]) => words.split(" ").map((word) => [word, kind as RecordKind] as const)),
);
