import type { ConsentRole } from "./consent-terms.js";
import type { TieModel } from "./tie-model.js";

/** Half the width of a 90% interval, in log-odds, by what it comes from. */
export interface PriorSpread {
  /** What all legs of the role have in common: the prior may be off. */
  readonly common: number;
  /** What this one leg has by itself: the person, and the terms that nobody told of them. */
  readonly own: number;
}

/** How sure the prior of a role is, for a request of which so many of standing, reluctance and quality are not known. */
export function priorSpread(
  role: ConsentRole,
  unknownTerms: number,
  { uncertainty: u }: TieModel,
): PriorSpread {
  return {
    common: u.spread * u.consent * Math.sqrt(u.common) * u[role],
    own: u.spread * Math.hypot(u.consent * Math.sqrt(1 - u.common), u.termUnknown * Math.sqrt(unknownTerms)),
  };
}

/** Terms of a request that may be unknown: standing, reluctance and quality. */
export const UNKNOWN_TERMS = 3;
