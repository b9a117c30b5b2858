import { addTo, checkShape, compareCodeUnits, madeOf, roundForPlan, withCallersOwn } from "../base/index.js";
import { checkPeople } from "./check-people.js";
import { CompanyIndex } from "./company-index.js";
import { emailKey } from "./email.js";
import { foldCompany } from "./fold-company.js";
import { foldName } from "./fold-name.js";
import { foldTitle } from "./fold-title.js";
import { NameIndex } from "./name-index.js";
import { type AskedName, askedName } from "./name-likeness.js";
import type { TargetQuery } from "./parse-target-query.js";
import type { Person } from "./person.js";
import { normalizeProfileUrl } from "./profile-url.js";
import { readLimit, readQuery } from "./read-query.js";
import type { CompanyLikeness, CompanyOptions } from "./same-company.js";
import { TitleIndex, type TitleLikeness } from "./title-index.js";

/** A person who may be the one looked for. */
export interface TargetMatch {
  /** Id of the person. */
  readonly person: string;
  /**
   * 0 to 1: 0.85 and more is the person asked for as far as the words tell; 0.55 is the name at another company. An
   * assumption of ours, made to rank; no probability.
   */
  readonly score: number;
  /** What agrees and what does not, in words without personal data. */
  readonly why: readonly string[];
  /** True on each of the best where several are level: the caller is to choose, not to guess. */
  readonly ambiguous: boolean;
  /** Set by a planner: true where the score reaches `settings.identity.sure`, so that a plan takes this one without asking. */
  readonly isSure?: boolean;
}

/** What is given of all who fit. */
export interface FindOptions {
  /** Matches at most. @defaultValue 10 */
  readonly limit?: number;
  /** Whoever is in the index but not for this asker is as if they were not in it. @defaultValue everybody is */
  readonly isShown?: (person: string) => boolean;
  /** Other indexes whose people are looked through too, each once: as if they stood in this one. */
  readonly also?: readonly { readonly index: TargetIndex; readonly isShown?: (person: string) => boolean }[];
}

/**
 * Finds people by name, company, position, profile address or e-mail address among up to some hundred thousand. The index is
 * built once, each query then takes some milliseconds. Words are looked up, words with typing errors among those of the index with
 * like letters, and only people who share the words are scored. The people given are kept as they are.
 *
 * @example
 * new TargetIndex(people).find("VP Operations at Acme", { limit: 5 });
 */
export class TargetIndex {
  readonly #people: readonly Person[];
  readonly #names = new NameIndex();
  /** Made when a query first names a position. */
  #positions: TitleIndex | undefined;
  readonly #companyIndex: CompanyIndex;
  /** People by profile and e-mail address, made when one is first asked for. */
  #keys: Map<string, number[]> | undefined;

  constructor(all: readonly Person[], options: CompanyOptions = {}) {
    checkPeople(all);
    checkShape(options, "object", "options");
    this.#companyIndex = new CompanyIndex(options.companyAliases);
    const ids = new Set<string>();
    const people = all.filter(({ id }) => ids.size < ids.add(id).size);
    this.#people = people;
    people.forEach((person, index) => {
      this.#companyIndex.add(person, index);
      this.#names.add(person, index);
    });
    this.#names.sort();
    this.#companyIndex.sort();
  }

  /**
   * People who fit a query, the best first, equal scores by id. A text that fits nobody as it is read is tried as a company.
   * @throws WarmpathError `INVALID_ARGUMENT` for a query that is neither a string nor an object of strings, or that says nothing, and
   * for a limit below 0.
   */
  find(query: string | TargetQuery, options: FindOptions = {}): TargetMatch[] {
    return madeOf("query", () => {
      checkShape(options ?? {}, "object", "options");
      const { also = [], limit = 10, ...shown } = options ?? {};
      const among = [{ index: this as TargetIndex, ...shown }, ...also].map((one) =>
        withCallersOwn(one, "isShown"),
      );
      const wanted: Wanted = { limit: readLimit(limit), among };
      const asked = readQuery(query);
      const exact = this.#findByKey(asked, wanted);
      if (exact !== undefined) return exact.slice(0, wanted.limit);
      const found = this.#findByWords(asked, wanted);
      const onlyName = asked.company === undefined && asked.title === undefined ? asked.name : undefined;
      // "Bank of America", "Sotheby's International Realty": the words that part a name from a company may be a company's own.
      const text = onlyName ?? (typeof query === "string" && found.length === 0 ? query : undefined);
      if (text === undefined || (found[0]?.score ?? 0) >= SURE_SCORE) return found;
      const unmarked = this.#findUnmarked(text, wanted);
      return unmarked.length > 0 ? unmarked : found;
    });
  }

  /** By address, where the query gives one; undefined where it gives none or words may still help. */
  #findByKey(asked: TargetQuery, { among }: Wanted): TargetMatch[] | undefined {
    const keys = keysOf({
      ...(asked.profileUrl ? { profileUrl: asked.profileUrl } : {}),
      ...(asked.email ? { emails: [asked.email] } : {}),
    });
    const ids = among.flatMap(({ index, isShown = () => true }) => {
      const found = new Set(keys.flatMap((key) => index.#byKey().get(key) ?? []));
      return [...found].map((position) => index.#idAt(position)).filter(isShown);
    });
    const hasWords = (asked.name ?? asked.company) !== undefined;
    if (ids.length === 0 && (keys.length === 0 || hasWords)) return undefined;
    const why = ["same profile or e-mail address"];
    return ids.sort(compareCodeUnits).map((person) => ({ person, score: 1, why, ambiguous: ids.length > 1 }));
  }

  get #titles(): TitleIndex {
    if (this.#positions === undefined) {
      this.#positions = new TitleIndex();
      for (const { title } of this.#people) this.#positions.add(title ?? "");
    }
    return this.#positions;
  }

  #byKey(): ReadonlyMap<string, readonly number[]> {
    if (this.#keys === undefined) {
      const keys = new Map<string, number[]>();
      this.#people.forEach((person, index) => {
        for (const key of keysOf(person)) addTo(keys, key, index);
      });
      this.#keys = keys;
    }
    return this.#keys;
  }

  /** Words without "at" between them: all as a company, else the last ones as a company and the others as a name. */
  #findUnmarked(text: string, wanted: Wanted): TargetMatch[] {
    const words = text.slice(0, 512).trim().split(/\s+/);
    for (let cut = 0; cut < Math.min(words.length, 6); cut++) {
      const name = words.slice(0, cut).join(" ");
      const company = words.slice(cut).join(" ");
      const found = this.#findByWords({ name, company }, wanted).filter(({ score }) => score >= SURE_SCORE);
      if (found.length > 0) return found;
    }
    return [];
  }

  #findByWords(asked: TargetQuery, { limit, among }: Wanted): TargetMatch[] {
    const kept = Math.max(limit, 2);
    const best: Hit[] = [];
    for (const { index, isShown = () => true } of among) index.#collect(asked, isShown, kept, best);
    const least = (best[0]?.score ?? 0) - LEVEL;
    const several = (best[1]?.score ?? -1) >= least;
    return best.slice(0, limit).map(({ id, score, why }) => ({
      person: id,
      score: roundForPlan(score),
      why: why(),
      ambiguous: several && score >= least,
    }));
  }

  /** Puts those who fit among the best so far, at most `kept` of them. */
  #collect(asked: TargetQuery, isShown: (person: string) => boolean, kept: number, best: Hit[]): void {
    const companies = this.#companyIndex.like(asked.company ?? "");
    const title = foldTitle(asked.title ?? "");
    const words: Words = {
      name: askedName(foldName(asked.name ?? "")),
      hasCompany: foldCompany(asked.company ?? "") !== "",
      companies,
      title,
      titleOf: title.length > 0 ? this.#titles.likenessTo(title) : () => ({ shared: 0, extra: 0 }),
    };
    for (const indices of this.#candidates(words)) {
      for (const index of indices) {
        const score = this.#score(index, words);
        const id = this.#idAt(index);
        if (score < LEAST_SCORE || (best.length === kept && isAfter(id, score, best[kept - 1]))) continue;
        if (!isShown(id)) continue;
        let at = best.length;
        while (at > 0 && !isAfter(id, score, best[at - 1])) at--;
        best.splice(at, 0, { id, score, why: () => this.#explain(index, words) });
        if (best.length > kept) best.pop();
      }
    }
  }

  /** Lists of indices as they are held, since copies of long ones cost more than what is done with them. */
  #candidates({ name, companies, hasCompany, title }: Words): readonly Iterable<number>[] {
    if (name.text !== "") return [this.#namedLike(name, companies)];
    if (hasCompany) return [...companies.keys()].map((one) => this.#companyIndex.indicesAt(one));
    return this.#titles.withHalf(title);
  }

  #score(index: number, words: Words): number {
    let score = 1;
    const { kind = "person" } = this.#people[index] as Person;
    // A department or a number is found by its own name, and is nobody at a company.
    if (words.name.text === "" && kind !== "person") return 0;
    if (words.name.text !== "") {
      const likeness = this.#names.likenessAt(index, words.name);
      if (likeness.score < LEAST_NAME) return 0;
      if (likeness.isOneName && !this.#companyLikeness(index, words).same) return 0;
      score *= likeness.score;
    }
    if (words.hasCompany) score *= this.#companyLikeness(index, words).factor;
    if (words.title.length > 0) {
      const { shared, extra } = words.titleOf(index);
      // With a name the position only supports it, since people are promoted; without one it decides.
      score *= words.name.text !== "" ? 0.92 + 0.08 * shared : shared < 0.5 ? 0 : shared - extra;
    }
    return score;
  }

  #explain(index: number, words: Words): string[] {
    const why: string[] = [];
    if (words.name.text !== "") why.push(this.#names.likenessAt(index, words.name).why);
    if (words.hasCompany) why.push(this.#companyLikeness(index, words).why);
    if (words.title.length > 0) {
      const { shared } = words.titleOf(index);
      why.push(shared === 1 ? "same position" : shared === 0 ? "another position" : "position alike");
    }
    return why;
  }

  #companyLikeness(index: number, { companies }: Words): CompanyLikeness {
    return this.#companyIndex.likenessAt(index, companies);
  }

  /** Who has a name like the one asked for; of people at the company one word of it is enough to be looked at. */
  #namedLike(name: AskedName, companies: Words["companies"]): Iterable<number> {
    const there = [...companies]
      .filter(([, { same }]) => same)
      .map(([key]) => this.#companyIndex.indicesAt(key));
    return this.#names.like(name, there);
  }

  #idAt(index: number): string {
    return (this.#people[index] as Person).id;
  }
}

function isAfter(id: string, score: number, other: Hit | undefined): boolean {
  if (other === undefined || score !== other.score) return score < (other?.score ?? -1);
  return id > other.id;
}

interface Wanted {
  readonly limit: number;
  readonly among: NonNullable<FindOptions["also"]>;
}

type Hit = { readonly id: string; readonly score: number; readonly why: () => string[] };
/** A query, folded. */
interface Words {
  readonly name: AskedName;
  readonly hasCompany: boolean;
  /** Companies of the index that are the one asked for, or nearly. */
  readonly companies: ReadonlyMap<string, CompanyLikeness>;
  readonly title: readonly string[];
  /** How the position of the person at an index is like the one asked for. */
  readonly titleOf: (index: number) => TitleLikeness;
}

function keysOf(person: Pick<Person, "profileUrl" | "emails">): string[] {
  const url = person.profileUrl === undefined ? undefined : normalizeProfileUrl(person.profileUrl);
  const keys = [url, ...(person.emails ?? []).map(emailKey)];
  return keys.filter((key) => key !== undefined);
}

/** Below this two names are different names: half the words, or one of two with an initial for the other. */
const LEAST_NAME = 0.66;
const LEAST_SCORE = 0.35;
/** From here on a match is the person asked for as far as words tell. */
const SURE_SCORE = 0.85;
/** Scores nearer than this are level: no evidence tells such people apart. */
const LEVEL = 0.03;
