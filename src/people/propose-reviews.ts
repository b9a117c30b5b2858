import { roundForPlan } from "../base/index.js";
import { branchBase } from "./branch-words.js";
import { compareNames, compareNameWords } from "./compare-names.js";
import { type HumanTraits, meet } from "./human-traits.js";
import type { NameLevel } from "./name-levels.js";
import type { PreparedName } from "./prepared-name.js";
import type { IdentityReview } from "./resolve-people.js";
import { SharedKeys } from "./shared-keys.js";

/**
 * Pairs of people with like names who may be one human. Candidates come from two kinds of blocks. One is the same words in the name, the other
 * one word of it at the same company, words by their sound. In a block of more than 40 only those at one company, or at none that
 * is known, are compared. Of these only neighbours by id. So a common name costs no square, and no question about strangers. `Jr` and
 * `Sr` are never proposed, nor two who have different profile addresses at different companies.
 */
export function proposeReviews(traits: readonly HumanTraits[], leastScore: number): IdentityReview[] {
  const compared = memoPairs();
  const reviews = new Map<number, IdentityReview>();
  const propose = (x: HumanTraits, y: HumanTraits) => {
    const key = x.index * traits.length + y.index;
    if (reviews.has(key)) return;
    const found = compare(x, y, leastScore, compared);
    if (found !== undefined) reviews.set(key, { a: x.id, b: y.id, ...found });
  };
  const sameWords = new SharedKeys<number, HumanTraits>();
  const colleagues = new SharedKeys<string, HumanTraits>();
  for (const one of traits) {
    for (const { block } of one.names) sameWords.add(block, one);
    if (one.names.length > 0) for (const company of one.companies) colleagues.add(company, one);
  }
  for (const block of sameWords.shared()) forEachPair(block, propose);
  for (const group of colleagues.shared())
    for (const block of likeNamed(group).shared()) forEachPair(block, propose);
  return [...reviews.values()];
}

/** Colleagues with a word in common by its sound, or with the same letters. */
function likeNamed(group: readonly HumanTraits[]): SharedKeys<unknown, HumanTraits> {
  const blocks = new SharedKeys<unknown, HumanTraits>();
  // A given name alone brings together only where somebody there has no other: it is far too common.
  const single = new Set<number>();
  for (const { names } of group) {
    for (const { sounds } of names) if (sounds.length === 1) single.add(sounds[0] as number);
  }
  for (const one of group) {
    for (const { sounds, letters } of one.names) {
      for (let index = 0; index < sounds.length; index++) {
        const sound = sounds[index] as number;
        if (index > 0 || single.has(sound)) blocks.add(sound, one);
      }
      // Those of one name meet by its sounds, if it has any.
      if (letters.names > 1 || sounds.length === 0) blocks.add(letters, one);
    }
  }
  return blocks;
}

/** Pairs in order of ids; of a large block only near ones of one company, or of none. */
function forEachPair(block: readonly HumanTraits[], propose: (x: HumanTraits, y: HumanTraits) => void): void {
  if (block.length <= LARGE_BLOCK) {
    forEachNear(block, block.length, propose);
    return;
  }
  const groups = new SharedKeys<string, HumanTraits>();
  for (const one of block) {
    for (const company of one.companies.length === 0 ? [""] : one.companies) groups.add(company, one);
  }
  for (const group of groups.shared()) forEachNear(group, NEAR, propose);
}

function forEachNear(
  block: readonly HumanTraits[],
  reach: number,
  propose: (x: HumanTraits, y: HumanTraits) => void,
): void {
  for (let i = 0; i < block.length; i++) {
    const end = Math.min(block.length, i + 1 + reach);
    for (let j = i + 1; j < end; j++) {
      const [x, y] = [block[i] as HumanTraits, block[j] as HumanTraits];
      if (x !== y) propose(x, y);
    }
  }
}

/** What speaks for one human and against it; nothing where it comes to less than `least`. */
function compare(
  x: HumanTraits,
  y: HumanTraits,
  least: number,
  compared: Comparison,
): { why: string[]; score: number } | undefined {
  const oneCompany = meet(x.companies, y.companies);
  const branch = !oneCompany && haveBranches(x.companies, y.companies);
  const twoCompanies = !oneCompany && !branch && x.companies.length > 0 && y.companies.length > 0;
  const oneDomain = meet(x.domains, y.domains);
  const twoUrls = x.urls.length > 0 && y.urls.length > 0;
  const others =
    (oneCompany ? 0.3 : 0) - (twoCompanies ? 0.2 : 0) + (oneDomain ? 0.15 : 0) - (twoUrls ? 0.35 : 0);
  if (MOST_OF_NAME + others < least) return undefined;
  const name = likestNames(x.names, y.names, compared);
  const score = Math.min(0.95, Math.max(0, name.identity + others));
  if (name.identity === 0 || score < least) return undefined;
  const why = [name.why];
  if (oneCompany) why.push("same company");
  if (branch) why.push("a branch of the company");
  if (twoCompanies) why.push("different companies");
  if (oneDomain) why.push("e-mail addresses of one domain");
  if (twoUrls) why.push("different profile addresses");
  return { why, score: roundForPlan(score) };
}

/** True where a company of one is by its name a branch of one of the other. */
function haveBranches(a: readonly string[], b: readonly string[]): boolean {
  const isBranch = (one: readonly string[], other: readonly string[]): boolean =>
    one.some((company) =>
      // The base is what a company's name begins with, so that few have to be taken apart.
      other.some((base) => company.startsWith(`${base} `) && branchBase(company) === base),
    );
  return isBranch(a, b) || isBranch(b, a);
}

function likestNames(
  a: readonly PreparedName[],
  b: readonly PreparedName[],
  compared: Comparison,
): NameLevel {
  let best = OTHER;
  for (const x of a) {
    for (const y of b) {
      const found = compared(x, y);
      if (found.identity > best.identity) best = found;
    }
  }
  return best;
}

type Comparison = (a: PreparedName, b: PreparedName) => NameLevel;

/** The last comparisons are kept: a block compares the same names again and again. */
function memoPairs(): Comparison {
  const known = new Map<number, NameLevel>();
  return (a, b) => {
    if (a === b) return SAME;
    const key = a.index * MOST_NAMES + b.index;
    const value = known.get(key);
    if (value !== undefined) return value;
    if (known.size > MOST_KEPT) known.clear();
    const level = compareNameWords(a, b);
    known.set(key, level);
    return level;
  };
}

const SAME = compareNames("a", "a");
const OTHER = compareNames("", "");
/** More names than a run can hold; the square is a whole number that is kept exactly. */
const MOST_NAMES = 2 ** 26;
/** What the same name alone comes to. */
const MOST_OF_NAME = SAME.identity;
/** Lowest score that is worth a question; an assumption. */
export const LEAST_SCORE = 0.5;
const MOST_KEPT = 10_000;
const LARGE_BLOCK = 40;
const NEAR = 5;
