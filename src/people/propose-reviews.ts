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
 * and the same last word at the same company. In a block of more than 40 only neighbours by id within one company are compared,
 * so that a common name costs no square. `Jr` and `Sr` are never proposed, nor two who have different profile addresses
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
    for (const name of one.names) {
      const words = name.split(" ");
      add(`n ${[...words].sort(compareCodeUnits).join(" ")}`, one);
      if (words.length < 2) continue;
      for (const company of one.companies) add(`c ${words[words.length - 1]} | ${company}`, one);
    }
  }
  const reviews = new Map<string, IdentityReview>();
  for (const block of blocks.values()) {
    for (const [x, y] of pairsOf(block)) {
      const key = JSON.stringify([x.id, y.id]);
      if (reviews.has(key)) continue;
      const { score, why } = compare(x, y);
      if (score >= leastScore) reviews.set(key, { a: x.id, b: y.id, why, score: roundForPlan(score) });
    }
  }
  return [...reviews.values()].sort(
    (p, q) => q.score - p.score || compareCodeUnits(p.a, q.a) || compareCodeUnits(p.b, q.b),
  );
}

/** Everything that the records of one human say. */
interface Traits {
  readonly id: string;
  readonly names: Set<string>;
  readonly companies: Set<string>;
  readonly domains: Set<string>;
  readonly urls: Set<string>;
}

/** One entry for each human, in code-unit order of ids. */
function traitsOf(people: readonly Person[]): Traits[] {
  const byId = new Map<string, Traits>();
  for (const person of people) {
    const traits = byId.get(person.id) ?? {
      id: person.id,
      names: new Set<string>(),
      companies: new Set<string>(),
      domains: new Set<string>(),
      urls: new Set<string>(),
    };
    byId.set(person.id, traits);
    for (const name of namesOf(person)) traits.names.add(name);
    const companies = [person.company, ...(person.spells ?? []).map(({ organization }) => organization)];
    for (const company of companies) {
      const folded = foldCompany(company ?? "");
      if (folded !== "") traits.companies.add(folded);
    }
    for (const email of person.emails ?? []) {
      const domain = normalizeEmail(email)?.split("@")[1];
      if (domain !== undefined && !FREE_MAIL.test(domain)) traits.domains.add(domain);
    }
    const url = person.profileUrl === undefined ? undefined : normalizeProfileUrl(person.profileUrl);
    if (url !== undefined) traits.urls.add(url);
  }
  return [...byId.values()].sort((x, y) => compareCodeUnits(x.id, y.id));
}

/** The folded name, and the other way round where it is written as "Smith, Bob". */
function namesOf({ name, firstName = "", lastName = "" }: Person): string[] {
  const written = name ?? `${firstName} ${lastName}`;
  const [family = "", given = "", ...more] = written.slice(0, 512).split(",");
  const turned = more.length > 0 || generationOf([foldName(given)]) !== "" ? "" : `${given} ${family}`;
  const names = [foldName(written), turned === "" || given.trim() === "" ? "" : foldName(turned)];
  return [...new Set(names)].filter((folded) => folded !== "");
}

/** Pairs in order of ids; of a large block only near ones. */
function* pairsOf(block: readonly Traits[]): Generator<[Traits, Traits]> {
  const reach = block.length > LARGE_BLOCK ? NEAR : block.length;
  for (let i = 0; i < block.length; i++) {
    for (let j = i + 1; j < Math.min(block.length, i + 1 + reach); j++) {
      const [x, y] = [block[i] as Traits, block[j] as Traits];
      if (x !== y) yield [x, y];
    }
  }
}

function compare(x: Traits, y: Traits): { score: number; why: string[] } {
  const names = nameEvidence(x.names, y.names);
  if (names === undefined) return { score: 0, why: [] };
  const why = [names.why];
  let score = names.score;
  if (meet(x.companies, y.companies)) {
    score += 0.3;
    why.push("same company");
  } else if (x.companies.size > 0 && y.companies.size > 0) {
    score -= 0.2;
    why.push("different companies");
  }
  if (meet(x.domains, y.domains)) {
    score += 0.15;
    why.push("e-mail addresses of one domain");
  }
  if (x.urls.size > 0 && y.urls.size > 0) {
    score -= 0.35;
    why.push("different profile addresses");
  }
  return { score: Math.min(0.95, Math.max(0, score)), why };
}

function nameEvidence(
  a: ReadonlySet<string>,
  b: ReadonlySet<string>,
): { score: number; why: string } | undefined {
  let best: { score: number; why: string } | undefined;
  for (const x of a) {
    for (const y of b) {
      const found = likeNames(x, y);
      if (found !== undefined && found.score > (best?.score ?? 0)) best = found;
    }
  }
  return best;
}

function likeNames(a: string, b: string): { score: number; why: string } | undefined {
  if (a === b) return { score: 0.5, why: "same name" };
  const [x, y] = [a.split(" "), b.split(" ")];
  if (generationOf(x) !== generationOf(y)) return undefined;
  if ([...x].sort(compareCodeUnits).join() === [...y].sort(compareCodeUnits).join()) {
    return { score: 0.45, why: "same name in another order" };
  }
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

const LARGE_BLOCK = 40;
const NEAR = 5;
const FREE_MAIL =
  /^(?:gmail|googlemail|yahoo|ymail|hotmail|outlook|live|msn|aol|icloud|me|mac|gmx|web|proton|protonmail|mail|yandex|qq|163|126)\.[a-z.]+$/;
