import type { TieChange } from "./kept-tie.js";

/** How a network changed, for those who keep something made of it. */
export class NetworkChanges {
  #shape = 0;
  #ties: TieChange[] = [];
  #version = 0;
  /** The latest changes, in order. */
  #log: TieChange[] | undefined;

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

  /** See `Viewpoint.version`. */
  get version(): number {
    this.#log ??= [];
    return this.#version;
  }

  /** See `Viewpoint.changesSince`. */
  since(version: number): readonly TieChange[] | undefined {
    const count = this.#version - version;
    const log = this.#log ?? [];
    return count > log.length ? undefined : log.slice(log.length - count);
  }

  /** Two ids: of a tie; one and the same: of what is told of a person. */
  note(from: string, to: string): void {
    this.#version++;
    if (this.#log === undefined) return;
    if (this.#log.length >= MOST_LOGGED) this.#log = [];
    this.#log.push({ from, to });
  }
}

/** From here on it is cheaper to compile anew than to follow each change. */
const MOST_CHANGES = 10_000;
const MOST_LOGGED = 100_000;
