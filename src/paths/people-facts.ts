import { compareCodeUnits } from "../base/index.js";
import { companyKeys, type Person, titleCode } from "../people/index.js";
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
  #titleCodes: Uint16Array | undefined;

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
    const { day } = this.#compiled;
    this.#affiliations ??= new Affiliations(this.#all(), day, (owner) => this.#compiled.numberOf(owner));
    return this.#affiliations;
  }

  /** Ids of those who work at a company now, in code-unit order. */
  worksAt(company: string): readonly string[] {
    this.#byCompany ??= peopleByCompany(this.#all());
    const groups = companyKeys(company).map((key) => this.#byCompany?.get(key) ?? []);
    return groups.length === 1 ? (groups[0] ?? []) : [...new Set(groups.flat())].sort(compareCodeUnits);
  }

  /** What everybody's title tells as a number, see `titleCode`, by node number. */
  get titleCodes(): Uint16Array {
    if (this.#titleCodes !== undefined) return this.#titleCodes;
    const codes = new Uint16Array(this.#compiled.ids.length);
    for (const [node, { title }] of this.#all()) codes[node] = titleCode(this.#compiled.titleOf(title));
    this.#titleCodes = codes;
    return codes;
  }

  *#all(): Generator<readonly [node: number, person: Person]> {
    const nodes = this.#nodes ?? this.#compiled.ids.keys();
    for (const node of nodes) {
      const person = this.#personOf(node);
      if (person !== undefined) yield [node, person];
    }
  }
}
