import { compareCodeUnits, roundForPlan } from "../base/index.js";
import { normalizeEmail } from "./email.js";
import { foldCompany } from "./fold-company.js";
import { foldName } from "./fold-name.js";
import { areNicknames } from "./nicknames.js";
import type { Person } from "./person.js";
import { normalizeProfileUrl } from "./profile-url.js";
import type { IdentityReview } from "./resolve-people.js";

/**
 * Pairs of people with like names who may be one human. Candidates come from two kinds of blocks: the same words in the name,
 * and the same last word at the same company. In a block of more than 40 only those at one company, or at none that is known, are
 * compared, and of these only neighbours by id: so a common name costs no square, and no question about strangers. `Jr` and `Sr` are never proposed, nor two who have different profile addresses
 * at different companies.
 */
export function proposeReviews(people: readonly Person[], leastScore: number): IdentityReview[] {
  const traits = traitsOf(people);
  const blocks = new Map<string, Traits[]>();
  const add = (key: string, one: Traits) => {
    const block = blocks.get(key) ?? [];
    if (block.push(one) === 1) blocks.set(key, block);
  };
  for (const one of traits) {
    for (const { words, sorted } of one.names) {
      add(`n ${sorted}`, one);
      if (words.length < 2) continue;
      for (const company of one.companies) add(`c ${words[words.length - 1]} | ${company}`, one);
    }
  }
  const reviews = new Map<number, IdentityReview>();
  for (const block of blocks.values()) {
    for (const [x, y] of pairsOf(block)) {
      const key = x.place * traits.length + y.place;
      if (reviews.has(key)) continue;
      const found = compare(x, y, leastScore);
      if (found !== undefined) reviews.set(key, { a: x.id, b: y.id, ...found });
    }
  }
  return [...reviews.values()].sort(
    (p, q) => q.score - p.score || compareCodeUnits(p.a, q.a) || compareCodeUnits(p.b, q.b),
  );
}

/** Everything that the records of one human say. */
interface Traits {
  readonly id: string;
  /** Among all humans in code-unit order of ids. */
  place: number;
  readonly names: Set<FoldedName>;
  readonly companies: Set<string>;
  readonly domains: Set<string>;
  readonly urls: Set<string>;
}

/** A folded name taken apart once; one object for all who have the name. */
interface FoldedName {
  readonly words: readonly string[];
  readonly sorted: string;
  readonly generation: string;
}

/** One entry for each human, in code-unit order of ids. */
function traitsOf(people: readonly Person[]): Traits[] {
  const folded = new Map<string, FoldedName>();
  const byId = new Map<string, Traits>();
  for (const person of people) {
    const traits = byId.get(person.id) ?? {
      id: person.id,
      place: 0,
      names: new Set<FoldedName>(),
      companies: new Set<string>(),
      domains: new Set<string>(),
      urls: new Set<string>(),
    };
    byId.set(person.id, traits);
    for (const name of namesOf(person)) {
      const words = name.split(" ");
      const parts = folded.get(name) ?? {
        words,
        sorted: [...words].sort(compareCodeUnits).join(" "),
        generation: generationOf(words),
      };
      folded.set(name, parts);
      traits.names.add(parts);
    }
    const companies = [person.company, ...(person.spells ?? []).map(({ organization }) => organization)];
    for (const company of companies) {
      const key = foldCompany(company ?? "");
      if (key !== "") traits.companies.add(key);
    }
    for (const email of person.emails ?? []) {
      const domain = normalizeEmail(email)?.split("@")[1];
      if (domain !== undefined && !FREE_MAIL.test(domain)) traits.domains.add(domain);
    }
    const url = person.profileUrl === undefined ? undefined : normalizeProfileUrl(person.profileUrl);
    if (url !== undefined) traits.urls.add(url);
  }
  const sorted = [...byId.values()].sort((x, y) => compareCodeUnits(x.id, y.id));
  sorted.forEach((traits, place) => {
    traits.place = place;
  });
  return sorted;
}

/** The folded name, and the other way round where it is written as "Smith, Bob". */
function namesOf({ name, firstName = "", lastName = "" }: Person): string[] {
  const written = name ?? `${firstName} ${lastName}`;
  const [family = "", given = "", ...more] = written.slice(0, 512).split(",");
  const turned = more.length > 0 || generationOf([foldName(given)]) !== "" ? "" : `${given} ${family}`;
  const names = [foldName(written), turned === "" || given.trim() === "" ? "" : foldName(turned)];
  return [...new Set(names)].filter((folded) => folded !== "");
}

/** Pairs in order of ids; of a large block only near ones of one company, or of none. */
function* pairsOf(block: readonly Traits[]): Generator<[Traits, Traits]> {
  if (block.length <= LARGE_BLOCK) {
    yield* nearPairs(block, block.length);
    return;
  }
  const groups = new Map<string, Traits[]>();
  for (const one of block) {
    for (const company of one.companies.size === 0 ? [""] : one.companies) {
      const group = groups.get(company);
      if (group === undefined) groups.set(company, [one]);
      else group.push(one);
    }
  }
  for (const group of groups.values()) yield* nearPairs(group, NEAR);
}

function* nearPairs(block: readonly Traits[], reach: number): Generator<[Traits, Traits]> {
  for (let i = 0; i < block.length; i++) {
    for (let j = i + 1; j < Math.min(block.length, i + 1 + reach); j++) {
      const [x, y] = [block[i] as Traits, block[j] as Traits];
      if (x !== y) yield [x, y];
    }
  }
}

/** What speaks for one human and against it; nothing where it comes to less than `least`. */
function compare(x: Traits, y: Traits, least: number): { why: string[]; score: number } | undefined {
  const names = nameEvidence(x.names, y.names);
  if (names === undefined) return undefined;
  const oneCompany = meet(x.companies, y.companies);
  const twoCompanies = !oneCompany && x.companies.size > 0 && y.companies.size > 0;
  const oneDomain = meet(x.domains, y.domains);
  const twoUrls = x.urls.size > 0 && y.urls.size > 0;
  const sum =
    names.score +
    (oneCompany ? 0.3 : 0) -
    (twoCompanies ? 0.2 : 0) +
    (oneDomain ? 0.15 : 0) -
    (twoUrls ? 0.35 : 0);
  const score = Math.min(0.95, Math.max(0, sum));
  if (score < least) return undefined;
  const why = [names.why];
  if (oneCompany) why.push("same company");
  if (twoCompanies) why.push("different companies");
  if (oneDomain) why.push("e-mail addresses of one domain");
  if (twoUrls) why.push("different profile addresses");
  return { why, score: roundForPlan(score) };
}

function nameEvidence(
  a: ReadonlySet<FoldedName>,
  b: ReadonlySet<FoldedName>,
): { score: number; why: string } | undefined {
  let best: { score: number; why: string } | undefined;
  for (const x of a) {
    for (const y of b) {
      const found = likeNames(x, y);
      if (found === SAME_NAME) return found;
      if (found !== undefined && found.score > (best?.score ?? 0)) best = found;
    }
  }
  return best;
}

function likeNames(a: FoldedName, b: FoldedName): { score: number; why: string } | undefined {
  if (a === b) return SAME_NAME;
  if (a.generation !== b.generation) return undefined;
  if (a.sorted === b.sorted) return { score: 0.45, why: "same name in another order" };
  const [x, y] = [a.words, b.words];
  if (x[x.length - 1] !== y[y.length - 1]) return undefined;
  const [first = "", other = ""] = [x[0], y[0]];
  if (first === other) return { score: 0.4, why: "same first and last name, middle names differ" };
  if (areNicknames(first, other)) return { score: 0.35, why: "short form of the given name" };
  const initial = (first.length === 1 || other.length === 1) && first[0] === other[0];
  return initial ? { score: 0.25, why: "an initial for the given name" } : undefined;
}

function generationOf(words: readonly string[]): string {
  const last = words[words.length - 1] ?? "";
  return /^(?:jr|sr|i{2,3}|iv)$/.test(last) ? last : "";
}

function meet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const item of a) if (b.has(item)) return true;
  return false;
}

const SAME_NAME = { score: 0.5, why: "same name" };
const LARGE_BLOCK = 40;
const NEAR = 5;
const FREE_MAIL =
  /^(?:gmail|googlemail|yahoo|ymail|hotmail|outlook|live|msn|aol|icloud|me|mac|gmx|web|proton|protonmail|mail|yandex|qq|163|126)\.[a-z.]+$/;
