/** What a company's being the one asked for, or not, does to a match's score; assumptions of ours, made to rank. */
export interface CompanyLikeness {
  readonly factor: number;
  readonly why: string;
}

export const SAME_COMPANY: CompanyLikeness = { factor: 1, why: "same company" };
export const MISSPELLED_COMPANY: CompanyLikeness = { factor: 0.92, why: "company spelled almost the same" };
export const LONGER_COMPANY: CompanyLikeness = { factor: 0.85, why: "company's name has further words" };
export const UNKNOWN_COMPANY: CompanyLikeness = { factor: 0.7, why: "company not known" };
export const OTHER_COMPANY: CompanyLikeness = { factor: 0.55, why: "another company" };
