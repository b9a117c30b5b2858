import { MILLIS_PER_DAY, pairKey, parseIso } from "../base/index.js";
import type { BalanceAsserted, JournalEvent } from "../journal/index.js";
import { thousandths } from "./ledger-model.js";
import type { Posting } from "./postings.js";

/** A balance assertion that does not hold. */
export interface BrokenAssertion {
  readonly event: BalanceAsserted;
  /** What `book(a, b)` was at that time, in favor points. */
  readonly found: number;
}

/**
 * Replays the events and gives the assertions that do not hold, in order of time and id. Within one instant the order
 * of events is not known, nor within one day where an assertion states only the day. So it holds if the balance had
 * that amount at some point of it.
 * @param events In order of time and id.
 */
export function brokenAssertions(
  events: readonly JournalEvent[],
  postings: (event: JournalEvent) => readonly Posting[],
): readonly BrokenAssertion[] {
  const assertions = events.filter((event) => event.type === "balance.asserted");
  const moves = new Map<string, Move[]>();
  for (const { a, b } of assertions) moves.set(pairKey(a, b), []);
  for (const event of events) {
    const at = parseIso(event.at);
    for (const { giver, receiver, amount } of postings(event)) {
      moves.get(pairKey(giver, receiver))?.push({ at, amount: giver < receiver ? amount : -amount });
    }
  }
  return assertions.flatMap((event) => {
    const found = breach(event, moves.get(pairKey(event.a, event.b)) as Move[]);
    return found === undefined ? [] : [{ event, found }];
  });
}

/** Up to when assertions speak of each two people. */
export class AssertedTimes {
  /** Last millisecond, by pair. */
  readonly #until = new Map<string, number>();

  get isEmpty(): boolean {
    return this.#until.size === 0;
  }

  add(event: BalanceAsserted): void {
    const key = pairKey(event.a, event.b);
    this.#until.set(key, Math.max(assertedUntil(event), this.#until.get(key) ?? -Infinity));
  }

  /** True where one speaks of two of these people, at a time in milliseconds or later. */
  speakOf(people: readonly string[], at: number): boolean {
    return people.some((a, i) =>
      people.slice(0, i).some((b) => at <= (this.#until.get(pairKey(a, b)) ?? -Infinity)),
    );
  }
}

/** Last millisecond that an assertion speaks of. */
function assertedUntil(event: BalanceAsserted): number {
  return parseIso(event.at) + (event.at.length === 10 ? MILLIS_PER_DAY - 1 : 0);
}

interface Move {
  readonly at: number;
  /** Thousandths by which the pair's higher person owes the lower more. */
  readonly amount: number;
}

function breach(event: BalanceAsserted, moves: readonly Move[]): number | undefined {
  const from = parseIso(event.at);
  const until = assertedUntil(event);
  const sign = event.a < event.b ? 1 : -1;
  const wanted = sign * thousandths(event.amount);
  let balance = 0;
  let reached = false;
  for (const { at, amount } of moves) {
    if (at > until) break;
    if (at >= from && balance === wanted) reached = true;
    balance += amount;
  }
  return reached || balance === wanted ? undefined : (sign * balance) / 1000;
}
