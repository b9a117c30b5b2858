import { compareCodeUnits } from "../base/index.js";
import { LatestRows } from "./latest-rows.js";
import { isLead, leadDay, type SalesCase } from "./sales-case.js";

/** Cases by what an alert may say of them, the latest first. */
export class CaseEvidence {
  readonly #groups = new Map<string, LatestRows<SalesCase>>();
  readonly #bySource = new Map<string, LatestRows<SalesCase>>();

  /** Puts a case into its groups, or takes it out as it was put in. */
  add(one: SalesCase, sign: 1 | -1): void {
    if (isLead(one)) {
      change(rowsOf(this.#bySource, one.source), one, sign);
      if (!one.active) change(rowsOf(this.#groups, "passive"), one, sign);
    }
    if (one.reason === "no-decision") change(rowsOf(this.#groups, "no-decision"), one, sign);
    if (one.days.won !== undefined) change(rowsOf(this.#groups, "won"), one, sign);
    // Won and lost deals were in the pipeline too.
    if ((one.days.met ?? one.days.opportunity) !== undefined)
      change(rowsOf(this.#groups, "pipeline"), one, sign);
  }

  /** Ids of the latest events of a group, or of the leads of a source. */
  events(group: string, source?: string): readonly string[] {
    const rows = source === undefined ? rowsOf(this.#groups, group) : rowsOf(this.#bySource, source);
    return rows.rows(MOST_EVIDENCE).flatMap(({ events }) => events.at(-1) ?? []);
  }

  /** The people of the latest cases of a group, each once. */
  people(group: string): readonly string[] {
    const rows = rowsOf(this.#groups, group).rows(MOST_EVIDENCE);
    const people = rows.flatMap(({ connector, target }) => [connector, target]);
    return [...new Set(people.filter((id) => id !== undefined))];
  }
}

function rowsOf(groups: Map<string, LatestRows<SalesCase>>, group: string): LatestRows<SalesCase> {
  const held = groups.get(group);
  if (held !== undefined) return held;
  const rows = new LatestRows<SalesCase>(leadDay, withinDay);
  groups.set(group, rows);
  return rows;
}

function change(rows: LatestRows<SalesCase>, one: SalesCase, sign: 1 | -1): void {
  if (sign === 1) rows.add(one);
  else rows.remove(one);
}

function withinDay(a: SalesCase, b: SalesCase): number {
  return Number(b.isAsk) - Number(a.isAsk) || compareCodeUnits(a.id, b.id);
}

/** No alert names more events than a person would look through. */
export const MOST_EVIDENCE = 20;
