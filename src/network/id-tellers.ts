import { checkId, compareCodeUnits, WarmpathError } from "../base/index.js";
import { checkVisibility } from "./check-records.js";
import { type PersonRecord, reachKeyOf } from "./person-records.js";

/** Who told of somebody under an id, and for whom. */
export type IdTeller = Pick<PersonRecord, "owner" | "visibility">;

/**
 * Who told of people under ids that were merged. The one person of two ids may be seen by more viewers than each of the ids. An id
 * made from a private address is for those who may hear that record alone.
 */
export class IdTellers {
  readonly #tellers = new Map<string, readonly IdTeller[]>();

  /** `undefined` for an id that was never merged, or that nobody's record came under: it is no secret. */
  of(id: string): readonly IdTeller[] | undefined {
    return this.#tellers.get(id);
  }

  note(id: string, tellers: readonly IdTeller[]): void {
    const all = [...(this.of(id) ?? []), ...tellers.map(plain)];
    if (all.length > 0) this.#tellers.set(id, eachOnce(all));
  }

  forget(id: string): void {
    this.#tellers.delete(id);
  }

  /** Takes out what owners told of others, under the ids that they had then. */
  takeBack(owners: ReadonlySet<string>, canonical: (id: string) => string): void {
    for (const [id, tellers] of this.#tellers) {
      const left = tellers.filter((one) => {
        const { owner } = renamed(one, id, canonical);
        return owner === undefined || !owners.has(owner);
      });
      if (left.length < tellers.length) this.#tellers.set(id, left);
    }
  }

  /** In code-unit order of ids, with the tellers' present ids. */
  toJSON(canonical: (id: string) => string): [id: string, tellers: readonly IdTeller[]][] {
    return [...this.#tellers]
      .sort(([a], [b]) => compareCodeUnits(a, b))
      .map(([id, tellers]) => [id, eachOnce(tellers.map((one) => renamed(one, id, canonical)))]);
  }

  /** @throws WarmpathError `INVALID_SNAPSHOT`, `INVALID_ID`, `INVALID_TIE` for what {@link toJSON} does not write. */
  static fromJSON(list: readonly (readonly [id: string, tellers: readonly IdTeller[]])[]): IdTellers {
    const made = new IdTellers();
    for (const entry of list) {
      const tellers = Array.isArray(entry) ? entry[1] : undefined;
      if (!Array.isArray(tellers))
        throw new WarmpathError("INVALID_SNAPSHOT", "a network snapshot's idTellers are none");
      for (const { owner, visibility } of tellers as readonly IdTeller[]) {
        checkVisibility(visibility);
        if (owner !== undefined) checkId(owner, "owner");
      }
      made.#tellers.set(checkId(entry[0]), eachOnce(tellers.map(plain)));
    }
    return made;
  }
}

/** What people tell of themselves is everybody's. */
function renamed(teller: IdTeller, id: string, canonical: (id: string) => string): IdTeller {
  if (teller.owner === undefined) return teller;
  const owner = canonical(teller.owner);
  return owner === canonical(id) ? { visibility: "shared" } : { owner, visibility: teller.visibility };
}

function plain({ owner, visibility }: IdTeller): IdTeller {
  return owner === undefined ? { visibility } : { owner, visibility };
}

function eachOnce(tellers: readonly IdTeller[]): readonly IdTeller[] {
  const byKey = new Map(tellers.map((one) => [reachKeyOf(one), one]));
  return [...byKey].sort(([a], [b]) => compareCodeUnits(a, b)).map(([, one]) => one);
}
