import { addTo, compareCodeUnits } from "../base/index.js";
import { branchBase, companyKeys, type Person, titleCode } from "../people/index.js";
import { Affiliations } from "./affiliations.js";
import type { CompiledNetwork } from "./compiled-network.js";
import { peopleByCompany } from "./people-by-company.js";

/** What is known of people as inference asks for it: where they were, who works where, which work a title tells. Each made when first asked for. */
export class PeopleFacts {
  readonly #compiled: CompiledNetwork;
  readonly #personOf: (node: number) => Person | undefined;
  readonly #nodes: readonly number[] | undefined;
  #affiliations: Affiliations | undefined;
  #byCompany: ReadonlyMap<string, string[]> | undefined;
  #branches: ReadonlyMap<string, string[]> | undefined;
  #titleCodes: Uint16Array | undefined;
  #told: readonly ToldPerson[] | undefined;

  /** `nodes`: those whose facts these are, rising; everybody where absent. `personOf` gives `undefined` for one who is not to count. */
  constructor(
    compiled: CompiledNetwork,
    personOf: (node: number) => Person | undefined,
    nodes?: readonly number[],
  ) {
    this.#compiled = compiled;
    this.#personOf = personOf;
    this.#nodes = nodes;
  }

  get affiliations(): Affiliations {
    const { day, companyAliases } = this.#compiled;
    const numberOf = (owner: string) => this.#compiled.numberOf(owner);
    this.#affiliations ??= new Affiliations(this.#all(), day, numberOf, companyAliases);
    return this.#affiliations;
  }

  /** Ids of those who work at a company now, in code-unit order. */
  worksAt(company: string): readonly string[] {
    const groups = companyKeys(company, this.#compiled.companyAliases).map((key) => this.#atKey(key));
    return groups.length === 1 ? (groups[0] ?? []) : [...new Set(groups.flat())].sort(compareCodeUnits);
  }

  /** Ids of those at a branch of a company now, or at the company whose branch it is, as the names tell; in code-unit order. */
  worksNear(company: string): readonly string[] {
    const [key] = companyKeys(company, this.#compiled.companyAliases);
    if (key === undefined) return [];
    this.#branches ??= branchesOf(this.#companies.keys());
    const near = [...(this.#branches.get(key) ?? []), branchBase(key) ?? ""];
    return [...new Set(near.flatMap((other) => this.#atKey(other)))].sort(compareCodeUnits);
  }

  /** What everybody's title tells as a number, see `titleCode`, by node number. */
  get titleCodes(): Uint16Array {
    if (this.#titleCodes !== undefined) return this.#titleCodes;
    const codes = new Uint16Array(this.#compiled.ids.length);
    for (const [node, { title }] of this.#all()) codes[node] = titleCode(this.#compiled.titleOf(title));
    this.#titleCodes = codes;
    return codes;
  }

  get #companies(): ReadonlyMap<string, string[]> {
    this.#byCompany ??= peopleByCompany(this.#all(), this.#compiled.companyAliases);
    return this.#byCompany;
  }

  #atKey(key: string): readonly string[] {
    return this.#companies.get(key) ?? [];
  }

  /** Who counts, with what is asked of them here: to look at everybody anew for each question takes longer than to keep the answers. */
  #all(): readonly ToldPerson[] {
    if (this.#told !== undefined) return this.#told;
    const told: ToldPerson[] = [];
    for (const node of this.#nodes ?? this.#compiled.ids.keys()) {
      const person = this.#personOf(node);
      if (person === undefined) continue;
      const { id, company, title, spells } = person;
      told.push([node, { id, company, title, spells } as ToldPerson[1]]);
    }
    this.#told = told;
    return told;
  }
}

type ToldPerson = readonly [node: number, person: Pick<Person, "id" | "company" | "title" | "spells">];

/** Keys of companies by that of the company whose branch their name makes them. */
function branchesOf(keys: Iterable<string>): ReadonlyMap<string, string[]> {
  const branches = new Map<string, string[]>();
  for (const key of keys) {
    const base = branchBase(key);
    if (base !== undefined) addTo(branches, base, key);
  }
  return branches;
}
