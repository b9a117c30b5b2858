import { type Issue, safeText } from "../../base/index.js";
import {
  type InteractionKind,
  type InteractionRecord,
  joinName,
  normalizeProfileUrl,
  type Person,
  type Tie,
} from "../../people/index.js";
import { sourceOf } from "../owned-rows.js";
import { isOwner } from "../owner.js";
import { type IdOf, idOfRow, nameKey, type ReadRow } from "../reader-id.js";
import { skipRow } from "../skip-row.js";
import { readDate } from "../table/calendar-date.js";
import type { TableRow } from "../table/table-reader.js";
import { uniqueNames } from "./unique-names.js";

/** The people whom an archive's smaller tables name, and what passed between them and the owner. Each `take…` is true where the row is kept. */
export class ArchiveContacts {
  readonly people: Person[] = [];
  readonly ties: Tie[] = [];
  readonly interactions: InteractionRecord[] = [];
  /** The file whose rows are being taken. */
  file: string | undefined;
  readonly #issues: Issue[];
  readonly #idOf: IdOf | undefined;
  /** Known once the tables that tell of it have been read. */
  readonly #owner: () => Person;
  #byName: Map<string, string | undefined> | undefined;

  constructor(issues: Issue[], idOf: IdOf | undefined, owner: () => Person) {
    this.#issues = issues;
    this.#idOf = idOf;
    this.#owner = owner;
  }

  /** Takes in what another reader made of a table. */
  add(people: readonly Person[], ties: readonly Tie[]): void {
    for (const person of people) this.people.push(person);
    for (const tie of ties) this.ties.push(tie);
    this.#byName = undefined;
  }

  takeInvitation({
    row,
    cell,
  }: TableRow<"from" | "to" | "sentAt" | "direction" | "message" | "inviter" | "invitee">): boolean {
    const sent = cell("direction").toUpperCase() === "OUTGOING";
    const name = safeText(cell(sent ? "to" : "from"));
    const id = this.#personOf(row, name, cell(sent ? "invitee" : "inviter"));
    if (id === undefined) return this.#nobody(row);
    // An invitation without a note is no contact, and whether it was accepted is told by the connections.
    if (cell("message") !== "") this.#interact(row, id, cell("sentAt"), sent ? "out" : "in", "message");
    return true;
  }

  /** A row of recommendations or endorsements. */
  takeKindness(
    { row, cell }: TableRow<"first" | "last" | "date">,
    url: string,
    direction: "out" | "in",
    kind: InteractionKind,
  ): boolean {
    const id = this.#personOf(row, joinName(cell("first"), cell("last"), safeText), url);
    if (id === undefined) return this.#nobody(row);
    this.#interact(row, id, cell("date"), direction, kind);
    return true;
  }

  /** A note on a connection: that there is one and of which day. Its text stays in the file. */
  takeNote({ row, cell }: TableRow<"first" | "last" | "url" | "note" | "created" | "edited">): boolean {
    const id = this.#personOf(row, joinName(cell("first"), cell("last"), safeText), cell("url"));
    if (id === undefined) return this.#nobody(row);
    const owner = this.#owner().id;
    if (id === owner) return true;
    const date = cell("edited") || cell("created");
    const at = readDate(date, "mdy")?.day;
    if (at === undefined && date !== "") this.#undated(row, "Not a date; dropped.");
    this.people.push({
      id,
      tags: [
        {
          code: "note",
          evidence: "a note of one's own on LinkedIn",
          ...(at === undefined ? {} : { at }),
          private: true,
          owner,
        },
      ],
    });
    this.ties.push({ from: owner, to: id, evidence: {} });
    return true;
  }

  /** The id of the one a row names: by address, else by a name that one contact alone has, else a person of their own. */
  #personOf(row: number, name: string, address: string): string | undefined {
    const profileUrl = normalizeProfileUrl(address);
    if (name === "" && profileUrl === undefined) return undefined;
    this.#byName ??= uniqueNames(this.people);
    const known = profileUrl === undefined ? this.#byName.get(nameKey(name)) : undefined;
    if (known !== undefined) return known;
    const read: ReadRow = {
      row,
      ...(name === "" ? {} : { name }),
      ...(profileUrl === undefined ? {} : { profileUrl }),
    };
    const { row: _, ...fields } = read;
    const person: Person = { id: idOfRow(read, this.#idOf), ...fields };
    if (isOwner(person, this.#owner())) return this.#owner().id;
    this.people.push({ ...person, sources: [sourceOf(this.#owner(), this.file, row)] });
    return person.id;
  }

  #interact(row: number, to: string, date: string, direction: "out" | "in", kind: InteractionKind): void {
    const from = this.#owner().id;
    const at = readDate(date, "mdy")?.instant;
    if (at === undefined) this.#undated(row, "Not a date; no interaction from this row.");
    else if (to !== from) this.interactions.push({ from, to, at, direction, kind });
  }

  #undated(row: number, message: string): void {
    this.#issues.push({ code: "DATE_UNREADABLE", severity: "warning", message, row });
  }

  #nobody(row: number): false {
    return skipRow(this.#issues, row, "ROW_WITHOUT_NAME", "Row skipped: it names nobody.");
  }
}
