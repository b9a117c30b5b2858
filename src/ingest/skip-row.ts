import type { Issue, IssueCode } from "../base/index.js";

/** Tells why a row is skipped; false, for the reader to hand on. */
export function skipRow(issues: Issue[], row: number, code: IssueCode, message: string): false {
  issues.push({ code, severity: "warning", message, row });
  return false;
}
