/**
 * Every number behind strength and consent, by name. Sources: this room's README;
 * what is not marked with a source is an assumption, to be overridden or learned. Coefficients are log-odds. None may
 * be negative but the `base` of a group, `calibration.intercept` and those of `endorsement`. So more evidence never
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
    /** Times ln(1 + weighted days of contact). */
    readonly days: number;
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
    readonly lastStrong: number;
    readonly lastWeak: number;
    readonly inMail: number;
    readonly coldMail: number;
    /** A colleague without a tie who passes a note on. */
    readonly colleague: number;
  };
  readonly consent: {
    readonly strength: number;
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
  /** Learned correction of consent (README of `learning`): slope x log-odds + intercept. */
  readonly calibration: { readonly slope: number; readonly intercept: number };
  readonly inference: {
    /** Existence of an unseen tie from common neighbours: 1 - (1 - baseRate) exp(-AA / scale), capped. */
    readonly baseRate: number;
    readonly scale: number;
    readonly cap: number;
    /** Colleagues: min(cap, share * n^-decay), shifted by what is shared; beyond the knee, a share of the cap, a shifted one only nears the cap. */
    readonly share: number;
    readonly decay: number;
    readonly knee: number;
    readonly sameOffice: number;
    /** Up to `functionFrom` people; from `functionTo` on `sameFunctionLarge`, between them by the logarithm. */
    readonly sameFunction: number;
    readonly sameFunctionLarge: number;
    readonly functionFrom: number;
    readonly functionTo: number;
    /** Lost where both functions are told and differ. */
    readonly differentFunction: number;
    readonly sameRank: number;
    /** For each end that is a founder, chief or vice president; for a director; lost for a junior. */
    readonly senior: number;
    readonly director: number;
    readonly junior: number;
    /** Below this headcount founders and chiefs count as of everybody's function. */
    readonly smallFirm: number;
    /** An assistant towards the one whom they assist. */
    readonly assistant: number;
    /** Share of the same function's shift that whoever runs the whole firm has towards chiefs and vice presidents. */
    readonly wholeFirm: number;
    /** For somebody who deals with customers, while the buyer's title is not known. */
    readonly customerFacing: number;
    /** Lognormal prior of a headcount nobody gave. */
    readonly headcountMedian: number;
    readonly headcountSigma: number;
    /** Strength assumed of an inferred tie if it exists. */
    readonly strength: number;
    /** Probability that one who does not know the target writes to them at all, once asked to; an assumption. */
    readonly willing: number;
  };
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
    /** Of the prior and coefficients of consent. */
    readonly consent: number;
    /** Of the strength (0 to 1) where the caller gives no interval of it. */
    readonly strengthUnknown: number;
    /** Of each of standing, reluctance and quality while unknown. */
    readonly termUnknown: number;
    /** By which factor fewer or more pairs of colleagues may be tied; more upwards, since large firms were underestimated. */
    readonly fewerTied: number;
    readonly moreTied: number;
  };
}

/** Any part of a {@link TieModel}; what is left out keeps its default. */
export type PartialTieModel = {
  readonly [Group in keyof TieModel]?: { readonly [Name in keyof TieModel[Group]]?: number };
};

/** The defaults; where each comes from stands in the README. */
export const defaultTieModel: TieModel = {
  weights: { meeting: 2.5, call: 1.75, message: 1, comment: 0.5, like: 0.12 },
  strength: {
    base: -2.2,
    closeness: 2,
    closenessUnknown: 0.3,
    days: 1.2,
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
    lastStrong: 0.45,
    lastWeak: 0.3,
    inMail: 0.1,
    coldMail: 0.045,
    colleague: 0.08,
  },
  consent: {
    strength: 2,
    strongTie: 0.5,
    standing: 0.8,
    reluctance: 1.5,
    timing: 0.5,
    quality: 0.5,
    recentAsks: 0.7,
    risk: 0.5,
    thanks: 0.4,
    ownEstimate: 0.5,
    pessimism: 0.5,
  },
  incentive: { weakGiver: 0.6, strongGiver: 0, weakReceiver: 0.2, strongReceiver: 0.2, giverQuality: 0.7 },
  endorsement: { nameDrop: -0.8, forward: -0.3, introduction: 0, ringing: 0.4 },
  calibration: { slope: 1, intercept: 0 },
  inference: {
    baseRate: 0.01,
    scale: 4,
    cap: 0.5,
    share: 3.7,
    decay: 0.63,
    knee: 0.9,
    sameOffice: 2.2,
    sameFunction: 1.3,
    sameFunctionLarge: 2.5,
    functionFrom: 200,
    functionTo: 1000,
    differentFunction: 0.5,
    sameRank: 0.2,
    senior: 0.5,
    director: 0.25,
    junior: 0.5,
    smallFirm: 100,
    assistant: 1,
    wholeFirm: 0.8,
    customerFacing: 0.25,
    headcountMedian: 200,
    headcountSigma: 1.8,
    strength: 0.4,
    willing: 0.25,
  },
  halfLives: { timing: 30 },
  uncertainty: {
    spread: 1.645,
    strength: 0.4,
    closenessUnknown: 0.6,
    contacts: 1,
    durationUnknown: 0.2,
    overlapUnknown: 0.15,
    contextsUnknown: 0.15,
    consent: 0.4,
    strengthUnknown: 0.15,
    termUnknown: 0.2,
    fewerTied: 3,
    moreTied: 4,
  },
};
