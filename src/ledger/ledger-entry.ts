import type { EventType } from "../journal/index.js";

/** One favor of an entry, in favor points. */
export interface EntryFavor {
  readonly giver: string;
  readonly receiver: string;
  /** Negative in a reversal. */
  readonly amount: number;
}

/** One event in the books. */
export interface LedgerEntry {
  /** From 0, without gaps, in the order of the journal. */
  readonly position: number;
  /** Id of the event that posts it. */
  readonly event: string;
  readonly type: EventType;
  readonly at: string;
  readonly favors: readonly EntryFavor[];
  /** Id of the event whose entry this one reverses. */
  readonly reverses?: string;
  /** Id of the event that reversed this entry. */
  readonly reversedBy?: string;
}
