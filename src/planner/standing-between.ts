import { roundForPlan } from "../base/index.js";
import type { Standing } from "../ledger/index.js";
import type { StandingRequest } from "./planner-options.js";
import type { PlannerState } from "./planner-state.js";
import { checkKnown } from "./viewers-of.js";

/**
 * The standing of two people as a result shows it: rounded, and without the price that plans use.
 * @throws WarmpathError `UNKNOWN_PERSON`, `INVALID_DATE`, `INVALID_ARGUMENT` for one person twice.
 */
export function standingBetween(state: PlannerState, query: StandingRequest): Standing {
  const { network } = state;
  checkKnown(network, query.seeker);
  checkKnown(network, query.counterpart, query.seeker);
  const [seeker, counterpart] = [network.canonical(query.seeker), network.canonical(query.counterpart)];
  const { price: _, ...standing } = state.on(query.now).standing(seeker, counterpart);
  const { drawable, limit, balance, priceFactor } = standing;
  return {
    ...standing,
    drawable: roundForPlan(drawable),
    limit: roundForPlan(limit),
    balance: roundForPlan(balance),
    priceFactor: roundForPlan(priceFactor),
  };
}
