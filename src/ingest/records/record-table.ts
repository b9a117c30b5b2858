import type { Issue, IssueCode } from "../../base/index.js";
import type { ImportReport } from "../import.js";
import { readDate, type WrittenDate } from "../table/calendar-date.js";
import type { GivenRecord } from "./record-lists.js";

/** Records of one kind beside the contacts: counted apart, each that is not used with an issue at its place. */
export class RecordTable {
  readonly source: string;
  readonly given: GivenRecord[] = [];
  readonly #issues: Issue[] = [];
  readonly #unused = new Set<number>();

  constructor(source: string) {
    this.source = source;
  }

  /** Tells that a record is not used. */
  skip(row: number, code: IssueCode, why: string, severity: Issue["severity"] = "info"): void {
    this.#unused.add(row);
    this.tell({ code, severity, message: `Not used: ${why}`, row });
  }

  isSkipped(row: number): boolean {
    return this.#unused.has(row);
  }

  tell(issue: Issue): void {
    this.#issues.push({ ...issue, source: this.source });
  }

  get issues(): readonly Issue[] {
    return this.#issues;
  }

  /** `more`: indices that hold no record. */
  get report(): ImportReport {
    const [rowsRead, rowsSkipped] = [this.given.length, this.#unused.size];
    return { rowsRead, rowsKept: rowsRead - rowsSkipped, rowsSkipped };
  }
}

/** A date as APIs write it: ISO, or milliseconds or seconds since 1970. */
export function dateOf(text: string): WrittenDate | undefined {
  if (!EPOCH.test(text)) return readDate(text);
  const millis = Number(text) * (text.length < 12 ? 1000 : 1);
  const instant = `${new Date(millis).toISOString().slice(0, 19)}Z`;
  return { day: instant.slice(0, 10), instant };
}

const EPOCH = /^\d{9,13}$/;
