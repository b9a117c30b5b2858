import { type AbortSignalLike, addTo, checkShape, compareCodeUnits, maxOf, unfit } from "../base/index.js";
import type { FoundPath } from "../paths/index.js";
import { checkProfile, type TargetProfile } from "../people/index.js";
import {
  type CampaignConnector,
  type CampaignInput,
  type CampaignLimits,
  type CampaignPlan,
  type CampaignTarget,
  type PlannedAsk,
  planCampaign,
  plannedAskFor,
} from "../planning/index.js";
import { type CampaignBuyer, type CampaignOption, type CampaignWays, choiceFor } from "./campaign-options.js";
import { type CampaignReach, campaignReach, whyNoAsk } from "./campaign-reach.js";
import { checkRequest, seekersOf } from "./check-request.js";
import { goalWorth } from "./goal-worth.js";
import type { PlanAsk, PlanTarget, Refusal } from "./introduction-plan.js";
import { leadGoalsOf } from "./lead-goals-of.js";
import type { LeadGoal } from "./next-settings.js";
import { askOf } from "./plan-introduction.js";
import type { TargetQuery } from "./plan-request.js";
import type { PlanningDay } from "./planning-day.js";
import { resolveTarget } from "./resolve-target.js";

/** What to plan over many buyers. */
export interface CampaignRequest {
  /** Id of the one who asks, or of several who share out the buyers: see `team`. */
  readonly seeker: string | readonly string[];
  /** Buyers, and what reaching each is worth in favor points. @defaultValue of a value `settings.asking.assumedValue` */
  readonly targets: readonly (TargetQuery | { readonly target: TargetQuery; readonly value?: number })[];
  /** Asks to one connector over the horizon: one number for all, or one for each of some. @defaultValue 4 */
  readonly capacity?: number | readonly { readonly connector: string; readonly capacity: number }[];
  /** Favor points to spend over the horizon. @defaultValue no limit */
  readonly budget?: number;
  /** Asks a week. @defaultValue no limit */
  readonly asksPerWeek?: number;
  /** Asks of one seeker a day; working days are those of `settings.timing.calendar`. @defaultValue `settings.asking.asksPerDay` */
  readonly asksPerDay?: number;
  /** @defaultValue 90 */
  readonly horizonDays?: number;
  /** What the buyers are gathered for: it changes what each is worth, and so does a profile by how well they fit. @defaultValue prospects */
  readonly goal?: LeadGoal;
  readonly profile?: TargetProfile;
  /** Paths looked at for each target. @defaultValue 10 */
  readonly k?: number;
  readonly maxHops?: number;
  /** Further limits in place of the defaults. */
  readonly limits?: Partial<CampaignLimits>;
  readonly now: Date | string;
  readonly onProgress?: CampaignInput["onProgress"];
  readonly signal?: AbortSignalLike;
}

/** A campaign of several seekers. */
export interface TeamRequest extends Omit<CampaignRequest, "seeker"> {
  readonly seekers: readonly string[];
}

/** Plans a campaign of several seekers. @throws WarmpathError as {@link planIntroductions}. */
export function planTeam(
  day: PlanningDay,
  { seekers: seeker, ...request }: TeamRequest,
): IntroductionCampaign {
  return planIntroductions(day, { ...request, seeker });
}

/** Whom to ask about whom and when, how good that is at least, and which buyers could not be planned. */
export interface IntroductionCampaign extends Omit<CampaignPlan, "asks"> {
  /** By day; each with the planned ask, ready to be drafted and recorded. */
  readonly asks: readonly (CampaignPlan["asks"][number] & { readonly ask: PlanAsk })[];
  /** Who of the seekers takes which buyer; each buyer once, in code-unit order of ids. */
  readonly takes: readonly { readonly target: string; readonly seeker: string }[];
  /** How well each buyer who can still be won is reached, in code-unit order of ids. */
  readonly buyers: readonly CampaignReach[];
  /** Every buyer of the list for whom no ask is planned, with why. */
  readonly left: readonly { readonly target: PlanTarget; readonly refusal: Refusal }[];
}

/**
 * Plans asks over many buyers under the connectors' capacities. Of each connector the most probable path to a buyer counts. Of
 * several seekers one takes a buyer, and one asks a connector: cooldowns and capacities are the team's. Each uses what that
 * seeker may see.
 * @throws WarmpathError `INVALID_ARGUMENT`, `INVALID_DATE`, `UNKNOWN_PERSON`; the signal's reason when aborted.
 */
export function planIntroductions(day: PlanningDay, request: CampaignRequest): IntroductionCampaign {
  const seekers = seekersOf(day, request);
  checkRequest(day, request, seekers);
  const left = new Map<string, { target: PlanTarget; refusal: Refusal }>();
  const options = new Map<string, readonly CampaignOption[]>();
  const targets: CampaignTarget[] = [];
  const connectors = new Map<string, CampaignConnector>();
  const reachable = new Map<string, readonly CampaignWays[]>();
  const wanted = forGoal(day, wantedTargets(day, request, seekers), request, seekers);
  for (const buyer of wanted) {
    const { target, refusal } = buyer;
    const found = refusal === undefined ? choiceFor(day, request, seekers, buyer) : { target, refusal };
    if ("refusal" in found) {
      left.set(found.target.id, { target: found.target, refusal: found.refusal });
      continue;
    }
    targets.push(found.target);
    reachable.set(target.id, found.ways);
    options.set(target.id, found.options);
    for (const option of found.options) {
      const { candidate, readyInDays } = option;
      const soonest = connectors.get(candidate.connector)?.readyInDays ?? readyInDays;
      const ready = { readyInDays: Math.min(soonest, readyInDays) };
      connectors.set(candidate.connector, { ...connectorOf(option, request), ...ready });
    }
  }
  const { asks, ...plan } = planCampaign({
    targets,
    connectors: [...connectors.values()],
    candidates: [...options.values()].flatMap((list) =>
      list.map(({ candidate, readyInDays }) => ({ ...candidate, readyInDays })),
    ),
    start: day.date,
    limits: limitsOf(day, request),
    calendar: day.settings.timing.calendar,
    ...(request.onProgress === undefined ? {} : { onProgress: request.onProgress }),
    ...(request.signal === undefined ? {} : { signal: request.signal }),
  });
  const withAsks = asks.map((ask) => ({
    ...ask,
    ask: plannedOf(day, optionFor(ask, options.get(ask.target) as readonly CampaignOption[]), ask.day),
  }));
  const takes = new Map(withAsks.map(({ target, ask }) => [target, ask.seeker]));
  const asksOf = new Map<string, PlanAsk[]>();
  for (const { target, ask } of withAsks) addTo(asksOf, target, ask);
  const buyers = wanted.flatMap(({ target }): CampaignReach[] => {
    const ways = reachable.get(target.id);
    if (ways === undefined) return [];
    const mine = asksOf.get(target.id) ?? [];
    if (mine.length === 0) left.set(target.id, { target, refusal: whyNoAsk(ways) });
    return [campaignReach(day, seekers, target, ways, mine)];
  });
  return {
    ...plan,
    asks: withAsks,
    buyers,
    takes: [...takes]
      .map(([target, seeker]) => ({ target, seeker }))
      .sort((a, b) => compareCodeUnits(a.target, b.target)),
    left: [...left.values()].sort((a, b) => compareCodeUnits(a.target.id, b.target.id)),
  };
}

interface Wanted extends CampaignBuyer {
  readonly refusal?: Refusal;
}

/** Buyers named in two ways with one value are one, whichever came first. */
function textOf(query: TargetQuery): string {
  return JSON.stringify(query);
}

/** The buyers with what each is worth for the goal, to the seeker to whom they are worth most. */
function forGoal(
  day: PlanningDay,
  wanted: readonly Wanted[],
  { goal, profile }: CampaignRequest,
  seekers: readonly string[],
): readonly Wanted[] {
  if (profile !== undefined) checkProfile(profile);
  const aims = { goals: leadGoalsOf(goal ?? []), profile };
  if (goal === undefined && profile === undefined) return wanted;
  const view = day.network.seenBy(seekers);
  return wanted.map((one) => {
    const { id } = one.target;
    const known = view.mayName(id) ? view.person(id) : undefined;
    const times = seekers.map((seeker) => goalWorth(day, view.person(seeker), known ?? one.target, aims));
    return { ...one, value: one.value * maxOf(times) };
  });
}

/** The buyers, each once with the greatest value that was given for them, in code-unit order of ids. */
function wantedTargets(
  day: PlanningDay,
  { targets }: CampaignRequest,
  seekers: readonly string[],
): readonly Wanted[] {
  if (!Array.isArray(targets)) {
    throw unfit("targets", "a list");
  }
  const wanted = new Map<string, Wanted>();
  for (const given of targets as CampaignRequest["targets"]) {
    const isValued = typeof given === "object" && given !== null && "target" in given;
    const { target: query, value = day.settings.asking.assumedValue } = isValued ? given : { target: given };
    if (!(Number.isFinite(value) && value >= 0)) {
      throw unfit("value", "finite and at least 0");
    }
    const resolved = resolveTarget(day, query, seekers);
    const { id } = resolved.target;
    const refusal = "refusal" in resolved ? { refusal: resolved.refusal } : {};
    const known = wanted.get(id);
    const isFirst = known === undefined || compareCodeUnits(textOf(query), textOf(known.query)) < 0;
    if (known === undefined || value > known.value || (value === known.value && isFirst))
      wanted.set(id, { query, target: resolved.target, value, ...refusal });
  }
  return [...wanted.values()].sort((a, b) => compareCodeUnits(a.target.id, b.target.id));
}

function connectorOf({ candidate }: CampaignOption, { capacity }: CampaignRequest): CampaignConnector {
  if (typeof capacity === "object") checkShape(capacity, [{ connector: "text" }], "capacity");
  const own =
    typeof capacity === "object"
      ? capacity.find(({ connector }) => connector === candidate.connector)?.capacity
      : capacity;
  return { id: candidate.connector, ...(own === undefined ? {} : { capacity: own }) };
}

function limitsOf(
  { settings }: PlanningDay,
  { budget, asksPerWeek, asksPerDay, horizonDays, limits }: CampaignRequest,
): Partial<CampaignLimits> {
  return {
    asksPerDay: settings.asking.asksPerDay,
    ...limits,
    ...(asksPerDay === undefined ? {} : { asksPerDay }),
    ...(budget === undefined ? {} : { budget }),
    ...(asksPerWeek === undefined ? {} : { asksPerWeek }),
    ...(horizonDays === undefined ? {} : { horizonDays }),
  };
}

/** The ask as a plan of its day would hold it. */
function plannedOf(
  given: PlanningDay,
  { candidate, path, target, input }: CampaignOption,
  day: string,
): PlanAsk {
  const seeker = path.people[0] as string;
  const legsOf = (asked: FoundPath) => asked.describe().legs;
  const ask = plannedAskFor({ ...input, day }, seeker, candidate.connector, legsOf) as PlannedAsk;
  const why = "One of the asks that bring most over the whole campaign within its limits.";
  return askOf({ ...ask, why }, { target, day }, given);
}

/** What a chosen ask was one of. */
function optionFor(
  { connector, seeker }: CampaignPlan["asks"][number],
  options: readonly CampaignOption[],
): CampaignOption {
  const isIt = ({ candidate }: CampaignOption): boolean =>
    candidate.connector === connector && candidate.seeker === seeker;
  return options.find(isIt) as CampaignOption;
}
