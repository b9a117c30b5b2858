import { checkShape, logit, madeOf, shiftedChance, soundOf } from "../base/index.js";
import { inRange } from "./consent-terms.js";
import type { PartialTieModel } from "./partial-tie-model.js";
import { resolveTieModel } from "./resolve-tie-model.js";
import { type Estimate, spreadInterval } from "./spread-interval.js";
import type { TieModel } from "./tie-model.js";

/** Odds of a guessed tie and of a stranger's chance, shifted by what outcomes taught of guesses. */
export function learnedGuess(
  guess: { readonly tieProbability: number; readonly consentIfNot: number },
  model: TieModel,
): { readonly tieProbability: number; readonly consentIfNot: number } {
  return soundOf("guess", () => {
    checkShape(guess, { tieProbability: "finite", consentIfNot: "finite" }, "guess");
    const tieProbability = inRange(guess.tieProbability, "tieProbability", 0, 1);
    const consentIfNot = inRange(guess.consentIfNot, "consentIfNot", 0, 1);
    checkShape(model.calibration, { knows: "finite", cold: "finite" }, "model.calibration");
    const { calibration } = model;
    return {
      tieProbability: shiftedChance(tieProbability, calibration.knows),
      consentIfNot: shiftedChance(consentIfNot, calibration.cold),
    };
  });
}

type Options = { readonly model?: PartialTieModel | undefined };

/** Odds of an inferred tie, and the consent over it. */
export interface InferredLeg {
  /** Probability that the tie exists, from {@link colleagueTie} or the common neighbours of the two. */
  readonly tieProbability: number;
  /** Consent given that it does, from `consent` with `defaultTieModel.inference.strength`. */
  readonly consentIfTied: number;
  /** The target's yes to a note from one who does not know them. @defaultValue the model's prior `colleague`, 0.08 */
  readonly consentIfNot?: number | undefined;
  /** Probability that one who does not know the target writes at all. @defaultValue the model's `inference.willing`, 0.25 */
  readonly willing?: number | undefined;
}

/**
 * Consent over a tie that may not exist: pi c_tie + (1 - pi) w c_colleague. One who does not know the target mostly does not pass
 * a note on. That is what w, their willingness to write to a stranger, stands for (an assumption).
 * @throws WarmpathError `INVALID_ARGUMENT` for what is no probability.
 */
export function inferredConsent(leg: InferredLeg, options: Options = {}): number {
  return madeOf("leg", () => {
    checkShape(options, "object", "options");
    const pi = inRange(leg.tieProbability, "tieProbability", 0, 1);
    const tied = inRange(leg.consentIfTied, "consentIfTied", 0, 1);
    const { priors, inference } = resolveTieModel(options.model);
    const not = inRange(leg.consentIfNot ?? priors.colleague, "consentIfNot", 0, 1);
    const willing = inRange(leg.willing ?? inference.willing, "willing", 0, 1);
    return pi * tied + (1 - pi) * willing * not;
  });
}

/** How sure the two chances of a guess are, as shifts in log-odds to their lower and upper ends. */
export function guessSpread(
  tieProbability: number,
  { uncertainty: u }: TieModel,
): { readonly knows: readonly [number, number]; readonly cold: readonly [number, number] } {
  const least = tieProbability / u.fewerTied;
  const most = Math.max(tieProbability, Math.min(MOST_SURE, tieProbability * u.moreTied));
  const shiftTo = (end: number): number => u.knows * (logit(end) - logit(tieProbability));
  return { knows: [shiftTo(least), shiftTo(most)], cold: [-u.cold * u.colder, u.cold * u.warmer] };
}

/** 90% interval of the consent over a guessed tie: whether it is there, the yes with it, and the yes without it, each by itself. */
export function guessInterval(
  leg: { readonly tied: Estimate } & Readonly<Record<"tieProbability" | "consentIfNot" | "willing", number>>,
  model: TieModel,
): readonly [number, number] {
  return soundOf("leg", () => {
    checkShape(
      leg,
      { tieProbability: "finite", consentIfNot: "finite", willing: "finite", tied: ESTIMATE },
      "leg",
    );
    checkShape(model, { uncertainty: "object" }, "model");
    const { tied } = leg;
    const [tieProbability, consentIfNot, willing] = (
      ["tieProbability", "consentIfNot", "willing"] as const
    ).map((name) => inRange(leg[name], name, 0, 1)) as [number, number, number];
    const { knows, cold } = guessSpread(tieProbability, model);
    const ends = (p: number, [low, high]: readonly [number, number]): Estimate => ({
      probability: p,
      interval: [shiftedChance(p, low), shiftedChance(p, high)],
    });
    const inputs = [ends(tieProbability, knows), tied, ends(consentIfNot, cold)];
    return spreadInterval(inputs, (p) => {
      const [pi, consentIfTied, not] = p as readonly [number, number, number];
      return pi * consentIfTied + (1 - pi) * Math.min(willing * not, consentIfTied);
    }).interval;
  });
}

const ESTIMATE = { probability: "finite", interval: ["finite"] } as const;
const MOST_SURE = 0.999;
