import { compareCodeUnits, roundForPlan } from "../base/index.js";
import { compareNames, compareNameWords, type NameWords, nameWords, spacelessKey } from "./compare-names.js";
import { type HumanTraits, meet } from "./human-traits.js";
import { memoized } from "./memoized.js";
import type { NameLevel } from "./name-levels.js";
import type { IdentityReview } from "./resolve-people.js";
import { soundKey } from "./transliterate.js";

/**
 * Pairs of people with like names who may be one human. Candidates come from two kinds of blocks: the same words in the name, and
 * one word of it at the same company, words by their sound. In a block of more than 40 only those at one company, or at none that is
 * known, are compared, and of these only neighbours by id: so a common name costs no square, and no question about strangers. `Jr` and
 * `Sr` are never proposed, nor two who have different profile addresses at different companies.
 */
export function proposeReviews(traits: readonly HumanTraits[], leastScore: number): IdentityReview[] {
  const soundOf = memoized(soundKey);
  const prepared = memoized((name: string) => prepare(name, soundOf));
  const compared = memoPairs((a, b) => compareNameWords(prepared(a).asWords, prepared(b).asWords));
  const reviews = new Map<number, IdentityReview>();
  const propose = (block: readonly HumanTraits[]) => {
    for (const [x, y] of pairsOf(block)) {
      const key = x.place * traits.length + y.place;
      if (reviews.has(key)) continue;
      const found = compare(x, y, leastScore, compared);
      if (found !== undefined) reviews.set(key, { a: x.id, b: y.id, ...found });
    }
  };
  const sameWords = new Map<string, HumanTraits[]>();
  const colleagues = new Map<string, HumanTraits[]>();
  for (const one of traits) {
    for (const name of one.names) put(sameWords, prepared(name).block, one);
    if (one.names.length > 0) for (const company of one.companies) put(colleagues, company, one);
  }
  for (const block of sameWords.values()) if (block.length > 1) propose(block);
  for (const group of colleagues.values()) {
    if (group.length > 1)
      for (const block of likeNamed(group, prepared)) if (block.length > 1) propose(block);
  }
  return [...reviews.values()];
}

/** What blocks and comparisons need of a name. */
interface Prepared {
  readonly asWords: NameWords;
  /** Sounds of its words, initials left out. */
  readonly sounds: readonly string[];
  /** Letters alone. */
  readonly letters: string;
  /** Key of all names with the same words. */
  readonly block: string;
}

function prepare(name: string, soundOf: (word: string) => string): Prepared {
  const words = name.split(" ");
  const sounds = words.filter((word) => word.length > 1).map(soundOf);
  const letters = spacelessKey(name);
  // Names of a script without blanks have no words to sort.
  const block = words.length > 1 ? [...sounds].sort(compareCodeUnits).join(" ") : letters;
  return { asWords: nameWords(name), sounds, letters, block };
}

/** Blocks of colleagues: those with a word in common by its sound, and those with the same letters. */
function likeNamed(
  group: readonly HumanTraits[],
  prepared: (name: string) => Prepared,
): Iterable<HumanTraits[]> {
  const blocks = new Map<string, HumanTraits[]>();
  // A given name alone brings together only where somebody there has no other: it is far too common.
  const single = new Set(
    group.flatMap(({ names }) =>
      names.map((name) => prepared(name).sounds).flatMap((sounds) => (sounds.length === 1 ? sounds : [])),
    ),
  );
  for (const one of group) {
    for (const name of one.names) {
      const { sounds, letters } = prepared(name);
      for (const [place, sound] of sounds.entries()) {
        if (place > 0 || single.has(sound)) put(blocks, sound, one);
      }
      put(blocks, ` ${letters}`, one);
    }
  }
  return blocks.values();
}

function put(blocks: Map<string, HumanTraits[]>, key: string, one: HumanTraits): void {
  const block = blocks.get(key);
  if (block === undefined) blocks.set(key, [one]);
  else if (block[block.length - 1] !== one) block.push(one);
}

/** Pairs in order of ids; of a large block only near ones of one company, or of none. */
function* pairsOf(block: readonly HumanTraits[]): Generator<[HumanTraits, HumanTraits]> {
  if (block.length <= LARGE_BLOCK) {
    yield* nearPairs(block, block.length);
    return;
  }
  const groups = new Map<string, HumanTraits[]>();
  for (const one of block) {
    for (const company of one.companies.length === 0 ? [""] : one.companies) {
      const group = groups.get(company);
      if (group === undefined) groups.set(company, [one]);
      else group.push(one);
    }
  }
  for (const group of groups.values()) yield* nearPairs(group, NEAR);
}

function* nearPairs(block: readonly HumanTraits[], reach: number): Generator<[HumanTraits, HumanTraits]> {
  for (let i = 0; i < block.length; i++) {
    for (let j = i + 1; j < Math.min(block.length, i + 1 + reach); j++) {
      const [x, y] = [block[i] as HumanTraits, block[j] as HumanTraits];
      if (x !== y) yield [x, y];
    }
  }
}

/** What speaks for one human and against it; nothing where it comes to less than `least`. */
function compare(
  x: HumanTraits,
  y: HumanTraits,
  least: number,
  compared: (a: string, b: string) => NameLevel,
): { why: string[]; score: number } | undefined {
  const oneCompany = meet(x.companies, y.companies);
  const twoCompanies = !oneCompany && x.companies.length > 0 && y.companies.length > 0;
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
  if (twoCompanies) why.push("different companies");
  if (oneDomain) why.push("e-mail addresses of one domain");
  if (twoUrls) why.push("different profile addresses");
  return { why, score: roundForPlan(score) };
}

function likestNames(
  a: readonly string[],
  b: readonly string[],
  compared: (a: string, b: string) => NameLevel,
): NameLevel {
  let best = compareNames("", "");
  for (const x of a) {
    for (const y of b) {
      const found = compared(x, y);
      if (found.identity > best.identity) best = found;
    }
  }
  return best;
}

/** The last comparisons are kept: a block compares the same names again and again. */
function memoPairs(compute: (a: string, b: string) => NameLevel): (a: string, b: string) => NameLevel {
  const known = new Map<string, NameLevel>();
  return (a, b) => {
    if (a === b) return SAME;
    const key = `${a}|${b}`;
    const value = known.get(key) ?? compute(a, b);
    if (known.size > MOST_KEPT) known.clear();
    known.set(key, value);
    return value;
  };
}

const SAME = compareNames("a", "a");
const MOST_OF_NAME = 0.5;
const MOST_KEPT = 10_000;
const LARGE_BLOCK = 40;
const NEAR = 5;
