import type { Person } from "../people/index.js";
import { isOpenTo, type KeptTie } from "./kept-tie.js";

/** People and ties, by plain ids. */
export class PeopleGraph {
  readonly #places = new Map<string, Place>();
  #tieCount = 0;

  get size(): number {
    return this.#places.size;
  }

  get tieCount(): number {
    return this.#tieCount;
  }

  has(id: string): boolean {
    return this.#places.has(id);
  }

  person(id: string): Person | undefined {
    return this.#places.get(id)?.person;
  }

  people(): Person[] {
    return Array.from(this.#places.values(), ({ person }) => person);
  }

  /** Puts a person, whom nobody else holds, in place of what is known of them. */
  setPerson(person: Person): void {
    const known = this.#places.get(person.id);
    if (known === undefined) this.#places.set(person.id, { person, ties: new Map() });
    else known.person = person;
  }

  /** Removes a person and their ties. */
  drop(id: string): void {
    for (const other of this.#ties(id).keys()) this.#ties(other).delete(id);
    this.#tieCount -= this.#ties(id).size;
    this.#places.delete(id);
  }

  tie(a: string, b: string): KeptTie | undefined {
    return this.#places.get(a)?.ties.get(b);
  }

  ties(): KeptTie[] {
    const all: KeptTie[] = [];
    this.forEachTie((tie) => all.push(tie));
    return all;
  }

  tiesOf(id: string): KeptTie[] {
    return [...(this.#places.get(id)?.ties.values() ?? [])];
  }

  neighbors(id: string): string[] {
    return [...(this.#places.get(id)?.ties.keys() ?? [])];
  }

  forEachTie(callback: (tie: KeptTie) => void): void {
    for (const [id, { ties }] of this.#places) {
      for (const tie of ties.values()) if (tie.from === id) callback(tie);
    }
  }

  degree(id: string): number {
    return this.#places.get(id)?.ties.size ?? 0;
  }

  /** How many are tied to both by ties that all, or one of `viewers`, may use. */
  commonNeighbors(a: string, b: string, viewers: readonly string[]): number {
    const [few, many] = this.degree(a) <= this.degree(b) ? [a, b] : [b, a];
    if (this.degree(few) === 0) return 0;
    let count = 0;
    for (const [id, tie] of this.#ties(few)) {
      const other = this.tie(id, many);
      if (other !== undefined && isOpenTo(tie, viewers) && isOpenTo(other, viewers)) count++;
    }
    return count;
  }

  /** Puts a tie, which nobody else holds, in place of what is known of its two people; `undefined` takes it away. */
  setTie([a, b]: readonly [string, string], tie: KeptTie | undefined): void {
    const [one, other] = [this.#ties(a), this.#ties(b)];
    const before = one.size;
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
    return (this.#places.get(id) as Place).ties;
  }
}

/** A person and their ties by the id of the other one. */
interface Place {
  person: Person;
  readonly ties: Map<string, KeptTie>;
}
