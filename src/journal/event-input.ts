import type { AskSent, DealLost, JournalEvent, RecordedAsk, RecordedLeg, SaleDelivered } from "./event.js";

/**
 * What `append` takes. It is an event whose time may be a Date, whose ask may be a whole `PlannedAsk`, with a note and any further
 * JSON fields. Those count as words: they go to the vault.
 */
export type EventInput = InputOf<JournalEvent>;

/** One kind of event as `append` takes it. */
export type InputOf<E extends JournalEvent> = E extends AskSent
  ? Omit<E, "at" | "ask" | "kind"> &
      GivenHead & { readonly kind?: "introduction" | undefined; readonly ask: AskInput }
  : E extends DealLost
    ? Omit<E, "at" | "reason"> & GivenHead & { readonly reason?: string }
    : E extends SaleDelivered
      ? Omit<E, "at"> & GivenHead & { /** @deprecated `complaint` */ readonly problem?: string }
      : Omit<E, "at"> & GivenHead;

/** What every event that is given may have beside its own fields. */
export interface GivenHead {
  readonly at: string | Date;
  readonly note?: string;
}

/** A planned ask as `ask.sent` takes it. */
export type AskInput = Omit<RecordedAsk, "seeker" | "legs"> & {
  readonly seeker?: string;
  readonly legs: readonly (Omit<RecordedLeg, "inferred"> & { readonly inferred?: boolean })[];
};
