import { checkShape } from "../base/index.js";
import { COMPANY_ALIASES, type CompanyAliases } from "./company-aliases.js";
import { foldText } from "./fold-name.js";
import { isLegalForm, leadingForm, trailingForm } from "./legal-forms.js";
import { isNoCompany } from "./no-company.js";
import { withoutBrackets } from "./without-brackets.js";

/**
 * A company's name folded to a key for matching only: as a text, without legal form behind or in front (`Inc`, `Sp. z o.o.`, `AB`),
 * bracketed additions, a leading "the" and a trailing `.com`. Names of one company by the table of aliases give one key. Empty for
 * what names no company (`Self-employed`, `Stealth Startup`, `Retired`, a dash, a legal form alone).
 *
 * @example foldCompany("ACME Corp.") === foldCompany("Acme, Inc.")
 * @example foldCompany("Ernst & Young GmbH") === foldCompany("EY")
 */
export function foldCompany(company: string, aliases: CompanyAliases = COMPANY_ALIASES): string {
  checkShape(company, "text", "company");
  const key = foldWritten(company);
  return key === "" ? "" : (aliasKeys(aliases).get(key) ?? key);
}

/**
 * All keys under which a company is found. Its own comes first, then what stands in brackets where one is short for the other
 * ("Amazon Web Services (AWS)"). So does a name of earlier times ("Acme (formerly Initech)"), and umlauts spelled out ("Mueller" of
 * "Müller"). None for what names no company.
 */
export function companyKeys(company: string, aliases: CompanyAliases = COMPANY_ALIASES): readonly string[] {
  checkShape(company, "text", "company");
  const key = foldCompany(company, aliases);
  if (key === "") return [];
  // Most are plain letters without brackets: nothing stands in them, and nothing is spelled otherwise.
  if (PLAIN.test(company)) return [key];
  const written = foldWritten(company);
  const inside = Array.from(company.slice(0, MAX_COMPANY).matchAll(INSIDE), (match) => match[1] ?? "");
  const others = inside.flatMap((text) => {
    const earlier = EARLIER.exec(text)?.[1];
    if (earlier !== undefined) return foldCompany(earlier, aliases) || [];
    const other = foldWritten(text);
    const isShort = other !== "" && (isAcronymOf(other, written) || isAcronymOf(written, other));
    return isShort ? foldCompany(text, aliases) : [];
  });
  const composed = company.normalize("NFC");
  const spelled = composed.replace(UMLAUT, (letter) => SPELLED[letter.toLowerCase()] as string);
  if (spelled !== composed) others.push(foldCompany(spelled, aliases));
  return others.length === 0 ? [key] : [...new Set([key, ...others])];
}

/** True where a folded text is the first letters of another's words, two or more, little words left out or not. */
export function isAcronymOf(short: string, long: string): boolean {
  if (!/^[^ ]{2,6}$/.test(short)) return false;
  const words = long.split(" ");
  return [words, words.filter((word) => !LITTLE.has(word))].some(
    (all) => all.length === short.length && all.every((word, index) => word[0] === short[index]),
  );
}

/** The key of a name as it is written, whatever other names the company has. The latest ones are known by heart: files repeat them. */
export function foldWritten(company: string): string {
  const known = WRITTEN.get(company);
  if (known !== undefined) return known;
  if (WRITTEN.size >= MOST_WRITTEN) WRITTEN.clear();
  const key = keyOfWritten(company);
  WRITTEN.set(company, key);
  return key;
}

function keyOfWritten(company: string): string {
  const bare = withoutBrackets(company.slice(0, MAX_COMPANY).replace(/^\s*(?:https?:\/\/)?(?:www\.)?/i, ""))
    .replace(ASIAN_FORMS, " ")
    .replace(/[&+]/g, " and ")
    .replace(DOMAIN, "")
    .replace(/\.|(?<=\p{L})\/(?=\p{L})/gu, "");
  const whole = foldText(bare);
  // "Freelancer.com" has an address, so it is a company.
  const hasDomain = DOMAIN.test(company);
  if (!hasDomain && (isNoCompany(whole) || isLegalForm(whole) || isNoCompanyEach(company))) return "";
  let words = whole.split(" ");
  const full = words.length;
  for (let cut = trailingForm(words); cut > 0; cut = trailingForm(words)) words = words.slice(0, -cut);
  // In Romania `S.C.` stands in front of a name that ends in its legal form.
  if (words.length > 1 && words.length < full && words[0] === "sc") words = words.slice(1);
  for (let cut = leadingForm(words); cut > 0; cut = leadingForm(words)) words = words.slice(cut);
  const named = words.join(" ");
  const isNone = !hasDomain && named !== whole && (isNoCompany(named) || isLegalForm(named));
  return isNone ? "" : named;
}

/** True for "Self-employed / Freelance", of which each part names no company. */
function isNoCompanyEach(company: string): boolean {
  if (!/[/|,]/.test(company)) return false;
  return company
    .slice(0, MAX_COMPANY)
    .split(/[/|,]/)
    .every((part) => isNoCompany(foldText(part)));
}

/** Folded names to the key of the first of their list; made once for each table. */
function aliasKeys(aliases: CompanyAliases): ReadonlyMap<string, string> {
  const known = KEYS.get(aliases);
  if (known !== undefined) return known;
  checkShape(aliases, [["text"]], "aliases");
  const keys = new Map<string, string>();
  for (const names of aliases) {
    const [first = "", ...others] = names.map(foldWritten);
    if (first !== "") for (const other of others) if (other !== "" && other !== first) keys.set(other, first);
  }
  KEYS.set(aliases, keys);
  return keys;
}

const KEYS = new WeakMap<CompanyAliases, ReadonlyMap<string, string>>();
const MAX_COMPANY = 512;
const WRITTEN = new Map<string, string>();
const MOST_WRITTEN = 10_000;
const UMLAUT = /[äöü]/gi;
const SPELLED: Readonly<Record<string, string>> = { ä: "ae", ö: "oe", ü: "ue" };
const DOMAIN = /\.(?:com|net|org|io|ai)(?=\/|\s*(?:,|\s|$))/i;
const INSIDE = /[([{（【]([^)\]}）】([{（【]{2,60})[)\]}）】]/g;
const EARLIER =
  /^\s?(?:formerly(?: known as)?|previously|fka|f\/k\/a|aka|a\.k\.a\.|dba|d\/b\/a|ehemals|ehem\.|früher|vormals|anciennement|ex|antes|già|voorheen|dawniej|бывш(?:ая|ий)|now|jetzt)[\s:-](.+)$/iu;
const ASIAN_FORMS =
  /株式会社|有限会社|合同会社|合資会社|股份有限公司|有限责任公司|有限責任公司|有限公司|股份公司|주식회사|유한회사|유한책임회사|[㈱㈲㈜]/g;
const PLAIN = /^[ !-'*-Z\\^-z|~]*$/;
const LITTLE = new Set("and of the for de la du des und fur y e i".split(" "));
