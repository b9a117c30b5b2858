import { checkShape, editDistance } from "../base/index.js";
import { branchBase } from "./branch-words.js";
import type { CompanyAliases } from "./company-aliases.js";
import { companyKeys, foldWritten, isAcronymOf } from "./fold-company.js";
import { toLatin } from "./transliterate.js";
import { typosAllowed } from "./typos-allowed.js";

/** How alike two names of companies are, by levels from the same to another. */
export type CompanyLevel =
  | "same"
  | "alias"
  | "affiliation"
  | "branch"
  | "spelling"
  | "longer"
  | "acronym"
  | "unknown"
  | "other";

/** One level: whether it makes one company of two names, what it does to a match's score, and its words. */
export interface CompanyLikeness {
  readonly level: CompanyLevel;
  /** True for one company; all else is a candidate at most. */
  readonly same: boolean;
  /** Assumptions of ours, made to rank. */
  readonly factor: number;
  readonly why: string;
}

/** The one table of levels. A name that only shares words with another never makes one company of two. */
export const COMPANY_LEVELS: Readonly<Record<CompanyLevel, CompanyLikeness>> = {
  same: { level: "same", same: true, factor: 1, why: "same company" },
  alias: { level: "alias", same: true, factor: 0.97, why: "another name of the company" },
  affiliation: {
    level: "affiliation",
    same: false,
    factor: 0.9,
    why: "works or worked at the company, by another record",
  },
  branch: { level: "branch", same: false, factor: 0.88, why: "a branch of the company, by its name" },
  spelling: { level: "spelling", same: false, factor: 0.92, why: "company spelled almost the same" },
  longer: { level: "longer", same: false, factor: 0.85, why: "company's name has further words" },
  acronym: { level: "acronym", same: false, factor: 0.82, why: "may be short for the company" },
  unknown: { level: "unknown", same: false, factor: 0.7, why: "company not known" },
  other: { level: "other", same: false, factor: 0.55, why: "another company" },
};

/** What a caller knows of companies. */
export interface CompanyOptions {
  /** Names of one company. @defaultValue {@link COMPANY_ALIASES} */
  readonly companyAliases?: CompanyAliases;
}

/**
 * Compares two names of companies: the same but for legal form, case and marks; another name by brackets or by the table of aliases.
 * A branch or a country of it; spelled almost the same; one with further words; short for it; not known; another.
 *
 * @example companyLikeness("IBM Deutschland GmbH", "IBM").level // "branch"
 */
export function companyLikeness(
  a: string | undefined,
  b: string | undefined,
  options: CompanyOptions = {},
): CompanyLikeness {
  checkShape(a, "text?", "a");
  checkShape(b, "text?", "b");
  checkShape(options, "object", "options");
  const { companyAliases } = options;
  const [ours, theirs] = [companyKeys(a ?? "", companyAliases), companyKeys(b ?? "", companyAliases)];
  const [x, y] = [ours[0], theirs[0]];
  if (x === undefined || y === undefined) return COMPANY_LEVELS.unknown;
  if (ours.some((key) => theirs.includes(key))) {
    return foldWritten(a ?? "") === foldWritten(b ?? "") ? COMPANY_LEVELS.same : COMPANY_LEVELS.alias;
  }
  return COMPANY_LEVELS[keyLevel(x, y)];
}

/** True where two names are of one company; false where either names none. */
export function sameCompany(a: string | undefined, b: string | undefined, options?: CompanyOptions): boolean {
  return companyLikeness(a, b, options).same;
}

/** The level of two different keys. */
function keyLevel(x: string, y: string): CompanyLevel {
  if (branchBase(x) === y || branchBase(y) === x) return "branch";
  const [one, other] = [x, y].map((key) => toLatin(key).replace(/ /g, "")) as [string, string];
  const allowed = typosAllowed(Math.min(one.length, other.length));
  if (one === other || (allowed > 0 && editDistance(one, other, 1) <= 1)) return "spelling";
  const [short, long] = x.length < y.length ? [x.split(" "), y.split(" ")] : [y.split(" "), x.split(" ")];
  if (short.every((word) => long.includes(word))) return "longer";
  return isAcronymOf(x, y) || isAcronymOf(y, x) ? "acronym" : "other";
}
