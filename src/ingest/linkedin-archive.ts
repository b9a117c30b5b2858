import { type Issue, safeText, WarmpathError } from "../base/index.js";
import {
  foldName,
  type InteractionKind,
  type InteractionRecord,
  joinName,
  normalizeProfileUrl,
  type Person,
  type Spell,
  type Tie,
} from "../people/index.js";
import { checkFiles, classify, type KnownFile } from "./archive-classify.js";
import { type ArchiveFile, type ArchiveLimits, unpackTables } from "./archive-files.js";
import { ownerOf } from "./archive-owner.js";
import * as tables from "./archive-tables.js";
import { readDate } from "./calendar-date.js";
import { readContactTable } from "./contact-table.js";
import type { Import, ReadLimits } from "./import.js";
import { readLinkedInConnections } from "./linkedin-connections.js";
import { Mailbox, MESSAGES, type Message, messageReader } from "./linkedin-messages.js";
import { isOwner } from "./owner.js";
import { type IdOf, idOfRow, type ReadRow } from "./reader-id.js";
import { TableReader, type TableRow, type TableSpec } from "./table-reader.js";
import { uniqueNames } from "./unique-names.js";

/** How to read a LinkedIn archive. */
export interface LinkedInArchiveOptions extends ReadLimits, ArchiveLimits {
  /** Whose archive this is. @defaultValue found from `Profile.csv` and the messages */
  readonly owner?: Person;
  /** Ids of the caller's own. @defaultValue ids made of the profile URL, which hold no name */
  readonly idOf?: IdOf;
}

/**
 * Reads LinkedIn's archive (small or large, 2018 to 2026), as the zip's bytes or as files already unpacked. Files are known by their
 * headers, not by their names: connections, messages, invitations, recommendations and endorsements, positions and education (spells of the
 * owner), imported contacts. Of the others the archive says nothing about ties; each is named by an issue with its place in the list
 * (`source`). Issues of a table have its kind as `source`.
 * @throws WarmpathError `ARCHIVE_CORRUPT`, `LIMIT_EXCEEDED`, `INVALID_ARGUMENT` where no owner is given or found, and as
 * `readLinkedInConnections` does.
 */
export function readLinkedInArchive(
  input: Uint8Array | readonly ArchiveFile[],
  options: LinkedInArchiveOptions = {},
): Import {
  const issues: Issue[] = [];
  if (typeof options !== "object" || options === null) {
    throw new WarmpathError("INVALID_ARGUMENT", "options are to be an object", { type: typeof options });
  }
  const files = input instanceof Uint8Array ? unpackTables(input, options, issues) : checkFiles(input);
  const found = files.flatMap((file, source) => classify(file, source, options, issues));
  const archive = new Archive(options, issues);
  for (const kind of ORDER) for (const file of found) if (file.kind === kind) archive.read(file);
  return archive.finish();
}

/** Who the owner is comes first, then whose names are unique, then what refers to people by name. */
const ORDER: readonly tables.ArchiveKind[] = [
  "profile",
  "positions",
  "education",
  "messages",
  "connections",
  "imported-contacts",
  "invitations",
  "recommendations",
  "endorsements-received",
  "endorsements-given",
];

class Archive {
  readonly #options: LinkedInArchiveOptions;
  readonly #issues: Issue[];
  readonly #profile: { name?: string; location?: string } = {};
  readonly #spells: Spell[] = [];
  readonly #messages: Message[] = [];
  readonly #people: Person[] = [];
  readonly #ties: Tie[] = [];
  readonly #interactions: InteractionRecord[] = [];
  #rowsRead = 0;
  #rowsKept = 0;
  #owner: Person | undefined;
  #byName: Map<string, string | undefined> | undefined;

  constructor(options: LinkedInArchiveOptions, issues: Issue[]) {
    this.#options = options;
    this.#issues = issues;
  }

  read(file: KnownFile): void {
    const { kind } = file;
    if (kind === "profile") this.#table(file, tables.PROFILE, (row) => this.#takeProfile(row));
    else if (kind === "positions") this.#table(file, tables.POSITIONS, (row) => this.#takeSpell("work", row));
    else if (kind === "education")
      this.#table(file, tables.EDUCATION, (row) => this.#takeSpell("school", row));
    else if (kind === "messages") this.#readMessages(file);
    else if (kind === "connections") this.#join(kind, readLinkedInConnections(file.text, this.#asOwner()));
    else if (kind === "imported-contacts") {
      this.#join(kind, readContactTable(file.text, this.#asOwner(), tables.IMPORTED_CONTACTS));
    } else if (kind === "invitations")
      this.#table(file, tables.INVITATIONS, (row) => this.#takeInvitation(row));
    else if (kind === "recommendations") this.#readRecommendations(file);
    else {
      const [spec, direction] =
        kind === "endorsements-given"
          ? ([tables.ENDORSEMENTS_GIVEN, "out"] as const)
          : ([tables.ENDORSEMENTS_RECEIVED, "in"] as const);
      this.#table(file, spec, (row) => this.#takeOther(row, row.cell("url"), direction, "like"));
    }
  }

  finish(): Import {
    const owner = this.#ownerNow();
    const box = new Mailbox(
      owner,
      { known: this.#people, ...(this.#options.idOf && { idOf: this.#options.idOf }) },
      this.#issues,
    );
    const before = this.#issues.length;
    for (const message of this.#messages) box.take(message);
    for (let at = before; at < this.#issues.length; at++) {
      this.#issues[at] = { ...(this.#issues[at] as Issue), source: "messages" };
    }
    const rowsKept = this.#rowsKept + box.rowsKept;
    return {
      people: [owner, ...this.#people, ...box.people.values()],
      ties: this.#ties,
      interactions: [...this.#interactions, ...box.interactions],
      issues: this.#issues,
      report: { rowsRead: this.#rowsRead, rowsKept, rowsSkipped: this.#rowsRead - rowsKept },
    };
  }

  /** Reads a table whose rows `take` keeps where it gives true. */
  #table<Column extends string>(
    { kind, text }: KnownFile,
    spec: TableSpec<Column>,
    take: (row: TableRow<Column>) => boolean,
  ): void {
    const own: Issue[] = [];
    const reader = new TableReader(spec, this.#options, own, (row) => {
      const from = this.#issues.length;
      if (take(row)) this.#rowsKept++;
      for (let at = from; at < this.#issues.length; at++) {
        this.#issues[at] = { ...(this.#issues[at] as Issue), source: kind };
      }
    });
    reader.push(text);
    reader.end();
    this.#rowsRead += reader.rowsRead;
    this.#issues.push(...own.map((issue) => ({ ...issue, source: kind })));
  }

  #join(source: string, { people, ties, interactions, issues, report }: Import): void {
    for (const person of people.slice(1)) this.#people.push(person);
    for (const tie of ties) this.#ties.push(tie);
    this.#interactions.push(...interactions);
    for (const issue of issues) this.#issues.push({ ...issue, source });
    this.#rowsRead += report.rowsRead;
    this.#rowsKept += report.rowsKept;
    this.#byName = undefined;
  }

  #takeProfile({ cell }: TableRow<"first" | "last" | "location">): boolean {
    this.#profile.name ??= joinName(cell("first"), cell("last"), safeText);
    if (cell("location") !== "") this.#profile.location ??= cell("location");
    return true;
  }

  #takeSpell(
    kind: Spell["kind"],
    { row, cell }: TableRow<"organization" | "title" | "from" | "to">,
  ): boolean {
    const organization = cell("organization");
    if (organization === "") return this.#skip(row, "ROW_WITHOUT_NAME", "Row skipped: no organization.");
    const [from, to] = [readMonth(cell("from")), readMonth(cell("to"))];
    if ((from === undefined && cell("from") !== "") || (to === undefined && cell("to") !== "")) {
      const message = "Not a month or year; dropped.";
      this.#issues.push({ code: "DATE_UNREADABLE", severity: "warning", message, row });
      // Without its end a past spell would look like one of today.
      if (to === undefined && cell("to") !== "") return true;
    }
    this.#spells.push({
      kind,
      organization,
      ...(cell("title") === "" ? {} : { title: cell("title") }),
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
    });
    return true;
  }

  #readMessages({ text }: KnownFile): void {
    const own: Issue[] = [];
    const messageOf = messageReader();
    const reader = new TableReader(MESSAGES, this.#options, own, (row) =>
      this.#messages.push(messageOf(row)),
    );
    reader.push(text);
    reader.end();
    this.#rowsRead += reader.rowsRead;
    this.#issues.push(...own.map((issue) => ({ ...issue, source: "messages" })));
  }

  #readRecommendations(file: KnownFile): void {
    const given = file.name.includes("given");
    if (!given && !file.name.includes("received")) {
      const message = "Given or received? The file's name does not tell; left out.";
      this.#issues.push({ code: "FILE_UNCLEAR", severity: "warning", message, source: file.kind });
      return;
    }
    this.#table(file, tables.RECOMMENDATIONS, (row) =>
      this.#takeOther(row, "", given ? "out" : "in", "comment"),
    );
  }

  #takeInvitation({
    row,
    cell,
  }: TableRow<"from" | "to" | "sentAt" | "direction" | "message" | "inviter" | "invitee">): boolean {
    const sent = cell("direction").toUpperCase() === "OUTGOING";
    const name = safeText(cell(sent ? "to" : "from"));
    const id = this.#personOf(row, name, cell(sent ? "invitee" : "inviter"));
    if (id === undefined) return this.#skip(row, "ROW_WITHOUT_NAME", "Row skipped: it names nobody.");
    // An invitation without a note is no contact, and whether it was accepted is told by the connections.
    if (cell("message") !== "") this.#addInteraction(row, id, cell("sentAt"), sent ? "out" : "in", "message");
    return true;
  }

  #takeOther(
    { row, cell }: TableRow<"first" | "last" | "date">,
    url: string,
    direction: "out" | "in",
    kind: InteractionKind,
  ): boolean {
    const id = this.#personOf(row, joinName(cell("first"), cell("last"), safeText), url);
    if (id === undefined) return this.#skip(row, "ROW_WITHOUT_NAME", "Row skipped: it names nobody.");
    this.#addInteraction(row, id, cell("date"), direction, kind);
    return true;
  }

  /** The id of the one a row names: by address, else by a name that one contact alone has, else a person of his own. */
  #personOf(row: number, name: string, address: string): string | undefined {
    const profileUrl = normalizeProfileUrl(address);
    if (name === "" && profileUrl === undefined) return undefined;
    this.#byName ??= uniqueNames(this.#people);
    const known = profileUrl === undefined ? this.#byName.get(foldName(name)) : undefined;
    if (known !== undefined) return known;
    const read: ReadRow = {
      row,
      ...(name === "" ? {} : { name }),
      ...(profileUrl === undefined ? {} : { profileUrl }),
    };
    const { row: _, ...fields } = read;
    const person: Person = { id: idOfRow(read, this.#options.idOf), ...fields };
    if (isOwner(person, this.#ownerNow())) return this.#ownerNow().id;
    this.#people.push(person);
    return person.id;
  }

  #addInteraction(
    row: number,
    to: string,
    date: string,
    direction: "out" | "in",
    kind: InteractionKind,
  ): void {
    const from = this.#ownerNow().id;
    const at = readDate(date, "mdy")?.instant;
    if (at === undefined) {
      const message = "Not a date; no interaction from this row.";
      this.#issues.push({ code: "DATE_UNREADABLE", severity: "warning", message, row });
    } else if (to !== from) this.#interactions.push({ from, to, at, direction, kind });
  }

  #skip(row: number, code: string, message: string): false {
    this.#issues.push({ code, severity: "warning", message, row });
    return false;
  }

  #asOwner(): { readonly owner: Person } & LinkedInArchiveOptions {
    return { ...this.#options, owner: this.#ownerNow() };
  }

  #ownerNow(): Person {
    this.#owner ??= ownerOf(this.#options.owner, this.#profile, this.#spells, this.#messages);
    return this.#owner;
  }
}

/** `Mon YYYY` or `YYYY` as `YYYY-MM` or `YYYY`; a whole date as it is. */
function readMonth(text: string): string | undefined {
  if (/^\d{4}$/.test(text)) return text;
  const month = /^[A-Za-z]{3,9} \d{4}$/.test(text) ? readDate(`1 ${text}`)?.day.slice(0, 7) : undefined;
  return month ?? readDate(text)?.day;
}
