import { compareCodeUnits, pairKey } from "../base/index.js";
import { isReversed } from "../journal/index.js";
import type { EntryLookup } from "./resolve-entry.js";

/** A tie that wasted meetings have lowered. */
export interface TiePenalty {
  /** The introducer and the target, in order of ids. */
  readonly between: readonly [string, string];
  /** Wasted meetings that count. */
  readonly wasted: number;
  /** What is left of the tie's strength, 0 to 1: `wastedTie` to the power of `wasted`. */
  readonly factor: number;
}

/**
 * The meetings that targets called wasted, by the tie over which they came about. That is the tie of the target and the
 * connector who introduced (README, Penalties: .9 each time). Whoever asked a target themselves spent nobody's tie but
 * their own.
 */
export class TiePenalties {
  readonly #lookup: Pick<EntryLookup, "get" | "reversalOf">;
  readonly #ties = new Map<string, Meeting[]>();

  constructor(lookup: Pick<EntryLookup, "get" | "reversalOf">) {
    this.#lookup = lookup;
  }

  /** Forgets all. */
  clear(): void {
    this.#ties.clear();
  }

  /** Takes a wasted meeting of a day. */
  add(introducer: string, target: string, id: string, day: number): void {
    const key = pairKey(introducer, target);
    const meetings = this.#ties.get(key);
    if (meetings === undefined) this.#ties.set(key, [{ id, day }]);
    else meetings.push({ id, day });
  }

  /** How many meetings over this tie were wasted on or before a day, those left out that were reversed by then. */
  count(a: string, b: string, day: number): number {
    if (this.#ties.size === 0) return 0;
    return this.#counted(this.#ties.get(pairKey(a, b)) ?? [], day);
  }

  /** Every tie with at least one, and their number, in order of ids. */
  list(day: number): readonly { readonly between: readonly [string, string]; readonly wasted: number }[] {
    return [...this.#ties]
      .map(([key, meetings]) => ({
        between: JSON.parse(key) as [string, string],
        wasted: this.#counted(meetings, day),
      }))
      .filter(({ wasted }) => wasted > 0)
      .sort(
        (x, y) =>
          compareCodeUnits(x.between[0], y.between[0]) || compareCodeUnits(x.between[1], y.between[1]),
      );
  }

  #counted(meetings: readonly Meeting[], day: number): number {
    return meetings.filter((meeting) => meeting.day <= day && !isReversed(this.#lookup, meeting.id, day))
      .length;
  }
}

interface Meeting {
  readonly id: string;
  readonly day: number;
}
