import { callersOwn, checkShape, logit, sigmoid, soundOf } from "../base/index.js";

/** A probability with its 90% interval. */
export interface Estimate {
  readonly probability: number;
  readonly interval: readonly [number, number];
}

/**
 * Carries the intervals of independent estimates through a function that rises with each of them. Such are the product
 * of a path's consents and the joint success of a plan. Each input is moved to its ends alone, and the effects, in
 * log-odds, are added as squares (the first-order rule for independent errors). Never beyond what all the ends together
 * give. Costs 2 n + 3 calls of `combine` for n inputs.
 *
 * ```ts
 * spreadInterval(legs, (p) => p.reduce((product, x) => product * x, 1)).interval;
 * ```
 */
export function spreadInterval(
  inputs: readonly Estimate[],
  given: (probabilities: readonly number[]) => number,
): { readonly probability: number; readonly interval: [number, number] } {
  return soundOf("inputs", () => {
    checkShape(inputs, [{ probability: "finite", interval: ["finite"] }], "inputs");
    const combine = callersOwn(given, "combine");
    const middle = inputs.map(({ probability }) => probability);
    const probability = combine(middle);
    const moved = (side: 0 | 1): readonly number[] =>
      inputs.map(({ interval }, k) => combine(middle.map((p, i) => (i === k ? interval[side] : p))));
    const furthest = (side: 0 | 1): number => combine(inputs.map(({ interval }) => interval[side]));
    return { probability, interval: spreadOfCauses(probability, moved, furthest) };
  });
}

/**
 * The interval of a probability from what single causes of doubt would make of it. Each is taken alone at its low (0) or high (1)
 * end, and all of them together. A cause may move several inputs at once, as a prior does that they share.
 */
export function spreadOfCauses(
  probability: number,
  moved: (side: 0 | 1) => readonly number[],
  furthest: (side: 0 | 1) => number,
): [number, number] {
  const end = (side: 0 | 1): number => {
    const most = furthest(side);
    if (!(probability > 0 && probability < 1)) return most;
    const effects = moved(side).map((p) => logit(p) - logit(probability));
    const reached = sigmoid(logit(probability) + (side === 0 ? -1 : 1) * Math.hypot(...effects));
    return side === 0
      ? Math.min(probability, Math.max(most, reached))
      : Math.max(probability, Math.min(most, reached));
  };
  return [end(0), end(1)];
}

/** One consent of a path, named so that two paths can share it. */
export interface LegEstimate extends Estimate {
  readonly id: string;
}

/**
 * True where the evidence does not settle which of two paths is the more probable. Their log probabilities then differ
 * by no more than the intervals of the legs that they do not share allow. A leg on both cancels out.
 */
export function areLevel(one: readonly LegEstimate[], other: readonly LegEstimate[]): boolean {
  for (const legs of [one, other])
    checkShape(legs, [{ id: "text", probability: "finite", interval: ["finite"] }], "legs");
  const own = (legs: readonly LegEstimate[], others: readonly LegEstimate[]) =>
    legs.filter(({ id }) => !others.some((leg) => leg.id === id));
  const [a, b] = [own(one, other), own(other, one)];
  const logOf = (legs: readonly LegEstimate[]) =>
    legs.reduce((sum, { probability }) => sum + Math.log(probability), 0);
  const [logA, logB] = [logOf(a), logOf(b)];
  if (logA === logB) return true;
  const [better, worse] = logA > logB ? [a, b] : [b, a];
  const widths = [
    ...better.map(({ probability, interval }) => Math.log(probability / interval[0])),
    ...worse.map(({ probability, interval }) => Math.log(interval[1] / probability)),
  ];
  return Math.abs(logA - logB) <= Math.hypot(...widths);
}
