import { type Issue, safeText } from "../../base/index.js";
import { joinName, type Spell, type Tag } from "../../people/index.js";
import { skipRow } from "../skip-row.js";
import { readDate, readMonth } from "../table/calendar-date.js";
import type { TableRow } from "../table/table-reader.js";

/** What an archive tells of its owner themselves: name, where they were and when, which companies they follow. Each `take…` is true where the row is kept. */
export class ArchiveProfile {
  readonly fields: { name?: string; location?: string } = {};
  readonly spells: Spell[] = [];
  readonly tags: Tag[] = [];
  readonly #issues: Issue[];

  constructor(issues: Issue[]) {
    this.#issues = issues;
  }

  takeProfile({ cell }: TableRow<"first" | "last" | "location">): boolean {
    this.fields.name ??= joinName(cell("first"), cell("last"), safeText);
    if (cell("location") !== "") this.fields.location ??= cell("location");
    return true;
  }

  takeSpell(
    kind: "work" | "school",
    { row, cell }: TableRow<"organization" | "title" | "from" | "to">,
  ): boolean {
    const organization = cell("organization");
    if (organization === "")
      return skipRow(this.#issues, row, "ROW_WITHOUT_NAME", "Row skipped: no organization.");
    const [from, to] = [readMonth(cell("from")), readMonth(cell("to"))];
    if ((from === undefined && cell("from") !== "") || (to === undefined && cell("to") !== "")) {
      this.#undated(row, "Not a month or year; dropped.");
      // Without its end a past spell would look like one of today.
      if (to === undefined && cell("to") !== "") return true;
    }
    this.spells.push({
      kind,
      organization,
      ...(cell("title") === "" ? {} : { title: cell("title") }),
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
    });
    return true;
  }

  /** An event to which they said yes. Who else came the archive does not tell, so that no tie is inferred from it. */
  takeEvent({ row, cell }: TableRow<"name" | "time" | "status">): boolean {
    const organization = safeText(cell("name"));
    if (organization === "")
      return skipRow(this.#issues, row, "ROW_WITHOUT_NAME", "Row skipped: no event's name.");
    if (!/^(?:approved|attending)?$/i.test(cell("status"))) {
      const message = "The owner did not accept this event; kept without a spell.";
      this.#issues.push({ code: "EVENT_NOT_ATTENDED", severity: "info", message, row });
      return true;
    }
    const [from, to] = cell("time")
      .split(/\s-\s/)
      .map((text) => readDate(text)?.day);
    if (from === undefined) this.#undated(row, "Not a time of an event; kept without a spell.");
    else this.spells.push({ kind: "event", organization, from, to: to ?? from });
    return true;
  }

  takeFollow({ row, cell }: TableRow<"organization" | "date">): boolean {
    const organization = safeText(cell("organization"));
    if (organization === "")
      return skipRow(this.#issues, row, "ROW_WITHOUT_NAME", "Row skipped: no organization.");
    const at = readJavaDate(cell("date"));
    if (at === undefined && cell("date") !== "") this.#undated(row, "Not a date; dropped.");
    this.tags.push({ code: "follows", evidence: organization, ...(at === undefined ? {} : { at }) });
    return true;
  }

  #undated(row: number, message: string): void {
    this.#issues.push({ code: "DATE_UNREADABLE", severity: "warning", message, row });
  }
}

/** The day of Java's `Tue Mar 09 14:22:11 UTC 2021`, or of any other date that is read. */
function readJavaDate(text: string): string | undefined {
  const [, month, day, year] =
    /^[A-Z][a-z]{2} ([A-Z][a-z]{2}) (\d{1,2}) [\d:]+ [A-Z]{3,4} (\d{4})$/.exec(text) ?? [];
  return readDate(month === undefined ? text : `${day} ${month} ${year}`)?.day;
}
