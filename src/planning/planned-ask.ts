import type { Leg } from "../paths/index.js";

/** Whether somebody can be asked now. */
export interface Readiness {
  /** `open`: deposits are there. `unknown`: nothing is recorded between the two. `closed`: drawn on without deposit. */
  readonly gate: "open" | "unknown" | "closed";
  /** Codes of what is missing, such as `deposit`, `cooldown`, `declined`; empty where nothing is. */
  readonly unmet: readonly string[];
  /** Strength of the tie that the ask is expected to cost, 0 to 1, where it is known who asks over which tie. */
  readonly trustLoss?: number;
  /** The first UTC day (ISO) on which they can be asked, where a date can be told. */
  readonly readyAt?: string;
}

/** One request of a seeker to their own contact, to reach one target. Plain JSON. */
export interface PlannedAsk {
  /** `ask_` and a hash of seeker, connector, target and day. */
  readonly id: string;
  readonly seeker: string;
  /** Who is asked; the target themselves where the seeker knows them. */
  readonly connector: string;
  readonly target: string;
  /** The most probable path through the connector; the first leg is the request itself. */
  readonly legs: readonly Leg[];
  /** Joint success of all routes through the connector, each shared consent counted once. */
  readonly probability: number;
  /** Expected cost in fp of the request and of all that it sets going, if nobody else is asked. */
  readonly cost: number;
  /**
   * What an introduction this way costs for each success, in fp. Asks are made in rising price until it exceeds the
   * value. That is exact by `pricesExact` of the plan; otherwise it is the lowest price that their routes have by
   * themselves.
   */
  readonly price: number;
  readonly readiness: Readiness;
  /** Whether it is worth more than writing to the target without anybody; absent where no direct way is known. */
  readonly beatsDirect?: boolean;
  /** Who named them when asked themselves, where somebody did: the note may say so. */
  readonly namedBy?: string;
  /** What sets them apart from the next one to be asked, then the numbers; for the seekers' eyes. */
  readonly why: string;
}
