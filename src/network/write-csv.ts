import { type CsvOptions, csvTable } from "../base/index.js";
import { type ExportOptions, PERSON_COLUMNS, personRows, TIE_COLUMNS, tieRows } from "./export-rows.js";
import type { Network } from "./network.js";

export type { CsvOptions };

/** Everybody, or whom a `seeker` may see, as CSV (RFC 4180, one header line): id, name, first and last name, company, title, emails and so on. */
export function peopleToCsv(network: Network, options: CsvOptions & ExportOptions = {}): string {
  return csvTable([[...PERSON_COLUMNS], ...personRows(network, options)], options);
}

/** Every tie as CSV: its two ids, who may use it, and what was seen; an edge list for any graph tool. */
export function tiesToCsv(network: Network, options: CsvOptions & ExportOptions = {}): string {
  return csvTable([[...TIE_COLUMNS], ...tieRows(network, options)], options);
}
