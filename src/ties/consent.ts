import { checkShape, madeOf, percent, sigmoid } from "../base/index.js";
import {
  type ConsentInput,
  type ConsentLogOdds,
  type ConsentTerms,
  consentLogOdds,
  consentTerms,
  inRange,
  taughtBy,
} from "./consent-terms.js";
import type { Factor } from "./factor.js";
import { sourceOf, sourceOfPrior } from "./factor-source.js";
import type { PartialTieModel } from "./partial-tie-model.js";
import { priorSpread } from "./prior-spread.js";
import { resolveTieModel } from "./resolve-tie-model.js";
import { defaultTieModel, type TieModel } from "./tie-model.js";

/** How likely a yes is, how sure that is, and what it rests on. */
export interface Consent {
  /** Probability in (0, 1) that the one asked says yes and follows through. */
  readonly probability: number;
  /** 90% interval. */
  readonly interval: [number, number];
  /** By the formula alone, without anything learned; absent where nothing was. */
  readonly predicted?: number;
  /** Every term in log-odds; they add up to those of `probability`. */
  readonly factors: Factor[];
}

/** A request as in {@link ConsentInput}, and how sure its strength is. */
export interface ConsentRequest extends ConsentInput {
  /** 90% interval of the strength, as `tieStrength` gives it; without it a wide one is assumed. */
  readonly strengthInterval?: readonly [number, number] | undefined;
}

/**
 * Probability that one person agrees to one request. Coefficients are assumptions, their signs are not (README, Consent).
 * logit p = logit p0(role, medium) + 3.0(s - 0.5) + 0.8 tanh(B/K) + 1.5(0.5 - reluctance) + 0.5 timing + 0.5(quality - 0.5)
 * - 0.7 recentAsks - 0.5 risk - 0.7 never spoken + 0.3 for each introduction before, and no less than .25 for an introduced
 * target. What is not given adds nothing, says so, and widens the interval. Thanks, teaching, a reminder, effort, rewards,
 * endorsement and what outcomes taught add terms of their own where they are given.
 *
 * ```ts
 * consent({ strength: 0.5, role: "first", medium: "in-person" }).probability; // 0.6
 * ```
 * @throws WarmpathError `INVALID_ARGUMENT` for a role that is none, a number out of its range, or a bad model.
 */
export function consent(
  request: ConsentRequest,
  options: { readonly model?: PartialTieModel | undefined } = {},
): Consent {
  return madeOf("request", () => {
    checkShape(options, "object", "options");
    const model = resolveTieModel(options.model);
    const terms = consentTerms(request, model);
    const sums = consentLogOdds(terms, request.ownEstimate, model);
    const logOdds = sums.calibrated;
    const own = ownVariance(request, model);
    const [low, high] = strengthRange(request, model);
    const at = (strength: number) =>
      consentLogOdds(consentTerms({ ...request, strength }, model), request.ownEstimate, model).calibrated;
    return {
      probability: sigmoid(logOdds),
      interval: [
        sigmoid(logOdds - Math.hypot(own, logOdds - at(low))),
        sigmoid(logOdds + Math.hypot(own, at(high) - logOdds)),
      ],
      ...(sums.calibrated === sums.estimated ? {} : { predicted: sigmoid(sums.estimated) }),
      factors: consentFactors(request, terms, sums),
    };
  });
}

/** Half the width in log-odds that comes from the formula and from what nobody said. */
function ownVariance(request: ConsentRequest, model: TieModel): number {
  const unknown = [request.standing, request.reluctance, request.quality].filter((x) => x === undefined);
  const { common, own } = priorSpread(request.role, unknown.length, model);
  return Math.hypot(common, own);
}

function strengthRange(request: ConsentRequest, model: TieModel): readonly [number, number] {
  const { strength, strengthInterval } = request;
  const half = model.uncertainty.spread * model.uncertainty.strengthUnknown;
  const [low, high] = strengthInterval ?? [Math.max(0, strength - half), Math.min(1, strength + half)];
  return [inRange(low, "strengthInterval", 0, strength), inRange(high, "strengthInterval", strength, 1)];
}

function consentFactors(request: ConsentRequest, terms: ConsentTerms, sums: ConsentLogOdds): Factor[] {
  const { strength, medium, standing, reluctance, timing, quality, recentAsks, risk } = request;
  const { incentive, endorsement, ownEstimate: own, targetChief } = request;
  const learned = taughtBy(terms);
  const always: [string, number, string][] = [
    ["prior", terms.prior, `${roleOf(request)}${medium === undefined ? "" : ` by ${medium}`}`],
    ["strength", terms.strength, `tie strength ${strength.toFixed(2)}`],
    ["standing", terms.standing, said(standing, standingInWords)],
    ["reluctance", terms.reluctance, said(reluctance, (x) => `reluctance ${x}`)],
    ["timing", terms.timing, said(timing, (x) => (x < 0 ? "after a failure" : "after a success"))],
    ["quality", terms.quality, said(quality, (x) => `quality of the request ${x.toFixed(2)}`)],
    ["recent-asks", terms.recentAsks, said(recentAsks, (x) => `${x} asked of them lately`)],
    ["risk", terms.risk, said(risk, (x) => `risk to their name ${x}`)],
  ];
  const whereGiven: [string, number, string][] = [
    ["never-spoken", terms.neverSpoken, "nothing was ever heard from them"],
    ["introduced-before", terms.introduced, `they introduced you before`],
    [
      "target",
      terms.target,
      targetChief === true ? "the target is a chief" : "the target works in a large firm",
    ],
    request.isDirect === true
      ? ["direct-floor", sums.formula - sumOf(terms), "strangers answer a message as often"]
      : ["introduced-floor", sums.formula - sumOf(terms), "an introduced request is seldom refused outright"],
    ["thanks", terms.thanks, "thanked for the last favor"],
    ["taught", terms.taught, "taught how to refer"],
    ["reminded", terms.reminded, "reminded of the request"],
    ["effort", terms.effort, "they have to find words themselves"],
    ["incentive", terms.incentive, `a reward to the ${incentive}`],
    ["endorsement", terms.endorsement, `comes as ${endorsement}`],
    ["own-estimate", sums.estimated - sums.formula, `your own estimate: ${own}`],
    ["source", terms.source, "what this kind of source has brought"],
    ["method", terms.method, "what this method has brought"],
    ["connector", terms.connector, "the connector's own answers so far"],
    ["answers", terms.answers, "how readily they have referred so far"],
    ["claims", terms.claims, "how often what they said to have done was seen to be done"],
    ["calibration", sums.calibrated - sums.estimated - learned, "learned from past outcomes"],
  ];
  return [...always, ...whereGiven.filter(([, contribution]) => contribution !== 0)].map(
    ([name, contribution, detail]) => ({
      name,
      contribution: contribution + 0,
      detail,
      source: name === "prior" ? sourceOfPrior(request.role, medium, request.index ?? 2) : sourceOf(name),
    }),
  );
}

/** The formula without its floor. */
function sumOf(terms: ConsentTerms): number {
  return consentLogOdds({ ...terms, floor: Number.NEGATIVE_INFINITY }, undefined, defaultTieModel).formula;
}

function said(value: number | undefined, words: (value: number) => string): string {
  return value === undefined ? "not known" : words(value);
}

/** How the two who ask and are asked stand, as a share of what may be owed. */
function standingInWords(standing: number): string {
  if (standing === 0) return "even with them";
  return `${standing > 0 ? "in credit with them" : "in their debt"}: ${percent(Math.abs(standing))} of what may be owed`;
}

function roleOf({ role, index = 2 }: ConsentRequest): string {
  return role === "relay" && index >= 3 ? "passing on what was passed on before" : ROLES[role];
}

const ROLES = { first: "asking one's own contact", relay: "passing it on", last: "the target's own yes" };
