import { bothOf, type CampaignProblem, type NumberedCandidate, reachOf } from "./campaign-problem.js";
import type { Tick } from "./campaign-search.js";

/** A bound on every plan of a campaign, and what the scarce things cost in it. */
export interface CampaignBound {
  readonly bound: number;
  /** Price of each candidate: of its connector, and of the budget and the places that it takes. */
  readonly price: Float64Array;
}

/**
 * Lagrangian bound: connectors, budget and places have prices instead of limits. Then each target stands alone, and its
 * best few asks are found by trying all. For any prices >= 0 the sum bounds every plan. The prices are improved by
 * subgradient steps (Polyak), with `reached` as the plan to come down to. Limits on weeks count by how many asks they
 * leave room for.
 */
export function campaignBound(
  problem: CampaignProblem,
  reached: number,
  rounds: number,
  tick: Tick,
): CampaignBound {
  const { candidates, limits, weeks } = problem;
  const room = problem.capacity.map((capacity, i) =>
    Math.min(capacity, roomFor(weeks - problem.readyWeek[i]!, problem.cooldownWeeks)),
  );
  const perTarget = Math.min(limits.perTarget, roomFor(weeks, problem.gapWeeks));
  const ofSeekers = Math.floor(problem.seekerPlaces) * problem.seekerIds.length;
  const places =
    Math.min(Math.floor(limits.asksPerWeek), problem.seekerIds.length === 0 ? 0 : ofSeekers) * weeks;
  const ofConnector = new Float64Array(room.length);
  let ofBudget = 0;
  let ofPlace = 0;
  const used = new Int32Array(room.length);
  let best = {
    bound: Number.POSITIVE_INFINITY,
    prices: { ofConnector: ofConnector.slice(), ofBudget, ofPlace },
  };
  let stride = 1;
  let stale = 0;
  for (let round = 0; round < rounds; round++) {
    tick();
    const prices = { ofConnector, ofBudget, ofPlace };
    used.fill(0);
    let bound = 0;
    let spent = 0;
    let asks = 0;
    problem.ofTarget.forEach((list, target) => {
      const { value, set } = bestSetFor(problem, target, list, prices, perTarget);
      bound += value;
      for (const i of set) {
        used[candidates[i]!.connector]!++;
        spent += candidates[i]!.cost;
        asks++;
      }
    });
    room.forEach((count, connector) => {
      bound += ofConnector[connector]! * count;
    });
    if (ofBudget > 0) bound += ofBudget * limits.budget;
    if (ofPlace > 0) bound += ofPlace * places;
    if (bound < best.bound) {
      best = { bound, prices: { ...prices, ofConnector: ofConnector.slice() } };
      stale = 0;
    } else if (++stale >= PATIENCE) {
      stride /= 2;
      stale = 0;
    }
    const over = (count: number, limit: number, current: number) =>
      Number.isFinite(limit) && (count > limit || current > 0) ? count - limit : 0;
    let norm = over(spent, limits.budget, ofBudget) ** 2 + over(asks, places, ofPlace) ** 2;
    room.forEach((limit, connector) => {
      norm += over(used[connector]!, limit, ofConnector[connector]!) ** 2;
    });
    if (norm === 0 || bound - reached <= CLOSE * Math.abs(bound)) break;
    const step = (stride * (bound - reached)) / norm;
    room.forEach((limit, connector) => {
      const now = ofConnector[connector]!;
      ofConnector[connector] = Math.max(0, now + step * over(used[connector]!, limit, now));
    });
    ofBudget = Math.max(0, ofBudget + step * over(spent, limits.budget, ofBudget));
    ofPlace = Math.max(0, ofPlace + step * over(asks, places, ofPlace));
  }
  return { bound: best.bound, price: Float64Array.from(candidates, (one) => priceOf(one, best.prices)) };
}

/** What connectors cost by number, and each favor point and place. */
interface Prices {
  readonly ofConnector: Float64Array;
  readonly ofBudget: number;
  readonly ofPlace: number;
}

function priceOf({ connector, cost }: NumberedCandidate, { ofConnector, ofBudget, ofPlace }: Prices): number {
  return ofConnector[connector]! + ofBudget * cost + ofPlace;
}

/** How many asks `apart` weeks from each other go into some weeks. */
function roomFor(weeks: number, apart: number): number {
  if (weeks <= 0) return 0;
  return apart <= 0 ? Number.MAX_SAFE_INTEGER : Math.floor((weeks - 1) / apart) + 1;
}

/** The best at most `most` asks about one target at these prices, or where trying all is too much a bound on them. */
function bestSetFor(
  { candidates, worth }: CampaignProblem,
  target: number,
  list: readonly number[],
  prices: Prices,
  most: number,
): { value: number; set: readonly number[] } {
  const alone: number[] = [];
  const open: number[] = [];
  for (const i of list) {
    const one = candidates[i]!;
    const value = worth[target]! * one.alone - one.cost - priceOf(one, prices);
    // A gain is never more than what the ask brings alone, so the others are in no best set.
    if (value <= 0) continue;
    let at = open.length;
    for (; at > 0 && alone[at - 1]! < value; at--) {
      alone[at] = alone[at - 1]!;
      open[at] = open[at - 1]!;
    }
    alone[at] = value;
    open[at] = i;
  }
  if (open.length === 0 || most <= 0) return { value: 0, set: [] };
  if (most === 1 || open.length === 1) return { value: alone[0]!, set: [open[0]!] };
  if (most === 2) return bestPair(candidates, worth[target]!, open, alone);
  if (open.length ** Math.min(most, open.length) > MOST_SETS) {
    const sum = alone.slice(0, most).reduce((a, b) => a + b, 0);
    return { value: Math.min(sum, worth[target]! * reachOf(candidates, open)), set: open.slice(0, most) };
  }
  let best = { value: 0, set: [] as readonly number[] };
  const grow = (from: number, set: readonly number[], paid: number): void => {
    const value = worth[target]! * reachOf(candidates, set) - paid;
    if (value > best.value) best = { value, set };
    if (set.length === most) return;
    for (let k = from; k < open.length; k++) {
      const i = open[k]!;
      if (value + alone[k]! * (most - set.length) <= best.value) return;
      grow(k + 1, [...set, i], paid + candidates[i]!.cost + priceOf(candidates[i]!, prices));
    }
  };
  grow(0, [], 0);
  return best;
}

/** The best one or two: two bring what each brings alone less what both would reach. */
function bestPair(
  candidates: CampaignProblem["candidates"],
  worth: number,
  open: readonly number[],
  alone: readonly number[],
): { value: number; set: readonly number[] } {
  let value = alone[0]!;
  let [first, second] = [0, -1];
  for (let a = 0; a < open.length - 1 && alone[a]! + alone[a + 1]! > value; a++) {
    const one = candidates[open[a]!]!;
    for (let b = a + 1; b < open.length && alone[a]! + alone[b]! > value; b++) {
      const other = candidates[open[b]!]!;
      const sum = alone[a]! + alone[b]! - worth * bothOf(one, other);
      if (sum > value) [value, first, second] = [sum, a, b];
    }
  }
  return { value, set: second < 0 ? [open[first]!] : [open[first]!, open[second]!] };
}

/** Rounds without a better bound before the steps are halved. */
const PATIENCE = 4;
/** Relative gap at which the bound is good enough. */
const CLOSE = 1e-6;
/** Sets of asks about one target that are tried one by one. */
const MOST_SETS = 20_000;
