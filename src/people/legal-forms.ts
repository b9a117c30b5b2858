import { foldText } from "./fold-name.js";

/**
 * Legal forms, folded, as ISO 20275 (GLEIF's list of entity legal forms) and national registers write and shorten them. A choice of
 * ours of those that are in use on business cards. None is kept that is a word of company names too ("group", "holding").
 */

/** How many last words are a legal form; 0 where none is or nothing would be left. */
export function trailingForm(words: readonly string[]): number {
  for (let count = Math.min(LONGEST, words.length - 1); count > 0; count--) {
    if (TRAILING.has(words.slice(-count).join(" "))) return count;
  }
  return 0;
}

/** How many first words are a legal form that stands in front; 0 where none is or nothing would be left. */
export function leadingForm(words: readonly string[]): number {
  for (let count = Math.min(LONGEST, words.length - 1); count > 0; count--) {
    if (LEADING.has(words.slice(0, count).join(" "))) return count;
  }
  return 0;
}

/** True for words that are a legal form and nothing else. */
export function isLegalForm(folded: string): boolean {
  return TRAILING.has(folded) || (LEADING.has(folded) && folded !== "the");
}

const TRAILING: ReadonlySet<string> = new Set(
  [
    "inc|incorporated|llc|l l c|llp|lp|ltd|limited|plc|corp|corporation|co|company|pllc|pc|co ltd|co limited|co inc|public limited company|limited liability company",
    "and co|and company|and cie|and co kg|und co|et cie|et co|y cia|y compania|e cia|cie|cia",
    "gmbh|ag|kg|kgaa|ug|ohg|gbr|ev|eg|mbh|gmbh and co kg|gmbh and co|se|aktiengesellschaft|gesellschaft mbh|gesellschaft mit beschrankter haftung|kommanditgesellschaft",
    "sa|s a|sas|sasu|sarl|sarlu|eurl|snc|sca|scs|societe anonyme|srl|s r l|srls|spa|s p a|societa per azioni|sl|s l|slu|sociedad anonima|sociedad limitada",
    "lda|ltda|sgps|eireli|sociedade anonima|bv|b v|nv|n v|vof|bvba|cvba|naamloze vennootschap|besloten vennootschap",
    "ab|aktiebolag|hb|as|a s|asa|ans|oy|oyj|ab oy|oy ab|osakeyhtio|aps|ks|i s|ehf|hf",
    "sp z oo|sp z o o|spolka z oo|spolka z o o|spolka akcyjna|spolka z ograniczona odpowiedzialnoscia|spzoo|sp k|sp j|sro|s r o|spol s r o|spol s ro|spol sro|doo|d o o|dd|d d|ad|ead|ood|eood",
    "kft|zrt|nyrt|bt|ou|sia|uab|jsc|pjsc|ojsc|cjsc|joint stock company|public joint stock company|ооо|оао|зао|пао|ао|тоо|тов|ад|еад|оод|еоод|доо|αε|επε|ικε|οε",
    "fze|fzco|fzc|fz llc|dmcc|wll|w l l|saoc|saog|sal|llc fz|pty|pty ltd|pty limited|pte|pte ltd|pvt|pvt ltd|p ltd|private limited|bhd|sdn bhd|kk|k k|gk|tbk|persero tbk|jsc tashkent",
    "sa de cv|sab de cv|sapi de cv|s de rl|s de rl de cv|sc de rl|sas de cv|s en c|anonim sirketi|limited sirketi|ltd sti|sti|san ve tic|sanayi ve ticaret|san tic",
    "בעמ|בע מ|จำกัด|จำกัด มหาชน|มหาชน|ذ م م|ش م م|ش م ك|ذمم|شمم",
  ].flatMap((line) => line.split("|").map(foldText)),
);
/** Forms that stand in front where they are used; those that are words of names in other places (SAS Institute) are left out. */
const LEADING: ReadonlySet<string> = new Set(
  "the|ab|as|oy|ou|sia|uab|sarl|eurl|pt|ooo|oao|zao|pao|ооо|оао|зао|пао|ао|тов|тоо|прат|пат|ип|тзов|شركة|مؤسسة|บริษัท|cong ty tnhh|cong ty co phan|cong ty cp|cong ty"
    .split("|")
    .map(foldText),
);
const LONGEST = 5;
