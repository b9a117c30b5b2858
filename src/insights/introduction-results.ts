import { checkShape, madeOf } from "../base/index.js";
import { INTRODUCTION_KINDS, type IntroductionKind } from "./introduction-kinds.js";
import { type Rate, rateOf } from "./rate.js";
import { CASES, type SalesCase } from "./sales-case.js";

/** What came of introductions of one kind; `rate` is the share of them that led to a meeting. */
export interface IntroductionsOfKind extends Rate {
  readonly kind: IntroductionKind;
  readonly made: number;
  readonly met: number;
  readonly won: number;
}

/** One row a kind, those that never were with none. */
export function introductionResults(cases: readonly SalesCase[]): readonly IntroductionsOfKind[] {
  return madeOf("cases", () => {
    checkShape(cases, CASES, "cases");
    const tally = new IntroductionTally();
    for (const one of cases) tally.add(one, 1);
    return tally.result();
  });
}

/** {@link introductionResults} of what was added and not taken away again. */
export class IntroductionTally {
  readonly #counts = new Map<IntroductionKind, { made: number; met: number; won: number }>();

  add({ how, days }: Pick<SalesCase, "how" | "days">, sign: 1 | -1): void {
    if (how === undefined) return;
    const counts = this.#counts.get(how) ?? { made: 0, met: 0, won: 0 };
    this.#counts.set(how, counts);
    counts.made += sign;
    if ((days.met ?? days.opportunity ?? days.won) !== undefined) counts.met += sign;
    if (days.won !== undefined) counts.won += sign;
  }

  /** Every kind, those that never were with none. */
  result(): readonly IntroductionsOfKind[] {
    return INTRODUCTION_KINDS.map((kind) => {
      const { made, met, won } = this.#counts.get(kind) ?? { made: 0, met: 0, won: 0 };
      return { kind, made, met, won, ...rateOf(met, made) };
    });
  }
}
