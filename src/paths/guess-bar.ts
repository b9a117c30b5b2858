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
export class GuessBar {
  readonly legs: PromisingLegs;
  readonly #consentOf: (odds: number, consentIfNot: number) => number;
  readonly #cold: readonly [number, number];

  private constructor(
    legs: PromisingLegs,
    cold: readonly [number, number],
    consentOf: (odds: number, consentIfNot: number) => number,
  ) {
    this.legs = legs;
    this.#cold = cold;
    this.#consentOf = consentOf;
  }

  /** Undefined where better odds may mean less consent, so that no bound holds. */
  static of(
    { compiled: { scorer } }: CompiledView,
    asLast: LastLegOf,
    legs: PromisingLegs,
  ): GuessBar | undefined {
    const { model } = scorer;
    const { colleague, coldMail } = model.priors;
    const tied = scorer.consent({ strength: model.inference.strength, ...asLast });
    const consentOf = (tieProbability: number, consentIfNot: number): number =>
      guessed({ tieProbability, consentIfNot }, tied, model, undefined).consent;
    const cold = [Math.min(colleague, coldMail), Math.max(colleague, coldMail)] as const;
    return consentOf(0, cold[1]) > tied ? undefined : new GuessBar(legs, cold, consentOf);
  }

  rangeOf(odds: number): GuessRange {
    const [least, most] = this.#cold;
    return { least: this.#consentOf(odds, least), most: this.#consentOf(odds, most) };
  }

  /** True where the guess may matter; `isFirst`: none was let in about the two before. */
  admits(node: number, { least, most }: GuessRange, isFirst: boolean): boolean {
    if (!this.legs.isOpen(node, most)) return false;
    if (isFirst) this.legs.expect(node, least);
    return true;
  }
}
