import { checkKeys, checkShape, type UtcDay, unfit, utcDay } from "../base/index.js";
import type { Viewpoint } from "../network/index.js";
import type { PlannedCase } from "./forecast.js";
import type { InsightsRequest } from "./insights.js";
import { type InsightsSettings, insightsSettings } from "./insights-settings.js";
import { keptId, type TagsOf } from "./sales-case.js";

/** What of a journal counts: a request, checked, with its defaults filled in. */
export interface InsightsScope {
  readonly now: Date | string;
  readonly today: UtcDay;
  /** First day that counts; minus infinity where all do. */
  readonly from: UtcDay;
  readonly isOfTeam: (person: string | undefined) => boolean;
  readonly network: TagsOf | undefined;
  readonly planned: readonly PlannedCase[];
  readonly settings: InsightsSettings;
}

/** A network that can be looked at with somebody's eyes; a `Network` is one. */
export interface SeenNetwork extends TagsOf {
  seenBy(viewers: string | readonly string[]): Pick<Viewpoint, "person" | "mayName">;
  /** Rises with every change of people and ties. */
  readonly shape?: number;
}

/** @throws WarmpathError `INVALID_ARGUMENT` for unknown keys, settings out of range, viewers without a network; `INVALID_DATE`. */
export function scopeOf(request: InsightsRequest): InsightsScope {
  checkKeys(request, KEYS, "insights");
  const { now, planned = [], goals, viewer } = request;
  checkShape(planned, [{ probability: "finite", source: "text?" }], "planned");
  if (goals !== undefined) checkKeys(goals, ["weekly"], "goals");
  const given = insightsSettings(request.settings);
  const network = viewer === undefined ? request.network : seenNetwork(request.network, viewer);
  const viewers = typeof viewer === "string" ? [viewer] : viewer;
  return {
    now,
    today: utcDay(now, "now"),
    from: request.from === undefined ? Number.NEGATIVE_INFINITY : utcDay(request.from, "from"),
    isOfTeam: teamOf(request.team ?? viewers, network),
    network,
    planned,
    settings: goals?.weekly === undefined ? given : { ...given, weeklyGoal: goals.weekly },
  };
}

/** Tags and merged ids as some viewers may know them. */
function seenNetwork(network: TagsOf | undefined, viewer: string | readonly string[]): TagsOf {
  const whole = network as Partial<SeenNetwork> | undefined;
  if (typeof whole?.seenBy !== "function") throw unfit("network", "a Network where there is a viewer");
  const view = whole.seenBy(viewer);
  return {
    person: (id) => view.person(id),
    canonical: (id) => (view.mayName(id) ? (whole.canonical?.(id) ?? id) : id),
  };
}

function teamOf(
  team: readonly string[] | undefined,
  network: TagsOf | undefined,
): (person: string | undefined) => boolean {
  if (team === undefined) return () => true;
  if (!Array.isArray(team)) throw unfit("team", "a list of ids");
  const members = new Set(team.map((id) => keptId(id, network)));
  return (person) => person === undefined || members.has(keptId(person, network));
}

const KEYS = ["now", "from", "team", "viewer", "network", "planned", "goals", "settings"];
