import { DEFAULT_TARGET_FIT_SETTINGS, type TargetFitSettings } from "../people/index.js";
import type { NextKind } from "./next-action.js";

/** What leads are gathered for (practice: know why before how): it changes what an action is worth. */
export type LeadGoal = "prospects" | "mailing-list" | "support-network" | "hub";

/** When contacts are next to be heard from, and what each kind of action is worth for how long it takes. No evidence fixes these numbers. */
export interface NextSettings {
  /** Actions at most where the request says nothing. @defaultValue 100 */
  readonly limit: number;
  /** Pairs to bring together at most. @defaultValue 3 */
  readonly pairs: number;
  /** Days after a sale in which the question who else has the issue is asked at once. @defaultValue 30 */
  readonly successDays: number;
  /** Days after a sale in which its issue is still a reason to ask. @defaultValue 365 */
  readonly issueDays: number;
  /** Days after connecting or winning in which somebody is new. @defaultValue 14 */
  readonly welcomeDays: number;
  /** Days after a job change in which it is news. @defaultValue 90 */
  readonly changeDays: number;
  /** Days between touches of a client. @defaultValue 90 */
  readonly clientDays: number;
  /** The same of a key partner, and of whoever sent the seeker somebody. @defaultValue 60 */
  readonly sourceDays: number;
  /** The same of a tie of `strong` or more. @defaultValue 90 */
  readonly strongDays: number;
  /** The same of any other tie over which there was contact. @defaultValue 180 */
  readonly otherDays: number;
  /** The same where there never was any. @defaultValue 365 */
  readonly strangerDays: number;
  /** Strength from which on a tie is strong: that of `ties.consent.strongTie`, unless it is given here. @defaultValue 0.5 */
  readonly strong: number;
  /** Days between soft requests to one person. @defaultValue 180 */
  readonly softDays: number;
  /** Days over which it is counted how often somebody was called and written to. @defaultValue 30 */
  readonly reachDays: number;
  /** Days within these on which the seeker called or wrote, from which on it is too often. @defaultValue 6 */
  readonly mostReaches: number;
  /** The same of those that nothing came back on. @defaultValue 3 */
  readonly mostUnanswered: number;
  /** Leads and introductions from which on a source is an advocate. @defaultValue 2 */
  readonly advocateReferrals: number;
  /** People named with a question as who might have the issue. @defaultValue 3 */
  readonly candidates: number;
  /** Worth in favor points; of an `ask` it is the worth of the target times the chance. */
  readonly worth: Readonly<Record<Exclude<NextKind, "ask">, number>>;
  /** Minutes that each takes. */
  readonly minutes: Readonly<Record<NextKind, number>>;
  /** Times which the worth counts of what is overdue. @defaultValue 2 */
  readonly overdueFactor: number;
  /** The same of a client. @defaultValue 2 */
  readonly clientFactor: number;
  /** The same of a word to who has just complained. @defaultValue 10 */
  readonly mendFactor: number;
  /** The same of who moved to a company that is sought. @defaultValue 10 */
  readonly soughtFactor: number;
  /** The same of prospecting while the week's goal is not reached. @defaultValue 1.5 */
  readonly behindFactor: number;
  /**
   * Times which a contact counts. `least`: who fits a profile not at all; a fit adds up to 1. `noAddress`: whom no mail reaches, on a mailing list. `alikeWork`:
   * who does the seeker's kind of work, in a support network. `needsOrOffers`: who needs or offers something, for a hub. `noTie`: whom one has no tie with, to
   * which a tie's strength adds up to 1. @defaultValue .5, .5, 1.5, 1.5, .25
   */
  readonly contactFactors: Readonly<
    Record<"least" | "noAddress" | "alikeWork" | "needsOrOffers" | "noTie", number>
  >;
  /** What counts for a fit with a target profile. */
  readonly fit: TargetFitSettings;
  /** Times which the worth of a kind counts, by goal. */
  readonly goals: Readonly<Record<LeadGoal, Readonly<Partial<Record<NextKind, number>>>>>;
}

/** Defaults of {@link NextSettings}. */
export const DEFAULT_NEXT_SETTINGS: NextSettings = {
  limit: 100,
  pairs: 3,
  successDays: 30,
  issueDays: 365,
  welcomeDays: 14,
  changeDays: 90,
  clientDays: 90,
  sourceDays: 60,
  strongDays: 90,
  otherDays: 180,
  strangerDays: 365,
  strong: 0.5,
  softDays: 180,
  reachDays: 30,
  mostReaches: 6,
  mostUnanswered: 3,
  advocateReferrals: 2,
  candidates: 3,
  worth: {
    "follow-through": 20,
    "own-contact": 15,
    remind: 5,
    thank: 6,
    "thank-referral": 6,
    update: 4,
    "check-in": 4,
    "verify-claim": 3,
    "let-go": 0.5,
    "ask-after-success": 8,
    "issue-question": 5,
    "soft-ask": 3,
    congratulate: 1,
    welcome: 0.75,
    reconnect: 1.5,
    touch: 0.5,
    broker: 1,
    introduce: 4,
  },
  minutes: {
    ask: 5,
    "follow-through": 10,
    "own-contact": 10,
    remind: 2,
    thank: 3,
    "thank-referral": 3,
    update: 3,
    "check-in": 3,
    "verify-claim": 3,
    "let-go": 1,
    "ask-after-success": 5,
    "issue-question": 5,
    "soft-ask": 5,
    congratulate: 3,
    welcome: 3,
    reconnect: 5,
    touch: 5,
    broker: 10,
    introduce: 5,
  },
  overdueFactor: 2,
  clientFactor: 2,
  mendFactor: 10,
  soughtFactor: 10,
  behindFactor: 1.5,
  contactFactors: { least: 0.5, noAddress: 0.5, alikeWork: 1.5, needsOrOffers: 1.5, noTie: 0.25 },
  fit: DEFAULT_TARGET_FIT_SETTINGS,
  goals: {
    prospects: { ask: 1.5, "ask-after-success": 2, "issue-question": 2 },
    "mailing-list": { welcome: 2, touch: 2 },
    "support-network": { touch: 2, reconnect: 2, "soft-ask": 2, broker: 2 },
    hub: { broker: 4, introduce: 4, congratulate: 2, welcome: 2 },
  },
};
