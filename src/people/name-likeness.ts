import { editDistance } from "../base/index.js";
import { compareNameWords, isGiven, type NameWords, nameWords, wordLevel } from "./compare-names.js";
import type { NameLevel } from "./name-levels.js";

/** How alike two folded names are, 0 to 1, and in what they differ. */
export interface NameLikeness {
  readonly score: number;
  readonly why: string;
  /** True where one side has a single name: of weight at one company only. */
  readonly isOneName?: boolean;
}

/** A folded name that is asked for, taken apart once. */
export interface AskedName {
  readonly text: string;
  readonly words: readonly string[];
  readonly joined: string;
  readonly whole: NameWords;
}

/** A folded name for {@link nameLikeness}. */
export function askedName(text: string): AskedName {
  return { text, words: text.split(" "), joined: text.replace(/ /g, ""), whole: nameWords(text) };
}

/**
 * Likeness of a name asked for to one that is held, for ranking. It goes by words, and is at least what the one rule for names gives to its
 * level. So whoever may well be the one asked for is a candidate.
 */
export function nameLikeness(asked: AskedName, held: string): NameLikeness {
  const byWords = likenessByWords(asked, held);
  if (byWords.score >= CANDIDATE) return byWords;
  const { level, compatible, found, why } = compareNameWords(asked.whole, nameWords(held));
  if (!compatible || found <= byWords.score) return byWords;
  const isOneName = level === "one-name" && asked.words.length > 1;
  return { score: found, why: `name alike: ${why}`, ...(isOneName ? { isOneName } : {}) };
}

/**
 * Compares two names as `foldName` gives them: each word of `asked` with the word of `held` that is most like it. A word without
 * a counterpart counts 0, and each word of `held` that nobody asked for (a middle name) takes 0.03. A name of which a word is another
 * or missing has 0.95 at most, however many words agree.
 */
function likenessByWords({ text, words, joined }: AskedName, held: string): NameLikeness {
  if (text === held) return { score: text === "" ? 0 : 1, why: "same name" };
  if (joined === held.replace(/ /g, "")) return { score: 0.97, why: "same name, spaced otherwise" };
  const others = held.split(" ");
  const differences = new Set<string>();
  let sum = 0;
  let inOrder = true;
  let index = -1;
  const used = new Set<number>();
  let most = 1;
  words.forEach((word, at) => {
    const best = bestCounterpart(word, isGiven(at, words), others, used);
    if (best.likeness < SPELLING) most = CANDIDATE;
    if (best.index < 0) {
      differences.add("a word is missing");
      return;
    }
    used.add(best.index);
    inOrder &&= best.index > index;
    index = best.index;
    sum += best.likeness;
    if (best.why !== "") differences.add(best.why);
  });
  const extra = others.length - used.size;
  if (extra > 0) differences.add("has further names");
  if (!inOrder) differences.add("words in another order");
  const score = Math.max(0, Math.min(most, sum / words.length - 0.03 * extra - (inOrder ? 0 : 0.02)));
  return { score, why: `name alike: ${[...differences].join(", ")}` };
}

function bestCounterpart(
  word: string,
  given: boolean,
  others: readonly string[],
  used: ReadonlySet<number>,
): { index: number; likeness: number; why: string } {
  let best = { index: -1, likeness: 0, why: "" };
  others.forEach((other, index) => {
    if (used.has(index)) return;
    const { likeness, why } = wordLikeness(word, other, given && isGiven(index, others));
    if (likeness > best.likeness) best = { index, likeness, why };
  });
  return best;
}

function wordLikeness(a: string, b: string, given: boolean): { likeness: number; why: string } {
  const level = wordLevel(a, b, false, () => given);
  if (level === "other") return NONE;
  if (level !== "typo") return WORDS[level] ?? NONE;
  if (Math.min(a.length, b.length) === 3) return { likeness: 0.9, why: "one letter more or less" };
  const distance = editDistance(a, b, 2);
  return { likeness: 1 - 0.1 * distance, why: distance === 1 ? "one letter differs" : "two letters differ" };
}

/** Likeness of one word written in two ways. */
const SPELLING = 0.97;
/** What each level of two words is worth to a look-up (assumption). */
const WORDS: Readonly<Partial<Record<NameLevel["level"], { likeness: number; why: string }>>> = {
  same: { likeness: 1, why: "" },
  spelling: { likeness: SPELLING, why: "umlaut written otherwise" },
  nickname: { likeness: 0.9, why: "short form of a given name" },
  initial: { likeness: 0.8, why: "an initial" },
  shortened: { likeness: 0.75, why: "a shortened name" },
};
/** What names have at most that differ in a word: to be asked about, never taken for granted (assumption). */
const CANDIDATE = 0.95;
const NONE = { likeness: 0, why: "" } as const;
