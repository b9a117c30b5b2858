import { addTo, type Issue } from "../../base/index.js";
import type { Tie } from "../../people/index.js";
import type { People } from "./crm-table.js";

/** A contact's own id and the id of the one he reports to. */
export interface ReportLine {
  readonly row: number;
  readonly key: string;
  readonly manager: string;
  readonly account: string;
  /** Folded; empty where not known. */
  readonly company: string;
}

/**
 * Ties between contacts of whom one reports to the other, with the company as the setting in which they meet. None across
 * companies, where the entry may be of a job that one of them has left.
 */
export function managerTies(
  lines: readonly ReportLine[],
  people: People,
  owner: string,
  issues: Issue[],
): Tie[] {
  const byKey = new Map<string, ReportLine[]>();
  for (const line of lines) addTo(byKey, line.key, line);
  const ties: Tie[] = [];
  for (const line of lines) {
    const { row, key, manager } = line;
    const [from, to] = [people.get(key), people.get(manager)];
    if (manager === "" || from === undefined) continue;
    const [place] = (byKey.get(manager) ?? []).flatMap((other) => placeOf(line, other) ?? []).sort();
    const tell = (code: string, message: string) =>
      issues.push({ code, severity: "info", message, row, column: "managerId" });
    if (to === undefined) tell("CONTACT_UNKNOWN", "The one he reports to is not in this table; no tie.");
    else if (to === from) tell("MANAGER_SELF", "He reports to himself; no tie.");
    else if (place === undefined)
      tell("MANAGER_ELSEWHERE", "The one he reports to is of another company; no tie.");
    else ties.push({ from, to, owner, evidence: { contexts: [place] } });
  }
  return ties;
}

/** The setting in which two contacts work together; undefined where what is known of their companies speaks against it. */
function placeOf(a: ReportLine, b: ReportLine): string | undefined {
  const isSame = bothAre(a.account, b.account) || bothAre(a.company, b.company);
  const areKnown = (a.account !== "" && b.account !== "") || (a.company !== "" && b.company !== "");
  if (areKnown && !isSame) return undefined;
  const company = a.company || b.company;
  return company === "" ? "work" : `work:${company}`;
}

function bothAre(a: string, b: string): boolean {
  return a !== "" && a === b;
}
