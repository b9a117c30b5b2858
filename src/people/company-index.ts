import { branchBase } from "./branch-words.js";
import type { CompanyAliases } from "./company-aliases.js";
import { companyKeys } from "./fold-company.js";
import type { Person } from "./person.js";
import { COMPANY_LEVELS, type CompanyLevel, type CompanyLikeness } from "./same-company.js";
import { toLatin } from "./transliterate.js";
import { WordIndex } from "./word-index.js";

/** The companies of many people, and which of them are like one asked for; each name is looked at once. */
export class CompanyIndex {
  readonly #aliases: CompanyAliases | undefined;
  readonly #known = new Map<string, string>();
  readonly #indices = new Map<string, number[]>();
  readonly #words = new WordIndex();
  #names: readonly string[] = [];
  /** First keys of the companies of people, and of where else they work or worked, by index. */
  readonly #keys: string[] = [];
  readonly #affiliations = new Map<number, readonly string[]>();
  /** First keys of companies by what else they are found under: names in brackets, the name without its branch, first letters. */
  readonly #otherNames = new Map<string, Set<string>>();
  readonly #bases = new Map<string, Set<string>>();
  readonly #initials = new Map<string, Set<string>>();
  /** Those in Cyrillic or Greek, by Latin letters. */
  readonly #latin = new Map<string, Set<string>>();

  constructor(aliases: CompanyAliases | undefined) {
    this.#aliases = aliases;
  }

  /** Takes the company of the person at the next index, and where else they work or worked. */
  add({ company = "", spells = [] }: Pick<Person, "company" | "spells">, index: number): void {
    const key = this.#learn(company);
    this.#keys[index] = key;
    if (key !== "") this.#indices.get(key)?.push(index);
    const work = spells.filter(({ kind }) => kind === "work");
    if (work.length === 0) return;
    this.#affiliations.set(
      index,
      work.map(({ organization }) => this.#learn(organization)),
    );
  }

  /** How the company of the person at an index is like the one asked for, by {@link like} of it. A stay there is less than a company. */
  likenessAt(index: number, asked: ReadonlyMap<string, CompanyLikeness>): CompanyLikeness {
    const key = this.#keys[index] as string;
    const now = asked.get(key) ?? COMPANY_LEVELS[key === "" ? "unknown" : "other"];
    if (now.factor >= COMPANY_LEVELS.affiliation.factor) return now;
    const isThere = this.#affiliations.get(index)?.some((one) => asked.get(one)?.same === true);
    return isThere === true ? COMPANY_LEVELS.affiliation : now;
  }

  /** Gets ready for {@link like}; nothing is added afterwards. */
  sort(): void {
    this.#names = [...this.#indices.keys()];
    this.#names.forEach((company, index) => {
      this.#words.add(company.split(" "), index);
    });
    this.#words.sort();
  }

  /** Places of those at a company, by its key. */
  indicesAt(key: string): readonly number[] {
    return this.#indices.get(key) ?? [];
  }

  /** Companies of the index that are the one asked for or nearly, the surest level of each; none for what names none. */
  like(asked: string): ReadonlyMap<string, CompanyLikeness> {
    const [company, ...otherNames] = companyKeys(asked, this.#aliases);
    const found = new Map<string, CompanyLikeness>();
    if (company === undefined) return found;
    const add = (keys: Iterable<string | undefined>, level: CompanyLevel) => {
      for (const key of keys) {
        if (key !== undefined && this.#indices.has(key)) found.set(key, COMPANY_LEVELS[level]);
      }
    };
    add([...(this.#initials.get(company) ?? []), initialsOf(company)], "acronym");
    const latin = toLatin(company);
    add([...(this.#latin.get(latin) ?? []), latin], "spelling");
    const words = company.split(" ");
    const groups = words.map((word) => [word, ...this.#words.like(word)]);
    for (const index of this.#words.withAll(groups, words.length)) {
      const other = this.#names[index] as string;
      const held = other.split(" ");
      if (held.length <= words.length) add([other], "spelling");
      else if (words.every((word) => held.includes(word))) add([other], "longer");
    }
    add([...(this.#bases.get(company) ?? []), branchBase(company)], "branch");
    for (const name of [company, ...otherNames]) add(this.#otherNames.get(name) ?? [], "alias");
    add(otherNames, "alias");
    add([company], "same");
    return found;
  }

  /** The key of a company; empty where the text names none. */
  #learn(company: string): string {
    const known = this.#known.get(company);
    if (known !== undefined) return known;
    const [key = "", ...others] = companyKeys(company, this.#aliases);
    this.#known.set(company, key);
    if (key === "") return key;
    if (!this.#indices.has(key)) this.#indices.set(key, []);
    const note = (map: Map<string, Set<string>>, other: string | undefined) => {
      if (other === undefined) return;
      const keys = map.get(other);
      if (keys === undefined) map.set(other, new Set([key]));
      else keys.add(key);
    };
    for (const other of others) note(this.#otherNames, other);
    const latin = toLatin(key);
    if (latin !== key) note(this.#latin, latin);
    note(this.#bases, branchBase(key));
    note(this.#initials, initialsOf(key));
    return key;
  }
}

/** First letters of a name of two words or more. */
function initialsOf(company: string): string | undefined {
  const words = company.split(" ");
  return words.length < 2 ? undefined : words.map((word) => word[0]).join("");
}
