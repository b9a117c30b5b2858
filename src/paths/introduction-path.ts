import type { TieEvidence } from "../people/index.js";
import type { Factor, TieState } from "../ties/index.js";

/** One consent of a path: `asker` asks `asked`. The last leg is the target's own yes. */
export interface Leg {
  readonly asker: string;
  readonly asked: string;
  /** Probability in [0, 1] that `asked` says yes and follows through; of an inferred leg, odds of the tie included. */
  readonly consent: number;
  /** Consent by the formula alone, without anything that outcomes taught; absent where nothing was learned. */
  readonly predicted?: number;
  /** 90% interval of the consent. */
  readonly interval: readonly [number, number];
  /** Tie strength in [0, 1] and its rhythm; of an inferred leg, the strength assumed if the tie exists. */
  readonly strength: number;
  readonly state: TieState;
  readonly factors: readonly Factor[];
  /** What was seen of the tie, told from the asker's side. */
  readonly evidence: TieEvidence;
  /** True where nobody has seen this tie and it is inferred. */
  readonly inferred: boolean;
  /** Probability that an inferred tie exists; absent on a seen tie. */
  readonly tieProbability?: number;
  /** Consent given that the tie exists; equal to `consent` on a seen tie. */
  readonly consentIfTied: number;
  /** The target's yes to a note from one who does not know them, the same event for all guesses; absent on a seen tie. */
  readonly consentIfNot?: number;
  /** Probability that `asker`, not knowing the target, writes to them at all; absent on a seen tie. */
  readonly willing?: number;
  /** What the formula alone says of a guessed tie: kept with the ask, so that its outcome can be learned from. */
  readonly guess?: Guess;
  /** One sentence: how likely, how the tie stands and since when, what speaks for and against it. */
  readonly why: string;
}

/** A guessed leg by the formula alone, without anything that outcomes taught; numbers as in {@link Leg}. */
export interface Guess {
  readonly tieProbability: number;
  readonly consentIfTied: number;
  readonly consentIfNot: number;
  readonly willing: number;
}

/** What of a leg goes into the numbers of a plan. */
export type LegNumbers = Pick<
  Leg,
  "asker" | "asked" | "consent" | "strength" | "consentIfTied" | "consentIfNot" | "willing"
>;

/** A path in numbers alone: all that choosing among the asks for many buyers takes. */
export interface RatedPath extends Pick<IntroductionPath, "people" | "probability"> {
  readonly legs: readonly LegNumbers[];
}

/** A path that was found. It is told in words only where somebody reads it. */
export interface FoundPath extends RatedPath {
  readonly describe: () => IntroductionPath;
}

/** A way from the seeker to the target, as a person reads it. */
export interface IntroductionPath {
  /** Ids, seeker first, target last. */
  readonly people: readonly string[];
  /** One leg fewer than people: people[i] asks people[i + 1]. */
  readonly legs: readonly Leg[];
  /** Product of the legs' consents. */
  readonly probability: number;
  /** 90% interval of the probability. */
  readonly interval: readonly [number, number];
  /** Place in `legs` of the smallest consent. */
  readonly weakestLeg: number;
  /** What would raise the probability most, in one sentence. */
  readonly whatWouldHelp: string;
}
