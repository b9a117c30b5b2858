import { type Issue, type IssueCode, unfit } from "../../base/index.js";
import {
  foldName,
  type InteractionRecord,
  namesInList,
  normalizeProfileUrl,
  type Person,
  richerText,
  type Spell,
} from "../../people/index.js";
import { feed, type ReadControl, type ReadInput, type Reading } from "../bytes/feed.js";
import { LARGEST_GROUP, massMail } from "../evidence-rules.js";
import type { Import, ReadLimits } from "../import.js";
import { markNamedOnly } from "../named-only.js";
import { Occasions, withSpells } from "../occasions.js";
import { sourceOf } from "../owned-rows.js";
import { checkReaderOptions } from "../owner.js";
import { type IdOf, idOfRow, nameKey } from "../reader-id.js";
import { TableReader } from "../table/table-reader.js";
import { MESSAGES, type Message, messageReader } from "./message-rows.js";
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
 * interaction of the owner's with its sender or with each recipient (8 at most); contents are not kept. What a machine
 * sent, or the owner sent to five people or more in the same words, is marked `automatic`. It is no contact of two. A conversation of three or more
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
  const owner = checkReaderOptions(options, "known");
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

/** Turns messages into people and interactions of the owner's. */
export class Mailbox {
  readonly people: Map<string, Person> = new Map();
  rowsKept = 0;
  readonly #interactions: InteractionRecord[] = [];
  /** Marks of the words of each, 0 where nothing tells. */
  readonly #marks: number[] = [];
  readonly #owner: Person;
  readonly #ownUrl: string | undefined;
  readonly #ownName: string;
  readonly #idOf: IdOf | undefined;
  readonly #file: string | undefined;
  readonly #issues: Issue[];
  readonly #byName: ReadonlyMap<string, string | undefined>;
  readonly #byKey = new Map<string, Person>();
  readonly #occasions: Occasions;

  constructor(
    owner: Person,
    { known = [], idOf, file }: Pick<LinkedInMessagesOptions, "known" | "idOf" | "file">,
    issues: Issue[],
  ) {
    this.#owner = owner;
    this.#ownUrl = owner.profileUrl === undefined ? undefined : normalizeProfileUrl(owner.profileUrl);
    this.#ownName = foldName(owner.name ?? "");
    this.#idOf = idOf;
    this.#file = file;
    this.#issues = issues;
    if (!Array.isArray(known) || known.some((person) => typeof person !== "object" || person === null)) {
      throw unfit("known", "a list of people");
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
      const met = this.#meet(message);
      // Of the others who got the same, only those count who are met elsewhere too, or have a name.
      const day = at?.slice(0, 10);
      this.#occasions.note("conversation", message.conversation, [...others, ...met], day, message.toUrls);
    }
    if (at === undefined) this.#report("DATE_UNREADABLE", "warning", "No interaction from this row.", row);
    else if (message.toUrls.length > LARGEST_GROUP) {
      this.#report("GROUP_TOO_LARGE", "info", "A message to so many tells of no tie; kept without one.", row);
    } else this.#add(others, at, sent ? "out" : "in", message);
  }

  /** Those who got the same message are nobody's contacts by it, but whoever has a name there is known by it. Gives their ids. */
  #meet({ row, to, toUrls }: Message): readonly string[] {
    const met: string[] = [];
    const names = toUrls.length === 1 ? [] : namesOf(to, toUrls.length);
    if (names.length === 0 && toUrls.length > 1)
      this.#report("RECIPIENT_UNCLEAR", "info", "Names and addresses of the others are not as many.", row);
    for (const [index, name] of names.entries()) {
      // Where the owner's own address is not known, the owner's name among the others is the owner.
      const isOwn = (this.#ownUrl === undefined || toUrls.length === 0) && foldName(name) === this.#ownName;
      const isKnown = toUrls.length === 0 && this.#byName.has(nameKey(name));
      if (!isNobody(name) && !isOwn && !isKnown) met.push(this.#person(row, name, toUrls[index]));
    }
    return met;
  }

  #add(
    others: readonly string[],
    at: string,
    direction: "out" | "in",
    { isAutomatic, mark }: Pick<Message, "isAutomatic" | "mark">,
  ): void {
    for (const to of others) {
      if (to === this.#owner.id) continue;
      const automatic = isAutomatic ? { automatic: true } : {};
      this.#interactions.push({ from: this.#owner.id, to, at, direction, kind: "message", ...automatic });
      this.#marks.push(direction === "out" ? mark : 0);
    }
  }

  /** What passed between the owner and the others; what the owner sent to many in the same words is no contact of two. */
  get interactions(): readonly InteractionRecord[] {
    const mass = massMail(this.#marks, (at) => this.#interactions[at]?.to as string);
    if (mass.size === 0) return this.#interactions;
    return this.#interactions.map((one, i) =>
      mass.has(this.#marks[i] as number) ? { ...one, automatic: true } : one,
    );
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
    if (toUrls.length > 0) {
      const names = namesOf(to, toUrls.length);
      return toUrls.map((url, index) => this.#person(row, names[index] ?? "", url));
    }
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
    const sources = [sourceOf(this.#owner, this.#file)];
    const person: Person = { id: known?.id ?? idOfRow({ row, ...fields }, this.#idOf), ...fields, sources };
    this.#byKey.set(key, person);
    this.people.set(person.id, person);
    return person.id;
  }

  #nobody(row: number): undefined {
    this.#report("ROW_WITHOUT_NAME", "info", "Row skipped: a member without name and address.", row);
    return undefined;
  }

  #report(code: IssueCode, severity: Issue["severity"], message: string, row: number): void {
    this.#issues.push({ code, severity, message, row });
  }
}

/**
 * The names of a list, one for each address; none where they are not as many. Without addresses a name is told from what follows
 * another's comma by its two words.
 */
function namesOf(list: string, count: number): readonly string[] {
  if (count === 1) return [list];
  const names = namesInList(list);
  if (count === 0) return names.length > 1 && names.every((name) => /\S\s+\S/.test(name)) ? names : [];
  if (names.length === count) return names;
  const parts = list.split(",").map((name) => name.trim());
  return parts.length === count ? parts : [];
}

function isNobody(name: string): boolean {
  return name === "" || /^linkedin member$/i.test(name);
}
