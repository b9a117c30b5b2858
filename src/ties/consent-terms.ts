import { isReadable, logit, unfit, type WarmpathError } from "../base/index.js";
import type { TieModel } from "./tie-model.js";

/**
 * Whose yes a leg needs: `first` the seeker's own contact, `relay` a connector who passes it on, `last` the target
 * after double opt-in.
 */
export type ConsentRole = "first" | "relay" | "last";

/** How the request is brought. Any other code counts as remote to someone known. */
export type ConsentMedium = "in-person" | "phone" | "email" | "linkedin" | "inmail" | "cold-email";

/** What is known of one request to one person. */
export interface ConsentInput {
  /** Strength of the tie over which the request goes, 0 to 1. */
  readonly strength: number;
  readonly role: ConsentRole;
  /** How far nothing was ever heard from them, 0 to 1 (`neverSpoken` of `tieStrength`). @defaultValue 0 */
  readonly neverSpoken?: number | undefined;
  /** Introductions that they made for the asker before. @defaultValue 0 */
  readonly introducedBefore?: number | undefined;
  /** For `relay`: which one asked in a row they are, the seeker's own contact being the first. @defaultValue 2 */
  readonly index?: number | undefined;
  /** For the last leg: the target is a chief or founder; people who work where they do. */
  readonly targetChief?: boolean | undefined;
  readonly targetHeadcount?: number | undefined;
  /** Of the target's yes: true where the seeker asks them themselves, so that nobody introduces. @defaultValue false */
  readonly isDirect?: boolean | undefined;
  /** `in-person` raises the first ask; `inmail` and `cold-email` mean a stranger: no tie speaks for the request. */
  readonly medium?: ConsentMedium | (string & {}) | undefined;
  /** Debt as the one asked perceives it toward the asker, divided by its limit (B/K of the README of `ledger`). @defaultValue 0 */
  readonly standing?: number | undefined;
  /** How reluctant they are to refer, 0 to 1. @defaultValue 0.5 */
  readonly reluctance?: number | undefined;
  /** 1 right after a sale or success, halved every 30 days (`timingAfter`); negative after a failure. @defaultValue 0 */
  readonly timing?: number | undefined;
  /** Quality of the request, 0 to 1 (its lint). @defaultValue 0.5 */
  readonly quality?: number | undefined;
  /** Asks made of them lately. @defaultValue 0 */
  readonly recentAsks?: number | undefined;
  /** Risk to their reputation, 0 to 1 or more. @defaultValue 0 */
  readonly risk?: number | undefined;
  /** They were thanked for their last favor, or told what became of it. */
  readonly thanked?: boolean | undefined;
  /** They were taught what is sold, to whom, and how to say it. */
  readonly taught?: boolean | undefined;
  /** They were reminded of this very request. */
  readonly reminded?: boolean | undefined;
  /** Work that the request is for them, from 0, a text to pass on lies ready, to 1, they write it themselves. @defaultValue 0 */
  readonly effort?: number | undefined;
  /** Who gets a reward, if one is offered. */
  readonly incentive?: Incentive | undefined;
  /** For the last leg: how the target hears of the asker. Without it nothing is added, as for an introduction. */
  readonly endorsement?: Endorsement | undefined;
  /** Log-odds that outcomes taught: of source, method and this very person (`learning`), of their word that it is done, and of their answers. */
  readonly learned?:
    | Readonly<Partial<Record<"source" | "method" | "connector" | "claims" | "answers", number>>>
    | undefined;
  /** The user's own estimate of a yes, 0 to 1: evidence beside the formula, corrected for the known pessimism. */
  readonly ownEstimate?: number | undefined;
}

/** Who gets a reward: the one who refers or the one who is referred. */
export type Incentive = "giver" | "receiver";

/** From the weakest to the strongest: a name mentioned, a note passed on, an introduction, a ringing endorsement. */
export type Endorsement = "name-drop" | "forward" | "introduction" | "ringing";

/** Terms of consent in log-odds, README, Consent, in the order in which they are added. */
export interface ConsentTerms {
  readonly role: ConsentRole;
  readonly prior: number;
  readonly strength: number;
  /** `strength` and `incentive` as one line in strength, which never falls by a rounded bit. */
  readonly tie: number;
  readonly neverSpoken: number;
  readonly introduced: number;
  /** For the last leg: a chief, and a large firm. */
  readonly target: number;
  /** Log-odds below which the target's yes does not fall where somebody introduces. */
  readonly floor: number;
  readonly standing: number;
  readonly reluctance: number;
  readonly timing: number;
  readonly quality: number;
  readonly recentAsks: number;
  readonly risk: number;
  readonly thanks: number;
  readonly taught: number;
  readonly reminded: number;
  readonly effort: number;
  readonly incentive: number;
  readonly endorsement: number;
  readonly source: number;
  readonly method: number;
  readonly connector: number;
  readonly claims: number;
  readonly answers: number;
}

/**
 * The terms of a request's log-odds.
 * @throws WarmpathError `INVALID_ARGUMENT` for a role that is none and for a number out of its range.
 */
export function consentTerms(input: ConsentInput, model: TieModel): ConsentTerms {
  if (!isReadable(input)) throw invalid("the request");
  const c = model.consent;
  const strength = inRange(input.strength, "strength", 0, 1);
  const plain = c.strength * (strength - 0.5);
  const tie = input.incentive === undefined ? plain : rewardedTie(strength, input.incentive, model);
  const prior = priorOf(input, strength, model);
  return {
    role: input.role,
    prior: logit(prior),
    strength: plain,
    tie,
    neverSpoken: -c.neverSpoken * inRange(input.neverSpoken ?? 0, "neverSpoken", 0, 1),
    introduced:
      c.introduced *
      Math.min(c.introducedMost, inRange(input.introducedBefore ?? 0, "introducedBefore", 0, LARGEST)),
    target: input.role === "last" ? targetTerm(input, model) : 0,
    floor: leastLogOdds(input, model),
    standing: c.standing * Math.tanh(inRange(input.standing ?? 0, "standing", -LARGEST, LARGEST)),
    reluctance: c.reluctance * (0.5 - inRange(input.reluctance ?? 0.5, "reluctance", 0, 1)),
    timing: c.timing * inRange(input.timing ?? 0, "timing", -1, 1),
    quality: c.quality * (inRange(input.quality ?? 0.5, "quality", 0, 1) - 0.5),
    recentAsks: -c.recentAsks * inRange(input.recentAsks ?? 0, "recentAsks", 0, LARGEST),
    risk: -c.risk * inRange(input.risk ?? 0, "risk", 0, LARGEST),
    thanks: input.thanked === true ? c.thanks : 0,
    taught: input.taught === true ? c.taught : 0,
    reminded: input.reminded === true ? c.reminded : 0,
    effort: -c.effort * inRange(input.effort ?? 0, "effort", 0, 1),
    incentive: tie - plain,
    endorsement: input.role === "last" ? endorsementLogOdds(input.endorsement, model) : 0,
    source: inRange(input.learned?.source ?? 0, "learned", -LARGEST, LARGEST),
    method: inRange(input.learned?.method ?? 0, "learned", -LARGEST, LARGEST),
    connector: inRange(input.learned?.connector ?? 0, "learned", -LARGEST, LARGEST),
    claims: inRange(input.learned?.claims ?? 0, "learned", -LARGEST, LARGEST),
    answers: inRange(input.learned?.answers ?? 0, "learned", -LARGEST, LARGEST),
  };
}

/** Log-odds that a target answers a stranger who writes to them. */
export function coldLogOdds(
  by: "inMail" | "coldMail",
  target: Pick<ConsentInput, "targetChief" | "targetHeadcount">,
  model: TieModel,
): number {
  return logit(model.priors[by]) + targetTerm(target, model);
}

/** What lowers the yes of a chief, and of somebody in a large firm, where nobody introduces. */
function targetTerm(
  { targetChief, targetHeadcount = 0 }: Pick<ConsentInput, "targetChief" | "targetHeadcount">,
  { consent: c }: TieModel,
): number {
  const people = inRange(targetHeadcount, "targetHeadcount", 0, LARGEST);
  return (targetChief === true ? -c.targetChief : 0) - (people > c.largeFirm ? c.targetLargeFirm : 0);
}

/**
 * What the yes of a target does not fall below. Introduced it is seldom refused outright. Somebody with a tie whom one asks oneself answers
 * no less than a stranger does to an InMail: an assumption, with the preset 0.1 as introduced.
 */
function leastLogOdds(input: ConsentInput, model: TieModel): number {
  const { introducedFloor } = model.consent;
  if (!isIntroduced(input) || introducedFloor <= 0) return Number.NEGATIVE_INFINITY;
  return input.isDirect === true
    ? Math.min(logit(introducedFloor), coldLogOdds("inMail", input, model))
    : logit(introducedFloor);
}

/** True for the yes of a target to whom somebody introduces the seeker. */
function isIntroduced({ role, medium, endorsement }: ConsentInput): boolean {
  const isCold = medium === "inmail" || medium === "cold-email";
  return (
    role === "last" &&
    !isCold &&
    (endorsement === undefined || endorsement === "introduction" || endorsement === "ringing")
  );
}

/** Log-odds by the formula alone, by the formula and the user's own estimate, and with what outcomes taught. */
export interface ConsentLogOdds {
  readonly formula: number;
  readonly estimated: number;
  readonly calibrated: number;
}

/** The terms summed, always in the same order, so that the fast and the explained form agree to the last bit. */
export function consentLogOdds(t: ConsentTerms, own: number | undefined, model: TieModel): ConsentLogOdds {
  const core = t.prior + t.tie + t.standing + t.reluctance + t.timing + t.quality + t.recentAsks + t.risk;
  const easier = t.taught + t.reminded + t.effort;
  const known = core + t.neverSpoken + t.introduced + t.target + t.thanks + easier + t.endorsement;
  const formula = Math.max(t.floor, known);
  const estimated = own === undefined ? formula : withOwnEstimate(formula, own, model);
  return {
    formula,
    estimated,
    calibrated: calibratedLogOdds(estimated + taughtBy(t), t.role, model),
  };
}

/** Learned log-odds of this one request. */
export function taughtBy({ source, method, connector, claims, answers }: ConsentTerms): number {
  return source + method + connector + claims + answers;
}

/** What outcomes taught of a role: its shift, then a slope and an intercept of its own, then those of all legs. */
function calibratedLogOdds(x: number, role: ConsentRole, { calibration: c }: TieModel): number {
  const [slope, intercept] =
    role === "last" ? [c.lastSlope, c.lastIntercept] : [c.firstSlope, c.firstIntercept];
  return c.slope * (slope * (x + c[role]) + intercept) + c.intercept;
}

/** A weighted mean in log-odds of the formula and the estimate, which is kept off certainty and raised by the pessimism. */
function withOwnEstimate(formula: number, own: number, model: TieModel): number {
  const { ownEstimate: weight, pessimism } = model.consent;
  const said = Math.min(Math.max(inRange(own, "ownEstimate", 0, 1), LEAST_ESTIMATE), 1 - LEAST_ESTIMATE);
  return (1 - weight) * formula + weight * (logit(said) + pessimism);
}

/**
 * Strength term and reward together: the published log-odds for weak and strong ties, linear in strength between them.
 * The sum never falls faster than the strength term rises, so consent rises with strength whatever the model.
 */
function rewardedTie(strength: number, to: Incentive, model: TieModel): number {
  const { weakGiver, strongGiver, weakReceiver, strongReceiver } = model.incentive;
  if (to !== "giver" && to !== "receiver") throw invalid("incentive");
  const [weak, strong] = to === "giver" ? [weakGiver, strongGiver] : [weakReceiver, strongReceiver];
  const slope = model.consent.strength;
  return Math.max(0, slope + (strong - weak)) * strength + (weak - slope / 2);
}

/** Log-odds of a reward by itself. */
export function incentiveLogOdds(strength: number, to: Incentive, model: TieModel): number {
  return rewardedTie(strength, to, model) - model.consent.strength * (strength - 0.5);
}

function endorsementLogOdds(kind: Endorsement | undefined, model: TieModel): number {
  const { nameDrop, forward, introduction, ringing } = model.endorsement;
  if (kind === undefined) return 0;
  if (kind === "name-drop") return nameDrop;
  if (kind === "forward") return forward;
  if (kind === "introduction") return introduction;
  if (kind === "ringing") return ringing;
  throw invalid("endorsement");
}

/**
 * p0 by role and medium. "Via a strong tie" is one of strength 0.5 or more, the point where the strength term changes
 * its sign. A step, since two published numbers for two classes support no curve; consent still never falls.
 */
function priorOf({ role, medium, index = 2 }: ConsentInput, strength: number, model: TieModel): number {
  const { priors } = model;
  if (medium !== undefined && typeof medium !== "string") throw invalid("medium");
  if (role === "relay") return index >= 3 ? priors.thirdRelay : priors.relay;
  if (role !== "first" && role !== "last") throw invalid("role");
  if (medium === "inmail") return priors.inMail;
  if (medium === "cold-email") return priors.coldMail;
  if (role === "first") return medium === "in-person" ? priors.inPerson : priors.remote;
  return strength >= model.consent.strongTie ? priors.lastStrong : priors.lastWeak;
}

/** `value` if it is a number from `least` to `most`. */
export function inRange(value: number, what: string, least: number, most: number): number {
  if (typeof value !== "number" || !(value >= least && value <= most)) throw invalid(what);
  return value;
}

function invalid(what: string): WarmpathError {
  return unfit(what, "within its range");
}

const LARGEST: number = Number.MAX_VALUE;
/** Nobody's guess about a person is surer than this, either way. */
const LEAST_ESTIMATE = 0.01;
