import { type AbortSignalLike, throwIfAborted } from "../base/abort.js";
import type { SearchOptions } from "./query.js";

/** What a search has done so far, and when it is to stop. */
export interface Meter {
  /** Nodes settled by a search, or taken up while paths are listed. */
  visited: number;
  /** Arcs looked at, those of a way on in `lawler` counting several times. */
  scanned: number;
  readonly maxVisited: number;
  readonly maxScanned: number;
  readonly signal: AbortSignalLike | undefined;
}

/** A meter at nought; throws the reason of a signal that is aborted already. `mostScanned` counts where the caller names no bound. */
export function newMeter({ signal, budget }: SearchOptions, mostScanned: number): Meter {
  throwIfAborted(signal);
  return {
    visited: 0,
    scanned: 0,
    maxVisited: budget?.maxVisited ?? Infinity,
    maxScanned: budget?.maxScanned ?? mostScanned,
    signal,
  };
}

/** Thrown inside a search whose budget is spent; never leaves the room. */
export const BUDGET_SPENT: unique symbol = Symbol("budget spent");

/** Counts arcs that were looked at; looks at the budget, and every some ten thousand arcs at the signal. */
export function scan(meter: Meter, arcs: number): void {
  const before = meter.scanned;
  meter.scanned = before + arcs;
  if (meter.scanned > meter.maxScanned) throw BUDGET_SPENT;
  if (before >>> 16 !== meter.scanned >>> 16) throwIfAborted(meter.signal);
}

/** Counts one more visited node; looks at budget and signal. */
export function visit(meter: Meter): void {
  if (meter.visited >= meter.maxVisited) throw BUDGET_SPENT;
  if ((meter.visited++ & 1023) === 0) throwIfAborted(meter.signal);
}
