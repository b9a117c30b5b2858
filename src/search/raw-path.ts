import type { Route } from "./tie-order.js";

/** A path as node numbers. */
export interface RawPath {
  /** From a source to a target, both included; no node twice. */
  readonly nodes: number[];
  /** Product of the arcs' probabilities, as exp of minus the summed cost: within 1e-12 relative of the product. */
  readonly probability: number;
}

/** A route as callers see it. */
export function rawPath({ nodes, cost }: Route): RawPath {
  return { nodes: [...nodes], probability: Math.exp(-cost) };
}
