import { callersOwn, checkShape, soundOf } from "../base/index.js";
import { type AskStatus, isUndecided } from "../tracking/index.js";
import {
  type AnswerOnRecord,
  ableWithoutYes,
  answerAboutGuess,
  chanceOfAnswer,
  type Guess,
  isOpenChance,
  knowingOutcome,
  shareTold,
  type TaughtOfGuesses,
  tiedByTarget,
} from "./knowing-told.js";
import type { Outcome } from "./outcome.js";

/** What else is known of the one who was asked: the codes of their referral source and of the method. */
export interface AskedVia {
  readonly source?: string | undefined;
  readonly method?: string | undefined;
}

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
  given: (asked: string) => AskedVia = () => ({}),
  taught: TaughtOfGuesses = { knows: 0, last: 0, cold: 0 },
): Outcome[] {
  return soundOf("asks", () => {
    checkShape(asks, [{ ask: { legs: ["object"] } }], "asks");
    const viaOf = callersOwn(given, "viaOf");
    checkShape(taught, "object", "taught");
    const abouts = asks.map((status) => answerAboutGuess(status, answerTo(status, SIGNS.first), taught));
    const told = shareTold(abouts, (k) => asks[k]!.state === "lapsed");
    return asks.flatMap((status, k) => {
      const { legs } = status.ask;
      const about = abouts[k];
      return legs.flatMap((leg, index): Outcome[] => {
        const last = index === legs.length - 1;
        const kind = last ? "last" : index === 0 ? "first" : "relay";
        const answer = answerTo(status, last && index === 0 ? DIRECT : SIGNS[kind]);
        if (leg.inferred) {
          const tied = tiedByTarget(leg.guess, answer, taught);
          const knowing = index === 1 && about !== undefined ? [knowingOutcome(about, told, tied)] : [];
          return tied === undefined ? knowing : [...knowing, ...answersToGuess(leg.guess!, answer!, tied)];
        }
        const predicted = leg.predicted ?? leg.consent;
        if (answer === undefined || !isOpenChance(predicted)) return [];
        const medium = index === 0 ? status.channel : undefined;
        const isOpen = index === 0 && about !== undefined && answer.result !== "yes";
        const asked = isOpen
          ? { weight: ableWithoutYes(about, told), answered: chanceOfAnswer(about, told) }
          : {};
        const outcome = { kind, predicted, ...answer, ...asked, ...(medium && { medium }) } as const;
        return [{ ...outcome, ...(last ? {} : { connector: leg.asked, ...viaOf(leg.asked) }) }];
      });
    });
  });
}

/** What came of a consent, and when it was asked for. Absent where it was not, was taken back, or where a decline refuses nothing. */
function answerTo(status: AskStatus, { put, yes, no }: Signs): AnswerOnRecord | undefined {
  const at = stepOf(status, put);
  if (isUndecided(status)) return undefined;
  const isYes = stepOf(status, yes) !== undefined;
  const isNo = stepOf(status, no) !== undefined;
  if (at === undefined || (status.state === "withdrawn" && !isYes && !isNo)) return undefined;
  return { at, result: isYes ? "yes" : isNo ? "no" : "pending" };
}

/** The target's answer to a guess: as one who knows the connector by the odds of the tie, else as one who does not. */
function answersToGuess(
  { consentIfTied, consentIfNot }: Guess,
  answer: AnswerOnRecord,
  tied: number,
): Outcome[] {
  return [
    { kind: "last", predicted: consentIfTied, ...answer, weight: tied },
    { kind: "cold", predicted: consentIfNot, ...answer, weight: 1 - tied },
  ];
}

/** When the first step of one of these types was taken. */
function stepOf({ steps }: AskStatus, types: readonly string[]): string | undefined {
  return steps.find(({ type }) => types.includes(type))?.at;
}

const TARGET_YES: readonly string[] = ["target.agreed", "meeting.held", "opportunity.opened", "deal.won"];
/** Steps that show an introduction to have been made. */
const SEEN: readonly string[] = ["introduction.made", "target.declined", ...TARGET_YES];
const AGREED: readonly string[] = ["ask.agreed", "ask.claimed", ...SEEN];

/** Steps by which a consent was put to somebody, and those that are their yes or their no. */
type Signs = Readonly<Record<"put" | "yes" | "no", readonly string[]>>;
const SIGNS: Readonly<Record<"first" | "relay" | "last", Signs>> = {
  first: { put: ["ask.sent"], yes: AGREED, no: ["ask.declined"] },
  relay: { put: AGREED, yes: SEEN, no: [] },
  last: { put: SEEN, yes: TARGET_YES, no: ["target.declined"] },
};
/** The target asked by the seeker themselves. */
const DIRECT: Signs = {
  put: ["ask.sent"],
  yes: ["ask.agreed", ...TARGET_YES],
  no: ["ask.declined", "target.declined"],
};
