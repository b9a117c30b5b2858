import { checkShape, compareCodeUnits, madeOf, unfit, utcDay } from "../base/index.js";
import type { AskStatus } from "./ask-status.js";

/** How far a connector's word that they have asked is to be believed. */
export interface Accountability {
  readonly connector: string;
  /** Times they said that it was done. */
  readonly claims: number;
  /** Claims that evidence followed. */
  readonly proved: number;
  /** Claims without evidence for so long that they count as untrue. */
  readonly unproved: number;
  /** Claims too fresh to tell. */
  readonly pending: number;
  /** Posterior mean of P(done | claimed). */
  readonly rate: number;
}

/** Prior of the rate and the patience with a claim (README, Claims). */
export interface AccountabilityModel {
  /** @defaultValue 0.7 */
  readonly priorMean: number;
  /** How many claims the prior weighs. @defaultValue 4 */
  readonly priorStrength: number;
  /** A claim without evidence for so many days counts as untrue. @defaultValue 14 */
  readonly proofDays: number;
}

/** The defaults, which are assumptions. */
export const DEFAULT_ACCOUNTABILITY: AccountabilityModel = {
  priorMean: 0.7,
  priorStrength: 4,
  proofDays: 14,
};

/**
 * Beta posterior of each connector's claims, in order of ids. Evidence is the introduction seen, the target's own answer, or
 * a meeting; somebody's word is none.
 * @throws WarmpathError `INVALID_DATE`; `INVALID_ARGUMENT` for a mean outside [0, 1], a strength not above 0, negative days.
 */
export function accountability(
  records: readonly AskStatus[],
  options: { readonly now: Date | string } & Partial<AccountabilityModel>,
): readonly Accountability[] {
  return madeOf("records", () => {
    checkShape(records, ["object"], "records");
    const { now, ...own } = options;
    const { priorMean, priorStrength, proofDays } = { ...DEFAULT_ACCOUNTABILITY, ...own };
    if (!(priorMean >= 0 && priorMean <= 1) || !(priorStrength > 0) || !(proofDays >= 0)) {
      throw unfit("model", "of numbers within their range");
    }
    const today = utcDay(now, "now");
    const tally = new Map<string, { proved: number; unproved: number; pending: number }>();
    for (const { ask, steps } of records) {
      const claim = steps.findIndex(({ type }) => type === "ask.claimed");
      const at = steps[claim]?.at;
      const day = at === undefined ? Number.POSITIVE_INFINITY : utcDay(at);
      if (day > today) continue;
      const counts = tally.get(ask.connector) ?? { proved: 0, unproved: 0, pending: 0 };
      if (steps.slice(claim).some(({ type, at }) => EVIDENCE.has(type) && utcDay(at) <= today))
        counts.proved++;
      else if (today - day > proofDays) counts.unproved++;
      else counts.pending++;
      tally.set(ask.connector, counts);
    }
    return [...tally]
      .map(([connector, { proved, unproved, pending }]) => ({
        connector,
        claims: proved + unproved + pending,
        proved,
        unproved,
        pending,
        rate: (priorMean * priorStrength + proved) / (priorStrength + proved + unproved),
      }))
      .sort((x, y) => compareCodeUnits(x.connector, y.connector));
  });
}

const EVIDENCE: ReadonlySet<string> = new Set([
  "introduction.made",
  "target.agreed",
  "target.declined",
  "meeting.held",
]);
