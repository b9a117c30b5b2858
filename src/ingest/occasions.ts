import { shortId } from "../base/index.js";
import type { Person, Spell } from "../people/index.js";

/**
 * Gathers who was in which meeting or group conversation of an owner's. One that held the owner and a single other tells
 * nothing that their own tie does not. The others become spells of all who were there, the owner included. Their
 * code holds no name and is the same in everybody's export.
 */
export class Occasions {
  readonly #owner: string;
  readonly #meetings = new Map<string, Occasion>();
  readonly #conversations = new Map<string, Occasion>();

  constructor(owner: string) {
    this.#owner = owner;
  }

  /**
   * Notes that these people were there on a day, by ids, and by keys that {@link spells} may resolve; no name or no day: nothing.
   */
  note(
    kind: Occasion["kind"],
    name: string,
    people: Iterable<string>,
    day: string | undefined,
    keys: Iterable<string> = [],
  ): void {
    if (name === "" || day === undefined) return;
    const occasions = kind === "meeting" ? this.#meetings : this.#conversations;
    const known = occasions.get(name);
    const occasion = known ?? { kind, name, people: new Set(), keys: new Set(), from: day, to: day };
    if (known === undefined) occasions.set(name, occasion);
    for (const person of people) occasion.people.add(person);
    for (const key of keys) occasion.keys.add(key);
    if (day < occasion.from) occasion.from = day;
    if (day > occasion.to) occasion.to = day;
  }

  /** The spells of each, by id; `idOf` resolves a key, or gives nothing where nobody of the import is meant. */
  spells(idOf: (key: string) => string | undefined = () => undefined): Map<string, Spell[]> {
    const spells = new Map<string, Spell[]>();
    for (const { kind, name, people, keys, from, to } of [
      ...this.#meetings.values(),
      ...this.#conversations.values(),
    ]) {
      const ids = new Set([this.#owner, ...people]);
      for (const key of keys) {
        const id = idOf(key);
        if (id !== undefined) ids.add(id);
      }
      if (ids.size < 3) continue;
      const organization = shortId(kind === "meeting" ? "m_" : "c_", name);
      for (const id of ids) {
        const own = spells.get(id) ?? [];
        own.push({ kind, organization, from, to, owner: this.#owner });
        spells.set(id, own);
      }
    }
    return spells;
  }
}

/** The person with spells more. */
export function withSpells(person: Person, more: readonly Spell[] = []): Person {
  return more.length === 0 ? person : { ...person, spells: [...(person.spells ?? []), ...more] };
}

interface Occasion {
  readonly kind: "meeting" | "conversation";
  readonly name: string;
  readonly people: Set<string>;
  readonly keys: Set<string>;
  from: string;
  to: string;
}
