import { addTo } from "../base/index.js";
import type { Network } from "../network/index.js";
import type { CompiledTies } from "./compile-ties.js";

/**
 * People whom nobody may count who has not told of them: known by no shared tie, but by masked or private ones, or by what
 * somebody's records tell of them without any tie. Somebody without ties of whom nobody told, added by hand, is everybody's.
 */
export class UnseenPeople {
  readonly #column: Uint8Array;
  readonly #toldBy = new Map<number, number[]>();
  readonly #ties: Pick<CompiledTies, "usable" | "privateContacts">;

  constructor(
    network: Network,
    { ids, numbers }: { readonly ids: readonly string[]; readonly numbers: ReadonlyMap<string, number> },
    { circles, usable, privateContacts }: Pick<CompiledTies, "circles" | "usable" | "privateContacts">,
  ) {
    this.#ties = { usable, privateContacts };
    this.#column = new Uint8Array(ids.length);
    for (let node = 0; node < ids.length; node++) {
      if (circles.degree(node) > 0) continue;
      const { spells = [], tags = [] } = network.person(ids[node] as string) ?? {};
      const owners = new Set([...spells, ...tags].flatMap(({ owner }) => owner ?? []));
      if (usable.degree(node) === 0 && !privateContacts.has(node) && owners.size === 0) continue;
      this.#column[node] = 1;
      for (const owner of owners) {
        const teller = numbers.get(owner);
        if (teller !== undefined) addTo(this.#toldBy, teller, node);
      }
    }
  }

  has(node: number): boolean {
    return this.#column[node] === 1;
  }

  /** Those of them who are somebody's own: their contacts, and whom their records tell of. */
  *ownOf(node: number): Generator<number> {
    for (const other of this.#ties.usable.of(node)) if (this.has(other)) yield other;
    yield* this.#ties.privateContacts.get(node) ?? [];
    yield* this.#toldBy.get(node) ?? [];
  }
}
