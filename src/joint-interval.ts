import { roundForPlan } from "./base/index.js";
import type { IntroductionPath, Leg } from "./paths/index.js";
import { jointSuccessBounds, type PlanAsksInput, planRoutes } from "./planning/index.js";
import { spreadInterval } from "./ties/index.js";

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
  const legs = new Map<string, Leg>();
  for (const path of paths) for (const leg of path.legs) legs.set(keyOf(leg), leg);
  const keys = [...legs.keys()];
  const joint = (consents: readonly number[]): number => {
    const moved = new Map(keys.map((key, i) => [key, consents[i] as number]));
    const { asks, ways } = planRoutes(
      paths.map((path) => withConsents(path, moved)),
      costs,
    );
    return jointSuccessBounds({ asks, routes: ways.map(({ route }) => route), maxSplits: MAX_SPLITS }).lower;
  };
  const inputs = [...legs.values()].map(({ consent, interval }) => ({ probability: consent, interval }));
  const { probability: middle, interval } = spreadInterval(inputs, joint);
  if (!(middle > 0 && middle < 1)) return [probability, probability];
  const shift = logit(probability) - logit(middle);
  return [moved(interval[0], shift, probability), moved(interval[1], shift, probability)];
}

/** Splits at most: an interval needs no more digits than its bounds have without them. */
const MAX_SPLITS = 2_000;

function withConsents(path: IntroductionPath, consents: ReadonlyMap<string, number>): IntroductionPath {
  return {
    ...path,
    legs: path.legs.map((leg) => {
      const consent = consents.get(keyOf(leg)) ?? leg.consent;
      return {
        ...leg,
        consent,
        consentIfTied: leg.inferred ? Math.max(leg.consentIfTied, consent) : consent,
      };
    }),
  };
}

function keyOf({ asker, asked }: Leg): string {
  return JSON.stringify([asker, asked]);
}

function moved(end: number, shift: number, probability: number): number {
  if (!(end > 0 && end < 1)) return end;
  const x = 1 / (1 + Math.exp(-(logit(end) + shift)));
  return roundForPlan(Number.isFinite(x) ? x : probability);
}

function logit(p: number): number {
  return Math.log(p / (1 - p));
}
