import { foldText } from "./fold-name.js";

/**
 * A company's name folded to a key for matching only: as a text, without legal form (`Inc`, `GmbH`, `Sp. z o.o.`),
 * bracketed additions, a leading "the" and a trailing `.com`. Empty for what names no company (`Self-employed`,
 * `Stealth Startup`, `Retired`, a dash).
 *
 * @example foldCompany("ACME Corp.") === foldCompany("Acme, Inc.")
 */
export function foldCompany(company: string): string {
  const bare = company
    .slice(0, 512)
    .replace(/[([{（【][^)\]}）】]*[)\]}）】]/g, " ")
    .replace(ASIAN_FORMS, " ")
    .replace(/[&+]/g, " and ")
    .replace(/\.(?:com|net|org|io|ai)\s*$/i, "")
    .replace(/\.|(?<=\p{L})\/(?=\p{L})/gu, "");
  const whole = foldText(bare);
  if (NO_COMPANY.test(whole)) return "";
  let words = whole.split(" ");
  if (words.length > 1 && LEADING.has(words[0] as string)) words = words.slice(1);
  for (let cut = trailingForm(words); cut > 0; cut = trailingForm(words)) words = words.slice(0, -cut);
  return words.join(" ");
}

/** True where two names are of one company, legal forms, case and spelling of marks aside; false where either names none. */
export function sameCompany(a: string | undefined, b: string | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  const folded = foldCompany(a);
  return folded !== "" && folded === foldCompany(b);
}

/** How many last words are a legal form; 0 where none is or nothing would be left. */
function trailingForm(words: readonly string[]): number {
  for (let count = Math.min(4, words.length - 1); count > 0; count--) {
    if (FORMS.has(words.slice(-count).join(" "))) return count;
  }
  return 0;
}

const LEADING = new Set(["the", "ooo", "оао", "ооо", "зао", "пао", "ао", "pt"]);
/** Legal forms of some forty countries, folded; none is kept that is a word of company names ("group", "holding"). */
const FORMS = new Set(
  (
    "inc|incorporated|llc|llp|lp|ltd|limited|plc|corp|corporation|co|company|pllc|pc|co ltd|gmbh|ag|kg|kgaa|ug|ohg|gbr|ev|" +
    "eg|mbh|gmbh and co kg|gmbh and co|and co kg|and co|se|sa|sas|sasu|sarl|eurl|snc|sca|srl|srls|spa|sl|slu|bv|nv|vof|ab|" +
    "as|asa|oy|oyj|aps|ks|sp z oo|spzoo|sp k|doo|ad|ood|eood|kft|zrt|nyrt|sro|ou|sia|uab|jsc|pjsc|ojsc|fze|fzco|" +
    "wll|pty|pty ltd|pte|pte ltd|pvt|pvt ltd|private limited|bhd|sdn bhd|kk|ltda|eireli|sa de cv|s de rl de cv|tbk"
  ).split("|"),
);
const ASIAN_FORMS = /株式会社|有限会社|合同会社|股份有限公司|有限责任公司|有限公司|주식회사|㈱/g;
const NO_COMPANY =
  /^(?:|self ?employed|freelance(?:r|rs)?|stealth(?: (?:mode )?(?:start ?up|company|mode))?|confidential|retired|student|n ?a|none|null|unemployed|independent(?: (?:consultant|contractor))?|looking for .*|seeking .*|open to .*|between (?:jobs|roles)|various|sabbatical|career break)$/;
