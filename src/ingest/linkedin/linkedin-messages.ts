import { type Issue, safeText, WarmpathError } from "../../base/index.js";
import {
  foldName,
  type InteractionRecord,
  normalizeProfileUrl,
  type Person,
  richerText,
  type Spell,
} from "../../people/index.js";
import { feed, type ReadControl, type ReadInput, type Reading } from "../bytes/feed.js";
import type { Import, ReadLimits } from "../import.js";
import { markNamedOnly } from "../named-only.js";
import { Occasions, withSpells } from "../occasions.js";
import { checkOptions } from "../owner.js";
import { type IdOf, idOfRow, nameKey } from "../reader-id.js";
import { readDate } from "../table/calendar-date.js";
import { TableReader, type TableRow, type TableSpec } from "../table/table-reader.js";
import { uniqueNames } from "./unique-names.js";

/** How to read a `messages.csv`. */
export interface LinkedInMessagesOptions extends ReadLimits, ReadControl {
  /** Whose mailbox this is; `profileUrl` tells what they sent from what they got, else their name does. */
  readonly owner: Person;
  /** Ids of the caller's own for the others. */
  readonly idOf?: IdOf;
  /** People already known, such as those of `Connections.csv`: messages of the years without recipients' addresses find them by a unique name. */
  readonly known?: readonly Person[];
}

/**
 * Reads LinkedIn's `messages.csv`, all eight headers of 2018 to 2026, whole or in chunks cut anywhere. Each message becomes an
 * interaction of the owner's with its sender or with each recipient (8 at most); contents are not kept. A conversation of three or more
 * people becomes a spell of each who took part. Drafts, sponsored messages and
 * those of members without a name are skipped, each with its row.
 * @throws WarmpathError as `readLinkedInConnections` does; the signal's reason where it is aborted.
 */
export async function readLinkedInMessages(
  input: ReadInput,
  options: LinkedInMessagesOptions,
): Promise<Import> {
  return readMessages(input, options);
}

/** The same, at once for a whole file. */
export function readMessages<Input extends ReadInput>(
  input: Input,
  options: LinkedInMessagesOptions,
): Reading<Input> {
  const owner = checkOptions(options);
  const issues: Issue[] = [];
  const box = new Mailbox(owner, options, issues);
  const messageOf = messageReader();
  const reader = new TableReader(MESSAGES, options, issues, (row) => box.take(messageOf(row)));
  return feed(input, options, issues, reader, () => {
    const { interactions, rowsKept } = box;
    const { rowsRead } = reader;
    const spells = box.spells();
    const people = [owner, ...box.people.values()].map((person) => withSpells(person, spells.get(person.id)));
    return {
      people: markNamedOnly(people, { ties: [], interactions }, owner.id),
      ties: [],
      interactions,
      issues,
      report: { rowsRead, rowsKept, rowsSkipped: rowsRead - rowsKept },
    };
  });
}

/** A row of a mailbox, without its content. */
export interface Message {
  readonly row: number;
  readonly conversation: string;
  readonly from: string;
  readonly fromUrl: string | undefined;
  readonly to: string;
  readonly toUrls: readonly string[];
  /** The instant in UTC, undefined where it can't be read. */
  readonly at: string | undefined;
  /** INCOMING or OUTGOING in 2018, else empty. */
  readonly direction: string;
  readonly skip: "MESSAGE_DRAFT" | "MESSAGE_SPONSORED" | undefined;
}

type Column =
  | "conversation"
  | "from"
  | "fromUrl"
  | "to"
  | "toUrls"
  | "date"
  | "content"
  | "direction"
  | "draft"
  | "draftOf";

/** `messages.csv` from 2018 on. */
export const MESSAGES: TableSpec<Column> = {
  columns: {
    conversation: "conversation id",
    from: "from",
    fromUrl: "sender profile url",
    to: "to",
    toUrls: "recipient profile urls",
    date: "date",
    content: "content",
    direction: "direction",
    draft: "is message draft",
    draftOf: "is conversation draft",
  },
  isHeader: (found) => ["from", "to", "date", "content"].every((column) => found.has(column as Column)),
  expected: ["FROM", "SENDER PROFILE URL", "TO", "RECIPIENT PROFILE URLS", "DATE", "CONTENT"],
};

/**
 * A function that tells what a row says; its content only tells whether it is an advertisement. Names and addresses come again
 * in thousands of rows, so each is made clean once.
 */
export function messageReader(): (row: TableRow<Column>) => Message {
  const clean = once(safeText);
  const name = once((text) => text);
  const address = once(normalizeProfileUrl);
  const addresses = once((text) => {
    const urls = text.split(",").map(normalizeProfileUrl);
    return [...new Set(urls)].filter((url) => url !== undefined);
  });
  return ({ row, cell }) => {
    const fromUrl = address(cell("fromUrl"));
    const direction = cell("direction");
    const draft = /^yes$/i.test(cell("draft")) || /^yes$/i.test(cell("draftOf"));
    const sponsored = fromUrl === undefined && cell("content").includes("spinmail-quill-editor");
    return {
      row,
      conversation: name(cell("conversation")),
      from: clean(cell("from")),
      fromUrl,
      to: clean(cell("to")),
      toUrls: addresses(cell("toUrls")),
      at: readDate(cell("date"), "mdy")?.instant,
      direction: direction && name(direction.toUpperCase()),
      skip: draft ? "MESSAGE_DRAFT" : sponsored ? "MESSAGE_SPONSORED" : undefined,
    };
  };
}

function once<T>(compute: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (cell) => {
    const made = known.get(cell);
    if (made !== undefined || known.has(cell)) return made as T;
    // A cell is a slice that keeps its whole chunk in memory; a string put together and cut again is not.
    const text = ` ${cell}`.slice(1);
    const value = compute(text);
    known.set(text, value);
    return value;
  };
}

/** Turns messages into people and interactions of the owner's. */
export class Mailbox {
  readonly people: Map<string, Person> = new Map();
  readonly interactions: InteractionRecord[] = [];
  rowsKept = 0;
  readonly #owner: Person;
  readonly #ownUrl: string | undefined;
  readonly #ownName: string;
  readonly #idOf: IdOf | undefined;
  readonly #issues: Issue[];
  readonly #byName: ReadonlyMap<string, string | undefined>;
  readonly #byKey = new Map<string, Person>();
  readonly #occasions: Occasions;

  constructor(
    owner: Person,
    { known = [], idOf }: { readonly known?: readonly Person[]; readonly idOf?: IdOf },
    issues: Issue[],
  ) {
    this.#owner = owner;
    this.#ownUrl = owner.profileUrl === undefined ? undefined : normalizeProfileUrl(owner.profileUrl);
    this.#ownName = foldName(owner.name ?? "");
    this.#idOf = idOf;
    this.#issues = issues;
    if (!Array.isArray(known) || known.some((person) => typeof person !== "object" || person === null)) {
      throw new WarmpathError("INVALID_ARGUMENT", "options.known is to be a list of people", {
        what: "known",
      });
    }
    this.#byName = uniqueNames(known);
    this.#occasions = new Occasions(owner.id);
  }

  /** Spells of group conversations, by id: of those who wrote, and of those whom the owner wrote to. */
  spells(): Map<string, Spell[]> {
    return this.#occasions.spells(
      (key) => this.#byKey.get(key)?.id ?? (key.startsWith("http") ? undefined : key),
    );
  }

  take(message: Message): void {
    const { row, skip } = message;
    if (skip !== undefined) {
      this.#report(skip, "info", "Row skipped: a draft or an advertisement.", row);
      return;
    }
    if (this.#isUnclear(message)) {
      this.rowsKept++;
      this.#report(
        "OWNER_UNCLEAR",
        "warning",
        "From or to the owner? Both have the owner's name; no interaction.",
        row,
      );
      return;
    }
    const sent = this.#isSent(message);
    const others = sent ? this.#recipients(message) : this.#sender(message);
    if (others === undefined) return;
    this.rowsKept++;
    const { at } = message;
    if (message.toUrls.length <= LARGEST_GROUP) {
      // Of the others who got what they got, only those count who are met elsewhere too.
      const day = at?.slice(0, 10);
      this.#occasions.note("conversation", message.conversation, others, day, message.toUrls);
    }
    if (at === undefined) this.#report("DATE_UNREADABLE", "warning", "No interaction from this row.", row);
    else if (message.toUrls.length > LARGEST_GROUP) {
      this.#report("GROUP_TOO_LARGE", "info", "A message to so many tells of no tie; kept without one.", row);
    } else this.#add(others, at, sent ? "out" : "in");
  }

  #add(others: readonly string[], at: string, direction: "out" | "in"): void {
    for (const to of others) {
      if (to === this.#owner.id) continue;
      this.interactions.push({ from: this.#owner.id, to, at, direction, kind: "message" });
    }
  }

  /** True where nothing but a name tells sender and recipient, and both have the owner's. */
  #isUnclear({ from, to, direction }: Message): boolean {
    if (this.#ownUrl !== undefined || this.#ownName === "" || direction !== "") return false;
    return foldName(from) === this.#ownName && foldName(to) === this.#ownName;
  }

  #isSent({ fromUrl, from, direction }: Message): boolean {
    if (direction === "OUTGOING" || direction === "INCOMING") return direction === "OUTGOING";
    if (this.#ownUrl !== undefined && fromUrl !== undefined) return fromUrl === this.#ownUrl;
    return this.#ownName !== "" && foldName(from) === this.#ownName;
  }

  #recipients({ row, to, toUrls }: Message): readonly string[] | undefined {
    if (toUrls.length > 0) return toUrls.map((url) => this.#person(row, toUrls.length === 1 ? to : "", url));
    if (isNobody(to)) return this.#nobody(row);
    const one = this.#byName.get(nameKey(to));
    if (one !== undefined) return [one];
    // Names may hold commas, so a list of them is never split.
    if (!to.includes(",")) return [this.#person(row, to, undefined)];
    this.#report("RECIPIENT_UNCLEAR", "info", "Several names or one? Kept without an interaction.", row);
    return [];
  }

  #sender({ row, from, fromUrl }: Message): readonly string[] | undefined {
    if (fromUrl !== undefined) return [this.#person(row, from, fromUrl)];
    if (isNobody(from)) return this.#nobody(row);
    return [this.#byName.get(nameKey(from)) ?? this.#person(row, from, undefined)];
  }

  #person(row: number, name: string, profileUrl: string | undefined): string {
    if (profileUrl !== undefined && profileUrl === this.#ownUrl) return this.#owner.id;
    const key = profileUrl ?? `n ${name}`;
    const known = this.#byKey.get(key);
    if (known !== undefined && (known.name === name || isNobody(name))) return known.id;
    // One who writes under several names has the one that a merge of people would choose, whatever the order of rows.
    const shown = richerText(known?.name, isNobody(name) ? undefined : name);
    if (known !== undefined && known.name === shown) return known.id;
    const fields = {
      ...(shown === undefined ? {} : { name: shown }),
      ...(profileUrl === undefined ? {} : { profileUrl }),
    };
    const person: Person = { id: known?.id ?? idOfRow({ row, ...fields }, this.#idOf), ...fields };
    this.#byKey.set(key, person);
    this.people.set(person.id, person);
    return person.id;
  }

  #nobody(row: number): undefined {
    this.#report("ROW_WITHOUT_NAME", "info", "Row skipped: a member without name and address.", row);
    return undefined;
  }

  #report(code: string, severity: Issue["severity"], message: string, row: number): void {
    this.#issues.push({ code, severity, message, row });
  }
}

function isNobody(name: string): boolean {
  return name === "" || /^linkedin member$/i.test(name);
}

/** Beyond so many recipients a message says nothing of a tie (an assumption). */
const LARGEST_GROUP = 8;
