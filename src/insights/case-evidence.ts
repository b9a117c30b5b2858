import { compareCodeUnits } from "../base/index.js";
import { LatestRows } from "./latest-rows.js";
import { isLead, leadDay, type SalesCase } from "./sales-case.js";

/** Cases by what an alert may say of them, the latest first. */
export class CaseEvidence {
  readonly #groups = new Map<string, LatestRows<SalesCase>>();

  /** Puts a case into its groups, or takes it out as it was put in. */
  add(one: SalesCase, sign: 1 | -1): void {
    for (const group of groupsOf(one)) {
      const rows = this.#rowsOf(group);
      if (sign === 1) rows.add(one);
      else rows.remove(one);
    }
  }

  /** Ids of the latest events of a group. */
  events(group: string): readonly string[] {
    return this.#rowsOf(group)
      .rows(MOST_EVIDENCE)
      .flatMap(({ events }) => events.at(-1) ?? []);
  }

  /** The people of the latest cases of a group, each once. */
  people(group: string): readonly string[] {
    const rows = this.#rowsOf(group).rows(MOST_EVIDENCE);
    const people = rows.flatMap(({ connector, target }) => [connector, target]);
    return [...new Set(people.filter((id) => id !== undefined))];
  }

  #rowsOf(group: string): LatestRows<SalesCase> {
    const held = this.#groups.get(group);
    if (held !== undefined) return held;
    const rows = new LatestRows<SalesCase>(leadDay, withinDay);
    this.#groups.set(group, rows);
    return rows;
  }
}

function withinDay(a: SalesCase, b: SalesCase): number {
  return Number(b.isAsk) - Number(a.isAsk) || compareCodeUnits(a.id, b.id);
}

function groupsOf(one: SalesCase): readonly string[] {
  const groups: string[] = [];
  const lead = isLead(one);
  if (lead) groups.push(`source:${one.source}`);
  if (lead && !one.active) groups.push("passive");
  if (one.reason === "no-decision") groups.push("no-decision");
  if (one.days.won !== undefined) groups.push("won");
  if (one.open && one.days.met !== undefined) groups.push("pipeline");
  return groups;
}

/** No alert names more events than a person would look through. */
export const MOST_EVIDENCE = 20;
