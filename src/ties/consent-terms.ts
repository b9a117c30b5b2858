import { WarmpathError } from "../base/index.js";
import { logit } from "./logit.js";
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
  /** `in-person` raises the first ask; `inmail` and `cold-email` mean a stranger: no tie speaks for the request. */
  readonly medium?: ConsentMedium | (string & {}) | undefined;
  /** Debt as the one asked perceives it toward the asker, divided by its limit (B/K of models.md 2.5). @defaultValue 0 */
  readonly standing?: number | undefined;
  /** How reluctant he is to refer, 0 to 1. @defaultValue 0.5 */
  readonly reluctance?: number | undefined;
  /** 1 right after a sale or success, halved every 30 days ({@link timingAfter}); negative after a failure. @defaultValue 0 */
  readonly timing?: number | undefined;
  /** Quality of the request, 0 to 1 (its lint). @defaultValue 0.5 */
  readonly quality?: number | undefined;
  /** Asks made of him lately. @defaultValue 0 */
  readonly recentAsks?: number | undefined;
  /** Risk to his reputation, 0 to 1 or more. @defaultValue 0 */
  readonly risk?: number | undefined;
}

/** Terms of consent in log-odds, models.md 2.4, in the order in which they are added. */
export interface ConsentTerms {
  readonly prior: number;
  readonly strength: number;
  readonly standing: number;
  readonly reluctance: number;
  readonly timing: number;
  readonly quality: number;
  readonly recentAsks: number;
  readonly risk: number;
}

/**
 * The terms of a request's log-odds.
 * @throws WarmpathError `INVALID_ARGUMENT` for a role that is none and for a number out of its range.
 */
export function consentTerms(input: ConsentInput, model: TieModel): ConsentTerms {
  if (typeof input !== "object" || input === null) throw invalid("the request");
  const c = model.consent;
  const strength = inRange(input.strength, "strength", 0, 1);
  const prior = priorOf(input.role, input.medium, strength, model);
  return {
    prior: logit(prior),
    strength: c.strength * (strength - 0.5),
    standing: c.standing * Math.tanh(inRange(input.standing ?? 0, "standing", -LARGEST, LARGEST)),
    reluctance: c.reluctance * (0.5 - inRange(input.reluctance ?? 0.5, "reluctance", 0, 1)),
    timing: c.timing * inRange(input.timing ?? 0, "timing", -1, 1),
    quality: c.quality * (inRange(input.quality ?? 0.5, "quality", 0, 1) - 0.5),
    recentAsks: -c.recentAsks * inRange(input.recentAsks ?? 0, "recentAsks", 0, LARGEST),
    risk: -c.risk * inRange(input.risk ?? 0, "risk", 0, LARGEST),
  };
}

/** The sum, always in the same order so that the fast and the explained form agree to the last bit. */
export function consentLogOdds(t: ConsentTerms): number {
  return t.prior + t.strength + t.standing + t.reluctance + t.timing + t.quality + t.recentAsks + t.risk;
}

/**
 * p0 by role and medium. "Via a strong tie" is one of strength 0.5 or more: the point where the strength term itself
 * changes its sign. A step, since two published numbers for two classes support no curve; consent still never falls.
 */
export function priorOf(
  role: ConsentRole,
  medium: string | undefined,
  strength: number,
  model: TieModel,
): number {
  const { priors } = model;
  if (medium !== undefined && typeof medium !== "string") throw invalid("medium");
  if (role === "relay") return priors.relay;
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
  return new WarmpathError("INVALID_ARGUMENT", `${what} is out of its range`, { what });
}

const LARGEST: number = Number.MAX_VALUE;
