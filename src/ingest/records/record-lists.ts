import { isReadable, isReadableWhole, isRecord, unfit, WarmpathError } from "../../base/index.js";
import { asBytes, type FileBytes } from "../bytes/as-bytes.js";
import { decodeWhole } from "../bytes/encodings.js";
import { type Json, textsAt } from "./fields-of.js";
import { type FoundRecord, recordsOfEvent, type Telling } from "./record-events.js";
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
  /** That word as it was written. */
  readonly list: string;
  /** What an event tells of it, and when that happened. */
  readonly tells: Telling;
  readonly at: number | undefined;
  /** True for what is no object, or an object that cannot be looked into. */
  readonly isUnreadable?: boolean;
}

/** What `fromRecords` takes: records in a list, in lists by their kind, alone, in an API's answers or in webhooks' events. JSON text of those will do, and its bytes. */
export type RecordsInput = string | FileBytes | readonly unknown[] | Readonly<Record<string, unknown>>;

/**
 * Calls back with each record of an input until that gives false.
 * @throws WarmpathError `INVALID_ARGUMENT` for what is no list and no object, `FORMAT_UNKNOWN` for text that is no JSON.
 */
export function forEachRecord(
  input: RecordsInput,
  format: RecordFormat | undefined,
  take: (given: GivenRecord) => boolean,
): void {
  const bytes = asBytes(input);
  const text = bytes === undefined ? input : (decodeWhole(bytes, "utf-8") ?? "");
  const given: unknown = typeof text === "string" ? parsed(text) : text;
  if (!isReadable(given) || isOpaque(given))
    throw unfit("records", "a list, or lists by the kind of their records, in plain objects");
  const shape = RECORD_SHAPES.find((one) => one.format === (format ?? formatIn(given))) as RecordShape;
  let index = 0;
  for (const found of eachIn(given)) {
    index++;
    if (!take(read(found, index, shape))) return;
  }
}

/** The system that the first telling record is of: all of one call are of one, also those that only say they are deleted. */
function formatIn(given: object): RecordFormat {
  for (const { record, format: told } of eachIn(given)) {
    const format = told ?? (isRecord(record) && isReadable(record) ? shapeOf(record).format : "generic");
    if (format !== "generic") return format;
  }
  return "generic";
}

/** Every record with the name of its list. Whatever holds something and no list is one record, so that it is told of. */
function* eachIn(all: unknown, isInner = false): Generator<FoundRecord> {
  const isList = Array.isArray(all) && isReadable(all);
  // Bodies of several hooks may each be a list.
  const given: unknown = isList && all.some(Array.isArray) ? [...all].flat() : all;
  const pages = isList ? (given as readonly unknown[]) : [given];
  if (!isInner && pages.some((page) => recordsOfEvent(page) !== undefined)) {
    for (const page of pages) yield* withChildren(page, "");
    return;
  }
  if (!isInner && pages.length > 0 && pages.every(isWrapped)) {
    for (const page of pages) yield* eachIn(page["data"], true);
    return;
  }
  const whole = isAlone(given) ? [given] : listOf(given);
  if (whole !== undefined) for (const record of whole) yield* withChildren(record, "");
  else if (!isRecord(given) || !isReadable(given)) yield { record: given, list: "" };
  else {
    const told = Object.entries(given).filter(([, list]) => list !== undefined && list !== null);
    const lists = told.map(([name, list]) => [name, list, recordsIn(name, list)] as const);
    if (told.length > 0 && lists.every(([, , records]) => records === undefined))
      yield { record: given, list: "" };
    else {
      for (const [name, list, records] of lists) {
        if (records !== undefined) for (const record of records) yield* withChildren(record, name);
        else if (KINDS.has(wordOf(name))) yield { record: list, list: name };
      }
    }
  }
}

/** The records under a name; undefined where there are none to look for. */
function recordsIn(name: string, list: unknown): readonly unknown[] | undefined {
  const records = listOf(list) ?? (name === "associations" ? joined(list) : undefined);
  return records ?? (isRecord(list) && KINDS.has(wordOf(name)) ? [list] : undefined);
}

/** A record, and those that Salesforce gives inside it where a query asks for them: contacts of an account, tasks of a contact. */
function* withChildren(record: unknown, list: string, deep = MOST_DEEP): Generator<FoundRecord> {
  const told = recordsOfEvent(record);
  if (told !== undefined) {
    yield* told;
    return;
  }
  yield { record, list };
  if (deep === 0 || !isRecord(record) || !isReadable(record) || !isRecord(record["attributes"])) return;
  const parent = wordOf(textsAt(record, "attributes.type")[0] ?? "") === "account" ? "AccountId" : "WhoId";
  for (const [name, page] of Object.entries(record)) {
    const kind = KINDS.get(wordOf(name));
    if (kind === undefined || kind === "associations") continue;
    for (const child of itemsOf(page) ?? [])
      yield* withChildren(isRecord(child) ? { [parent]: record["Id"], ...child } : child, name, deep - 1);
  }
}

/** Twenty's answers hold lists by their kinds in `data`. */
function isWrapped(value: unknown): value is { readonly data: Json } {
  return isReadableWhole(value) && isRecord(value) && isRecord(value["data"]) && !isAlone(value["data"]);
}

/** True for one record, and not lists or pages of some. */
function isAlone(value: unknown): boolean {
  if (!isRecord(value) || !isReadableWhole(value)) return false;
  const { format, contact } = shapeOf(value);
  // Mails in a page are no addresses of a contact.
  if (format !== "generic") return itemsOf(value["emails"]) === undefined;
  const own = `${contact.id}|${contact.name}|${contact.first}|${contact.last}|email`;
  return (
    textsAt(value, own).length > 0 &&
    itemsOf(value) === undefined &&
    Object.entries(value).every(([name, list]) => {
      const isList = Array.isArray(list) || itemsOf(list) !== undefined;
      return !isList || /^emails?$/i.test(name) || !KINDS.has(wordOf(name));
    })
  );
}

function read(found: FoundRecord, index: number, shape: RecordShape): GivenRecord {
  const { record, list, tells = "all", at } = found;
  const common = { index, list, tells, at };
  if (isRecord(record) && isReadable(record) && !isOpaque(record))
    return { ...common, record, ...kindOf(record, list, shape) };
  return { ...common, record: {}, shape, kind: undefined, word: "", isUnreadable: true };
}

/** True for what keeps its content where no name leads to: a map, a set, a promise. */
function isOpaque(value: object): boolean {
  if (!isReadable(value)) return false;
  const proto: unknown = Object.getPrototypeOf(value);
  const isPlain = Array.isArray(value) || proto === null || Object.getPrototypeOf(proto) === null;
  return !isPlain && Object.keys(value).length === 0;
}

function kindOf(
  record: Json,
  list: string,
  shape: RecordShape,
): Pick<GivenRecord, "shape" | "kind" | "word"> {
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

function pageOf(value: unknown): readonly unknown[] | undefined {
  const items = itemsOf(value);
  if (items !== undefined || !isRecord(value) || !isRecord(value["data"])) return items;
  // An answer with one record, or with one list under its kind.
  const { data } = value;
  if (isAlone(data)) return [data];
  const lists = Object.values(data).flatMap((list) => {
    const inner = Array.isArray(list) ? list : itemsOf(list);
    return inner === undefined ? [] : [inner];
  });
  return lists.length === 1 ? lists[0] : undefined;
}

/** HubSpot names a page's items `results`, Salesforce `records`, Pipedrive and Attio `data`, Microsoft `value`, GraphQL `edges`. */
function itemsOf(value: unknown): readonly unknown[] | undefined {
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
/** Salesforce's queries go five levels deep. */
const MOST_DEEP = 5;
