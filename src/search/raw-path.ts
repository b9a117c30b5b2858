import type { Route } from "./tie-order.js";

/** A path as node numbers. */
export interface RawPath {
  /** From a source to a target, both included; no node twice. */
  readonly nodes: number[];
  /** Product of the arcs' probabilities: exp of minus the summed cost, to 15 digits; within 1e-12 relative of it. */
  readonly probability: number;
}

/** A route as callers see it. */
export function rawPath({ nodes, cost }: Route): RawPath {
  return { nodes: [...nodes], probability: probabilityOf(cost) };
}

/** The probability that a cost stands for, to the 15 digits that rounding leaves of it: 0.3 comes back as 0.3. */
export function probabilityOf(cost: number): number {
  return Number(Math.exp(-cost).toPrecision(15));
}
