import { checkShape } from "../base/index.js";
import {
  foldTitleText,
  JOINING_WORDS,
  type JobFunction,
  type JobRank,
  LEADING_RANKS,
  TITLE_FORMS,
  type TitleConcept,
} from "./title-words.js";

/** What a job title tells; what it does not tell is absent. */
export interface JobTitle {
  readonly function?: JobFunction;
  readonly rank?: JobRank;
  /** Rank of the one whom they assist; their function is that of the title. */
  readonly assistantTo?: JobRank;
}

/** A piece of a title: a concept of the vocabulary, a plain word, or a word that only joins. */
export interface TitlePiece {
  readonly words: string;
  readonly concept?: TitleConcept & { readonly isAide?: boolean };
}

/**
 * Reads a job title in English, German, Spanish or French: "Assistentin des Vertriebsleiters" is an assistant in sales, to a
 * director. The first part that tells anything counts ("CTO | Speaker"), without the company behind "at" and without what is
 * marked as past. Its first 256 characters are looked at. Of several functions the first counts, unless it is a weak one: the
 * operations of sales are sales. Of several ranks the highest counts, but whoever learns or assists does not lead.
 *
 * ```ts
 * parseTitle("Executive Assistant to the VP Operations");
 * // { function: "operations", rank: "assistant", assistantTo: "vp" }
 * ```
 */
export function parseTitle(title: string | undefined): JobTitle {
  checkShape(title, "text?", "title");
  for (const part of partsOf(title ?? "")) {
    const read = readPart(part);
    if (read.function !== undefined || read.rank !== undefined) return read;
  }
  return {};
}

/** A title in pieces: of its words the longest forms that the vocabulary holds, from the left. */
export function titlePieces(title: string): readonly TitlePiece[] {
  const words = foldTitleText(title)
    .split(" ")
    .filter((word) => word !== "");
  const pieces: TitlePiece[] = [];
  for (let at = 0; at < words.length; ) {
    let taken = 0;
    for (let length = Math.min(LONGEST_FORM, words.length - at); length > 0 && taken === 0; length--) {
      const form = words.slice(at, at + length).join(" ");
      const concept = TITLE_FORMS.get(form) ?? conceptOfWord(form);
      if (concept === undefined) continue;
      pieces.push({ words: form, concept });
      taken = length;
    }
    if (taken === 0) pieces.push(...piecesOfWord(words[at] as string));
    at += taken || 1;
  }
  return pieces;
}

function partsOf(title: string): readonly string[] {
  return title
    .slice(0, MAX_TITLE)
    .split(PARTS)
    .map((part) => part.replace(AT_COMPANY, ""))
    .filter((part) => !PAST.test(part) && !PAST_AT_END.test(part));
}

function readPart(part: string): JobTitle {
  const pieces = titlePieces(part);
  const aide = pieces.findIndex(({ concept }) => concept?.rank === "assistant");
  if (aide < 0) {
    const to = pieces.findIndex(({ words }) => words === "to");
    return describe(to > 0 ? pieces.slice(0, to) : pieces);
  }
  const before = pieces.slice(0, aide);
  const after = pieces.slice(aide + 1);
  return readAssistant(before, pieces[aide] as TitlePiece, after);
}

/** "Assistant to the VP" assists; "Assistant Manager" leads a little; "Marketing Assistant" is a junior of marketing. */
function readAssistant(
  before: readonly TitlePiece[],
  { concept }: TitlePiece,
  after: readonly TitlePiece[],
): JobTitle {
  const joined = after[0] !== undefined && isJoining(after[0]);
  const boss = describe(after);
  const compound = describe(before);
  const leads = (rank: JobRank | undefined): boolean => rank !== undefined && LEADING_RANKS.includes(rank);
  if (boss.rank === "junior" || compound.rank === "junior")
    return { ...functionOf(boss, compound), rank: "junior" };
  if (leads(boss.rank) && (joined || concept?.isAide === true || boss.rank === "chief"))
    return { ...functionOf(boss, compound), rank: "assistant", assistantTo: boss.rank as JobRank };
  if (leads(boss.rank))
    return {
      ...functionOf(compound, boss),
      rank: boss.rank === "director" ? "manager" : (boss.rank as JobRank),
    };
  const own = functionOf(compound, concept ?? {}, boss);
  if (
    concept?.isAide === true ||
    concept?.function !== undefined ||
    own.function === undefined ||
    own.function === "general"
  )
    return {
      ...own,
      rank: "assistant",
      ...(compound.rank !== undefined && leads(compound.rank) ? { assistantTo: compound.rank } : {}),
    };
  return { ...own, rank: "junior" };
}

function functionOf(...titles: readonly { readonly function?: JobFunction }[]): Pick<JobTitle, "function"> {
  const business = titles.find((title) => title.function !== undefined)?.function;
  return business === undefined ? {} : { function: business };
}

function describe(pieces: readonly TitlePiece[]): JobTitle {
  const told = pieces.flatMap(({ concept }) => (concept === undefined ? [] : [concept]));
  const ranks = told.flatMap(({ rank }) => (rank === undefined ? [] : [rank]));
  const rank = ranks.includes("junior") ? "junior" : RANKS_DOWN.find((one) => ranks.includes(one));
  const functions = told.filter(({ function: business }) => business !== undefined);
  // "President of Sales", "Board member, Finance": the whole firm counts only where no part of it is told.
  const strong = functions.find((one) => one.isWeak !== true && one.function !== "general");
  const business = strong ?? functions.find((one) => one.isWeak === true) ?? functions[0];
  const own = business?.function;
  return { ...(own === undefined ? {} : { function: own }), ...(rank === undefined ? {} : { rank }) };
}

/** A word as the vocabulary has it, in a feminine or a plural form too. */
function conceptOfWord(word: string): TitleConcept | undefined {
  for (const ending of ENDINGS)
    if (word.length > ending.length + 3 && word.endsWith(ending)) {
      const known = TITLE_FORMS.get(word.slice(0, -ending.length));
      if (known !== undefined) return known;
    }
  return undefined;
}

/** A German compound in its parts ("Vertriebsleiter": sales, head), else the word itself. */
function piecesOfWord(word: string): readonly TitlePiece[] {
  if (word.length >= SHORTEST_COMPOUND && word.length <= LONGEST_COMPOUND && !JOINING_WORDS.has(word)) {
    for (let cut = 3; cut <= word.length - 4; cut++) {
      const tail = word.slice(cut);
      const last = TITLE_FORMS.get(tail) ?? conceptOfWord(tail);
      if (last === undefined) continue;
      const first = linked(word.slice(0, cut));
      if (first !== undefined) return [...first, { words: tail, concept: last }];
    }
  }
  return [{ words: word }];
}

/** The first part of a compound, with the letters that link it taken off. */
function linked(head: string): readonly TitlePiece[] | undefined {
  for (const link of ["", "s", "n", "en", "es", "er"]) {
    if (!head.endsWith(link)) continue;
    const stem = head.slice(0, head.length - link.length);
    const concept = stem.length < 2 ? undefined : TITLE_FORMS.get(stem);
    if (concept !== undefined) return [{ words: stem, concept }];
    const parts = stem.length < SHORTEST_COMPOUND ? [] : piecesOfWord(stem);
    if (parts.length > 1) return parts;
  }
  return undefined;
}

function isJoining({ words, concept }: TitlePiece): boolean {
  return concept === undefined && (words === "to" || JOINING_WORDS.has(words));
}

const RANKS_DOWN: readonly JobRank[] = [...LEADING_RANKS, "individual", "assistant"];
/** Longer texts are no titles. */
const MAX_TITLE = 256;
/** Words of the longest form. */
const LONGEST_FORM = 5;
const SHORTEST_COMPOUND = 8;
const LONGEST_COMPOUND = 48;
/** What parts a headline: bars, dots, semicolons and spaced dashes, but not what only parts the rank from the field. */
const PARTS = /[|•·;▪►]| \/\/ /;
const AT_COMPANY = /(?<!\s)(?:\s+(?:at|@|bei|chez|en la empresa)\s+.*$|\s*@\s*\S.*$)/isu;
const PAST =
  /^\s*(?:ex|former|formerly|previously|past|retired|aspiring|ehemals|ehemalige[rs]?|früher|antiguo|ancien(?:ne)?)(?:[\s-]|$)/iu;
/** "i. R.", "a. D.", "(retired)", "(until 2023)" behind a position. */
const PAST_AT_END =
  /(?:\bi\. ?r\.|\ba\. ?d\.|\bim ruhestand|\bretired|\bjubilad[oa]|\bretraitée?|\((?:ehem|ex|former|bis|until|hasta|jusqu|retired)[^()]{0,40}\))\s*$/iu;
/** Endings of feminine and plural forms. */
const ENDINGS = ["in", "innen", "nen", "e", "es", "a", "s", "n"];
