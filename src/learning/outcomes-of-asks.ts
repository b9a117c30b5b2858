import { checkShape, shiftedChance } from "../base/index.js";
import { type AskStatus, isUndecided } from "../tracking/index.js";
import type { Outcome } from "./outcome.js";

/** What else is known of the one who was asked: the codes of their referral source and of the method. */
export interface AskedVia {
  readonly source?: string | undefined;
  readonly method?: string | undefined;
}

/** Shifts in log-odds learned so far, by which it is weighed what was behind an answer to a guess. */
export type TaughtOfGuesses = Readonly<Record<"knows" | "last" | "cold", number>>;

/**
 * Outcomes of asks as tracking follows them, one for each consent that was put to somebody. First comes the connector's
 * (`first`, or `last` where the target was asked directly). Then comes each one's who passed it on (`relay`: an
 * introduction that was seen took them all). The target's is `last`, from the introduction on. An answer that has not
 * come is `pending`, and a withdrawn ask says nothing. `predicted` is the consent on record without what had been learned
 * by then. "I do not know them" and "ask Dan instead" are no refusals: they teach nothing of consent. What guesses teach stands
 * in the README. In order of the asks.
 */
export function outcomesOfAsks(
  asks: readonly AskStatus[],
  viaOf: (asked: string) => AskedVia = () => ({}),
  taught: TaughtOfGuesses = { knows: 0, last: 0, cold: 0 },
): Outcome[] {
  checkShape(asks, [{ ask: { legs: ["object"] } }], "asks");
  checkShape(viaOf, "function", "viaOf");
  checkShape(taught, "object", "taught");
  const isKnowingTold = asks.some(({ answer }) => answer === NOT_TIED);
  return asks.flatMap((status) => {
    const { legs } = status.ask;
    return legs.flatMap((leg, index): Outcome[] => {
      const last = index === legs.length - 1;
      const kind = last ? "last" : index === 0 ? "first" : "relay";
      const signs = last && index === 0 ? DIRECT : SIGNS[kind];
      const put = stepOf(status, signs.put);
      const yes = stepOf(status, signs.yes) !== undefined;
      const no = stepOf(status, signs.no) !== undefined;
      const withdrawn = status.state === "withdrawn" && !yes && !no;
      const result = yes ? "yes" : no ? "no" : "pending";
      if (leg.inferred) {
        const answer =
          put === undefined || withdrawn || isUndecided(status) ? undefined : ({ at: put, result } as const);
        return [
          ...(index === 1 && isKnowingTold ? knowing(leg, status, taught) : []),
          ...(answer === undefined ? [] : answersToGuess(leg, answer, taught)),
        ];
      }
      const predicted = leg.predicted ?? leg.consent;
      if (put === undefined || withdrawn || isUndecided(status) || !isOpen(predicted)) return [];
      const medium = index === 0 ? status.channel : undefined;
      const outcome = { kind, predicted, at: put, result, ...(medium && { medium }) } as const;
      return [{ ...outcome, ...(last ? {} : { connector: leg.asked, ...viaOf(leg.asked) }) }];
    });
  });
}

/**
 * Whether the connector knows the target: "I do not know them" is a no. Who answers otherwise, whatever it is, knows them or
 * would write to a stranger: yes and no by the odds of either. Silence says nothing.
 */
function knowing({ guess }: GuessedLeg, status: AskStatus, taught: TaughtOfGuesses): Outcome[] {
  if (guess === undefined || !isOpen(guess.tieProbability)) return [];
  const head = { kind: "knows", predicted: guess.tieProbability } as const;
  const sent = stepOf(status, SIGNS.first.put) as string;
  if (status.answer === NOT_TIED) return [{ ...head, at: sent, result: "no" }];
  if (stepOf(status, ANSWERED) === undefined || isUndecided(status)) return [];
  const tied = oddsOfTie(guess, taught);
  return [
    { ...head, at: sent, result: "yes", weight: tied },
    { ...head, at: sent, result: "no", weight: 1 - tied },
  ];
}

/** The target's answer to a guess: as one who knows the connector, or as one who does not, by the odds of either. */
function answersToGuess(
  { guess }: GuessedLeg,
  answer: Pick<Outcome, "at" | "result">,
  taught: TaughtOfGuesses,
): Outcome[] {
  if (guess === undefined || !isOpen(guess.consentIfTied) || !isOpen(guess.consentIfNot)) return [];
  const { consentIfTied, consentIfNot } = guess;
  const odds = oddsOfTie(guess, taught);
  const chance = (consent: number): number =>
    answer.result === "yes" ? consent : answer.result === "no" ? 1 - consent : 1;
  const tied = odds * chance(shiftedChance(consentIfTied, taught.last));
  const not = (1 - odds) * chance(shiftedChance(consentIfNot, taught.cold));
  return [
    { kind: "last", predicted: consentIfTied, ...answer, weight: tied / (tied + not) },
    { kind: "cold", predicted: consentIfNot, ...answer, weight: not / (tied + not) },
  ];
}

/** Odds of the tie once the connector has said that they will write. */
function oddsOfTie(
  { tieProbability, willing }: NonNullable<GuessedLeg["guess"]>,
  { knows }: TaughtOfGuesses,
): number {
  const pi = shiftedChance(tieProbability, knows);
  return pi / (pi + (1 - pi) * willing);
}

function isOpen(chance: number): boolean {
  return chance > 0 && chance < 1;
}

/** A leg of a recorded ask. */
type GuessedLeg = AskStatus["ask"]["legs"][number];

/** When the first step of one of these types was taken. */
function stepOf({ steps }: AskStatus, types: readonly string[]): string | undefined {
  return steps.find(({ type }) => types.includes(type))?.at;
}

const TARGET_YES: readonly string[] = ["target.agreed", "meeting.held", "opportunity.opened", "deal.won"];
const NOT_TIED = "not-tied";
/** Steps that show an introduction to have been made. */
const SEEN: readonly string[] = ["introduction.made", "target.declined", ...TARGET_YES];
const AGREED: readonly string[] = ["ask.agreed", "ask.claimed", ...SEEN];
const ANSWERED: readonly string[] = ["ask.declined", ...AGREED];

/** Steps by which a consent was put to somebody, and those that are their yes or their no. */
const SIGNS: Readonly<
  Record<"first" | "relay" | "last", Readonly<Record<"put" | "yes" | "no", readonly string[]>>>
> = {
  first: { put: ["ask.sent"], yes: AGREED, no: ["ask.declined"] },
  relay: { put: AGREED, yes: SEEN, no: [] },
  last: { put: SEEN, yes: TARGET_YES, no: ["target.declined"] },
};
/** The target asked by the seeker themselves. */
const DIRECT: (typeof SIGNS)["last"] = {
  put: ["ask.sent"],
  yes: ["ask.agreed", ...TARGET_YES],
  no: ["ask.declined", "target.declined"],
};
