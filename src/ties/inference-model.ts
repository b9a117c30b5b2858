/** Numbers behind the odds of a tie that nobody has seen (README, Unseen ties). */
export interface InferenceModel {
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
  /** Share of a firm's people who are chiefs or vice presidents. They know each other as the people of a firm of so many do; 0: as all others do. */
  readonly leaders: number;
  /** For somebody who deals with customers, while the buyer's title is not known. */
  readonly customerFacing: number;
  /** Lognormal prior of a headcount nobody gave. */
  readonly headcountMedian: number;
  readonly headcountSigma: number;
  /** Strength assumed of an inferred tie if it exists. */
  readonly strength: number;
  /** Probability that one who does not know the target writes to them at all, once asked to; an assumption. */
  readonly willing: number;
}

/** The defaults. */
export const defaultInferenceModel: InferenceModel = {
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
  leaders: 0.03,
  customerFacing: 0.25,
  headcountMedian: 200,
  headcountSigma: 1.8,
  strength: 0.4,
  willing: 0.25,
};
