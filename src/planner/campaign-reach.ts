import { chanceThrough, type DirectWay } from "../planning/index.js";
import type { CampaignWays } from "./campaign-options.js";
import { directWayOf } from "./direct-way-of.js";
import type { PlanAsk, PlanTarget, Refusal } from "./introduction-plan.js";
import { isDirectBetter } from "./is-direct-better.js";
import type { PlanningDay } from "./planning-day.js";

/** What a campaign brings one buyer, by the rules of a plan for that buyer alone. */
export interface CampaignReach {
  readonly target: string;
  /** That one of the planned asks reaches them, or one that is under way. */
  readonly probability: number;
  /** Ids of asks for them that are under way; the campaign asks nobody else before those are given up. */
  readonly open: readonly string[];
  /** What writing to them without anybody would bring; `better` where no ask is worth more, planned or under way. */
  readonly direct: DirectWay;
}

/** The buyer's chance by the asks that were chosen: all paths that begin with one of them count. */
export function campaignReach(
  day: PlanningDay,
  seekers: readonly string[],
  target: PlanTarget,
  ways: readonly CampaignWays[],
  asks: readonly PlanAsk[],
): CampaignReach {
  const [{ input }] = ways as readonly [CampaignWays];
  const paths = ways.flatMap((one) => one.input.paths);
  const probability = chanceThrough({ ...input, paths }, ({ people }) =>
    asks.some(({ seeker, connector }) => seeker === people[0] && connector === people[1]),
  );
  const direct = directWayOf(day, target, seekers);
  const inputs = ways.map((one) => one.input);
  const better = isDirectBetter(direct.probability, asks, inputs);
  const open = [...new Set(ways.flatMap((one) => one.open))];
  return { target: target.id, probability, open, direct: { ...direct, better } };
}

/** Why no ask for a buyer is planned. */
export function whyNoAsk(ways: readonly CampaignWays[]): Refusal {
  if (ways.some(({ open }) => open.length > 0)) return UNDER_WAY;
  return ways.some(({ options }) => options.length > 0) ? NOT_CHOSEN : NOBODY_READY;
}

const UNDER_WAY: Refusal = {
  code: "no-path",
  message: "An ask for this target is under way, and no further one adds to the plan within its limits.",
};
const NOBODY_READY: Refusal = {
  code: "no-path",
  message:
    "Nobody who leads to this target can be asked now. A plan for the target alone says what would help.",
};
const NOT_CHOSEN: Refusal = {
  code: "no-path",
  message: "No ask for this target adds to the plan within its limits.",
};
