import { logit, roundForPlan, sigmoid } from "../base/index.js";
import type { IntroductionPath } from "../paths/index.js";
import {
  jointSuccessBounds,
  legsOf,
  type PlanAsksInput,
  planRoutes,
  withConsents,
} from "../planning/index.js";
import { spreadInterval } from "../ties/index.js";

/**
 * 90% interval of a plan's joint probability: every consent is moved by its own interval, a shared one once, and the joint
 * success is computed anew each time. `probability` is the plan's own, which the answers so far may have changed: the
 * interval is laid around it in the same proportion of log-odds.
 */
export function jointInterval(
  paths: readonly IntroductionPath[],
  { costs }: PlanAsksInput,
  probability: number,
): readonly [number, number] {
  if (!(probability > 0 && probability < 1)) return [probability, probability];
  const legs = legsOf(paths);
  const keys = [...legs.keys()];
  const share = Math.floor(SPLITS_IN_ALL / (2 * keys.length + 3));
  const maxSplits = Math.min(MAX_SPLITS, Math.max(LEAST_SPLITS, share));
  const joint = (consents: readonly number[]): number => {
    const moved = new Map(keys.map((key, i) => [key, consents[i] as number]));
    const { asks, ways } = planRoutes(
      withConsents(paths, (key) => moved.get(key)),
      costs,
    );
    return jointSuccessBounds({ asks, routes: ways.map(({ route }) => route), maxSplits }).lower;
  };
  const inputs = [...legs.values()].map(({ consent, interval }) => ({ probability: consent, interval }));
  const { probability: middle, interval } = spreadInterval(inputs, joint);
  if (!(middle > 0 && middle < 1)) return [probability, probability];
  const shift = logit(probability) - logit(middle);
  return [moved(interval[0], shift), moved(interval[1], shift)];
}

/** Splits at most: an interval needs no more digits than its bounds have without them. */
const MAX_SPLITS = 2_000;
/** Splits for all joint successes of one interval, and the least for each. */
const SPLITS_IN_ALL = 20_000;
const LEAST_SPLITS = 50;

function moved(end: number, shift: number): number {
  return end > 0 && end < 1 ? roundForPlan(sigmoid(logit(end) + shift)) : end;
}
