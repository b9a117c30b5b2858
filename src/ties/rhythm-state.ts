import type { TieState } from "./factor.js";
import type { TieMeasures } from "./measure-evidence.js";
import type { TieModel } from "./tie-model.js";

/**
 * The rhythm of a tie (Navarro 2017; README, Rhythm): silence against the median gap between its days of contact. With
 * fewer than three days it is "unknown". A tie that was strong and has been silent for three years is "dormant-strong"
 * whatever its gaps: reconnect before asking. Days of contact are those that break a silence; a like alone is none.
 */
export function rhythmState(measures: TieMeasures, peak: number, model: TieModel): TieState {
  const { minimumDays, activeGaps, fadingGaps, strongPeak, dormantYears } = model.rhythm;
  const { contactDays, quiet: silence } = measures;
  if (measures.interactions === 0) return "never-spoken";
  if (contactDays.length < minimumDays) return "unknown";
  if (peak >= strongPeak && silence >= dormantYears * model.strength.yearDays) return "dormant-strong";
  const gap = medianGap(contactDays);
  return silence <= activeGaps * gap ? "active" : silence <= fadingGaps * gap ? "fading" : "dormant";
}

/** Median of the gaps between days in order; the mean of the two middle ones where their number is even. */
function medianGap(days: readonly number[]): number {
  const gaps = days.slice(1).map((day, k) => day - days[k]!);
  gaps.sort((a, b) => a - b);
  const middle = gaps.length >> 1;
  return gaps.length % 2 === 1 ? gaps[middle]! : (gaps[middle - 1]! + gaps[middle]!) / 2;
}
