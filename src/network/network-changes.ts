import type { TieChange } from "./kept-tie.js";

/** How a network changed, for those who keep something compiled: its shape, and ties whose evidence alone is another. */
export class NetworkChanges {
  #shape = 0;
  #ties: TieChange[] = [];

  /** Rises whenever people, the set of ties, who may use them, or who may be asked changes. */
  get shape(): number {
    return this.#shape;
  }

  /** Ties whose evidence has changed since the shape last did, in order of change. */
  get ties(): readonly TieChange[] {
    return this.#ties;
  }

  ofShape(): void {
    this.#shape++;
    if (this.#ties.length > 0) this.#ties = [];
  }

  ofEvidence({ from, to }: TieChange): void {
    if (this.#ties.length >= MOST_CHANGES) this.ofShape();
    else this.#ties.push({ from, to });
  }
}

/** From here on it is cheaper to compile anew than to follow each change. */
const MOST_CHANGES = 10_000;
