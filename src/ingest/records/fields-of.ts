import { isRecord, memoized, safeText } from "../../base/index.js";
import type { TableRow } from "../table/table-reader.js";

/** A JSON object. */
export type Json = Readonly<Record<string, unknown>>;

/** Where a record holds each of our own fields: dotted paths, the first that holds something counts; `*` is every item of a list. */
export type Paths<Field extends string> = Readonly<Partial<Record<Field, string>>>;

/** A record as a row of a table: texts at our own fields, trimmed and clean. Nothing but the paths is looked at, however deep it goes. */
export function rowOf<Field extends string>(record: Json, row: number, paths: Paths<Field>): TableRow<Field> {
  const cells = (field: Field): readonly string[] => textsAt(record, paths[field] ?? "");
  return { row, cells, cell: (field) => cells(field)[0] ?? "" };
}

/** The steps of some paths. These are our own few, asked for every record again. */
const stepsOf: (paths: string) => readonly (readonly string[])[] = memoized((paths: string) =>
  paths.split("|").flatMap((path) => (path === "" ? [] : [path.split(".")])),
);

/** All texts at some paths, each once, without empty ones. */
export function textsAt(record: unknown, paths: string): readonly string[] {
  const found = new Set<string>();
  for (const steps of stepsOf(paths)) addAt(record, steps, 0, found);
  return [...found];
}

/** True where a record has a field at one of some paths, though it may be empty. */
export function hasAt(record: unknown, paths: string): boolean {
  return stepsOf(paths).some((steps) => {
    let at = record;
    for (const step of steps) {
      if (!isRecord(at) || !Object.hasOwn(at, step)) return false;
      at = at[step];
    }
    return true;
  });
}

/** True where a record tells that a field is empty. One of its paths ends in null, "" or an empty list then, and none in a text. */
export function isEmptiedAt(record: unknown, paths: string): boolean {
  return textsAt(record, paths).length === 0 && stepsOf(paths).some((steps) => ends(record, steps));
}

/** True where a path leads to a value, or breaks off at an empty one. */
function ends(value: unknown, [step, ...further]: readonly string[]): boolean {
  if (value === undefined) return false;
  if (step === undefined || value === null || value === "") return true;
  if (typeof value !== "object") return false;
  if (Array.isArray(value) && current(value).length === 0) return true;
  if (step === "*") return Array.isArray(value) && value.some((item) => ends(item, further));
  // Where all fields are missing nothing is told of any.
  if (!Object.hasOwn(value, step) || (ENVELOPES.has(step) && !isRecord((value as Json)[step]))) return false;
  return ends((value as Json)[step], further);
}

/** Where HubSpot and Attio keep all fields of a record. */
const ENVELOPES: ReadonlySet<string> = new Set(["properties", "values"]);

function addAt(value: unknown, steps: readonly string[], at: number, found: Set<string>): void {
  const step = steps[at];
  if (step === undefined) {
    const text = textOf(value);
    if (text !== "") found.add(text);
  } else if (typeof value !== "object" || value === null) return;
  else if (step === "*") {
    if (Array.isArray(value)) for (const item of current(value)) addAt(item, steps, at + 1, found);
  } else {
    const now = Array.isArray(value) ? current(value) : (value as Json);
    if (Object.hasOwn(now, step)) addAt((now as Json)[step], steps, at + 1, found);
  }
}

/** What a list holds now: Attio gives former values too, with the time until which they were so. */
function current(list: readonly unknown[]): readonly unknown[] {
  return list.filter((item) => !isRecord(item) || typeof item["active_until"] !== "string");
}

/** A text, a number or a truth value as text; of an object that holds a `value` (older layouts) that one. */
function textOf(value: unknown): string {
  if (typeof value === "string") return safeText(value);
  if (typeof value === "boolean" || (typeof value === "number" && Number.isFinite(value)))
    return String(value);
  return isRecord(value) && typeof value["value"] !== "object" ? textOf(value["value"]) : "";
}
