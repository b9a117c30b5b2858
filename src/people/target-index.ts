import { checkShape, compareCodeUnits, roundForPlan } from "../base/index.js";
import { checkPeople } from "./check-people.js";
import { CompanyIndex } from "./company-index.js";
import { isGiven, spacelessKey } from "./compare-names.js";
import { emailKey } from "./email.js";
import { foldCompany } from "./fold-company.js";
import { foldName } from "./fold-name.js";
import { foldTitle } from "./fold-title.js";
import { nameLikeness } from "./name-likeness.js";
import { nicknamesOf } from "./nicknames.js";
import type { TargetQuery } from "./parse-target-query.js";
import type { Person } from "./person.js";
import { normalizeProfileUrl } from "./profile-url.js";
import { readLimit, readQuery } from "./read-query.js";
import type { CompanyLikeness, CompanyOptions } from "./same-company.js";
import { TitleIndex, type TitleLikeness } from "./title-index.js";
import { isOtherScript, soundKey } from "./transliterate.js";
import { WordIndex } from "./word-index.js";

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
  /** Another index whose people are looked through too, all of them: as if they stood in this one. */
  readonly also?: TargetIndex | undefined;
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
  readonly #names: readonly string[];
  readonly #titles = new TitleIndex();
  readonly #nameWords = new WordIndex();
  readonly #spacelessNames = new Map<string, number[]>();
  /** Who has a word in Cyrillic or Greek letters, by its sound; and the sounds of all words, made when first needed. */
  readonly #otherScripts = new Map<string, number[]>();
  #sounds: Map<string, string[]> | undefined;
  readonly #companyIndex: CompanyIndex;
  readonly #keys = new Map<string, number[]>();

  constructor(all: readonly Person[], { companyAliases }: CompanyOptions = {}) {
    checkPeople(all);
    this.#companyIndex = new CompanyIndex(companyAliases);
    const ids = new Set<string>();
    const people = all.filter(({ id }) => ids.size < ids.add(id).size);
    this.#people = people;
    this.#names = people.map(nameOf);
    people.forEach((person, place) => {
      this.#companyIndex.add(person, place);
      const name = this.#names[place] as string;
      this.#nameWords.add(name.split(" "), place);
      push(this.#spacelessNames, spacelessKey(name), place);
      if (isOtherScript(name))
        for (const word of name.split(" ")) push(this.#otherScripts, soundKey(word), place);
      this.#titles.add(person.title ?? "");
      for (const key of keysOf(person)) push(this.#keys, key, place);
    });
    this.#nameWords.sort();
    this.#companyIndex.sort();
  }

  /**
   * People who fit a query, the best first, equal scores by id. A text that fits nobody as it is read is tried as a company.
   * @throws WarmpathError `INVALID_ARGUMENT` for a query that is neither a string nor an object of strings, or that says nothing, and
   * for a limit below 0.
   */
  find(query: string | TargetQuery, options: FindOptions = {}): TargetMatch[] {
    checkShape(options ?? {}, "object", "options");
    const { isShown = () => true, also, limit = 10 } = options ?? {};
    const wanted: Wanted = { limit: readLimit(limit), isShown, also };
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
  }

  /** By address, where the query gives one; undefined where it gives none or words may still help. */
  #findByKey(asked: TargetQuery, { isShown, also }: Wanted): TargetMatch[] | undefined {
    const keys = keysOf({
      ...(asked.profileUrl ? { profileUrl: asked.profileUrl } : {}),
      ...(asked.email ? { emails: [asked.email] } : {}),
    });
    const idsIn = (index: TargetIndex): string[] => {
      const found = new Set(keys.flatMap((key) => index.#keys.get(key) ?? []));
      return [...found].map((place) => index.#idAt(place));
    };
    const ids = [...idsIn(this).filter(isShown), ...(also === undefined ? [] : idsIn(also))];
    const hasWords = (asked.name ?? asked.company) !== undefined;
    if (ids.length === 0 && (keys.length === 0 || hasWords)) return undefined;
    const why = ["same profile or e-mail address"];
    return ids.sort(compareCodeUnits).map((person) => ({ person, score: 1, why, ambiguous: ids.length > 1 }));
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

  #findByWords(asked: TargetQuery, { limit, isShown, also }: Wanted): TargetMatch[] {
    const kept = Math.max(limit, 2);
    const best: Hit[] = [];
    this.#collect(asked, isShown, kept, best);
    if (also !== undefined) also.#collect(asked, () => true, kept, best);
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
      name: foldName(asked.name ?? ""),
      hasCompany: foldCompany(asked.company ?? "") !== "",
      companies,
      title,
      titleOf: this.#titles.likenessTo(title),
    };
    for (const place of this.#candidates(words)) {
      const score = this.#score(place, words);
      const id = this.#idAt(place);
      if (score < LEAST_SCORE || (best.length === kept && isAfter(id, score, best[kept - 1]))) continue;
      if (!isShown(id)) continue;
      let at = best.length;
      while (at > 0 && !isAfter(id, score, best[at - 1])) at--;
      best.splice(at, 0, { id, score, why: () => this.#explain(place, words) });
      if (best.length > kept) best.pop();
    }
  }

  #candidates({ name, companies, hasCompany, title }: Words): Iterable<number> {
    if (name !== "") return this.#withNameLike(name, companies);
    if (hasCompany) return [...companies.keys()].flatMap((one) => this.#companyIndex.placesAt(one));
    return this.#titles.withHalf(title);
  }

  #score(place: number, words: Words): number {
    let score = 1;
    if (words.name !== "") {
      const likeness = nameLikeness(words.name, this.#names[place] as string);
      if (likeness.score < LEAST_NAME) return 0;
      if (likeness.isOneName && !this.#companyLikeness(place, words).same) return 0;
      score *= likeness.score;
    }
    if (words.hasCompany) score *= this.#companyLikeness(place, words).factor;
    if (words.title.length > 0) {
      const { shared, extra } = words.titleOf(place);
      // With a name the position only supports it, since people are promoted; without one it decides.
      score *= words.name !== "" ? 0.92 + 0.08 * shared : shared < 0.5 ? 0 : shared - extra;
    }
    return score;
  }

  #explain(place: number, words: Words): string[] {
    const why: string[] = [];
    if (words.name !== "") why.push(nameLikeness(words.name, this.#names[place] as string).why);
    if (words.hasCompany) why.push(this.#companyLikeness(place, words).why);
    if (words.title.length > 0) {
      const { shared } = words.titleOf(place);
      why.push(shared === 1 ? "same position" : shared === 0 ? "another position" : "position alike");
    }
    return why;
  }

  #companyLikeness(place: number, { companies }: Words): CompanyLikeness {
    return this.#companyIndex.likenessAt(place, companies);
  }

  #withNameLike(name: string, companies: Words["companies"]): Iterable<number> {
    const words = name.split(" ").filter((word) => word.length > 1);
    if (words.length === 0) return this.#nameWords.withAll([[name]], 1);
    const isForeign = isOtherScript(name);
    const groups = words.map((word, place) => [
      word,
      ...nicknamesOf(word),
      ...this.#nameWords.like(word),
      ...(isGiven(place, words) ? this.#nameWords.longerOrShorter(word) : []),
      ...(isForeign ? (this.#wordsBySound().get(soundKey(word)) ?? []) : []),
    ]);
    const found = new Set(
      this.#nameWords.withAll(groups, words.length > 2 ? words.length - 1 : words.length),
    );
    for (const place of this.#spacelessNames.get(spacelessKey(name)) ?? []) found.add(place);
    // At the company asked for one word is enough to be looked at.
    const isThere = (place: number) => this.#companyIndex.likenessAt(place, companies).same;
    if (companies.size > 0 && words.length > 1) {
      for (const place of this.#nameWords.withAll(groups, 1)) if (isThere(place)) found.add(place);
    }
    if (this.#otherScripts.size > 0 && !isForeign) {
      const sounds = words.map((word) => this.#otherScripts.get(soundKey(word)) ?? []);
      for (const place of sounds.flat()) found.add(place);
    }
    return found;
  }

  /** Every word of a name by its sound, for queries in another script. */
  #wordsBySound(): ReadonlyMap<string, readonly string[]> {
    this.#sounds ??= this.#nameWords.words().reduce((sounds, word) => {
      const key = soundKey(word);
      const known = sounds.get(key);
      if (known === undefined) sounds.set(key, [word]);
      else known.push(word);
      return sounds;
    }, new Map<string, string[]>());
    return this.#sounds;
  }

  #idAt(place: number): string {
    return (this.#people[place] as Person).id;
  }
}

function isAfter(id: string, score: number, other: Hit | undefined): boolean {
  if (other === undefined || score !== other.score) return score < (other?.score ?? -1);
  return compareCodeUnits(id, other.id) > 0;
}

type Wanted = Required<Omit<FindOptions, "also">> & { readonly also: TargetIndex | undefined };

type Hit = { readonly id: string; readonly score: number; readonly why: () => string[] };
/** A query, folded. */
interface Words {
  readonly name: string;
  readonly hasCompany: boolean;
  /** Companies of the index that are the one asked for, or nearly. */
  readonly companies: ReadonlyMap<string, CompanyLikeness>;
  readonly title: readonly string[];
  /** How the position of the person at a place is like the one asked for. */
  readonly titleOf: (place: number) => TitleLikeness;
}

function nameOf(person: Person): string {
  return foldName(person.name ?? `${person.firstName ?? ""} ${person.lastName ?? ""}`);
}

function keysOf(person: Pick<Person, "profileUrl" | "emails">): string[] {
  const url = person.profileUrl === undefined ? undefined : normalizeProfileUrl(person.profileUrl);
  const keys = [url, ...(person.emails ?? []).map(emailKey)];
  return keys.filter((key) => key !== undefined);
}

function push(map: Map<string, number[]>, key: string, place: number): void {
  const places = map.get(key) ?? [];
  if (places.push(place) === 1) map.set(key, places);
}

/** Below this two names are different names: half the words, or one of two with an initial for the other. */
const LEAST_NAME = 0.66;
const LEAST_SCORE = 0.35;
/** From here on a match is the person asked for as far as words tell. */
const SURE_SCORE = 0.85;
/** Scores nearer than this are level: no evidence tells such people apart. */
const LEVEL = 0.03;
