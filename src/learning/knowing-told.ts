import { shiftedChance } from "../base/index.js";
import type { AskStatus } from "../tracking/index.js";
import type { Outcome } from "./outcome.js";

/** Shifts in log-odds learned so far, by which it is weighed what was behind an answer to a guess. */
export type TaughtOfGuesses = Readonly<Record<"knows" | "last" | "cold", number>> & {
  /** Of connectors' own consent. @defaultValue 0 */
  readonly first?: number;
};

/** An answer on record: when it was asked for, and what came. */
export type AnswerOnRecord = Pick<Outcome, "at" | "result">;

/** What is guessed of a leg. */
export type Guess = NonNullable<AskStatus["ask"]["legs"][number]["guess"]>;

/**
 * A connector's answer about somebody whom it is only guessed that they know. They can pass it on if they know them or
 * would write to a stranger; only then does their own consent decide.
 */
export interface AnswerAboutGuess extends AnswerOnRecord {
  /** Odds of the tie as forecast. */
  readonly guessed: number;
  /** By what was learned: odds of the tie, of being able to pass it on, and the consent of one who is. */
  readonly knows: number;
  readonly able: number;
  readonly first: number;
  /** "I do not know them": certain, and nothing is learned of their consent. */
  readonly isUntied: boolean;
}

/** A connector's answer with the odds of what may be behind it; absent where nothing is to be learned of it. */
export function answerAboutGuess(
  { ask: { legs }, answer: said, state, steps }: AskStatus,
  plain: AnswerOnRecord | undefined,
  taught: TaughtOfGuesses,
): AnswerAboutGuess | undefined {
  const guess = legs[1]?.guess;
  const consent = legs[0]?.predicted ?? legs[0]?.consent ?? 0;
  const isUntied = state === "declined" && said === NOT_TIED;
  const answer = isUntied ? { at: steps[0]!.at, result: "no" as const } : plain;
  if (answer === undefined || guess === undefined) return undefined;
  if (!isOpenChance(guess.tieProbability) || !isOpenChance(consent)) return undefined;
  return {
    ...answer,
    guessed: guess.tieProbability,
    knows: shiftedChance(guess.tieProbability, taught.knows),
    able: ableBy(guess, taught),
    first: shiftedChance(consent, taught.first ?? 0),
    isUntied,
  };
}

/**
 * How often one who cannot pass it on says so, in place of a plain no or nothing: the most likely share for these answers.
 * Nothing is assumed of it, since teams differ. Its likelihood has one top, which is halved down to.
 */
export function shareTold(
  answers: readonly (AnswerAboutGuess | undefined)[],
  isSilent: (k: number) => boolean,
): number {
  const plain: number[] = [];
  let untied = 0;
  for (const [k, answer] of answers.entries()) {
    if (answer === undefined || answer.result === "yes") continue;
    if (answer.isUntied) untied++;
    else if (answer.result === "no" || isSilent(k))
      plain.push((answer.able * (1 - answer.first)) / (1 - answer.able));
  }
  const excess = (share: number): number =>
    plain.reduce((sum, able) => sum + share / (able + 1 - share), 0) - untied;
  if (untied === 0) return 0;
  if (excess(1) <= 0) return 1;
  let [low, high] = [0, 1];
  for (let step = 0; step < HALVINGS; step++) {
    const middle = (low + high) / 2;
    if (excess(middle) < 0) low = middle;
    else high = middle;
  }
  return low;
}

/** How likely it is that one who said a plain no, or nothing, could have passed it on. */
export function ableWithoutYes({ able, first, isUntied }: AnswerAboutGuess, told: number): number {
  const unwilling = able * (1 - first);
  return isUntied ? 0 : unwilling / (unwilling + (1 - able) * (1 - told));
}

/** Chance that any answer comes of those that silence is not: a yes, or that they do not know them. */
export function chanceOfAnswer({ able, first }: AnswerAboutGuess, told: number): number {
  return able * first + (1 - able) * told;
}

/** Whether the connector knows them: the odds after their own answer, and after the target's where that came. */
export function knowingOutcome(
  answer: AnswerAboutGuess,
  told: number,
  tiedByTarget: number | undefined,
): Outcome {
  const { at, result, guessed, knows, able } = answer;
  const isAble = result === "yes" ? 1 : ableWithoutYes(answer, told);
  const holds = tiedByTarget ?? (isAble * knows) / able;
  return { kind: "knows", predicted: guessed, at, result, holds, answered: chanceOfAnswer(answer, told) };
}

/** Odds of the tie after the target's answer to somebody who passed it on; absent where that was not, or no guess can be read. */
export function tiedByTarget(
  guess: Guess | undefined,
  answer: AnswerOnRecord | undefined,
  taught: TaughtOfGuesses,
): number | undefined {
  if (guess === undefined || answer === undefined) return undefined;
  const { tieProbability, consentIfTied, consentIfNot } = guess;
  if (!isOpenChance(consentIfTied) || !isOpenChance(consentIfNot)) return undefined;
  const knows = shiftedChance(tieProbability, taught.knows);
  const chance = (consent: number): number =>
    answer.result === "yes" ? consent : answer.result === "no" ? 1 - consent : 1;
  const tied = knows * chance(shiftedChance(consentIfTied, taught.last));
  const not = (ableBy(guess, taught) - knows) * chance(shiftedChance(consentIfNot, taught.cold));
  return tied / (tied + not);
}

function ableBy({ tieProbability, willing }: Guess, { knows }: TaughtOfGuesses): number {
  const pi = shiftedChance(tieProbability, knows);
  return pi + (1 - pi) * willing;
}

/** True for a chance that an answer can move. */
export function isOpenChance(chance: number): boolean {
  return chance > 0 && chance < 1;
}

/** The answer of who does not know the target. */
const NOT_TIED = "not-tied";
const HALVINGS = 50;
