import type { NextAction, PlanAsk } from "warmpath";
import type { JobChange } from "warmpath/network";
import type { IdentityDecision } from "warmpath/people";

/** What the command keeps beside the planner's own state. */
export interface Memory {
  /** Ids of colleagues whose records were added. */
  readonly teammates: readonly string[];
  /** Answers to "are these two one person?". */
  readonly decisions: readonly IdentityDecision[];
  /** The pairs that `same` showed last, by their numbers. */
  readonly pairs: readonly (readonly [string, string])[];
  /** Ids of the asks that were shown last, by their numbers. */
  readonly listed: readonly string[];
  /** What `today` proposed last, by its numbers. */
  readonly todo: readonly Pick<NextAction, "kind" | "person" | "askId" | "done">[];
  /** Who changed jobs between the last files and those before, for congratulations. */
  readonly changes: readonly JobChange[];
  /** Asks that plans proposed, newest first, so that a number or a name is enough to draft and to send one. */
  readonly asks: readonly PlanAsk[];
  /** What was written for an ask: its reason, offer and channel. */
  readonly words: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export const EMPTY_MEMORY: Memory = {
  teammates: [],
  decisions: [],
  pairs: [],
  listed: [],
  todo: [],
  changes: [],
  asks: [],
  words: {},
};

/** Asks that are kept; the oldest go first. */
const MOST_ASKS = 60;

/** The memory with the asks that were shown. Their numbers stay those of the last list where this one is empty. */
export function withAsks(
  memory: Memory,
  asks: readonly PlanAsk[],
  listed = asks.map(({ id }) => id),
): Memory {
  const fresh = new Set(asks.map(({ id }) => id));
  const kept = [...asks, ...memory.asks.filter(({ id }) => !fresh.has(id))].slice(0, MOST_ASKS);
  const words = Object.fromEntries(
    kept.flatMap(({ id }) => {
      const own = Object.hasOwn(memory.words, id) ? memory.words[id] : undefined;
      return own === undefined ? [] : [[id, own]];
    }),
  );
  return { ...memory, asks: kept, listed: listed.length === 0 ? memory.listed : listed, words };
}
