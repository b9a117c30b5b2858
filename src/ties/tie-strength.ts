import { isoDay, logit, madeOf, sigmoid, utcDay } from "../base/index.js";
import type { TieEvidence } from "../people/index.js";
import { closenessFactors, closenessOf } from "./closeness-of-evidence.js";
import type { Factor, TieState } from "./factor.js";
import { sourceOf } from "./factor-source.js";
import { measureEvidence, rankKinds, type TieMeasures } from "./measure-evidence.js";
import type { PartialTieModel } from "./partial-tie-model.js";
import { resolveTieModel } from "./resolve-tie-model.js";
import { rhythmState } from "./rhythm-state.js";
import {
  bondShare,
  type StrengthTerms,
  settingsOf,
  silenceOf,
  strengthLogOdds,
  strengthTerms,
} from "./strength-of-measures.js";
import type { TieModel } from "./tie-model.js";

/** How strong a tie is, how sure that is, and what it rests on. */
export interface TieStrength {
  /** Strength used, in (0, 1): the present score, or what is left of the tie's peak if that is more. */
  readonly strength: number;
  /** 90% interval; wider the less is known. */
  readonly interval: [number, number];
  readonly state: TieState;
  /** Terms in log-odds; they add up to the log-odds of `strength`, without the term "bond" to those of the present score. */
  readonly factors: Factor[];
  /** How far nothing was ever heard from them, 0 to 1, as `consent` takes it. */
  readonly neverSpoken: number;
  /** Strength on the day of the last contact, the most that this evidence has ever amounted to. */
  readonly peak: number;
  /** Share of the five kinds of evidence that are there: interactions, connection day, closeness, contexts, overlap. */
  readonly confidence: number;
  /** How far the tie reaches out of a shared circle: 1 - overlap. Reported beside strength, never part of consent. */
  readonly bridging?: number;
}

/** Options of {@link tieStrength}. */
export interface TieStrengthOptions {
  /** The day as of which to judge; evidence dated later is not known yet. */
  readonly now: Date | string;
  /** Numbers to use in place of the defaults. */
  readonly model?: PartialTieModel | undefined;
}

/**
 * Scores a tie from all that was seen of it (README, Strength; ages in whole UTC days). s = sigmoid(b0 + b1 closeness +
 * g + b3 log1p(years)/log1p(20) + b4 overlap + b6 min(contexts - 1, 3)/3), and never less than phi times its peak. The
 * activity is g = 1.25 ln(1 + days they wrote) - 0.3 ln(1 + days you wrote) - 0.6 ln(1 + silence) + 0.6 recip, and no less than what
 * went unanswered takes. An event of theirs or of both never lowers the strength, time without one never raises it, the order of
 * events is irrelevant.
 *
 * ```ts
 * tieStrength({ connectedOn: "2021-03-01", closeness: 0.6 }, { now: "2025-01-01" }).strength; // about 0.27, never spoken
 * ```
 * @throws WarmpathError `INVALID_EVIDENCE`, `INVALID_DATE`, or `INVALID_ARGUMENT` for the model.
 */
export function tieStrength(evidence: TieEvidence, options: TieStrengthOptions): TieStrength {
  return madeOf("evidence", () => {
    const model = resolveTieModel(options.model);
    const today = utcDay(options.now, "now");
    const measures = measureEvidence(evidence, today, rankKinds(model.weights), model.strength);
    const terms = strengthTerms(measures, evidence, model);
    const bond = bondShare(evidence, model);
    const logOdds = strengthLogOdds(terms, terms.silence);
    const peakLogOdds = strengthLogOdds(terms, 0);
    const half = model.uncertainty.spread * deviation(measures, evidence, model);
    const used = (shift: number) => Math.max(sigmoid(logOdds + shift), bond * sigmoid(peakLogOdds + shift));
    const peak = sigmoid(peakLogOdds);
    const strength = used(0);
    return {
      strength,
      interval: [used(-half), used(half)],
      state: rhythmState(measures, peak, model),
      factors: strengthFactors(measures, terms, evidence, model, strength),
      neverSpoken: silenceOf(measures, evidence, model),
      peak,
      confidence: confidence(measures, evidence),
      ...(evidence.overlap === undefined ? {} : { bridging: 1 - evidence.overlap }),
    };
  });
}

/** Standard deviation in log-odds: each thing unknown adds its own, contacts less with every one seen. */
function deviation(measures: TieMeasures, evidence: TieEvidence, model: TieModel): number {
  const u = model.uncertainty;
  const parts = [
    u.strength,
    closenessOf(evidence, model).isTold ? 0 : u.closenessUnknown,
    u.contacts / (1 + measures.weightedDays),
    measures.datedDays ? 0 : u.durationUnknown,
    evidence.overlap === undefined ? u.overlapUnknown : 0,
    evidence.contexts?.length ? 0 : u.contextsUnknown,
  ];
  return Math.hypot(...parts);
}

function confidence(measures: TieMeasures, evidence: TieEvidence): number {
  const present = [
    measures.interactions > 0,
    measures.isConnected,
    evidence.closeness !== undefined || Boolean(evidence.vouches?.length),
    Boolean(evidence.contexts?.length),
    evidence.overlap !== undefined,
  ];
  return present.filter(Boolean).length / present.length;
}

function strengthFactors(
  measures: TieMeasures,
  terms: StrengthTerms,
  evidence: TieEvidence,
  model: TieModel,
  strength: number,
): Factor[] {
  const { contactDays, silence, mutual, datedDays, lastHeard: last } = measures;
  const spoken = last !== undefined;
  const none =
    contactDays.length > 0
      ? "nothing heard from them"
      : measures.interactions > 0
        ? "no contact beyond likes"
        : "no contact on record";
  const activity = terms.days + terms.wrote + terms.reciprocity + terms.silence;
  const cut = Math.max(0, terms.floor - activity);
  const isLater = (contactDays.at(-1) ?? 0) > (last ?? 0);
  const factors: Factor[] = [
    factor("base", terms.base, "a tie of which nothing is known"),
    ...closenessFactors(closenessOf(evidence, model), model),
    factor("days-of-contact", terms.days, spoken ? `contact on ${count(contactDays.length, "day")}` : none),
    factor(
      "silence",
      terms.silence,
      spoken
        ? `${isLater ? "last heard from them" : "last contact"} ${isoDay(last)}, ${count(silence, "day")} ago`
        : none,
    ),
    factor("reciprocity", terms.reciprocity, spoken ? `${count(mutual, "contact")} each way at least` : none),
  ];
  if (terms.wrote < 0)
    factors.push(
      factor(
        "unanswered",
        terms.wrote,
        spoken
          ? "days on which you wrote"
          : `you wrote on ${count(contactDays.length, "day")}, with no answer`,
      ),
    );
  if (cut > 0) factors.push(factor("silence-limit", cut, "silence takes no more than contact gave"));
  factors.push(
    factor(
      "duration",
      terms.duration,
      datedDays !== undefined
        ? `${(datedDays / model.strength.yearDays).toFixed(1)} years on record`
        : NOT_KNOWN,
    ),
    factor("overlap", terms.overlap, evidence.overlap === undefined ? NOT_KNOWN : "shared circle"),
    factor(
      "contexts",
      terms.contexts,
      evidence.contexts?.length ? count(settingsOf(evidence), "setting") : NOT_KNOWN,
    ),
  );
  const present = strengthLogOdds(terms, terms.silence);
  if (strength > sigmoid(present)) {
    factors.push(factor("bond", logit(strength) - present, "what stays of the tie at its best"));
  }
  return factors;
}

function factor(name: string, contribution: number, detail: string): Factor {
  return { name, contribution: contribution + 0, detail, source: sourceOf(name) };
}

function count(n: number, what: string): string {
  return `${n} ${what}${n === 1 ? "" : "s"}`;
}

const NOT_KNOWN = "not known";
