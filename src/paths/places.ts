import { addTo } from "../base/index.js";
import type { Viewpoint } from "../network/index.js";
import { branchBase, companyKeys, type Person } from "../people/index.js";
import {
  type Affiliation,
  Affiliations,
  type Heard,
  isOccasion,
  placeOf,
  type Roster,
  rosterOf,
} from "./affiliations.js";
import type { CompiledNetwork } from "./compiled-network.js";

type Place = Pick<Affiliation, "kind" | "organization">;

/**
 * Who was where. Of each place it keeps whom to look at: all of whom anybody told that they are or were there, whoever may hear
 * it. What viewers may hear is looked up for these alone, when somebody asks for the place, and is kept until it may be another.
 */
export class Places {
  readonly affiliations: Affiliations;
  #compiled: CompiledNetwork;
  /** Ids of those whose name is of no person (a department, an address, a number): in no path's middle. */
  readonly noPersons: Set<string> = new Set();
  readonly #there = new Map<string, Set<string>>();
  readonly #employed = new Map<string, Set<string>>();
  /** Keys of companies by that of the company whose branch their name makes them. */
  readonly #branches = new Map<string, string[]>();
  readonly #keys = new Map<string, readonly string[]>();
  /** By viewpoint and id; `null` for one who does not count, `undefined` for one of whom the viewers hear what everybody may. */
  readonly #heard = new Map<string, Map<string, Heard | null | undefined>>();
  /** By viewpoint and place. */
  readonly #rosters = new Map<string, { readonly affiliation: Place; readonly roster: Roster }>();
  /** Places in them, of those too that were taken out since: a bound on what is kept. */
  #listed = 0;

  constructor(compiled: CompiledNetwork) {
    const { network, ids, day, companyAliases } = compiled;
    this.#compiled = compiled;
    this.affiliations = new Affiliations(day, companyAliases);
    const view = network.seenBy([]);
    for (const id of ids) this.#add(id, view.everyRecordOf(id));
  }

  /** The same for a network that was compiled anew, of whose people these may be told of otherwise. Those who are gone stay noted. */
  follow(compiled: CompiledNetwork, changed: ReadonlySet<string>, moved: Int32Array | undefined): this {
    this.#compiled = compiled;
    const view = compiled.network.seenBy([]);
    for (const id of changed) {
      this.#add(id, view.everyRecordOf(id));
      for (const heard of this.#heard.values()) heard.delete(id);
    }
    if (changed.size > MANY) this.#rosters.clear();
    for (const [key, { affiliation, roster }] of this.#rosters) {
      const there = this.#there.get(placeOf(affiliation));
      // Of an occasion the owners count too, and any of them may have got a number.
      const isOther = moved !== undefined && isOccasion(affiliation);
      if (isOther || [...changed].some((id) => there?.has(id))) this.#rosters.delete(key);
      else if (moved !== undefined) {
        const nodes = roster.nodes.map((node) => moved[node]!);
        this.#rosters.set(key, { affiliation, roster: { ...roster, nodes } });
      }
    }
    return this;
  }

  /** The affiliations at a place of which viewers may hear, or by which people may be counted with a mask key. */
  rosterAt(affiliation: Place, view: Viewpoint): Roster {
    const key = JSON.stringify([view.masks, view.viewers, placeOf(affiliation)]);
    const known = this.#rosters.get(key);
    if (known !== undefined) return known.roster;
    const { kind, organization } = affiliation;
    const roster = this.#rosterAt(affiliation, view);
    this.#listed += 1 + roster.nodes.length;
    if (this.#listed > LISTED_A_PERSON * (1 + this.#compiled.ids.length)) {
      this.#rosters.clear();
      this.#listed = 0;
    }
    this.#rosters.set(key, { affiliation: { kind, organization }, roster });
    return roster;
  }

  #rosterAt(affiliation: Place, view: Viewpoint): Roster {
    const { ids, numberOf } = this.#compiled;
    const { everybody } = view;
    const [common, own] = [this.#heardBy(everybody), this.#heardBy(view)];
    const nodes: number[] = [];
    for (const id of this.#there.get(placeOf(affiliation)) ?? []) {
      const node = numberOf(id);
      if (node !== undefined) nodes.push(node);
    }
    const people: [number, Heard][] = [];
    for (const node of nodes.sort((a, b) => a - b)) {
      const id = ids[node] as string;
      const more = own === common ? undefined : this.#entryOf(own, view, id, true);
      const heard = more === undefined ? this.#entryOf(common, everybody, id, false) : more;
      if (heard) people.push([node, heard]);
    }
    return rosterOf(affiliation, people, this.#compiled);
  }

  #heardBy({ masks, viewers }: Viewpoint): Map<string, Heard | null | undefined> {
    const key = JSON.stringify([masks, viewers]);
    const known = this.#heard.get(key);
    if (known !== undefined) return known;
    if (this.#heard.size >= MOST_VIEWPOINTS) this.#heard.clear();
    const heard = new Map<string, Heard | null | undefined>();
    this.#heard.set(key, heard);
    return heard;
  }

  /** What a viewpoint hears of somebody, with `more` only where that is more than everybody may. */
  #entryOf(
    heard: Map<string, Heard | null | undefined>,
    view: Viewpoint,
    id: string,
    more: boolean,
  ): Heard | null | undefined {
    if (heard.has(id)) return heard.get(id);
    const person = more && !view.hearsMore(id) ? undefined : (view.person(id) ?? null);
    const entry = person && {
      affiliations: this.affiliations.affiliationsOf(person),
      title: person.title,
    };
    heard.set(id, entry);
    return entry;
  }

  /** Ids of those who may work at a company of one of these keys, in no order. */
  employedAt(keys: readonly string[]): ReadonlySet<string> {
    const ids = keys.flatMap((key) => [...(this.#employed.get(key) ?? [])]);
    return new Set(ids.filter((id) => this.#compiled.numberOf(id) !== undefined));
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
    // Whoever is a person in one record is one.
    const isNone = records.length > 0 && records.every(({ kind }) => kind !== undefined);
    this.noPersons[isNone ? "add" : "delete"](id);
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

function addOnce(sets: Map<string, Set<string>>, key: string, id: string): void {
  const known = sets.get(key);
  if (known === undefined) sets.set(key, new Set([id]));
  else known.add(id);
}

/** Places in rosters that are kept at a time, for each person of the network: all of a few viewpoints. */
const LISTED_A_PERSON = 8;
/** Changed people of whom it costs more to see which rosters they are on than to make rosters anew. */
const MANY = 100;
/** Viewpoints of which it is kept at a time what they hear. */
const MOST_VIEWPOINTS = 64;
