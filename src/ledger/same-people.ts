import { checkShape } from "../base/index.js";
/** Which ids mean one person, as a network knows it: a structural type, so that the ledger needs no network. */
export interface PeopleOfIds {
  /** The id that stands for a person; an id that nobody merged stands for itself. */
  canonical(id: string): string;
  /** Changes whenever an answer of `canonical` may have. */
  readonly shape: number;
}

/** The ids of a fold, each with the one that stands for it, until one of them stands for somebody else. */
export class SamePeople {
  readonly #people: PeopleOfIds | undefined;
  readonly #known = new Map<string, string>();
  #shape: number | undefined;

  constructor(people: PeopleOfIds | undefined) {
    if (people !== undefined) checkShape(people, { canonical: "function" }, "people");
    this.#people = people;
    this.#shape = people?.shape;
  }

  /** False where every id stands for itself. */
  get isMerging(): boolean {
    return this.#people !== undefined;
  }

  /** The id that stands for a person. */
  idOf(id: string): string {
    return this.#people === undefined ? id : this.#people.canonical(id);
  }

  /** The same of an id that the books hold: when it changes they are to be folded anew. */
  held(id: string): string {
    if (this.#people === undefined) return id;
    let kept = this.#known.get(id);
    if (kept === undefined) {
      kept = this.#people.canonical(id);
      this.#known.set(id, kept);
    }
    return kept;
  }

  /** False where an id that is held stands for somebody else than before; what was known is forgotten then. O(1) while nothing changes. */
  isCurrent(): boolean {
    const people = this.#people;
    if (people === undefined || people.shape === this.#shape) return true;
    this.#shape = people.shape;
    for (const [id, kept] of this.#known) {
      if (people.canonical(id) === kept) continue;
      this.#known.clear();
      return false;
    }
    return true;
  }
}
