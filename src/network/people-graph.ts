import { checkShape } from "../base/index.js";
import type { Person } from "../people/index.js";
import type { KeptTie } from "./kept-tie.js";
import { idOfKept, type KeptPerson } from "./person-records.js";

/** People and ties, by plain ids. */
export class PeopleGraph {
  readonly #entries = new Map<string, Entry>();
  /** Ties of which not everybody may use every record. */
  readonly #unshared = new Set<KeptTie>();
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
    return this.#entries.get(id)?.kept.person;
  }

  people(): Person[] {
    return Array.from(this.#entries.values(), ({ kept }) => kept.person);
  }

  /** A person with the records of all who told of them. */
  kept(id: string): KeptPerson | undefined {
    return this.#entries.get(id)?.kept;
  }

  /** Everybody with their records. */
  allKept(): KeptPerson[] {
    return Array.from(this.#entries.values(), ({ kept }) => kept);
  }

  /** Puts a person, whom nobody else holds, in place of what is known of them. */
  setPerson(kept: KeptPerson): void {
    const id = idOfKept(kept);
    const known = this.#entries.get(id);
    if (known === undefined) this.#entries.set(id, { kept, ties: new Map() });
    else known.kept = kept;
  }

  /** Removes a person and their ties. */
  drop(id: string): void {
    for (const [other, tie] of this.#ties(id)) {
      this.#ties(other).delete(id);
      this.#unshared.delete(tie);
    }
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

  /** Ties of which not everybody may use every record, in no order. */
  unsharedTies(): KeptTie[] {
    return [...this.#unshared];
  }

  degree(id: string): number {
    return this.#entries.get(id)?.ties.size ?? 0;
  }

  /** Puts a tie, which nobody else holds, in place of what is known of its two people; `undefined` takes it away. */
  setTie([a, b]: readonly [string, string], tie: KeptTie | undefined): void {
    const [one, other] = [this.#ties(a), this.#ties(b)];
    const before = one.size;
    const known = one.get(b);
    if (known !== undefined) this.#unshared.delete(known);
    if (tie !== undefined && tie.visibility !== "shared") this.#unshared.add(tie);
    if (tie === undefined) {
      one.delete(b);
      other.delete(a);
    } else {
      one.set(b, tie);
      other.set(a, tie);
    }
    this.#tieCount += one.size - before;
  }

  /** The ties of somebody who is known. */
  #ties(id: string): Map<string, KeptTie> {
    return (this.#entries.get(id) as Entry).ties;
  }
}

/** A person and their ties by the id of the other one. */
interface Entry {
  kept: KeptPerson;
  readonly ties: Map<string, KeptTie>;
}
