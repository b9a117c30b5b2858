/** Words that take somebody for a man or a woman. Spanish "he" is "I have", and "su" and "le" are for anybody. */
export const ENGLISH_WORDS: RegExp =
  /\b(he|him|his|himself|she|her|hers|herself|(sales|business)?(man|men|woman|women)|guys?)\b/iu;
export const GERMAN_WORDS: RegExp =
  /(?<!\p{L})(er|ihn|ihm|seine[mnrs]?|sein(?= \p{Lu})|jemand(en|em)?, de[rnm]|(Kolleg|Kund)en?|(Käufer|Freund|Ansprechpartner|Chef|Partner)n?)(?!\p{L})/u;
export const SPANISH_WORDS: RegExp =
  /(?<!\p{L})(él|ella|ellos|(?<!una de )ellas|(amig|compañer|interesad|dispuest|encantad|agradecid|conocid)[oa]s?|compradora?|señora?)(?!\p{L})/iu;
