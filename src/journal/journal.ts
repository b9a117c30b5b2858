import { canonicalJson, checkKeys, checkShape, parseIso, unfit, WarmpathError } from "../base/index.js";
import { eventLine, GENESIS, headerLine } from "./chain.js";
import { keysAbout } from "./erase.js";
import type { JournalEvent } from "./event.js";
import { checkSame, compareEvents, conflict, inOrderOfTime, mergedOrder, sameEvent } from "./event-order.js";
import {
  APPEND_KEYS,
  type AppendOptions,
  checkJournalOptions,
  checkLength,
  checkSnapshot,
  ERASE_KEYS,
  type EraseOptions,
  type JournalOptions,
  type JournalSnapshot,
} from "./journal-options.js";
import { linkHasher } from "./link-hasher.js";
import { eraseSuppressed, namesSuppressed } from "./names-suppressed.js";
import {
  checkSource,
  type LineReader,
  lineReader,
  type Recovery,
  recoverLines,
  splitLines,
} from "./read-lines.js";
import { resolveEvent } from "./resolve-event.js";
import { type AppendInput, prepareEvents, type SplitEvent } from "./store-event.js";
import { Vault } from "./vault.js";

/**
 * The append-only list of what happened: the only thing in warmpath that changes. The chain holds ids and numbers and is
 * saved by `toJSONL`; free texts and names live in `vault`, saved beside it. Events may come late: every fold reads them in
 * the order of their own times. `append` checks an event by itself; whether its ask's state or the books allow it is
 * checked by `AskTracker.check` and `Ledger.check`, which `planner.record` calls first.
 *
 * @example
 * const journal = new Journal();
 * journal.append({ id: "e1", type: "favor.given", at: "2026-03-01", giver: "me", receiver: "ann", kind: "article" });
 * const copy = Journal.fromJSONL(journal.toJSONL(), { vault: JSON.stringify(journal.vault) });
 */
export class Journal {
  /** Words (free texts, names), to be saved beside the chain. */
  readonly vault: Vault;
  readonly #suppression: JournalOptions["suppression"];
  readonly #events: JournalEvent[] = [];
  readonly #millis: number[] = [];
  readonly #index = new Map<string, number>();
  readonly #reversed = new Map<string, string>();
  #head = { length: 0, hash: GENESIS };
  #view: readonly JournalEvent[] | undefined;
  #folded: readonly JournalEvent[] | undefined;

  constructor(options: JournalOptions = {}) {
    checkJournalOptions(options);
    const { vault, suppression } = options;
    this.vault = Vault.isOne(vault) ? vault : vault === undefined ? new Vault() : Vault.fromJSON(vault);
    this.#suppression = suppression;
  }

  /**
   * Reads a saved journal and checks every line.
   * @throws WarmpathError `JOURNAL_CORRUPT` with the line's number, `SNAPSHOT_NEWER`, `VAULT_CORRUPT`, `VAULT_FOREIGN`.
   */
  static fromJSONL(text: string, options?: JournalOptions): Journal {
    return Journal.fromLines(splitLines(text), options);
  }

  /** Reads a saved journal line by line, for files too large for one string. Throws as `fromJSONL` does. */
  static fromLines(lines: Iterable<string>, options?: JournalOptions): Journal {
    checkSource(lines, Symbol.iterator);
    const journal = new Journal(options);
    const reader = lineReader(journal.#accept);
    for (const line of lines) reader.push(line);
    return journal.#whole(reader);
  }

  /** `fromLines` for lines that arrive one by one, such as those of a file stream. */
  static async fromLineStream(lines: AsyncIterable<string>, options?: JournalOptions): Promise<Journal> {
    checkSource(lines, Symbol.asyncIterator, Symbol.iterator);
    const journal = new Journal(options);
    const reader = lineReader(journal.#accept);
    for await (const line of lines) reader.push(line);
    return journal.#whole(reader);
  }

  /**
   * The longest valid beginning of a damaged journal, and what lies beyond it.
   * @throws WarmpathError `VAULT_CORRUPT`, `VAULT_FOREIGN`; never for the chain.
   */
  static recover(text: string, options?: JournalOptions): { readonly journal: Journal } & Recovery {
    const journal = new Journal(options);
    const recovery = recoverLines(text, journal.#accept);
    // Of a damaged chain the event may be lost by which the vault knows it.
    if (recovery.line === undefined) journal.vault.checkIsOf(journal.#events);
    eraseSuppressed(journal.#events, journal.vault, journal.#suppression);
    return { journal, ...recovery };
  }

  /** Reads what `toJSON` gave. Throws as `fromJSONL` does. */
  static fromJSON(json: JournalSnapshot, options: Pick<JournalOptions, "suppression"> = {}): Journal {
    checkSnapshot(json, options);
    return Journal.fromJSONL(json.chain, { ...options, vault: json.vault });
  }

  /** Number of events. */
  get length(): number {
    return this.#events.length;
  }

  /**
   * Appends an event, once per id.
   * @returns `exists` where the same id with the same content is there already; nothing changes then.
   * @throws WarmpathError `INVALID_EVENT`, `INVALID_ID`, `INVALID_DATE`; `JOURNAL_ID_CONFLICT` for the same id with other
   * content. `JOURNAL_CONFLICT` where `expectedLength` is given and someone else has appended meanwhile (read anew, try
   * again: the same id is safe to repeat). `ALREADY_REVERSED` for a second reversal of one entry. The state is unchanged then.
   */
  append(input: AppendInput, options?: AppendOptions): "appended" | "exists" {
    return this.appendAll([input], options)[0] as "appended" | "exists";
  }

  /** Appends all events or none: what `append` throws for one of them leaves the journal as it was. */
  appendAll(inputs: readonly AppendInput[], options: AppendOptions = {}): readonly ("appended" | "exists")[] {
    checkKeys(options, APPEND_KEYS, "options");
    const { expectedLength } = options;
    const fresh = new Map<string, SplitEvent>();
    const reversed = new Set<string>();
    const results = this.prepare(inputs).map((split) => {
      const { event } = split;
      const held = this.get(event.id) ?? fresh.get(event.id)?.event;
      if (held !== undefined) {
        checkSame(held, split, fresh.get(event.id)?.words, this.vault);
        return "exists";
      }
      checkLength(this.length, expectedLength);
      if (event.type === "entry.reversed") {
        if (this.#reversed.has(event.entry) || reversed.has(event.entry)) {
          throw new WarmpathError("ALREADY_REVERSED", "this entry was reversed before");
        }
        reversed.add(event.entry);
      }
      fresh.set(event.id, split);
      return "appended";
    });
    for (const { event } of fresh.values()) this.#accept(event);
    for (const { event, words } of fresh.values()) {
      if (words.size > 0 && !namesSuppressed(event, this.#events, this.#suppression))
        for (const [key, text] of words) this.vault.put(key, text);
    }
    return results;
  }

  /**
   * Events read and checked once, for whoever is to look at them before they are appended: `AskTracker.check`,
   * `Ledger.check` and `appendAll` take the result. Nothing is appended.
   * @throws WarmpathError `INVALID_EVENT`, `INVALID_ID`, `INVALID_DATE`.
   */
  prepare(input: AppendInput | readonly AppendInput[]): readonly SplitEvent[] {
    return prepareEvents(input);
  }

  /** The event at an index in append order, from 0. */
  at(index: number): JournalEvent {
    const event = typeof index === "number" ? this.#events[index] : undefined;
    if (event === undefined) throw unfit("index", "that of an event");
    return event;
  }

  /** Milliseconds since 1970 of the event at an index. */
  millisAt(index: number): number {
    return (typeof index === "number" ? this.#millis[index] : undefined) ?? parseIso(this.at(index).at);
  }

  /** The event with this id, as stored. */
  get(id: string): JournalEvent | undefined {
    const position = this.#index.get(id);
    return position === undefined ? undefined : this.#events[position];
  }

  /** Id of the event that reversed this event's entry; most journals have none. */
  reversalOf(id: string): string | undefined {
    return this.#reversed.size === 0 ? undefined : this.#reversed.get(id);
  }

  /** The stored events in append order, frozen; in place of words stand vault keys. */
  events(): readonly JournalEvent[] {
    this.#view ??= Object.freeze(this.#events.slice());
    return this.#view;
  }

  /** The stored events in order of their own times, equal times in code-unit order of ids: the order of every fold. */
  folded(): readonly JournalEvent[] {
    this.#folded ??= Object.freeze(inOrderOfTime(this.#events, this.#millis));
    return this.#folded;
  }

  /** The event as it was given: vault keys replaced by their words; words that were erased or are not here are left out. */
  resolve(event: JournalEvent): JournalEvent & Readonly<Record<string, unknown>> {
    return resolveEvent(event, this.vault);
  }

  /**
   * The events of two journals, each once. The history that both began with stays as it is, the rest follows in order
   * of time and id. So `merge(a, b)` and `merge(b, a)` are the same bytes, and `merge(a, a)` is `a`. Of two reversals
   * of one entry the earlier counts. What either has erased stays erased.
   * @throws WarmpathError `JOURNAL_ID_CONFLICT` where one id has two contents.
   */
  static merge(a: Journal, b: Journal, options: Pick<JournalOptions, "suppression"> = {}): Journal {
    checkShape([a, b], [{ length: "number", events: "function", vault: {} }], "journals");
    const merged = new Journal(options);
    merged.vault.absorb(a.vault);
    merged.vault.absorb(b.vault);
    for (const event of mergedOrder(a.events(), b.events())) {
      const held = merged.get(event.id);
      if (held === undefined) merged.#accept(event);
      else if (!sameEvent(held, event)) throw conflict();
    }
    eraseSuppressed(merged.#events, merged.vault, merged.#suppression);
    return merged;
  }

  /** Hash of the last event's line: equal for equal chains. */
  head(): string {
    const link = linkHasher();
    for (; this.#head.length < this.length; this.#head.length++) {
      this.#head.hash = link(this.#head.hash, canonicalJson(this.#events[this.#head.length]));
    }
    return this.#head.hash;
  }

  /** The chain: a header line, then one line an event, each hashed together with all before it. */
  toJSONL(): string {
    let text = "";
    for (const line of this.#eventLines()) text += `${line}\n`;
    return `${headerLine(this.length, this.head())}\n${text}`;
  }

  /** The lines of `toJSONL` one by one, without line ends, for files too large for one string. */
  *lines(): Generator<string, void, undefined> {
    yield headerLine(this.length, this.head());
    yield* this.#eventLines();
  }

  /** Chain and vault in one value: what `JSON.stringify(journal)` saves. */
  toJSON(): JournalSnapshot {
    return { chain: this.toJSONL(), vault: this.vault.toJSON() };
  }

  /**
   * Erases a person's words: those of every event they take part in, and their own in the vault. Any text goes too that
   * names them by id, by one of `names`, or by a name or address that the vault holds of them. Ids, numbers, sums and
   * the chain stay. Copies saved before are the caller's to destroy.
   * @returns The number of texts erased.
   */
  erase(personId: string, options: EraseOptions = {}): number {
    checkKeys(options, ERASE_KEYS, "options");
    const { names = [] } = options;
    const before = this.vault.size;
    this.vault.eraseKeys(keysAbout(this.#events, this.vault, personId, names));
    this.#suppression?.add(personId);
    return before - this.vault.size;
  }

  /** Takes a checked event; false where its id is there already or its time is none. `hash` is its own where the chain was read. */
  readonly #accept = (event: JournalEvent, hash?: string): boolean => {
    const millis = parseIso(event.at);
    if (this.#index.has(event.id) || Number.isNaN(millis)) return false;
    if (this.length === 0) this.vault.belongTo(event);
    if (hash !== undefined) this.#head = { length: this.length + 1, hash };
    this.#index.set(event.id, this.length);
    this.#millis.push(millis);
    this.#events.push(event);
    if (event.type === "entry.reversed") {
      const other = this.get(this.#reversed.get(event.entry) ?? "");
      if (other === undefined || compareEvents(event, other) < 0) this.#reversed.set(event.entry, event.id);
    }
    this.#view = undefined;
    this.#folded = undefined;
    return true;
  };

  *#eventLines(): Generator<string, void, undefined> {
    const link = linkHasher();
    let hash = GENESIS;
    for (const [i, event] of this.events().entries()) {
      const text = canonicalJson(event);
      hash = link(hash, text);
      if (i === this.#head.length) this.#head = { length: i + 1, hash };
      yield eventLine(text, hash);
    }
  }

  /** What was read to its end. */
  #whole(reader: LineReader): Journal {
    reader.end();
    this.vault.checkIsOf(this.#events);
    eraseSuppressed(this.#events, this.vault, this.#suppression);
    return this;
  }
}
