import { compareCodeUnits, roundForPlan } from "../base/index.js";
import { compareNames, spacelessKey } from "./compare-names.js";
import { type HumanTraits, meet } from "./human-traits.js";
import type { NameLevel } from "./name-levels.js";
import type { IdentityReview } from "./resolve-people.js";
import { soundKey } from "./transliterate.js";

/**
 * Pairs of people with like names who may be one human. Candidates come from two kinds of blocks: the same words in the name, and
 * one word of it at the same company, words by their sound. In a block of more than 40 only those at one company, or at none that is
 * known, are compared, and of these only neighbours by id. So a common name costs no square, and no question about strangers. `Jr` and
 * `Sr` are never proposed, nor two who have different profile addresses at different companies.
 */
export function proposeReviews(traits: readonly HumanTraits[], leastScore: number): IdentityReview[] {
  const soundOf = memo(soundKey);
  const blocks = new Map<string, HumanTraits[]>();
  const add = (key: string, one: HumanTraits) => {
    const block = blocks.get(key);
    if (block === undefined) blocks.set(key, [one]);
    else if (block[block.length - 1] !== one) block.push(one);
  };
  const single = new Set(traits.flatMap((one) => singleNames(one, soundOf)));
  for (const one of traits) {
    for (const name of one.names) {
      const words = name.split(" ");
      const sounds = words.filter((word) => word.length > 1).map(soundOf);
      add(`n ${words.length > 1 ? [...sounds].sort(compareCodeUnits).join(" ") : ""}${spaceless(name)}`, one);
      for (const company of one.companies) {
        // A given name alone brings together only where somebody there has no other: it is far too common.
        for (const [place, sound] of sounds.entries()) {
          const key = `${sound} | ${company}`;
          if (place > 0 || single.has(key)) add(`c ${key}`, one);
        }
        add(`s ${spacelessKey(name)} | ${company}`, one);
      }
    }
  }
  const compared = memoPairs(compareNames);
  const reviews = new Map<number, IdentityReview>();
  for (const block of blocks.values()) {
    for (const [x, y] of pairsOf(block)) {
      const key = x.place * traits.length + y.place;
      if (reviews.has(key)) continue;
      const found = compare(x, y, leastScore, compared);
      if (found !== undefined) reviews.set(key, { a: x.id, b: y.id, ...found });
    }
  }
  return [...reviews.values()];
}

/** The one whole word of a name that has no other ("Bob", "Bob S."), at each company. */
function singleNames({ names, companies }: HumanTraits, soundOf: (word: string) => string): string[] {
  const alone = [...names].map((name) => name.split(" ").filter((word) => word.length > 1));
  return alone.flatMap(([word, ...others]) =>
    word === undefined || others.length > 0
      ? []
      : [...companies].map((company) => `${soundOf(word)} | ${company}`),
  );
}

/** Names of a script without blanks have no words to sort. */
function spaceless(name: string): string {
  return name.includes(" ") ? "" : spacelessKey(name);
}

/** Pairs in order of ids; of a large block only near ones of one company, or of none. */
function* pairsOf(block: readonly HumanTraits[]): Generator<[HumanTraits, HumanTraits]> {
  if (block.length <= LARGE_BLOCK) {
    yield* nearPairs(block, block.length);
    return;
  }
  const groups = new Map<string, HumanTraits[]>();
  for (const one of block) {
    for (const company of one.companies.size === 0 ? [""] : one.companies) {
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
  const twoCompanies = !oneCompany && x.companies.size > 0 && y.companies.size > 0;
  const oneDomain = meet(x.domains, y.domains);
  const twoUrls = x.urls.size > 0 && y.urls.size > 0;
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
  a: ReadonlySet<string>,
  b: ReadonlySet<string>,
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

function memo<T>(compute: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const value = known.get(text) ?? compute(text);
    known.set(text, value);
    return value;
  };
}

/** The last comparisons are kept: a block compares the same names again and again. */
function memoPairs(compute: (a: string, b: string) => NameLevel): (a: string, b: string) => NameLevel {
  const known = new Map<string, NameLevel>();
  return (a, b) => {
    if (a === b) return compute(a, b);
    const key = `${a}|${b}`;
    const value = known.get(key) ?? compute(a, b);
    if (known.size > MOST_KEPT) known.clear();
    known.set(key, value);
    return value;
  };
}

const MOST_OF_NAME = 0.5;
const MOST_KEPT = 10_000;
const LARGE_BLOCK = 40;
const NEAR = 5;
