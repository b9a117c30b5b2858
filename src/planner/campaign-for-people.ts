import { type AbortSignalLike, compareCodeUnits, isoDay, utcDay, WarmpathError } from "../base/index.js";
import type { IntroductionPath } from "../paths/index.js";
import {
  type Ask,
  type CampaignCandidate,
  type CampaignConnector,
  type CampaignInput,
  type CampaignLimits,
  type CampaignPlan,
  type CampaignTarget,
  COLD_ASK,
  isReady,
  type PlanAsksInput,
  type PlannedAsk,
  type PlanRoute,
  planCampaign,
  plannedAskFor,
  planRoutes,
  readinessKey,
  tieAsk,
  willingAsk,
} from "../planning/index.js";
import type { AskStatus } from "../tracking/index.js";
import { checkRequest, seekersOf } from "./check-request.js";
import type { PlanAsk, PlanTarget, Refusal } from "./introduction-plan.js";
import { asksInput, historyOf, pathsFor } from "./plan-introduction.js";
import { hasReached } from "./plan-readiness.js";
import { endOf } from "./plan-refusal.js";
import type { TargetQuery } from "./plan-request.js";
import type { PlanningDay } from "./planning-day.js";
import { resolveTarget } from "./resolve-target.js";

/** What to plan over many buyers. */
export interface CampaignRequest {
  readonly seeker: string;
  /** Buyers and what reaching each is worth, in favor points. */
  readonly targets: readonly { readonly target: TargetQuery; readonly value: number }[];
  /** Asks to one connector over the horizon: one number for all, or one for each of some. @defaultValue 4 */
  readonly capacity?: number | readonly { readonly connector: string; readonly capacity: number }[];
  /** Favor points to spend over the horizon. @defaultValue no limit */
  readonly budget?: number;
  /** Asks a week. @defaultValue no limit */
  readonly asksPerWeek?: number;
  /** @defaultValue 90 */
  readonly horizonDays?: number;
  /** Paths looked at for each target. @defaultValue 10 */
  readonly k?: number;
  readonly maxHops?: number;
  /** Further limits in place of the defaults. */
  readonly limits?: Partial<CampaignLimits>;
  readonly now: Date | string;
  readonly onProgress?: CampaignInput["onProgress"];
  readonly signal?: AbortSignalLike;
}

/** Whom to ask about whom and when, how good that is at least, and which buyers could not be planned. */
export interface IntroductionCampaign extends Omit<CampaignPlan, "asks"> {
  /** By day; each with the planned ask, ready to be drafted and recorded. */
  readonly asks: readonly (CampaignPlan["asks"][number] & { readonly ask: PlanAsk })[];
  /** Buyers without a path, or of whom it cannot be told who is meant. */
  readonly left: readonly { readonly target: PlanTarget; readonly refusal: Refusal }[];
}

/**
 * Plans asks over many buyers under the connectors' capacities. Of each connector the most probable path to a buyer counts.
 * @throws WarmpathError `INVALID_ARGUMENT`, `INVALID_DATE`, `UNKNOWN_PERSON`; the signal's reason when aborted.
 */
export function planIntroductions(day: PlanningDay, request: CampaignRequest): IntroductionCampaign {
  const [seeker] = seekersOf(day, request) as [string];
  checkRequest(day, request, [seeker]);
  const left = new Map<string, { target: PlanTarget; refusal: Refusal }>();
  const options = new Map<string, Option>();
  const targets: CampaignTarget[] = [];
  const connectors = new Map<string, CampaignConnector>();
  for (const { target, value, refusal } of wantedTargets(day, request, seeker)) {
    const found =
      refusal === undefined ? optionsFor(day, { ...request, seeker }, target, value) : { target, refusal };
    if ("refusal" in found) {
      left.set(found.target.id, { target: found.target, refusal: found.refusal });
      continue;
    }
    targets.push(found.target);
    for (const option of found.options) {
      options.set(keyOf(option.candidate), option);
      connectors.set(option.candidate.connector, connectorOf(option, request));
    }
  }
  const { asks, ...plan } = planCampaign({
    targets,
    connectors: [...connectors.values()],
    candidates: [...options.values()].map(({ candidate }) => candidate),
    start: day.date,
    limits: limitsOf(request),
    ...(request.onProgress === undefined ? {} : { onProgress: request.onProgress }),
    ...(request.signal === undefined ? {} : { signal: request.signal }),
  });
  const withAsks = asks.map((ask) => ({
    ...ask,
    ask: plannedOf(options.get(keyOf(ask)) as Option, ask.day),
  }));
  return {
    ...plan,
    asks: withAsks,
    left: [...left.values()].sort((a, b) => compareCodeUnits(a.target.id, b.target.id)),
  };
}

interface Wanted {
  readonly target: PlanTarget;
  readonly value: number;
  readonly refusal?: Refusal;
}

/** The buyers, each once with the greatest value that was given for them, in code-unit order of ids. */
function wantedTargets(day: PlanningDay, { targets }: CampaignRequest, seeker: string): readonly Wanted[] {
  if (!Array.isArray(targets)) {
    throw new WarmpathError("INVALID_ARGUMENT", "targets is to be a list", { what: "targets" });
  }
  const wanted = new Map<string, Wanted>();
  for (const { target: query, value } of targets as CampaignRequest["targets"]) {
    if (!(Number.isFinite(value) && value >= 0)) {
      throw new WarmpathError("INVALID_ARGUMENT", "the value of a target is to be finite and at least 0", {
        what: "value",
      });
    }
    const resolved = resolveTarget(day, query, [seeker]);
    const { id } = resolved.target;
    const refusal = "refusal" in resolved ? { refusal: resolved.refusal } : {};
    if (value >= (wanted.get(id)?.value ?? 0)) wanted.set(id, { target: resolved.target, value, ...refusal });
  }
  return [...wanted.values()].sort((a, b) => compareCodeUnits(a.target.id, b.target.id));
}

/** One connector's way to one target. */
interface Option {
  readonly candidate: CampaignCandidate;
  readonly path: IntroductionPath;
  readonly target: PlanTarget;
  readonly readyInDays: number;
  /** What the ask is planned from once it is chosen. */
  readonly input: PlanAsksInput;
}

type Found =
  | { readonly target: CampaignTarget; readonly options: readonly Option[] }
  | { readonly target: PlanTarget; readonly refusal: Refusal };

function optionsFor(day: PlanningDay, request: CampaignRequest, target: PlanTarget, value: number): Found {
  const history = historyOf(day, target);
  const ended = endOf(day, target, history) ?? pauseOf(day, request, target, history);
  if (ended !== undefined) return { target, refusal: ended };
  const { campaignPaths, maxHops: most } = day.settings.search;
  const { k = campaignPaths, maxHops = most } = request;
  const wanted = { ...request, target: target.id, k, maxHops };
  const paths = pathsFor(day, wanted, [request.seeker], target, history).filter(
    ({ people }) => !history.some(({ ask, open }) => open && ask.connector === people[1]),
  );
  const input = asksInput(day, value, target, paths, history);
  const routes = planRoutes(paths, input.costs);
  const asks = new Map(routes.asks.map((ask) => [ask.id, ask]));
  const last = asks.get(routes.ways[0]?.route.at(-1) ?? "");
  if (last === undefined) {
    return { target, refusal: { code: "no-path", message: "Nobody leads to this target." } };
  }
  const firstWays = new Map<string, PlanRoute>();
  for (const way of routes.ways) {
    const connector = way.path.people[1] as string;
    if (!firstWays.has(connector)) firstWays.set(connector, way);
  }
  const options = [...firstWays.values()].flatMap((way) => optionOf(way, routes.ways, asks, target, input));
  const cold = asks.get(COLD_ASK)?.probability ?? 0;
  return { target: { id: target.id, value, consent: last.probability, cost: last.cost, cold }, options };
}

/** What keeps a buyer out of a campaign for now. */
function pauseOf(
  day: PlanningDay,
  { seeker }: CampaignRequest,
  target: PlanTarget,
  history: readonly AskStatus[],
): Refusal | undefined {
  const pause = (message: string): Refusal => ({ code: "no-path", message });
  if (target.id === seeker) return pause("The target and the seeker are the same person.");
  if (history.some(hasReached)) return pause("An introduction to this target was made already.");
  if (!day.settings.asking.parallel && history.some(({ open }) => open))
    return pause("An ask for this target is still open.");
  return undefined;
}

function optionOf(
  way: PlanRoute,
  ways: readonly PlanRoute[],
  asks: ReadonlyMap<string, Ask>,
  target: PlanTarget,
  input: PlanAsksInput,
): readonly Option[] {
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
function tieOrStranger(tie: Ask, asks: ReadonlyMap<string, Ask>, { path }: PlanRoute): number {
  const willing = asks.get(willingAsk(path.people.at(-2) as string))?.probability ?? 0;
  return tie.probability + (1 - tie.probability) * willing;
}

function connectorOf({ candidate, readyInDays }: Option, { capacity }: CampaignRequest): CampaignConnector {
  const own =
    typeof capacity === "object"
      ? capacity.find(({ connector }) => connector === candidate.connector)?.capacity
      : capacity;
  return { id: candidate.connector, readyInDays, ...(own === undefined ? {} : { capacity: own }) };
}

function limitsOf({ budget, asksPerWeek, horizonDays, limits }: CampaignRequest): Partial<CampaignLimits> {
  return {
    ...limits,
    ...(budget === undefined ? {} : { budget }),
    ...(asksPerWeek === undefined ? {} : { asksPerWeek }),
    ...(horizonDays === undefined ? {} : { horizonDays }),
  };
}

/** The ask as a plan of its day would hold it. */
function plannedOf({ candidate, path, target, input }: Option, day: string): PlanAsk {
  const { known, ...buyer } = target;
  const ask = plannedAskFor({ ...input, day }, path.people[0] as string, candidate.connector) as PlannedAsk;
  const why = "One of the asks that bring most over the whole campaign within its limits.";
  return { ...ask, day, why, ...(known ? {} : { buyer }) };
}

function keyOf({ connector, target }: { readonly connector: string; readonly target: string }): string {
  return JSON.stringify([connector, target]);
}
