import type { Shape } from "../base/index.js";
import type { ArcOverlay } from "../search/index.js";
import type { Leg, LegNumbers } from "./introduction-path.js";

/**
 * What queries for many targets have in common: the seekers' side of each path. It holds while the network, `askContext` and all
 * options but those of the target stay the same.
 */
export interface SharedWork {
  /** Legs of seekers and connectors as told on a path, by index and the two people. */
  readonly legs: Map<string, Leg>;
  /** Their numbers, by index and {@link pairOf} the two; no result holds them. */
  readonly numbers: Map<number, LegNumbers>;
  /** Consent of those whom the seekers ask, by {@link pairOf} the two. */
  readonly firstAsks: Map<number, number>;
  /** The seekers' asks of their own contacts, laid over the index once. */
  readonly laid: Map<string, FirstAsks>;
}

/** Arcs as lists, in the order in which they are laid. */
export interface LaidArcs {
  readonly sources: number[];
  readonly targets: number[];
  readonly probabilities: number[];
}

/** The seekers' node numbers, and their asks laid over the index. */
export interface FirstAsks {
  readonly seekers: readonly number[];
  readonly laid: LaidArcs;
  readonly arcs: ArcOverlay;
  /** Node -> probability of the best way to it, by what bounds that pass. */
  readonly passes: Map<string, Float64Array>;
}

/** One number for whoever asks and whoever is asked. */
export function pairOf({ ids }: { readonly ids: readonly string[] }, asker: number, asked: number): number {
  return asker * ids.length + asked;
}

/** Nothing to share yet; `findPathsSharing` fills it. */
export function newSharedWork(): SharedWork {
  return { legs: new Map(), numbers: new Map(), firstAsks: new Map(), laid: new Map() };
}

const MAP: Shape = { get: "function", set: "function" };
/** The form of a {@link SharedWork}. */
export const SHARED_WORK: Shape = { legs: MAP, numbers: MAP, firstAsks: MAP, laid: MAP };
