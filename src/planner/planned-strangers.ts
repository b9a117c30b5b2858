/**
 * Names of buyers whom the network does not hold, for as long as the planner lives. A plan of theirs tells an id, and whoever
 * planned may ask for the name behind it. No part of the saved state: only a recorded ask keeps a buyer.
 */
export class PlannedStrangers {
  readonly #known = new Map<string, { readonly name: string; readonly seekers: Set<string> }>();

  /** Keeps the name for these seekers; the earliest goes where there are more than {@link MOST_STRANGERS}. */
  add({ id, name }: { readonly id: string; readonly name?: string }, seekers: readonly string[]): void {
    if (name === undefined) return;
    const before = this.#known.get(id)?.seekers ?? [];
    this.#known.delete(id);
    this.#known.set(id, { name, seekers: new Set([...before, ...seekers]) });
    const [oldest] = this.#known.keys();
    if (this.#known.size > MOST_STRANGERS && oldest !== undefined) this.#known.delete(oldest);
  }

  /** The name behind an id, where one of those who planned for it is a viewer. */
  nameOf(id: string, isViewer: (seeker: string) => boolean): string | undefined {
    const known = this.#known.get(id);
    return known !== undefined && [...known.seekers].some(isViewer) ? known.name : undefined;
  }

  delete(id: string): void {
    this.#known.delete(id);
  }
}

/** Enough for a long lead list; some 20 MB at most. */
const MOST_STRANGERS = 100_000;
