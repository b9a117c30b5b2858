import { roleAt } from "../paths/score-leg.js";
import { costOfLeg } from "../planning/ask-cost.js";
import { type AskPlan, type OrderFlip, type PlanAsksInput, whatWouldFlip } from "../planning/index.js";
import { jointInterval } from "./joint-interval.js";
import type { PlanningDay } from "./planning-day.js";

/** What would turn the order of a plan's asks, and how far its joint chance is in doubt. */
export interface PlanDoubts {
  readonly flip?: OrderFlip;
  readonly jointInterval: readonly [number, number];
}

/**
 * Both hang on the plan's numbers alone, and take as long as all paths together. A plan whose numbers are those of one before has them
 * from there: most records change nothing for most plans.
 */
export function doubtsOf(
  day: PlanningDay,
  input: PlanAsksInput,
  { asks, method, jointProbability }: AskPlan,
  isSought: boolean,
): PlanDoubts {
  const { paths, costs, readiness = [], named = [] } = input;
  const prices = paths.map(({ legs }) => legs.map((leg, i) => costOfLeg(leg, roleAt(legs, i), 1, costs)));
  const order = asks.map(({ connector }) => connector);
  const given = [
    { ...input, signal: undefined },
    prices,
    ...readiness,
    ...named,
    order,
    method,
    jointProbability,
  ];
  const found = day.state.pure([...given, isSought], () =>
    JSON.stringify({
      flip: isSought && asks.length > 1 ? whatWouldFlip(input, { asks, method }) : undefined,
      jointInterval: jointInterval(paths, jointProbability, day.settings),
    }),
  );
  return JSON.parse(found) as PlanDoubts;
}
