import type { CompiledView } from "./compiled-view.js";
import { guessed } from "./leg-numbers.js";
import type { PromisingLegs } from "./promising-legs.js";
import type { LastLegOf } from "./score-leg.js";

/** The least and the most consent over a guess of some odds, whatever it rests on. */
export interface GuessRange {
  readonly least: number;
  readonly most: number;
}

/** Keeps guesses out of which no path can be among the best ones. Of several guesses about two people the one with the best odds counts. */
export interface GuessBar {
  readonly legs: PromisingLegs;
  rangeOf(odds: number): GuessRange;
  /** True where the guess may matter; `isFirst`: none was let in about the two before. */
  admits(node: number, range: GuessRange, isFirst: boolean): boolean;
}

/** The bar towards one target; undefined where better odds may mean less consent, so that no bound holds. */
export function guessBar(
  { compiled: { scorer } }: CompiledView,
  asLast: LastLegOf,
  legs: PromisingLegs,
): GuessBar | undefined {
  const { model } = scorer;
  const { colleague, coldMail } = model.priors;
  const tied = scorer.consent({ strength: model.inference.strength, ...asLast });
  const consentOf = (tieProbability: number, consentIfNot: number): number =>
    guessed({ tieProbability, consentIfNot }, tied, model, undefined).consent;
  const [coldest, warmest] = [Math.min(colleague, coldMail), Math.max(colleague, coldMail)];
  if (consentOf(0, warmest) > tied) return undefined;
  return {
    legs,
    rangeOf: (odds) => ({ least: consentOf(odds, coldest), most: consentOf(odds, warmest) }),
    admits: (node, { least, most }, isFirst) => {
      if (!legs.isOpen(node, most)) return false;
      if (isFirst) legs.expect(node, least);
      return true;
    },
  };
}
