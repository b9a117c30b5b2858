import { sigmoid } from "../base/index.js";
import type { TieEvidence } from "../people/index.js";
import type { TieMeasures } from "./measure-evidence.js";
import type { TieModel } from "./tie-model.js";

/** The terms of a tie's log-odds (README, Strength) before the bond. */
export interface StrengthTerms {
  readonly base: number;
  readonly closeness: number;
  /** The three parts of activity, which together count no less than 0. */
  readonly days: number;
  readonly silence: number;
  readonly reciprocity: number;
  readonly duration: number;
  readonly overlap: number;
  readonly contexts: number;
}

/** Terms of a tie as of the day of its measures. A tie that never spoke has no activity. */
export function strengthTerms(measures: TieMeasures, evidence: TieEvidence, model: TieModel): StrengthTerms {
  const c = model.strength;
  const spoken = measures.contactDays.length > 0;
  const { closeness, overlap, contexts } = evidence;
  const years = measures.datedDays / c.yearDays;
  const settings = contexts === undefined || contexts.length < 2 ? 0 : new Set(contexts).size - 1;
  return {
    base: c.base,
    closeness: c.closeness * (closeness ?? c.closenessUnknown),
    days: spoken ? c.days * Math.log(1 + measures.weightedDays) : 0,
    silence: spoken ? -(c.silence * Math.log(1 + measures.silence) + c.silencePerDay * measures.silence) : 0,
    reciprocity: spoken ? (c.reciprocity * measures.mutual) / (measures.mutual + 2) : 0,
    duration: (c.duration * Math.log1p(years)) / Math.log1p(c.durationYears),
    overlap: c.overlap * (overlap ?? 0),
    contexts: (c.contexts * Math.min(settings, c.contextsFull)) / c.contextsFull,
  };
}

/** Log-odds of strength after `silence` (a term of its own, so that the peak is the same sum without it). */
export function strengthLogOdds(terms: StrengthTerms, silence: number): number {
  const activity = Math.max(0, terms.days + terms.reciprocity + silence);
  return terms.base + terms.closeness + activity + terms.duration + terms.overlap + terms.contexts;
}

/** Share of its peak that a tie keeps however long it is silent: phi, which rises with overlap. */
export function bondShare(evidence: TieEvidence, model: TieModel): number {
  return model.strength.bond + model.strength.bondOverlap * (evidence.overlap ?? 0);
}

/**
 * Strength used: max(s, phi * s_peak), where the peak is the same evidence on the day of the last contact, silence 0.
 * No earlier day was stronger, since every other term only grows with evidence; so an event added never lowers it.
 */
export function strengthUsed(terms: StrengthTerms, bond: number): number {
  const now = sigmoid(strengthLogOdds(terms, terms.silence));
  return Math.max(now, bond * sigmoid(strengthLogOdds(terms, 0)));
}
