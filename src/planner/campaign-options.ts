import { isoDay, maxOf, minOf, utcDay } from "../base/index.js";
import type { FoundPath } from "../paths/index.js";
import {
  type Ask,
  type CampaignCandidate,
  type CampaignTarget,
  COLD_ASK,
  chanceThrough,
  isReady,
  type PlanAsksInput,
  type PlanRoute,
  planRoutes,
  readinessKey,
  tieAsk,
  willingAsk,
} from "../planning/index.js";
import { lapseDay } from "../tracking/ask-status.js";
import type { AskStatus } from "../tracking/index.js";
import { directWayOf } from "./direct-way-of.js";
import type { PlanTarget, Refusal } from "./introduction-plan.js";
import { ratedPathsFor } from "./paths-for.js";
import { asksInput, historyOf } from "./plan-introduction.js";
import { hasReached } from "./plan-readiness.js";
import { endOf } from "./plan-refusal.js";
import type { DayRequest, TargetQuery } from "./plan-request.js";
import type { PlanningDay } from "./planning-day.js";
import { resolveTarget } from "./resolve-target.js";

/** One connector's way from one seeker to one target. */
export interface CampaignOption {
  readonly candidate: CampaignCandidate;
  readonly path: FoundPath;
  readonly target: PlanTarget;
  readonly readyInDays: number;
  /** What the ask is planned from once it is chosen. */
  readonly input: PlanAsksInput<FoundPath>;
}

/** A buyer of a campaign: as the caller named them, and who that is for all seekers together. */
export interface CampaignBuyer {
  readonly query: TargetQuery;
  readonly target: PlanTarget;
  readonly value: number;
}

/** What there is to ask about one buyer, or why there is nothing. */
export type CampaignChoice =
  | {
      readonly target: CampaignTarget;
      readonly options: readonly CampaignOption[];
      readonly ways: readonly CampaignWays[];
    }
  | { readonly target: PlanTarget; readonly refusal: Refusal };

/** The ways of all seekers to one buyer, each by what that seeker may see. */
export function choiceFor(
  day: PlanningDay,
  request: Pick<DayRequest, "k" | "maxHops" | "signal">,
  seekers: readonly string[],
  buyer: CampaignBuyer,
): CampaignChoice {
  const { target, value, query } = buyer;
  const each = seekers.map((seeker): CampaignWays | { readonly refusal: Refusal } => {
    const own = seekers.length === 1 ? { target } : resolveTarget(day, query, [seeker]);
    return "refusal" in own ? own : waysOf(day, request, { seekers, seeker, target: own.target, value });
  });
  const found = each.flatMap((one) => ("refusal" in one ? [] : [one]));
  const [first] = each;
  if (found.length === 0 && first !== undefined && "refusal" in first)
    return { target, refusal: first.refusal };
  const consent = maxOf(found.map((one) => one.consent));
  const coldConsent = maxOf(found.map((one) => one.cold * one.consent));
  const shared = { consent, cold: consent > 0 ? coldConsent / consent : 0 };
  const { cost } = found.find((one) => one.consent === consent) as CampaignWays;
  // What is under way may reach the buyer first: the rest counts for the times that it does not.
  const rest = minOf(found.map((one) => 1 - (consent > 0 ? one.underWay / consent : 0)));
  return {
    ways: found,
    target: { id: target.id, value: value * rest, cost: cost * rest, ...shared },
    options: found.flatMap((one) =>
      one.options.map((option) => ({
        ...option,
        candidate: {
          ...candidateUnder(shared, one, option.candidate),
          target: target.id,
          ...(seekers.length === 1 ? {} : { seeker: one.seeker }),
        },
      })),
    ),
  };
}

/** How a target answers: consent given a tie, and given it the chance that a stranger's note does as well. */
interface TargetTerms {
  readonly consent: number;
  readonly cold: number;
}

/** All ways of one seeker to a buyer, and what of them is under way. */
export interface CampaignWays extends TargetTerms {
  readonly seeker: string;
  readonly cost: number;
  readonly options: readonly CampaignOption[];
  /** The paths of a plan for the buyer alone, those that were asked among them. */
  readonly input: PlanAsksInput<FoundPath>;
  /** Ids of asks for the buyer that are open. */
  readonly open: readonly string[];
  /** Probability that what is under way reaches the buyer. */
  readonly underWay: number;
}

/**
 * A candidate whose chances were told for one seeker's terms of the target. Here they are told for those that all seekers share, so that it
 * reaches the target as probably as before.
 */
function candidateUnder(
  shared: TargetTerms,
  own: TargetTerms,
  candidate: CampaignCandidate,
): CampaignCandidate {
  if (shared.consent === own.consent && shared.cold === own.cold) return candidate;
  const { probability, ifCold = probability } = candidate;
  if (own.cold === 0) {
    const scaled = (probability * own.consent) / shared.consent;
    return { ...candidate, probability: scaled, ifCold: scaled };
  }
  const warm = (ifCold * own.cold * own.consent) / (shared.cold * shared.consent);
  const left = shared.consent * (1 - shared.cold);
  const plain = left > 0 ? (probability * own.consent * (1 - own.cold)) / left : 0;
  return { ...candidate, probability: Math.min(1, plain), ifCold: Math.min(1, Math.max(plain, warm)) };
}

function waysOf(
  day: PlanningDay,
  request: Pick<DayRequest, "k" | "maxHops" | "signal">,
  {
    seekers,
    seeker,
    target,
    value,
  }: {
    readonly seekers: readonly string[];
    readonly seeker: string;
    readonly target: PlanTarget;
    readonly value: number;
  },
): CampaignWays | { readonly refusal: Refusal } {
  const history = historyOf(day, target);
  const ended = endOf(day, [seeker], target, history) ?? pauseOf(seeker, target, history);
  if (ended !== undefined) return { refusal: ended };
  const { campaignPaths, maxHops: most } = day.settings.search;
  const { k = campaignPaths, maxHops = most, signal } = request;
  // Whoever of the team stands on the way asks for themselves.
  const exclude = seekers.filter((other) => other !== seeker);
  const wanted = { seeker, target: target.id, k, maxHops, exclude, ...(signal && { signal }) };
  const paths = ratedPathsFor(day, wanted, [seeker], target, history);
  const direct = directWayOf(day, target, [seeker]).probability;
  const input = { ...asksInput(day, value, target, paths, history), direct };
  const routes = planRoutes(paths, input.costs);
  const asks = new Map(routes.asks.map((ask) => [ask.id, ask]));
  const last = asks.get(routes.ways[0]?.route.at(-1) ?? "");
  if (last === undefined) return { refusal: { code: "no-path", message: "Nobody leads to this target." } };
  const firstWays = new Map<string, PlanRoute<FoundPath>>();
  const asked = history.filter((status) => status.open);
  for (const way of routes.ways) {
    const connector = way.path.people[1] as string;
    const isAsked = asked.some(({ ask }) => ask.connector === connector);
    if (!isAsked && !firstWays.has(connector)) firstWays.set(connector, way);
  }
  // One ask for a buyer at a time: the next goes out once the one before is given up.
  const { asking, timing } = day.settings;
  const free = asking.parallel
    ? 0
    : Math.max(0, maxOf(asked.map((one) => lapseDay(one, timing) - day.today)));
  const options = [...firstWays.values()]
    .flatMap((way) => optionOf(way, routes.ways, asks, target, input))
    .map((option) => ({ ...option, readyInDays: Math.max(option.readyInDays, free) }))
    .filter(({ readyInDays }) => Number.isFinite(readyInDays));
  return {
    seeker,
    consent: last.probability,
    cost: last.cost,
    cold: asks.get(COLD_ASK)?.probability ?? 0,
    options,
    input,
    open: asked.map(({ ask }) => ask.id),
    underWay: chanceThrough(input),
  };
}

/** What keeps a buyer out of a campaign for now. */
function pauseOf(seeker: string, target: PlanTarget, history: readonly AskStatus[]): Refusal | undefined {
  const pause = (message: string): Refusal => ({ code: "no-path", message });
  if (target.id === seeker) return pause("The target and the seeker are the same person.");
  if (history.some(hasReached)) return pause("An introduction to this target was made already.");
  return undefined;
}

function optionOf(
  way: PlanRoute<FoundPath>,
  ways: readonly PlanRoute<FoundPath>[],
  asks: ReadonlyMap<string, Ask>,
  target: PlanTarget,
  input: PlanAsksInput<FoundPath>,
): readonly CampaignOption[] {
  const { readiness, day } = input;
  const connector = way.path.people[1] as string;
  const key = readinessKey(way.path.people[0] as string, connector);
  const ready = readiness?.get(key) ?? { gate: "unknown" as const, unmet: ["deposit"] };
  const today = isoDay(utcDay(day));
  const readyAt = isReady(ready, today) ? today : ready.readyAt;
  if (ready.gate === "closed" || readyAt === undefined) return [];
  const own = way.route.slice(0, -1);
  const shared = own.find((id) =>
    ways.some((other) => other.path.people[1] !== connector && other.route.includes(id)),
  );
  let came = 1;
  let reached = 1;
  let ifCold = 1;
  let cost = 0;
  let via: CampaignCandidate["via"];
  for (const id of own) {
    const ask = asks.get(id) as Ask;
    const tie = tieAsk(way.path.people.at(-2) as string);
    const warm = id === tie ? tieOrStranger(ask, asks, way) : ask.probability;
    cost += came * ask.cost;
    came *= ask.probability;
    if (id === shared) via = { id, probability: ask.probability, ifCold: warm };
    else {
      reached *= ask.probability;
      ifCold *= warm;
    }
  }
  const candidate = {
    connector,
    target: target.id,
    probability: reached,
    ifCold: Math.max(reached, ifCold),
    cost,
    ...(via === undefined ? {} : { via }),
  };
  return [{ candidate, path: way.path, target, readyInDays: utcDay(readyAt) - utcDay(today), input }];
}

/** Where the target takes a note from a stranger well: that the last connector knows them, or writes without. */
function tieOrStranger(tie: Ask, asks: ReadonlyMap<string, Ask>, { path }: PlanRoute<FoundPath>): number {
  const willing = asks.get(willingAsk(path.people.at(-2) as string))?.probability ?? 0;
  return tie.probability + (1 - tie.probability) * willing;
}
