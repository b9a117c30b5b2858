/** One term of a score: its name, what it adds in log-odds, and what it rests on, in words. */
export interface Factor {
  readonly name: string;
  /** Log-odds added to (or, where negative, taken from) the score. */
  readonly contribution: number;
  readonly detail?: string;
  /** Where its size comes from: a measurement, a work, an assumption, or the user's own record. */
  readonly source?: string;
}

/** The rhythm of a tie (README, Rhythm). `unknown`: too little is dated to tell. */
export type TieState = "never-spoken" | "active" | "fading" | "dormant" | "dormant-strong" | "unknown";
