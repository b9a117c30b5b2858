import { foldText } from "./fold-name.js";
import { TITLE_VOCABULARY } from "./title-vocabulary.js";

/** Every function and every rank that a title can tell, in the order of their codes. */
export const JOB_FUNCTIONS = [
  "general",
  "sales",
  "marketing",
  "engineering",
  "product",
  "data",
  "finance",
  "people",
  "operations",
  "legal",
  "it",
  "support",
  "administration",
  "research",
  "consulting",
] as const;
export const JOB_RANKS = [
  "founder",
  "chief",
  "vp",
  "director",
  "manager",
  "individual",
  "junior",
  "assistant",
] as const;

/** What somebody's work is about, as far as a title tells it. `general`: the whole firm. */
export type JobFunction = (typeof JOB_FUNCTIONS)[number];

/** Where somebody stands. `assistant`: to somebody. `individual`: leads nobody, as far as the title tells. */
export type JobRank = (typeof JOB_RANKS)[number];

/** One idea of the vocabulary, whatever language it is written in. */
export interface TitleConcept {
  /** The word that stands for it in look-up; several words where look-up is to find them one by one. */
  readonly name: string;
  readonly function?: JobFunction;
  readonly rank?: JobRank;
  /** Tells the function only where no other word does: the operations of sales are sales. */
  readonly isWeak?: boolean;
}

/** Longer texts are no titles. */
const MAX_TITLE = 256;
const ELIDED = /\b([dl])['’]([\p{L}])/giu;
/** Ranks that lead or own. */
export const LEADING_RANKS: readonly JobRank[] = ["founder", "chief", "vp", "director", "manager"];

/** Forms, folded, with what they tell, and the most words that one has. */
export const TITLE_FORMS: ReadonlyMap<string, TitleConcept & { readonly isAide?: boolean }> =
  /* @__PURE__ */ readGroups();
/** Words that only join others. */
export const JOINING_WORDS: ReadonlySet<string> = new Set(
  "of the and for a an in de und der die das des dem den von vom del la las los el le les du et y e en para pour fur im zur zum al aux au w m d f x mwd gn".split(
    " ",
  ),
);

function readGroups(): ReadonlyMap<string, TitleConcept & { readonly isAide?: boolean }> {
  const forms = new Map<string, TitleConcept & { readonly isAide?: boolean }>();
  for (const [meaning, entries] of TITLE_VOCABULARY) {
    const [first = "-", rank = ""] = meaning.split(" ");
    const isWeak = first.startsWith("~");
    const business = first === "-" ? undefined : (first.replace("~", "") as JobFunction);
    for (const entry of entries.split(";")) {
      const [name = "", more = ""] = entry.trim().split("=");
      const concept = {
        name,
        ...(business === undefined ? {} : { function: business }),
        ...(rank === "" ? {} : { rank: rank.replace("!", "") as JobRank }),
        ...(isWeak ? { isWeak } : {}),
        ...(rank.endsWith("!") ? { isAide: true } : {}),
      };
      for (const form of [name, ...more.split(",")])
        for (const key of spellings(form)) forms.set(key, concept);
    }
  }
  return forms;
}

/** A form folded; where it has an umlaut, spelled out as well. */
function spellings(form: string): readonly string[] {
  // Most are folded as they stand.
  const key = form.trim();
  if (/^[a-z]+(?: [a-z]+)*$/.test(key)) return [key];
  const long = form.replace(/ä/g, "ae").replace(/ö/g, "oe").replace(/ü/g, "ue");
  return [...new Set([foldTitleText(form), foldTitleText(long)])].filter((key) => key !== "");
}

/** A title as folded words, with French articles that lose their vowel (d'exploitation) apart; its first 256 characters. */
export function foldTitleText(title: string): string {
  return foldText(title.slice(0, MAX_TITLE).replace(ELIDED, "$1 $2").replace(/[&+]/g, " "));
}
