import {
  type AbortSignalLike,
  favors,
  isoDay,
  madeOf,
  roundForPlan,
  throwIfAborted,
  utcDay,
  type WorkCalendar,
  withCallersOwn,
} from "../base/index.js";
import { campaignBound } from "./campaign-bound.js";
import type { CampaignDraft } from "./campaign-draft.js";
import { type CampaignLimits, DEFAULT_CAMPAIGN_LIMITS } from "./campaign-limits.js";
import {
  type CampaignCandidate,
  type CampaignConnector,
  type CampaignProblem,
  type CampaignTarget,
  numberCampaign,
} from "./campaign-problem.js";
import { exchange, exhaust, greedy, type Tick } from "./campaign-search.js";
import { layOutDays } from "./lay-out-days.js";

/** What {@link planCampaign} takes: values only. */
export interface CampaignInput {
  readonly targets: readonly CampaignTarget[];
  readonly connectors: readonly CampaignConnector[];
  /** Asks that may be made; those that were refused, or are not to be made, are simply not among them. */
  readonly candidates: readonly CampaignCandidate[];
  readonly start: Date | string;
  readonly limits?: Partial<CampaignLimits> | undefined;
  /** Days on which is asked, where `limits.asksPerDay` is finite. @defaultValue Monday to Friday */
  readonly calendar?: WorkCalendar | undefined;
  /** Told now and then what is being done and how far it is, 0 to 1. */
  readonly onProgress?:
    | ((progress: { phase: "choose" | "bound" | "exchange"; done: number }) => void)
    | undefined;
  readonly signal?: AbortSignalLike | undefined;
}

/** One ask of a campaign. */
export interface CampaignAsk {
  /** ISO day: the first of the week in which to ask, or with a limit of asks a day the working day. */
  readonly day: string;
  /** Who asks, where the candidates tell seekers. */
  readonly seeker?: string;
  readonly connector: string;
  readonly target: string;
  readonly cost: number;
  /** What the plan would lose without this ask, fp. */
  readonly gain: number;
}

/** Whom to ask about whom, and when. Plain JSON, numbers rounded to 12 digits. */
export interface CampaignPlan {
  /** By day, then connector, then target. No connector and no target has two seekers. */
  readonly asks: readonly CampaignAsk[];
  /** Worth of the targets reached in expectation less the cost of all asks, fp. */
  readonly value: number;
  readonly cost: number;
  /** No plan within the limits brings more. */
  readonly bound: number;
  /** value / bound, 1 where there is nothing to gain. */
  readonly share: number;
  /** True where all sets of asks were tried. */
  readonly exact: boolean;
  /** The same in one sentence. */
  readonly note: string;
}

/** Candidates up to which all sets are tried. */
export const EXACT_CAMPAIGN_CANDIDATES = 12;

const PASSES = 6;
const BOUND_ROUNDS = 60;

/**
 * Chooses asks over many targets: max sum of worth x P(reached) - costs, each shared consent counted once. Capacities,
 * cooldowns, budget, asks a week and asks a target hold (README; time in whole weeks). Submodular: lazy greedy by gain,
 * by gain a favor point and by gain less Lagrangian prices, the best of them improved by exchange. With costs taken off
 * greedy has no guarantee, so a Lagrangian bound stands beside the value. Exact up to {@link EXACT_CAMPAIGN_CANDIDATES}
 * candidates.
 * @throws WarmpathError `INVALID_ARGUMENT` for numbers out of range, unknown or repeated ids and pairs; `INVALID_ID`; `INVALID_DATE`;
 * the signal's reason when aborted.
 */
export function planCampaign(given: CampaignInput): CampaignPlan {
  return madeOf("input", () => {
    const input = withCallersOwn(given, "onProgress");
    const start = utcDay(input.start, "start");
    const limits = { ...DEFAULT_CAMPAIGN_LIMITS, ...input.limits };
    const problem = numberCampaign(
      input.targets,
      input.connectors,
      input.candidates,
      limits,
      input.calendar?.weekdays?.length,
    );
    const tickOf = (phase: "choose" | "bound" | "exchange", total: number): Tick => {
      let done = 0;
      return () => {
        throwIfAborted(input.signal);
        input.onProgress?.({ phase, done: Math.min(1, done++ / total) });
      };
    };
    const rounds = problem.candidates.length / 256 + 1;
    let best = greedy(problem, (gain) => gain, tickOf("choose", rounds));
    const density = greedy(
      problem,
      (gain, i) => gain / (problem.candidates[i]!.cost + 1e-9),
      tickOf("choose", rounds),
    );
    if (density.net() > best.net()) best = density;
    const { bound, price } = campaignBound(problem, best.net(), BOUND_ROUNDS, tickOf("bound", BOUND_ROUNDS));
    const priced = greedy(problem, (gain, i) => gain - price[i]!, tickOf("choose", rounds));
    const tick = tickOf("exchange", PASSES * rounds);
    exchange(problem, priced, PASSES, tick);
    exchange(problem, best, PASSES, tick);
    if (priced.net() > best.net()) best = priced;
    const exact = problem.candidates.length <= EXACT_CAMPAIGN_CANDIDATES;
    if (exact) best = exhaust(problem, best, tick);
    const most = exact ? best.net() : bound;
    const chosen = best.count;
    const days = Number.isFinite(limits.asksPerDay)
      ? layOutDays(problem, best, start, input.calendar ?? {})
      : new Map(best.chosen().map((i) => [i, 7 * best.week[i]!]));
    return planOf(problem, best, days, start, most, exact && best.count === chosen);
  });
}

function planOf(
  problem: CampaignProblem,
  draft: CampaignDraft,
  days: ReadonlyMap<number, number>,
  start: number,
  bound: number,
  exact: boolean,
): CampaignPlan {
  const asks = draft
    .chosen()
    .map((i) => ({ i, day: days.get(i)! }))
    .sort((a, b) => a.day - b.day || a.i - b.i)
    .map(({ i, day }) => {
      const { connector, target, cost, seeker } = problem.candidates[i]!;
      const id = problem.seekerIds[seeker]!;
      return {
        day: isoDay(start + day),
        ...(id === "" ? {} : { seeker: id }),
        connector: problem.connectorIds[connector]!,
        target: problem.targetIds[target]!,
        cost: roundForPlan(cost),
        gain: roundForPlan(draft.loss(i)),
      };
    });
  const value = draft.net();
  const share = bound > 0 ? Math.min(1, value / bound) : 1;
  const least = Math.floor(share * 1000) / 10;
  return {
    asks,
    value: roundForPlan(value),
    cost: roundForPlan(asks.reduce((sum, ask) => sum + ask.cost, 0)),
    bound: roundForPlan(Math.max(bound, value)),
    share: roundForPlan(share),
    exact,
    note: exact
      ? `The best plan within these limits: worth ${favors(value)}.`
      : `At least ${least}% of what any plan within these limits could bring (${favors(value)} of at most ${favors(bound)}).`,
  };
}
