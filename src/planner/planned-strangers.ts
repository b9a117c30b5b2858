import type { Person } from "../people/index.js";

/**
 * People whom a plan names and the network does not hold, for as long as the planner lives: buyers, and whoever a store told of. Whoever
 * planned may ask for them again. No part of the saved state: only a recorded ask keeps somebody.
 */
export class PlannedStrangers {
  readonly #known = new Map<string, { readonly person: Person; readonly seekers: Set<string> }>();

  /** Keeps somebody for these seekers; the earliest goes where there are more than {@link MOST_STRANGERS}. */
  add(person: Person, seekers: readonly string[]): void {
    const { id, name } = person;
    if (name === undefined) return;
    const before = this.#known.get(id)?.seekers ?? [];
    this.#known.delete(id);
    this.#known.set(id, { person, seekers: new Set([...before, ...seekers]) });
    const [oldest] = this.#known.keys();
    if (this.#known.size > MOST_STRANGERS && oldest !== undefined) this.#known.delete(oldest);
  }

  /** Who an id is, where one of those who planned for them is a viewer. */
  person(id: string, isViewer: (seeker: string) => boolean): Person | undefined {
    const known = this.#known.get(id);
    return known !== undefined && [...known.seekers].some(isViewer) ? known.person : undefined;
  }

  delete(id: string): void {
    this.#known.delete(id);
  }
}

/** Enough for a long lead list; some 20 MB at most. */
const MOST_STRANGERS = 100_000;
