import { foldText } from "./fold-name.js";

/**
 * A position as the set of its words that say something, folded, abbreviations and long forms made one: "Vice President of
 * Ops" and "VP, Operations" give the same words. For matching only.
 */
export function foldTitle(title: string): readonly string[] {
  const folded = ` ${foldText(title.replace(/&/g, " ")).replace(/\bco founder\b/, "cofounder")} `;
  const short = folded.replace(LONG_FORMS, (_, form: string) => ` ${SHORT[form] ?? form} `);
  const words = short.split(" ").filter((word) => word !== "" && !EMPTY.has(word));
  return [...new Set(words.map((word) => WORDS.get(word) ?? word))];
}

/** True for a folded word that tells a rank and not what one does. */
export function isRank(word: string): boolean {
  return RANKS.has(word);
}

const RANKS = new Set(
  "vp svp evp head director chief manager lead senior junior associate principal global regional".split(" "),
);
const SHORT: Readonly<Record<string, string>> = {
  "senior vice president": "svp",
  "executive vice president": "evp",
  "vice president": "vp",
  "chief executive officer": "ceo",
  "chief operating officer": "coo",
  "chief operations officer": "coo",
  "chief financial officer": "cfo",
  "chief technology officer": "cto",
  "chief information officer": "cio",
  "chief marketing officer": "cmo",
  "chief revenue officer": "cro",
  "human resources": "hr",
};
const LONG_FORMS = new RegExp(`(?<= )(${Object.keys(SHORT).join("|")})(?= )`, "g");
const WORDS: ReadonlyMap<string, string> = new Map(
  "sr=senior jr=junior ops=operations operation=operations mgr=manager dir=director eng=engineering engineer=engineering dev=developer mktg=marketing tech=technology purchasing=procurement president=president"
    .split(" ")
    .map((pair) => pair.split("=") as [string, string]),
);
const EMPTY = new Set("of the and for a in de und der".split(" "));
