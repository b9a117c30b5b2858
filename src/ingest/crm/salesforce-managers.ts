import { addTo, type Issue, type IssueCode } from "../../base/index.js";
import type { Tie } from "../../people/index.js";
import type { CrmPeople } from "./crm-table.js";

/** A contact's own id and the id of the one they report to. */
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
  people: CrmPeople,
  owner: string,
  issues: Issue[],
): Tie[] {
  const workplaces = workplacesByKey(lines);
  const ties: Tie[] = [];
  for (const line of lines) {
    const { row, key, manager } = line;
    const [from, to] = [people.get(key), people.get(manager)];
    if (manager === "" || from === undefined) continue;
    const [place] = (workplaces.get(manager) ?? []).flatMap((other) => placeOf(line, other) ?? []).sort();
    const tell = (code: IssueCode, message: string) =>
      issues.push({ code, severity: "info", message, row, column: "managerId" });
    if (to === undefined) tell("CONTACT_UNKNOWN", "The manager is not in this table; no tie.");
    else if (to === from) tell("MANAGER_SELF", "A contact is named as their own manager; no tie.");
    else if (place === undefined) tell("MANAGER_ELSEWHERE", "The manager is of another company; no tie.");
    else ties.push({ from, to, owner, evidence: { contexts: [place] } });
  }
  return ties;
}

type Workplace = Pick<ReportLine, "account" | "company">;

/** Where each contact works, each place once; of a contact with very many rows the first places in code-unit order. */
function workplacesByKey(lines: readonly ReportLine[]): ReadonlyMap<string, readonly Workplace[]> {
  const names = new Map<string, string[]>();
  for (const { key, account, company } of lines) addTo(names, key, JSON.stringify([account, company]));
  const places = new Map<string, readonly Workplace[]>();
  for (const [key, all] of names) {
    const few = [...new Set(all)].sort().slice(0, MOST_PLACES);
    places.set(
      key,
      few.map((name) => {
        const [account, company] = JSON.parse(name) as [string, string];
        return { account, company };
      }),
    );
  }
  return places;
}

/** The setting in which two contacts work together; undefined where what is known of their companies speaks against it. */
function placeOf(a: Workplace, b: Workplace): string | undefined {
  const isSame = bothAre(a.account, b.account) || bothAre(a.company, b.company);
  const areKnown = (a.account !== "" && b.account !== "") || (a.company !== "" && b.company !== "");
  if (areKnown && !isSame) return undefined;
  const company = a.company || b.company;
  return company === "" ? "work" : `work:${company}`;
}

function bothAre(a: string, b: string): boolean {
  return a !== "" && a === b;
}

/** One contact stands in one row of an export; more rows of one id are a fault, and far more are meant to cost time. */
const MOST_PLACES = 16;
