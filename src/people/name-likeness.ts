import { editDistance } from "../base/index.js";
import { areNicknames } from "./nicknames.js";
import { typosAllowed } from "./typos-allowed.js";

/** How alike two folded names are, 0 to 1, and in what they differ. */
export interface NameLikeness {
  readonly score: number;
  readonly why: string;
}

/**
 * Compares two names as `foldName` gives them: each word of `asked` with the word of `held` that is most like it. A word without
 * a counterpart counts 0, and each word of `held` that nobody asked for (a middle name) takes 0.03. A name of which a word is another
 * or missing has 0.95 at most, however many words agree.
 */
export function nameLikeness(asked: string, held: string): NameLikeness {
  if (asked === held) return { score: asked === "" ? 0 : 1, why: "same name" };
  if (asked.replace(/ /g, "") === held.replace(/ /g, ""))
    return { score: 0.97, why: "same name, spaced otherwise" };
  const words = asked.split(" ");
  const others = held.split(" ");
  const differences = new Set<string>();
  let sum = 0;
  let inOrder = true;
  let place = -1;
  const used = new Set<number>();
  let most = 1;
  words.forEach((word, at) => {
    const best = bestCounterpart(word, isGiven(at, words), others, used);
    if (best.likeness < SPELLING) most = CANDIDATE;
    if (best.place < 0) {
      differences.add("a word is missing");
      return;
    }
    used.add(best.place);
    inOrder &&= best.place > place;
    place = best.place;
    sum += best.likeness;
    if (best.why !== "") differences.add(best.why);
  });
  const extra = others.length - used.size;
  if (extra > 0) differences.add("has further names");
  if (!inOrder) differences.add("words in another order");
  const score = Math.max(0, Math.min(most, sum / words.length - 0.03 * extra - (inOrder ? 0 : 0.02)));
  return { score, why: `name alike: ${[...differences].join(", ")}` };
}

/** True for the place of a word that may be a given name: any but the last, which is a family's in most names. */
export function isGiven(place: number, words: readonly string[]): boolean {
  return place === 0 || place < words.length - 1;
}

function bestCounterpart(
  word: string,
  given: boolean,
  others: readonly string[],
  used: ReadonlySet<number>,
): { place: number; likeness: number; why: string } {
  let best = { place: -1, likeness: 0, why: "" };
  others.forEach((other, place) => {
    if (used.has(place)) return;
    const { likeness, why } = wordLikeness(word, other, given && isGiven(place, others));
    if (likeness > best.likeness) best = { place, likeness, why };
  });
  return best;
}

function wordLikeness(a: string, b: string, given: boolean): { likeness: number; why: string } {
  if (a === b) return { likeness: 1, why: "" };
  if (plainUmlauts(a) === plainUmlauts(b)) return { likeness: SPELLING, why: "umlaut written otherwise" };
  if (areNicknames(a, b)) return { likeness: 0.9, why: "short form of a given name" };
  if (a.length === 1 || b.length === 1) {
    return a[0] === b[0] ? { likeness: 0.8, why: "an initial" } : NONE;
  }
  const shorter = Math.min(a.length, b.length);
  if (given && shorter === 3 && Math.abs(a.length - b.length) === 1 && (a.startsWith(b) || b.startsWith(a))) {
    return { likeness: 0.9, why: "one letter more or less" };
  }
  const allowed = typosAllowed(shorter);
  const distance = allowed === 0 ? 1 : editDistance(a, b, allowed);
  if (distance <= allowed) {
    return {
      likeness: 1 - 0.1 * distance,
      why: distance === 1 ? "one letter differs" : "two letters differ",
    };
  }
  if (a.length > 2 && b.length > 2 && (a.startsWith(b) || b.startsWith(a))) {
    return { likeness: 0.75, why: "a shortened name" };
  }
  return NONE;
}

/** Müller is folded to "muller"; who cannot type an umlaut writes "mueller". */
function plainUmlauts(word: string): string {
  return word.replace(/([aou])e/g, "$1");
}

/** Likeness of one word written in two ways. */
const SPELLING = 0.97;
/** What names have at most that differ in a word: to be asked about, never taken for granted (assumption). */
const CANDIDATE = 0.95;
const NONE = { likeness: 0, why: "" } as const;
