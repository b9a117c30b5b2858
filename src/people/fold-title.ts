import { titlePieces } from "./parse-title.js";
import { JOINING_WORDS, TITLE_FORMS } from "./title-words.js";

/**
 * A position as the set of its words that say something, folded. Abbreviations, long forms and other languages made one by the
 * vocabulary of titles: "Vice President of Ops" and "VP, Operations" give the same words. For matching only.
 */
export function foldTitle(title: string): readonly string[] {
  const words = titlePieces(title)
    .filter(({ words, concept }) => concept !== undefined || !(words === "to" || JOINING_WORDS.has(words)))
    .flatMap(({ words, concept }) => (concept?.name ?? words).split(" "));
  return [...new Set(words)];
}

/** True for a folded word that tells a rank and not what one does. */
export function isRank(word: string): boolean {
  const concept = TITLE_FORMS.get(word);
  return concept !== undefined && concept.function === undefined;
}
