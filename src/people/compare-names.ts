import { checkShape, editDistance } from "../base/index.js";
import { MAX_FOLDED, plainUmlauts, UNSPACED } from "./fold-name.js";
import { LEVEL_AT, NAME_LEVELS, type NameLevel } from "./name-levels.js";
import { areNicknames } from "./nicknames.js";
import { isOtherScript, soundKey, toLatin } from "./transliterate.js";
import { typosAllowed } from "./typos-allowed.js";

/**
 * Compares two names as `foldName` gives them, the same from both sides. Each word of the shorter one needs a counterpart of its own
 * in the longer one, and the weakest word decides. `Jr` beside `Sr` is another name. Names of four words and less in time that is
 * constant; longer ones cost the product of their words. As in `foldName`, the first 512 characters count.
 *
 * @example compareNames("bob smith", "robert j smith").level // "nickname"
 */
export function compareNames(a: string, b: string): NameLevel {
  checkShape(a, "text", "a");
  checkShape(b, "text", "b");
  return compareNameWords(nameWords(a.slice(0, MAX_FOLDED)), nameWords(b.slice(0, MAX_FOLDED)));
}

/** A folded name taken apart, for comparing it with many. */
export interface NameWords {
  readonly name: string;
  readonly generation: string;
  /** Without the generation. */
  readonly words: readonly string[];
  readonly joined: string;
  readonly isOtherScript: boolean;
}

/** A folded name for {@link compareNameWords}. */
export function nameWords(name: string): NameWords {
  const generation = generationOf(name);
  const bare = generation === "" ? name : name.replace(GENERATION, "");
  const words = bare.split(" ");
  return { name, generation, words, joined: words.join(""), isOtherScript: isOtherScript(name) };
}

/** As {@link compareNames}. */
export function compareNameWords(x: NameWords, y: NameWords): NameLevel {
  if (x.name === "" || y.name === "") return at("other");
  if (x.name === y.name) return at("same");
  if (x.generation !== "" && y.generation !== "" && x.generation !== y.generation) return at("other");
  const suffix = x.generation === y.generation ? "same" : "suffix";
  if (x.joined === y.joined)
    return weaker(suffix, x.words.join(" ") === y.words.join(" ") ? "same" : "spacing");
  if (isTurned(x.words, y.words, x.joined, y.joined)) return weaker(suffix, "order");
  if (x.isOtherScript === y.isOtherScript) {
    const own = aligned(x.words, y.words);
    // Short forms are listed in Latin letters (Саша, Александр).
    const isTold = own !== "other" || !x.isOtherScript;
    return weaker(suffix, isTold ? own : aligned(inLatin(x), inLatin(y)));
  }
  return weaker("transliterated", weaker(suffix, aligned(inLatin(x), inLatin(y), true)).level);
}

function inLatin({ words }: NameWords): readonly string[] {
  return toLatin(words.join(" ")).split(" ");
}

/** `Jr`, `Sr` or a numeral at the end of a folded name; empty where none is. */
function generationOf(name: string): string {
  const match = GENERATION.exec(name);
  return match === null ? "" : (GENERATIONS[match[1] as string] ?? (match[1] as string));
}

/** A key of a folded name's letters, whatever their order and blanks; names that it brings together are compared then. */
export function spacelessKey(name: string): number {
  let key = 0;
  for (let at = 0; at < name.length; at++) {
    const unit = name.charCodeAt(at);
    // A sum knows no order; the product keeps one letter from being made up by two others.
    if (unit !== BLANK) key = (key + Math.imul(unit, Math.imul(unit, 0x9e3779b1) ^ 0x85ebca6b)) | 0;
  }
  return key;
}

type LevelName = NameLevel["level"];

function at(level: LevelName): NameLevel {
  return NAME_LEVELS[LEVEL_AT[level]] as NameLevel;
}

function weaker(a: LevelName, b: LevelName): NameLevel {
  // A suffix on one side outweighs all that may otherwise be one: it is what tells father from son.
  if (a === "suffix" && at(b).compatible) return at(a);
  return NAME_LEVELS[Math.max(LEVEL_AT[a], LEVEL_AT[b])] as NameLevel;
}

/** True for the same words in another order, with blanks anywhere, or the same signs of a script without blanks turned round. */
function isTurned(a: readonly string[], b: readonly string[], one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  if (UNSPACED.test(one) && one.length <= 12) return one.length > 1 && (one + one).includes(other);
  if (a.length === b.length && [...a].sort().join(" ") === [...b].sort().join(" ")) return true;
  return (
    a.length <= 4 && a.some((_, cut) => cut > 0 && [...a.slice(cut), ...a.slice(0, cut)].join("") === other)
  );
}

function aligned(a: readonly string[], b: readonly string[], byScript = false): LevelName {
  // Of two equally long ones the same is gone through, from whichever side it is asked.
  const isFirst = a.length === b.length ? a.join(" ") < b.join(" ") : a.length < b.length;
  const [short, long] = isFirst ? [a, b] : [b, a];
  const used = new Set<number>();
  let level: LevelName = "same";
  let full = 0;
  const missing: number[] = [];
  // Whole words first, so that no initial takes the place of one.
  const order = [...short.keys()].sort((p, q) => (short[q]?.length ?? 0) - (short[p]?.length ?? 0) || p - q);
  for (const from of order) {
    const word = short[from] as string;
    const best = counterpart(word, long, used, byScript, (to) => isGiven(from, short) && isGiven(to, long));
    if (best === undefined) missing.push(from);
    else {
      used.add(best.index);
      if (best.level !== "initial") full++;
      level = weaker(level, best.level).level;
    }
  }
  if (missing.length > 0) {
    const inner = short.length > 2 && missing.every((from) => from > 0 && from < short.length - 1);
    if (!inner || full < 2) return "other";
    if (areApart(missing, used, long.length)) return weaker(level, "partial").level;
    return short.length === long.length ? "middle" : "other";
  }
  if (full === 0) return "other";
  if (short.length === 1) return long.length === 1 ? level : weaker(level, "one-name").level;
  return short.length < long.length ? weaker(level, "partial").level : level;
}

/** True where the further words of two names stand in other places, so that one name may have all: Juan Carlos García, Juan García López. */
function areApart(missing: readonly number[], used: ReadonlySet<number>, length: number): boolean {
  const gaps = new Set<number>();
  let before = 0;
  for (let index = 0; index < length; index++) {
    if (used.has(index)) before++;
    else gaps.add(before);
  }
  // A word's gap is told by how many of its name's words have a counterpart before it.
  return missing.every((from, at) => !gaps.has(from - at));
}

function counterpart(
  word: string,
  long: readonly string[],
  used: ReadonlySet<number>,
  byScript: boolean,
  areGiven: (index: number) => boolean,
): { index: number; level: LevelName } | undefined {
  let best: { index: number; level: LevelName } | undefined;
  for (const [index, other] of long.entries()) {
    if (used.has(index)) continue;
    const level = wordLevel(word, other, byScript, () => areGiven(index));
    if (level !== "other" && (best === undefined || LEVEL_AT[level] < LEVEL_AT[best.level]))
      best = { index, level };
  }
  return best;
}

/** How one word of a name is like one of another. */
export function wordLevel(
  a: string,
  b: string,
  byScript: boolean,
  areGiven: () => boolean,
): NameLevel["level"] {
  if (a === b) return "same";
  // A number or a code is the same or another.
  if (DIGIT.test(a) || DIGIT.test(b)) return "other";
  if (a.length === 1 || b.length === 1) return a[0] === b[0] ? "initial" : "other";
  if (a[0] === b[0] && plainUmlauts(a) === plainUmlauts(b)) return "spelling";
  if (byScript) {
    const [x, y] = [soundKey(a), soundKey(b)];
    if (x === y || (x.length > 3 && editDistance(x, y, 1) <= 1)) return "transliterated";
  }
  if (areNicknames(a, b)) return "nickname";
  const shorter = Math.min(a.length, b.length);
  const isLonger = a.startsWith(b) || b.startsWith(a);
  if (shorter === 3 && Math.abs(a.length - b.length) === 1 && isLonger && areGiven()) return "typo";
  const allowed = typosAllowed(shorter);
  if (allowed > 0 && editDistance(a, b, allowed) <= allowed) return "typo";
  return shorter > 2 && isLonger ? "shortened" : "other";
}

/** True for the place of a word that may be a given name: any but the last, which is a family's in most names. */
export function isGiven(index: number, words: readonly string[]): boolean {
  return index === 0 || index < words.length - 1;
}

const GENERATION =
  / (jr|junior|sr|senior|i{2,3}|iv|2nd|3rd|4th|pere|fils|hijo|padre|filho|neto|sobrinho|figlio|der altere|der jungere|d a|d j)$/;
const GENERATIONS: Readonly<Record<string, string>> = {
  junior: "jr",
  senior: "sr",
  "2nd": "ii",
  "3rd": "iii",
  "4th": "iv",
  pere: "sr",
  fils: "jr",
  padre: "sr",
  hijo: "jr",
  filho: "jr",
  figlio: "jr",
  "der altere": "sr",
  "der jungere": "jr",
  "d a": "sr",
  "d j": "jr",
};
const BLANK = 0x20;
const DIGIT = /\p{N}/u;
