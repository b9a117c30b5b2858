import { checkShape, compareCodeUnits, roundForPlan, soundOf } from "../base/index.js";
import { countInterval } from "./count-interval.js";
import { type Rate, rateOf } from "./rate.js";
import { CASES, isLead, type SalesCase, stageReached } from "./sales-case.js";

/** What was put into a source apart from its leads. */
export interface Effort {
  readonly source: string;
  readonly hours: number;
  readonly cost: number;
}

/** What one source of leads brought and took; `rate` is the share of its leads that was won. Costs are in the caller's own unit. */
export interface SourceResult extends Rate {
  readonly source: string;
  /** True where one's own effort brought at least half of its leads. */
  readonly active: boolean;
  readonly leads: number;
  /** Of all leads, with its 90% interval. */
  readonly share: number;
  readonly shareInterval: readonly [number, number];
  readonly meetings: number;
  readonly won: number;
  readonly lost: number;
  readonly hours: number;
  readonly cost: number;
  /** Absent where no cost, or nothing to divide it by, is on record. */
  readonly costPerLead?: number;
  readonly costPerMeeting?: number;
  readonly costPerWin?: number;
  /** What it would cost at the ends of the 90% interval of as many leads, meetings or wins for that cost. */
  readonly costPerLeadInterval?: readonly [number, number];
  readonly costPerMeetingInterval?: readonly [number, number];
  readonly costPerWinInterval?: readonly [number, number];
  /** Leads and wins for each hour put in, with their 90% intervals; absent without hours. */
  readonly leadsPerHour?: number;
  readonly winsPerHour?: number;
  readonly leadsPerHourInterval?: readonly [number, number];
  readonly winsPerHourInterval?: readonly [number, number];
}

/** One row a source: most wins first, of as many the cheaper, then the more leads, then by code. */
export function sourceResults(
  cases: readonly SalesCase[],
  efforts: readonly Effort[],
): readonly SourceResult[] {
  return soundOf("cases", () => {
    checkShape(cases, CASES, "cases");
    checkShape(efforts, [{ source: "text", hours: "finite", cost: "finite" }], "efforts");
    const tally = new SourceTally();
    for (const one of cases) tally.addCase(one, 1);
    for (const effort of efforts) tally.addEffort(effort, 1);
    return tally.result();
  });
}

interface Counts {
  leads: number;
  active: number;
  meetings: number;
  won: number;
  lost: number;
  efforts: number;
  /** Thousandths, so that what is taken away again leaves nothing behind. */
  hours: number;
  cost: number;
}

/** {@link sourceResults} of what was added and not taken away again. */
export class SourceTally {
  readonly #sources = new Map<string, Counts>();

  addCase(one: SalesCase, sign: 1 | -1): void {
    if (!isLead(one)) return;
    const row = this.#row(one.source);
    const stage = stageReached(one);
    row.leads += sign;
    if (one.active) row.active += sign;
    if (stage !== "introduced") row.meetings += sign;
    if (stage === "won") row.won += sign;
    if (one.lost !== undefined) row.lost += sign;
    row.cost += sign * Math.round(one.cost * 1000);
  }

  addEffort({ source, hours, cost }: Effort, sign: 1 | -1): void {
    const row = this.#row(source);
    row.efforts += sign;
    row.hours += sign * Math.round(hours * 1000);
    row.cost += sign * Math.round(cost * 1000);
  }

  result(): readonly SourceResult[] {
    const rows = [...this.#sources].filter(([, { leads, efforts }]) => leads + efforts > 0);
    const all = rows.reduce((sum, [, { leads }]) => sum + leads, 0);
    return rows
      .map(([source, counts]) => resultOf(source, counts, all))
      .sort(
        (a, b) =>
          b.won - a.won || a.cost - b.cost || b.leads - a.leads || compareCodeUnits(a.source, b.source),
      );
  }

  #row(source: string): Counts {
    const held = this.#sources.get(source);
    if (held !== undefined) return held;
    const row = { leads: 0, active: 0, meetings: 0, won: 0, lost: 0, efforts: 0, hours: 0, cost: 0 };
    this.#sources.set(source, row);
    return row;
  }
}

function resultOf(source: string, counts: Counts, all: number): SourceResult {
  const { leads, active, meetings, won, lost } = counts;
  const [hours, cost] = [counts.hours / 1000, counts.cost / 1000];
  const share = rateOf(leads, all);
  return {
    source,
    active: 2 * active >= leads,
    leads,
    share: share.rate,
    shareInterval: share.interval,
    meetings,
    won,
    lost,
    hours,
    cost,
    ...ratio("costPerLead", cost, leads),
    ...ratio("costPerMeeting", cost, meetings),
    ...ratio("costPerWin", cost, won),
    ...(hours > 0
      ? {
          leadsPerHour: roundForPlan(leads / hours),
          winsPerHour: roundForPlan(won / hours),
          leadsPerHourInterval: countInterval(leads, hours),
          winsPerHourInterval: countInterval(won, hours),
        }
      : {}),
    ...rateOf(won, leads),
  };
}

function ratio<Name extends string>(
  name: Name,
  cost: number,
  count: number,
): { readonly [Key in Name]?: number } & { readonly [Key in `${Name}Interval`]?: readonly [number, number] } {
  if (cost === 0 || count === 0) return {};
  const [fewest, most] = countInterval(count, cost);
  return {
    [name]: roundForPlan(cost / count),
    [`${name}Interval`]: [roundForPlan(1 / most), roundForPlan(1 / fewest)],
  } as ReturnType<typeof ratio<Name>>;
}
