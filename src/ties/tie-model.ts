import { Z90 } from "../base/index.js";
import { defaultInferenceModel, type InferenceModel } from "./inference-model.js";

/**
 * Every number behind strength and consent, by name. Sources: this room's README;
 * what is not marked with a source is an assumption, to be overridden or learned. Coefficients are log-odds. None may
 * be negative but the `base` of a group, those of `endorsement`, and of `calibration` all but the slopes. So more evidence never
 * weakens a tie, and every sign stays what it says.
 */
export interface TieModel {
  /** Worth of a day by its strongest interaction (order from Burke & Kraut 2014). */
  readonly weights: {
    readonly meeting: number;
    readonly call: number;
    readonly message: number;
    readonly comment: number;
    readonly like: number;
  };
  readonly strength: {
    /** Log-odds of a tie of which nothing is known (b0). */
    readonly base: number;
    /** Times the closeness that the user states, 0 to 1 (b1). */
    readonly closeness: number;
    /** Closeness assumed where none is stated. */
    readonly closenessUnknown: number;
    /** Share of a stated closeness that counts only as far as the circles overlap, up to `overlapFull` (Almaatouq 2016: half are mutual). */
    readonly closenessDoubt: number;
    readonly overlapFull: number;
    /** Closeness that a recommendation from them, or one for them, stands for. */
    readonly recommended: number;
    readonly recommending: number;
    /** The same of having worked at one company when they connected, and of being in one team. */
    readonly workedTogether: number;
    readonly ownTeam: number;
    /** Added to closeness for three endorsements, and for a note in the invitation. */
    readonly endorsed: number;
    readonly invitationNote: number;
    /** Times ln(1 + weighted days on which they wrote or the two met). */
    readonly days: number;
    /** Lost per ln(1 + weighted days on which one wrote oneself). */
    readonly wrote: number;
    /** 1: `days` and silence count every contact, whoever made it, and `wrote` none, as in 0.1. */
    readonly anyContact: number;
    /** Lost per ln(1 + days of silence): the power law. */
    readonly silence: number;
    /** Lost per day of silence: 0 for the power law alone; ln 2 / h with `silence: 0` halves the odds every h days. */
    readonly silencePerDay: number;
    /** Times m/(m+2), m = the smaller of both directions' counts. */
    readonly reciprocity: number;
    /** Times log1p(years)/log1p(durationYears) (b3). */
    readonly duration: number;
    readonly durationYears: number;
    /** Days that make a year. */
    readonly yearDays: number;
    /** Times Onnela's overlap (b4). */
    readonly overlap: number;
    /** For `contextsFull` settings beyond the first (b6). */
    readonly contexts: number;
    readonly contextsFull: number;
    /** The least weight of an interaction that breaks a silence and counts as contact for the rhythm. */
    readonly contactWeight: number;
    /** Share of the peak that lasts (phi), and what full overlap adds to it. */
    readonly bond: number;
    readonly bondOverlap: number;
  };
  /** Rhythm of the days of contact (Navarro 2017: decayed beyond 8 gaps; Levin 2011: dormant from 3 years). */
  readonly rhythm: {
    readonly minimumDays: number;
    readonly activeGaps: number;
    readonly fadingGaps: number;
    readonly strongPeak: number;
    readonly dormantYears: number;
  };
  /** Probability of a yes before anything else is known, by role and medium (p0 of the README, Consent). */
  readonly priors: {
    readonly inPerson: number;
    readonly remote: number;
    readonly relay: number;
    /** The third one asked in a row: passing on a request that was passed on before. */
    readonly thirdRelay: number;
    readonly lastStrong: number;
    readonly lastWeak: number;
    readonly inMail: number;
    readonly coldMail: number;
    /** A colleague without a tie who passes a note on. */
    readonly colleague: number;
  };
  readonly consent: {
    readonly strength: number;
    /** Lost where nothing was ever heard from them, less the closer the two are by word. */
    readonly neverSpoken: number;
    /** For each introduction that they made before, up to `introducedMost` of them; as much as 0.2 of closeness. */
    readonly introduced: number;
    readonly introducedMost: number;
    /** The target's yes is no less likely than this where somebody introduces. */
    readonly introducedFloor: number;
    /** Lost on the last leg where the target is a chief or founder, and where they work for more than `largeFirm` people. */
    readonly targetChief: number;
    readonly targetLargeFirm: number;
    readonly largeFirm: number;
    /** From this strength on the target is reached "via a strong tie". */
    readonly strongTie: number;
    readonly standing: number;
    readonly reluctance: number;
    readonly timing: number;
    readonly quality: number;
    readonly recentAsks: number;
    readonly risk: number;
    /** Added where they were thanked or told how the last favor went. */
    readonly thanks: number;
    /** Added where they were taught how to refer, and reminded; lost where they have to write the introduction themselves. */
    readonly taught: number;
    readonly reminded: number;
    readonly effort: number;
    /** Weight of the user's own estimate against the formula's, 0 to 1. */
    readonly ownEstimate: number;
    /** Added to that estimate: half of the gap by which askers underestimate (Flynn & Lake 2008). */
    readonly pessimism: number;
  };
  /** A reward by who gets it, at strength 0 and at strength 1, linear between (Ryu & Feick 2007); its size does not matter. */
  readonly incentive: {
    readonly weakGiver: number;
    readonly strongGiver: number;
    readonly weakReceiver: number;
    readonly strongReceiver: number;
    /** What is left of the referrals' quality where the giver gets a prize. */
    readonly giverQuality: number;
  };
  /** How much of a recommendation reaches the target, against an introduction; rising in this order. */
  readonly endorsement: {
    readonly nameDrop: number;
    readonly forward: number;
    readonly introduction: number;
    readonly ringing: number;
  };
  /** What outcomes taught (README of `learning`), in log-odds. `predicted` of a consent is without any of it. */
  readonly calibration: {
    /** Of all legs: slope x log-odds + intercept, after all that follows. */
    readonly slope: number;
    readonly intercept: number;
    /** Added by the role of a leg. */
    readonly first: number;
    readonly relay: number;
    readonly last: number;
    /** Added to the odds that a guessed tie exists, and to the target's yes to a stranger. */
    readonly knows: number;
    readonly cold: number;
    /** Then slope and intercept of those who are asked to pass on, and of targets. */
    readonly firstSlope: number;
    readonly firstIntercept: number;
    readonly lastSlope: number;
    readonly lastIntercept: number;
  };
  readonly inference: InferenceModel;
  /** Half-life in days of a sale's good mood. */
  readonly halfLives: { readonly timing: number };
  /** Standard deviations in log-odds that make up the intervals, and how many of them an interval spans each way. */
  readonly uncertainty: {
    /** 1.645: 90%. */
    readonly spread: number;
    /** Of the formula itself: Gilbert & Karahalios' mean error of .0994 on 0 to 1, where a logit's slope is 1/4. */
    readonly strength: number;
    readonly closenessUnknown: number;
    /** Of contacts that no file holds; falls with 1/(1 + weighted days) of those that one does. */
    readonly contacts: number;
    readonly durationUnknown: number;
    readonly overlapUnknown: number;
    readonly contextsUnknown: number;
    /** Of the prior and coefficients of consent, before anything is learned. */
    readonly consent: number;
    /** Share of that variance which all legs of one role have in common: the prior itself, not the person. */
    readonly common: number;
    /** What is left of the common standard deviation of each role, and of the two of guesses, after learning; 1: all of it. */
    readonly first: number;
    readonly relay: number;
    readonly last: number;
    readonly knows: number;
    readonly cold: number;
    /** Of the strength (0 to 1) where the caller gives no interval of it. */
    readonly strengthUnknown: number;
    /** Of each of standing, reluctance and quality while unknown. */
    readonly termUnknown: number;
    /** By which factor fewer or more pairs of colleagues may be tied; more upwards, since large firms were underestimated. */
    readonly fewerTied: number;
    readonly moreTied: number;
    /** By how many log-odds a target's yes to a stranger may be lower or higher: .08 may be .03 or .15. */
    readonly colder: number;
    readonly warmer: number;
  };
}

/** The defaults; where each comes from stands in the README. */
export const defaultTieModel: TieModel = {
  weights: { meeting: 2.5, call: 1.75, message: 1, comment: 0.5, like: 0.12 },
  strength: {
    base: -2.2,
    closeness: 2,
    closenessUnknown: 0.3,
    closenessDoubt: 0.5,
    overlapFull: 0.2,
    recommended: 0.7,
    recommending: 0.5,
    workedTogether: 0.5,
    ownTeam: 0.6,
    endorsed: 0.15,
    invitationNote: 0.1,
    days: 1.25,
    wrote: 0.3,
    anyContact: 0,
    silence: 0.6,
    silencePerDay: 0,
    reciprocity: 0.6,
    duration: 0.5,
    durationYears: 20,
    yearDays: 365,
    overlap: 0.7,
    contexts: 0.4,
    contextsFull: 3,
    contactWeight: 0.5,
    bond: 0.35,
    bondOverlap: 0.35,
  },
  rhythm: { minimumDays: 3, activeGaps: 2, fadingGaps: 8, strongPeak: 0.6, dormantYears: 3 },
  priors: {
    inPerson: 0.6,
    remote: 0.45,
    relay: 0.33,
    thirdRelay: 0.25,
    lastStrong: 0.45,
    lastWeak: 0.3,
    inMail: 0.1,
    coldMail: 0.045,
    colleague: 0.08,
  },
  consent: {
    strength: 3,
    neverSpoken: 0.7,
    introduced: 0.3,
    introducedMost: 3,
    introducedFloor: 0.25,
    targetChief: 0.5,
    targetLargeFirm: 0.3,
    largeFirm: 5000,
    strongTie: 0.5,
    standing: 0.8,
    reluctance: 1.5,
    timing: 0.5,
    quality: 0.5,
    recentAsks: 0.7,
    risk: 0.5,
    thanks: 0.4,
    taught: 0.3,
    reminded: 0.3,
    effort: 0.5,
    ownEstimate: 0.5,
    pessimism: 0.5,
  },
  incentive: { weakGiver: 0.6, strongGiver: 0, weakReceiver: 0.2, strongReceiver: 0.2, giverQuality: 0.7 },
  endorsement: { nameDrop: -0.8, forward: -0.3, introduction: 0, ringing: 0.4 },
  calibration: {
    slope: 1,
    intercept: 0,
    first: 0,
    relay: 0,
    last: 0,
    knows: 0,
    cold: 0,
    firstSlope: 1,
    firstIntercept: 0,
    lastSlope: 1,
    lastIntercept: 0,
  },
  inference: defaultInferenceModel,
  halfLives: { timing: 30 },
  uncertainty: {
    spread: Z90,
    strength: 0.4,
    closenessUnknown: 0.6,
    contacts: 1,
    durationUnknown: 0.2,
    overlapUnknown: 0.15,
    contextsUnknown: 0.15,
    consent: 0.4,
    common: 0.5,
    first: 1,
    relay: 1,
    last: 1,
    knows: 1,
    cold: 1,
    strengthUnknown: 0.15,
    termUnknown: 0.2,
    fewerTied: 3,
    moreTied: 4,
    colder: 1.03,
    warmer: 0.71,
  },
};
