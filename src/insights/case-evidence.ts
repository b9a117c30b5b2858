import { compareCodeUnits, type UtcDay } from "../base/index.js";
import { isLead, leadDay, type SalesCase } from "./sales-case.js";
import { SortedRows } from "./sorted-rows.js";

/** What an alert rests on: the last event of a case, and whom it is about. */
interface EvidenceRow {
  readonly id: string;
  readonly day: UtcDay;
  readonly event: string;
  readonly people: readonly string[];
}

/** Cases by what an alert may say of them, the latest first. */
export class CaseEvidence {
  readonly #groups = new Map<string, SortedRows<EvidenceRow>>();

  /** Puts a case into its groups, or takes it out. */
  put(key: string, one: SalesCase, isThere: boolean): void {
    const event = one.events.at(-1);
    if (event === undefined) return;
    const people = [one.connector, one.target].filter((id) => id !== undefined);
    const row = { id: key, day: leadDay(one), event, people };
    for (const group of groupsOf(one)) this.#rowsOf(group).put(key, isThere ? row : undefined);
  }

  /** Ids of the latest events of a group. */
  events(group: string): readonly string[] {
    return this.#rowsOf(group)
      .rows(MOST_EVIDENCE)
      .map(({ event }) => event);
  }

  /** The people of the latest cases of a group, each once. */
  people(group: string): readonly string[] {
    return [
      ...new Set(
        this.#rowsOf(group)
          .rows(MOST_EVIDENCE)
          .flatMap(({ people }) => people),
      ),
    ];
  }

  #rowsOf(group: string): SortedRows<EvidenceRow> {
    const held = this.#groups.get(group) ?? new SortedRows<EvidenceRow>(byDay);
    this.#groups.set(group, held);
    return held;
  }
}

function byDay(a: EvidenceRow, b: EvidenceRow): number {
  return b.day - a.day || compareCodeUnits(a.id, b.id);
}

function groupsOf(one: SalesCase): readonly string[] {
  return [
    ...(isLead(one) ? [`source:${one.source}`] : []),
    ...(isLead(one) && !one.active ? ["passive"] : []),
    ...(one.reason === "no-decision" ? ["no-decision"] : []),
    ...(one.days.won === undefined ? [] : ["won"]),
    ...(one.open && one.days.met !== undefined ? ["pipeline"] : []),
  ];
}

/** No alert names more events than a person would look through. */
export const MOST_EVIDENCE = 20;
