import { checkShape } from "../base/index.js";
import type { Person } from "../people/index.js";
import { type KeptTie, sightingsOf } from "./kept-tie.js";
import { NetworkChanges } from "./network-changes.js";
import { type KeptPerson, type PersonRecord, recordsOfPerson, withRecords } from "./person-records.js";

/** People and ties, by plain ids. */
export class PeopleGraph {
  readonly changes: NetworkChanges = new NetworkChanges();
  readonly #entries = new Map<string, Entry>();
  /** How many ties there are of which not everybody may use every record. */
  #unsharedCount = 0;
  /** Those of them of which somebody told who is none of the two, by that owner. */
  readonly #toldOf = new Map<string, Set<KeptTie>>();
  #tieCount = 0;

  get size(): number {
    return this.#entries.size;
  }

  get tieCount(): number {
    return this.#tieCount;
  }

  has(id: string): boolean {
    return this.#entries.has(id);
  }

  person(id: string): Person | undefined {
    return this.kept(id)?.person;
  }

  people(): Person[] {
    return this.allKept().map(({ person }) => person);
  }

  /** The one string of an id that is held, `undefined` where nobody has it. */
  idOf(id: string): string | undefined {
    return this.#entries.get(id)?.id;
  }

  /** What was told of a person last, for whoever may tell the same. */
  lastTold(id: string): Person | undefined {
    const entry = this.#entries.get(id);
    return (entry?.told?.at(-1) ?? entry?.kept?.records?.at(-1) ?? entry?.kept)?.person;
  }

  /** A person with the records of all who told of them. */
  kept(id: string): KeptPerson | undefined {
    const entry = this.#entries.get(id);
    return entry && settled(entry);
  }

  ids(): string[] {
    return [...this.#entries.keys()];
  }

  /** What was told of a person, none of it joined. */
  told(id: string): readonly PersonRecord[] {
    const { kept, told = [] } = this.#entries.get(id) ?? {};
    return kept === undefined ? told : [...recordsOfPerson(kept), ...told];
  }

  /** Everybody with their records. */
  allKept(): KeptPerson[] {
    return Array.from(this.#entries.values(), settled);
  }

  /** Puts a person, whom nobody else holds, in place of what is known of them. */
  setPerson(kept: KeptPerson): void {
    const entry = this.#entryOf(kept.person.id);
    entry.kept = kept;
    entry.told = undefined;
    this.changes.note(entry.id, entry.id);
  }

  /** Adds a record to what is known of a person. */
  tell(record: PersonRecord): void {
    const entry = this.#entryOf(record.person.id);
    if (entry.told === undefined) entry.told = [record];
    else entry.told.push(record);
    this.changes.note(entry.id, entry.id);
  }

  /** Removes a person and their ties. */
  drop(id: string): void {
    for (const [other, tie] of this.#ties(id)) {
      this.#ties(other).delete(id);
      this.#list(tie, "delete");
      this.changes.note(tie.from, tie.to);
    }
    this.changes.note(id, id);
    this.#tieCount -= this.#ties(id).size;
    this.#entries.delete(id);
  }

  tie(a: string, b: string): KeptTie | undefined {
    return this.#entries.get(a)?.ties.get(b);
  }

  ties(): KeptTie[] {
    const all: KeptTie[] = [];
    this.forEachTie((tie) => all.push(tie));
    return all;
  }

  tiesOf(id: string): KeptTie[] {
    return [...(this.#entries.get(id)?.ties.values() ?? [])];
  }

  /** The same one by one, for whoever stops at the first that tells. */
  eachTieOf(id: string): Iterable<KeptTie> {
    return this.#entries.get(id)?.ties.values() ?? [];
  }

  neighbors(id: string): string[] {
    return [...(this.#entries.get(id)?.ties.keys() ?? [])];
  }

  forEachTie(callback: (tie: KeptTie) => void): void {
    checkShape(callback, "function", "callback");
    for (const [id, { ties }] of this.#entries) {
      for (const tie of ties.values()) if (tie.from === id) callback(tie);
    }
  }

  /** Ties of which not everybody may use every record, and of which one of these people is an end or an owner, in no order. */
  unsharedTies(people: Iterable<string>): KeptTie[] {
    const found = new Set<KeptTie>();
    for (const id of people) {
      for (const tie of this.eachTieOf(id)) if (tie.visibility !== "shared") found.add(tie);
      for (const tie of this.#toldOf.get(id) ?? []) found.add(tie);
    }
    return [...found];
  }

  get isAllShared(): boolean {
    return this.#unsharedCount === 0;
  }

  degree(id: string): number {
    return this.#entries.get(id)?.ties.size ?? 0;
  }

  /** Puts a tie, which nobody else holds, in place of what is known of its two people; `undefined` takes it away. */
  setTie(ends: readonly [string, string], tie: KeptTie | undefined): void {
    this.changeTie(ends, () => tie);
  }

  /** The same with what is made of the tie that is known. Returns both. */
  changeTie<Tie extends KeptTie | undefined>(
    [a, b]: readonly [string, string],
    make: (known: KeptTie | undefined) => Tie,
  ): { readonly known: KeptTie | undefined; readonly tie: Tie } {
    const one = this.#ties(a);
    const known = one.get(b);
    const tie = make(known);
    const other = this.#ties(b);
    if (known !== undefined) this.#list(known, "delete");
    if (tie === undefined) {
      one.delete(b);
      other.delete(a);
    } else {
      this.#list(tie, "add");
      one.set(b, tie);
      other.set(a, tie);
    }
    this.#tieCount += Number(tie !== undefined) - Number(known !== undefined);
    if (tie !== known) this.changes.note(a, b);
    return { known, tie };
  }

  #list(tie: KeptTie, how: "add" | "delete"): void {
    const { from, to, visibility } = tie;
    if (visibility === "shared") return;
    this.#unsharedCount += how === "add" ? 1 : -1;
    for (const { owner } of sightingsOf(tie)) {
      if (owner === from || owner === to) continue;
      const told = this.#toldOf.get(owner) ?? new Set();
      this.#toldOf.set(owner, told);
      told[how](tie);
    }
  }

  #entryOf(id: string): Entry {
    const known = this.#entries.get(id);
    if (known !== undefined) return known;
    const entry: Entry = { id, kept: undefined, told: undefined, ties: new Map() };
    this.#entries.set(id, entry);
    return entry;
  }

  /** The ties of somebody who is known. */
  #ties(id: string): Map<string, KeptTie> {
    return (this.#entries.get(id) as Entry).ties;
  }
}

/** What is known of somebody with all that was told since. Records join when looked at: file after file tells of the same people. */
function settled(entry: Entry): KeptPerson {
  if (entry.told !== undefined) entry.kept = withRecords(entry.kept, entry.told);
  entry.told = undefined;
  return entry.kept as KeptPerson;
}

/** A person and their ties by the id of the other one. */
interface Entry {
  readonly id: string;
  kept: KeptPerson | undefined;
  told: PersonRecord[] | undefined;
  readonly ties: Map<string, KeptTie>;
}
