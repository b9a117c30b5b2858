import { type Issue, safeText } from "../../base/index.js";
import {
  type InteractionKind,
  type InteractionRecord,
  joinName,
  normalizeProfileUrl,
  type Person,
  type Tie,
  type Vouch,
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
  /** What was said of whom, by person, then by kind, side and day; several of one day are counted. */
  readonly #vouches = new Map<string, Map<string, Vouch>>();

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
    if (cell("message") === "") return true;
    const direction = sent ? "out" : "in";
    this.#vouch(
      id,
      "invitation-note",
      direction,
      this.#interact(row, id, cell("sentAt"), direction, "message"),
    );
    return true;
  }

  /** A row of recommendations or endorsements: it speaks for the tie, and is a contact of its day, though of little weight. */
  takeKindness(
    { row, cell }: TableRow<"first" | "last" | "date">,
    url: string,
    direction: "out" | "in",
    kind: "recommendation" | "endorsement",
  ): boolean {
    const id = this.#personOf(row, joinName(cell("first"), cell("last"), safeText), url);
    if (id === undefined) return this.#nobody(row);
    const contact = kind === "recommendation" ? "comment" : "like";
    this.#vouch(id, kind, direction, this.#interact(row, id, cell("date"), direction, contact));
    return true;
  }

  /**
   * All ties, with what was said of whom; one more for whoever recommended, or was recommended, and is no connection. Endorsements and
   * notes of those who are none are contacts and no more.
   */
  vouchedTies(): Tie[] {
    const owner = this.#owner().id;
    const left = new Map(this.#vouches);
    const told = this.ties.map((tie): Tie => {
      const said = tie.from === owner ? left.get(tie.to) : undefined;
      if (said === undefined) return tie;
      left.delete(tie.to);
      return { ...tie, evidence: { ...tie.evidence, vouches: [...said.values()] } };
    });
    const others = [...left].flatMap(([to, said]): Tie[] => {
      const vouches = [...said.values()];
      const isKnown = vouches.some(({ kind }) => kind === "recommendation");
      return isKnown ? [{ from: owner, to, evidence: { vouches } }] : [];
    });
    return [...told, ...others];
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

  #vouch(to: string, kind: Vouch["kind"], direction: Vouch["direction"], at: string | undefined): void {
    if (to === this.#owner().id) return;
    const said = this.#vouches.get(to) ?? new Map<string, Vouch>();
    this.#vouches.set(to, said);
    const key = `${kind} ${direction} ${at ?? ""}`;
    const count = (said.get(key)?.count ?? (said.has(key) ? 1 : 0)) + 1;
    said.set(key, {
      kind,
      direction,
      ...(at === undefined ? {} : { at }),
      ...(count === 1 ? {} : { count }),
    });
  }

  /** The day, where the row tells one. */
  #interact(
    row: number,
    to: string,
    date: string,
    direction: "out" | "in",
    kind: InteractionKind,
  ): string | undefined {
    const from = this.#owner().id;
    const { instant: at, day } = readDate(date, "mdy") ?? {};
    if (at === undefined) this.#undated(row, "Not a date; no interaction from this row.");
    else if (to !== from) this.interactions.push({ from, to, at, direction, kind });
    return day;
  }

  #undated(row: number, message: string): void {
    this.#issues.push({ code: "DATE_UNREADABLE", severity: "warning", message, row });
  }

  #nobody(row: number): false {
    return skipRow(this.#issues, row, "ROW_WITHOUT_NAME", "Row skipped: it names nobody.");
  }
}
