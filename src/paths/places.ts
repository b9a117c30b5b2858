import { addTo } from "../base/index.js";
import type { Viewpoint } from "../network/index.js";
import { branchBase, companyKeys, type Person, titleCode } from "../people/index.js";
import { Affiliations, placeOf, type Roster } from "./affiliations.js";
import type { CompiledNetwork } from "./compiled-network.js";

/**
 * Who was where. Of each place it keeps whom to look at: all of whom anybody told that they are or were there, whoever may hear
 * it. What viewers may hear is looked up for these alone, when somebody asks for the place, and nobody else has to be.
 */
export class Places {
  readonly affiliations: Affiliations;
  readonly #compiled: CompiledNetwork;
  readonly #there = new Map<string, string[]>();
  readonly #employed = new Map<string, string[]>();
  /** Keys of companies by that of the company whose branch their name makes them. */
  readonly #branches = new Map<string, string[]>();
  readonly #keys = new Map<string, readonly string[]>();
  readonly #rosters = new Map<string, Roster>();

  constructor(compiled: CompiledNetwork) {
    const { network, ids, day, companyAliases } = compiled;
    this.#compiled = compiled;
    this.affiliations = new Affiliations(day, (owner) => compiled.numberOf(owner), companyAliases);
    const view = network.seenBy([]);
    for (const id of ids) this.#add(id, view.everyRecordOf(id));
  }

  /** The affiliations at a place of which everybody may hear, or by which people may be counted with a mask key. */
  rosterAt(place: string, masks: boolean): Roster {
    const key = `${masks} ${place}`;
    const open = this.#compiled.network.seenBy([]);
    const roster = this.#rosters.get(key) ?? this.rosterOf(place, this.at(place), masks ? open.masked : open);
    this.#rosters.set(key, roster);
    return roster;
  }

  /** Those of some people, as far as they may be heard of. */
  rosterOf(place: string, ids: Iterable<string>, view: Viewpoint): Roster {
    const compiled = this.#compiled;
    const nodes = Array.from(ids, (id) => compiled.numberOf(id) as number).sort((a, b) => a - b);
    const people = nodes.flatMap((node) => {
      const person = view.person(compiled.ids[node] as string);
      return person ? [[node, person, titleCode(compiled.titleOf(person.title))] as const] : [];
    });
    return this.affiliations.rosterAt(place, people);
  }

  /** Ids of those who may have been at a place, in no order. */
  at(place: string): ReadonlySet<string> {
    return new Set(this.#there.get(place));
  }

  /** Ids of those who may work at a company of one of these keys, in no order. */
  employedAt(keys: readonly string[]): ReadonlySet<string> {
    return new Set(keys.flatMap((key) => this.#employed.get(key) ?? []));
  }

  /** Keys of a company as people name it. */
  keysOf(company = ""): readonly string[] {
    const known = this.#keys.get(company);
    if (known !== undefined) return known;
    const keys = companyKeys(company, this.#compiled.companyAliases);
    this.#keys.set(company, keys);
    return keys;
  }

  /** Keys of the company whose branch a key's name makes it, and of branches of its own. */
  keysNear(key: string): readonly string[] {
    return [branchBase(key) ?? "", ...(this.#branches.get(key) ?? [])];
  }

  /** Notes somebody under each place that one of their records names. */
  #add(id: string, records: readonly Person[]): void {
    for (const record of new Set(records)) {
      for (const affiliation of this.affiliations.affiliationsOf(record))
        addOnce(this.#there, placeOf(affiliation), id);
      for (const key of this.keysOf(record.company)) {
        const base = this.#employed.has(key) ? undefined : branchBase(key);
        if (base !== undefined) addTo(this.#branches, base, key);
        addOnce(this.#employed, key, id);
      }
    }
  }
}

function addOnce(lists: Map<string, string[]>, key: string, id: string): void {
  if (lists.get(key)?.at(-1) !== id) addTo(lists, key, id);
}
