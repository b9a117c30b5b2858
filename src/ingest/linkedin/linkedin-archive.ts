import {
  checkKeys,
  checkShape,
  type Issue,
  isWarmpathError,
  madeOf,
  withCallersOwn,
} from "../../base/index.js";
import { foldName, type Person } from "../../people/index.js";
import { type ArchiveFile, type ArchiveLimits, givenTables, zippedTables } from "../bytes/archive-files.js";
import { asBytes, type FileBytes } from "../bytes/as-bytes.js";
import { type Chunks, collect, Feeder, type ReadControl } from "../bytes/feed.js";
import type { Import, ReadLimits } from "../import.js";
import { markNamedOnly } from "../named-only.js";
import { withSpells } from "../occasions.js";
import { EVERY_OPTION } from "../owner.js";
import type { IdOf } from "../reader-id.js";
import { readContactTable } from "../table/contact-table.js";
import type { TableSpec } from "../table/find-header.js";
import { TableReader, type TableRow } from "../table/table-reader.js";
import { classify, type KnownFile } from "./archive-classify.js";
import { ArchiveContacts } from "./archive-contacts.js";
import { ownerOf } from "./archive-owner.js";
import { ArchiveProfile } from "./archive-profile.js";
import * as tables from "./archive-tables.js";
import { readLinkedInConnections } from "./linkedin-connections.js";
import { Mailbox } from "./linkedin-messages.js";
import { MESSAGES, type Message, messageReader } from "./message-rows.js";

/** How to read a LinkedIn archive. */
export interface LinkedInArchiveOptions extends ReadLimits, ArchiveLimits, ReadControl {
  /** Whose archive this is. @defaultValue found from `Profile.csv` and the messages */
  readonly owner?: Person;
  /** Ids of the caller's own. @defaultValue ids made of the profile URL, which hold no name */
  readonly idOf?: IdOf;
}

/** What an archive can come as: the zip's bytes, files already unpacked, or the zip in chunks. */
export type ArchiveInput = FileBytes | readonly ArchiveFile[] | Chunks;

/** The import at once, or for chunks a promise of it. */
export type Archived<Input> = 0 extends 1 & Input
  ? Import
  : Input extends FileBytes | readonly ArchiveFile[]
    ? Import
    : Promise<Import>;

/**
 * Reads LinkedIn's archive (small or large, 2018 to 2026), as the zip's bytes, as files already unpacked, or as chunks of the zip (a
 * promise then). Files are known by their headers, not by their names: connections, messages, invitations, recommendations and
 * endorsements, imported contacts and notes tell of others. Profile, positions, education, events and followed companies of the owner.
 * Texts of messages and notes are not kept. The other files say nothing about ties; each is named by an issue with its place in the
 * list (`source`). Issues of a table have its kind as `source`.
 * @throws WarmpathError `ARCHIVE_CORRUPT`, `LIMIT_EXCEEDED`, `INVALID_ARGUMENT` where no owner is given or found, and as
 * `readLinkedInConnections` does; the signal's reason where it is aborted.
 */
export function readLinkedInArchive<Input extends ArchiveInput>(
  input: Input,
  options: LinkedInArchiveOptions = {},
): Archived<Input> {
  checkKeys(options, EVERY_OPTION, "options");
  checkShape(input, "object", "input");
  const isStream = typeof (input as Partial<Chunks> | null)?.[Symbol.asyncIterator] === "function";
  const read = isStream
    ? collect(input as Chunks, options).then((zip) => readWhole(zip, options))
    : readWhole(input as FileBytes | readonly ArchiveFile[], options);
  return read as Archived<Input>;
}

function readWhole(input: FileBytes | readonly ArchiveFile[], options: LinkedInArchiveOptions): Import {
  return madeOf("input", () => readFiles(input, withCallersOwn(options, "onProgress")));
}

function readFiles(input: FileBytes | readonly ArchiveFile[], options: LinkedInArchiveOptions): Import {
  const issues: Issue[] = [];
  const zip = asBytes(input);
  const files =
    zip === undefined ? givenTables(input as readonly ArchiveFile[]) : zippedTables(zip, options, issues);
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
  "events",
  "company-follows",
  "messages",
  "connections",
  "imported-contacts",
  "notes",
  "invitations",
  "recommendations",
  "endorsements-received",
  "endorsements-given",
];

class Archive {
  readonly #options: LinkedInArchiveOptions;
  readonly #issues: Issue[];
  readonly #profile: ArchiveProfile;
  readonly #contacts: ArchiveContacts;
  readonly #messages: Message[] = [];
  #rowsRead = 0;
  #rowsKept = 0;
  #owner: Person | undefined;

  constructor(options: LinkedInArchiveOptions, issues: Issue[]) {
    this.#options = options;
    this.#issues = issues;
    this.#profile = new ArchiveProfile(issues);
    this.#contacts = new ArchiveContacts(issues, options.idOf, () => this.#ownerNow());
  }

  /** Reads one table whole or, where it turns out to be no text, not at all. */
  read(file: KnownFile): void {
    const from = this.#issues.length;
    this.#contacts.file = this.#nameOf(file);
    try {
      this.#read(file);
    } catch (error) {
      if (!isWarmpathError(error) || error.code !== "ENCODING_UNKNOWN") throw error;
      this.#issues.length = from;
      const message = "A table with bytes that are no UTF-8 was left out.";
      this.#issues.push({ code: "ENCODING_UNKNOWN", severity: "error", message });
    }
    this.#nameSource(from, file.kind);
  }

  finish(): Import {
    const owner = this.#ownerNow();
    this.#tellOtherOwner(owner);
    const { people, interactions } = this.#contacts;
    const ties = this.#contacts.vouchedTies();
    const box = new Mailbox(
      owner,
      {
        known: people,
        file: this.#nameOf({ kind: "messages" }),
        ...(this.#options.idOf && { idOf: this.#options.idOf }),
      },
      this.#issues,
    );
    const from = this.#issues.length;
    // Each is let go once it is told, so that a large mailbox is not held twice.
    this.#messages.reverse();
    for (let next = this.#messages.pop(); next !== undefined; next = this.#messages.pop()) box.take(next);
    this.#nameSource(from, "messages");
    const rowsKept = this.#rowsKept + box.rowsKept;
    const spells = box.spells();
    // Repeats of one person stay as they are; their spells are told once.
    const once = (person: Person): Person => {
      const own = withSpells(person, spells.get(person.id));
      spells.delete(person.id);
      return own;
    };
    const told = { ties, interactions: [...interactions, ...box.interactions] };
    return {
      people: markNamedOnly([owner, ...people, ...box.people.values()].map(once), told, owner.id),
      ...told,
      issues: this.#issues,
      report: { rowsRead: this.#rowsRead, rowsKept, rowsSkipped: this.#rowsRead - rowsKept },
    };
  }

  #read(file: KnownFile): void {
    const [profile, contacts] = [this.#profile, this.#contacts];
    const readers: Readonly<Record<tables.ArchiveKind, () => void>> = {
      profile: () => this.#rows(file, tables.PROFILE, (row) => profile.takeProfile(row)),
      positions: () => this.#rows(file, tables.POSITIONS, (row) => profile.takeSpell("work", row)),
      education: () => this.#rows(file, tables.EDUCATION, (row) => profile.takeSpell("school", row)),
      events: () => this.#rows(file, tables.EVENTS, (row) => profile.takeEvent(row)),
      "company-follows": () => this.#rows(file, tables.COMPANY_FOLLOWS, (row) => profile.takeFollow(row)),
      messages: () => this.#readMessages(file),
      connections: () => this.#join(readLinkedInConnections(this.#textOf(file), this.#asOwner(file))),
      "imported-contacts": () =>
        this.#join(readContactTable(this.#textOf(file), this.#asOwner(file), tables.IMPORTED_CONTACTS)),
      notes: () => this.#rows(file, tables.NOTES, (row) => contacts.takeNote(row)),
      invitations: () => this.#rows(file, tables.INVITATIONS, (row) => contacts.takeInvitation(row)),
      recommendations: () => this.#readRecommendations(file),
      "endorsements-given": () =>
        this.#rows(file, tables.ENDORSEMENTS_GIVEN, (row) =>
          contacts.takeKindness(row, row.cell("url"), "out", "endorsement"),
        ),
      "endorsements-received": () =>
        this.#rows(file, tables.ENDORSEMENTS_RECEIVED, (row) =>
          contacts.takeKindness(row, row.cell("url"), "in", "endorsement"),
        ),
    };
    readers[file.kind]();
  }

  /** Reads a table whose rows `take` keeps where it gives true; first all of it is read, then taken. */
  #rows<Column extends string>(
    file: KnownFile,
    spec: TableSpec<Column>,
    take: (row: TableRow<Column>) => boolean,
  ): void {
    const rows: TableRow<Column>[] = [];
    const own: Issue[] = [];
    const reader = new TableReader(spec, this.#options, own, (row) => rows.push(row));
    this.#feed(file, reader);
    for (const row of rows) if (take(row)) this.#rowsKept++;
    this.#rowsRead += reader.rowsRead;
    for (const issue of own) this.#issues.push(issue);
  }

  #readMessages(file: KnownFile): void {
    const messageOf = messageReader();
    const before = this.#messages.length;
    const reader = new TableReader(MESSAGES, this.#options, this.#issues, (row) =>
      this.#messages.push(messageOf(row)),
    );
    try {
      this.#feed(file, reader);
    } catch (error) {
      this.#messages.length = before;
      throw error;
    }
    this.#rowsRead += reader.rowsRead;
  }

  #readRecommendations(file: KnownFile): void {
    const given = file.name.includes("given");
    if (given || file.name.includes("received")) {
      this.#rows(file, tables.RECOMMENDATIONS, (row) =>
        this.#contacts.takeKindness(row, "", given ? "out" : "in", "recommendation"),
      );
      return;
    }
    const message = "Given or received? The file's name does not tell; left out.";
    this.#issues.push({ code: "FILE_UNCLEAR", severity: "warning", message });
  }

  #join({ people, ties, issues, report }: Import): void {
    this.#contacts.add(people.slice(1), ties);
    for (const issue of issues) this.#issues.push(issue);
    this.#rowsRead += report.rowsRead;
    this.#rowsKept += report.rowsKept;
  }

  /** Feeds a table's pieces to a reader; progress counts the rows of all tables. */
  #feed(file: KnownFile, reader: ConstructorParameters<typeof Feeder>[2]): void {
    const { encoding, signal, onProgress } = this.#options;
    const feeder = new Feeder(
      {
        ...(encoding && { encoding }),
        ...(signal && { signal }),
        ...(onProgress && {
          onProgress: ({ rowsRead }) => onProgress({ rowsRead: this.#rowsRead + rowsRead }),
        }),
      },
      this.#issues,
      reader,
    );
    for (const piece of file.pieces()) feeder.take(piece);
    feeder.end();
  }

  /** The whole text of a table that another reader takes. */
  #textOf(file: KnownFile): string {
    const parts: string[] = [];
    this.#feed(file, { rowsRead: 0, push: (text) => parts.push(text), end: () => undefined });
    return parts.join("");
  }

  #tellOtherOwner(owner: Person): void {
    const [given, written] = [owner.name, this.#profile.fields.name].map((name) => foldName(name ?? ""));
    if (given === "" || written === "" || given === written) return;
    const message =
      "The archive's profile has another name than the owner given; all of it is taken as the owner's.";
    this.#issues.push({ code: "OWNER_DIFFERS", severity: "warning", message, source: "profile" });
  }

  #nameSource(from: number, source: string): void {
    for (let at = from; at < this.#issues.length; at++) {
      this.#issues[at] = { ...(this.#issues[at] as Issue), source };
    }
  }

  /** Options of a table's own reader, which tells of the table as the file. */
  #asOwner(file: KnownFile): { readonly owner: Person; readonly file: string } & ReadLimits {
    const { onProgress: _, ...options } = this.#options;
    return { ...options, owner: this.#ownerNow(), file: this.#nameOf(file) };
  }

  /** A table is known by its header and not by its name: what it is, behind the archive's name where the caller gives one. */
  #nameOf({ kind }: Pick<KnownFile, "kind">): string {
    return this.#options.file === undefined ? kind : `${this.#options.file}/${kind}`;
  }

  #ownerNow(): Person {
    this.#owner ??= ownerOf(this.#options.owner, this.#profile, this.#messages);
    return this.#owner;
  }
}
