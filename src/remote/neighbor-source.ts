import type { AbortSignalLike } from "../base/index.js";
import type { Person, TieEvidence } from "../people/index.js";

/** One directed tie in a store: who may be passed on to whom, and how probable it is. */
export interface Arc {
  readonly source: string;
  readonly target: string;
  /** Consent of passing on, in (0, 1]. */
  readonly probability: number;
  /** What was seen of the tie, told from the side of `source`. @defaultValue nothing but the probability */
  readonly evidence?: TieEvidence;
  /** Who told of the tie. */
  readonly owner?: string;
  readonly visibility?: "shared" | "masked" | "private";
}

/** A person whose arcs are wanted, and how far. */
export interface Cap {
  readonly id: string;
  /** Arcs of a cost (-ln probability) above this are not wanted; `Infinity`: all. */
  readonly maxCost: number;
  /** At most so many arcs, the cheapest first. @defaultValue all */
  readonly limit?: number;
}

/**
 * A store of ties that answers three batched questions. Each call is one round trip; the order of the arcs does not matter. An
 * answer may hold arcs that were not asked for, never fewer than asked.
 */
export interface NeighborSource {
  /** The arcs that start at these people, up to each one's cap. */
  out(nodes: readonly Cap[], signal?: AbortSignalLike): Promise<readonly Arc[]>;
  /** The arcs that end at these people, up to each one's cap. */
  into(nodes: readonly Cap[], signal?: AbortSignalLike): Promise<readonly Arc[]>;
  /** The arcs that start at one of `a` and end at one of `b`. */
  between(a: readonly string[], b: readonly string[], signal?: AbortSignalLike): Promise<readonly Arc[]>;
  /** Who these people are, for plans over the store; those whom it does not know are left out. @defaultValue ids alone */
  people?(ids: readonly string[], signal?: AbortSignalLike): Promise<readonly Person[]>;
}
