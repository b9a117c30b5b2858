import type { Issue } from "../../base/index.js";
import { type DateOrder, dateOrderOf, readDate, type WrittenDate } from "../table/calendar-date.js";

/** A column of dates: all of its cells show whether day or month comes first, so that they are taken before the first is read. */
export class DateColumn {
  readonly #column: string;
  readonly #given: DateOrder | undefined;
  readonly #tell: (issue: Issue) => void;
  readonly #texts: string[] = [];
  #shown: { readonly order: DateOrder | undefined } | undefined;

  constructor(column: string, given: DateOrder | undefined, tell: (issue: Issue) => void) {
    this.#column = column;
    this.#given = given;
    this.#tell = tell;
  }

  take(text: string): void {
    if (text !== "" && this.#given === undefined) this.#texts.push(text);
  }

  /** Undefined for an empty cell and, with an issue, for one that cannot be read. */
  read(row: number, text: string): WrittenDate | undefined {
    if (text === "") return undefined;
    this.#shown ??= { order: this.#given ?? dateOrderOf(this.#texts) };
    const date = readDate(text, this.#shown.order);
    if (date === undefined) this.#tell({ ...UNREADABLE, row, column: this.#column });
    return date;
  }
}

const UNREADABLE: Pick<Issue, "code" | "severity" | "message"> = {
  code: "DATE_UNREADABLE",
  severity: "warning",
  message: "Not a date, or day and month cannot be told apart; dropped.",
};
