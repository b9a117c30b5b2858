import { sigmoid } from "../base/index.js";
import { isKnownByTrade, type TieEvidence } from "../people/index.js";
import { closenessOf, closenessValue, tellsNothing } from "./closeness-of-evidence.js";
import type { TieMeasures } from "./measure-evidence.js";
import type { TieModel } from "./tie-model.js";

/** The terms of a tie's log-odds (README, Strength) before the bond. */
export interface StrengthTerms {
  readonly base: number;
  readonly closeness: number;
  /** The parts of activity, which together count no less than `floor`. */
  readonly days: number;
  readonly wrote: number;
  readonly floor: number;
  readonly silence: number;
  readonly reciprocity: number;
  readonly duration: number;
  readonly overlap: number;
  readonly contexts: number;
}

/** Terms of a tie as of the day of its measures. A tie of which nothing was heard has no activity but what went unanswered. */
export function strengthTerms(
  measures: TieMeasures,
  evidence: TieEvidence,
  model: TieModel,
  isTurned = false,
): StrengthTerms {
  const c = model.strength;
  const spoken = measures.lastHeard !== undefined;
  const { overlap } = evidence;
  const unanswered = Math.max(0, measures.wroteDays - measures.heardDays);
  const floor = unanswered === 0 ? 0 : -(c.wrote * Math.log(1 + unanswered));
  const years = (measures.datedDays ?? 0) / c.yearDays;
  const settings = Math.max(0, settingsOf(evidence) - 1);
  return {
    base: c.base,
    closeness: c.closeness * closenessValue(evidence, model, isTurned),
    days: spoken ? c.days * Math.log(1 + measures.heardDays) : 0,
    wrote: spoken ? -(c.wrote * Math.log(1 + measures.wroteDays)) : floor,
    floor,
    silence: spoken ? -(c.silence * Math.log(1 + measures.silence) + c.silencePerDay * measures.silence) : 0,
    reciprocity: spoken ? (c.reciprocity * measures.mutual) / (measures.mutual + 2) : 0,
    duration: years === 0 ? 0 : (c.duration * Math.log1p(years)) / Math.log1p(c.durationYears),
    overlap: c.overlap * (overlap ?? 0),
    contexts: (c.contexts * Math.min(settings, c.contextsFull)) / c.contextsFull,
  };
}

/** In how many settings two people meet: that they compete is none. */
export function settingsOf({ contexts }: TieEvidence): number {
  if (contexts === undefined || contexts.length === 0) return 0;
  return new Set(contexts).size - Number(contexts.includes("competitor"));
}

/** Log-odds of strength after `silence` (a term of its own, so that the peak is the same sum without it). */
export function strengthLogOdds(terms: StrengthTerms, silence: number): number {
  const activity = Math.max(terms.floor, terms.days + terms.wrote + terms.reciprocity + silence);
  return terms.base + terms.closeness + activity + terms.duration + terms.overlap + terms.contexts;
}

/** Share of its peak that a tie keeps however long it is silent: phi, which rises with overlap. */
export function bondShare(evidence: TieEvidence, model: TieModel): number {
  return model.strength.bond + model.strength.bondOverlap * (evidence.overlap ?? 0);
}

/**
 * Strength used: max(s, phi * s_peak), where the peak is the same evidence on the day of the last contact, silence 0.
 * An event that came from them or was of both never lowers it; a message of one's own that got no answer may.
 */
export function strengthUsed(terms: StrengthTerms, bond: number): number {
  const now = sigmoid(strengthLogOdds(terms, terms.silence));
  return Math.max(now, bond * sigmoid(strengthLogOdds(terms, 0)));
}

/**
 * How far the two never spoke, 0 to 1; the closer they are by word, the less. It is 0 where anything was heard from them. It is so
 * too of family and of those who do business with each other, on record or not.
 */
export function silenceOf(
  measures: TieMeasures,
  evidence: TieEvidence,
  model: TieModel,
  isTurned = false,
): number {
  if (measures.lastHeard !== undefined) return 0;
  if (tellsNothing(evidence)) return 1;
  if (isKnownByTrade(evidence)) return 0;
  const { value, isTold } = closenessOf(evidence, model, isTurned);
  return isTold ? 1 - value : 1;
}
