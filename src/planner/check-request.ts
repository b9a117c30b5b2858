import { checkId, compareCodeUnits, isCount, isReadable, unfit, WarmpathError } from "../base/index.js";
import { MAX_HOPS } from "../paths/path-request.js";
import type { DayRequest } from "./plan-request.js";
import type { PlanningDay } from "./planning-day.js";

/** Paths that one call may ask for. */
export const MAX_PATHS = 1000;

function listOf(value: unknown): readonly unknown[] {
  return isReadable(value) && Array.isArray(value) ? Array.from(value) : [];
}

/** The seekers of a request, each once, under the ids that are kept. */
export function seekersOf(
  { network }: Pick<PlanningDay, "network">,
  { seeker }: Pick<DayRequest, "seeker">,
): readonly string[] {
  const ids: readonly unknown[] = typeof seeker === "string" ? [seeker] : listOf(seeker);
  return [...new Set(ids.map((id) => network.canonical(checkId(id, "seeker"))))].sort(compareCodeUnits);
}

/** A request whose defaults are filled in from the settings. */
export interface WholeRequest extends DayRequest {
  readonly k: number;
  readonly maxHops: number;
  /** Each once, under the ids that are kept, in order. */
  readonly exclude: readonly string[];
}

/** Fills in what a request leaves open; one excluded id is a list of one. */
export function wholeRequest(
  { network, settings }: Pick<PlanningDay, "network" | "settings">,
  request: DayRequest,
): WholeRequest {
  const { k = settings.search.paths, maxHops = settings.search.maxHops, exclude = [] } = request;
  const given = typeof exclude === "string" ? [exclude] : [...exclude];
  const excluded = new Set(given.map((id) => network.canonical(checkId(id, "exclude"))));
  return { ...request, k, maxHops, exclude: [...excluded].sort(compareCodeUnits) };
}

/** @throws WarmpathError `INVALID_ARGUMENT`, `UNKNOWN_PERSON` for a seeker. */
export function checkRequest(
  { network }: Pick<PlanningDay, "network">,
  request: Pick<DayRequest, "k" | "maxHops" | "value" | "diversity" | "exclude">,
  seekers: readonly string[],
): void {
  const { k = 1, maxHops = 1, value, diversity, exclude } = request;
  const faults: readonly (readonly [boolean, string, string])[] = [
    [seekers.length > 0, "seeker", "at least one id"],
    [isCount(k, MAX_PATHS), "k", `a whole number from 1 to ${MAX_PATHS}`],
    [isCount(maxHops, MAX_HOPS), "maxHops", `a whole number from 1 to ${MAX_HOPS}`],
    [value === undefined || (Number.isFinite(value) && value >= 0), "value", "a finite number from 0"],
    [
      diversity === undefined || typeof diversity === "boolean" || typeof diversity === "object",
      "diversity",
      "true or options",
    ],
    [
      exclude === undefined || typeof exclude === "string" || Symbol.iterator in Object(exclude),
      "exclude",
      "a list of ids",
    ],
  ];
  for (const [fits, what, expected] of faults) {
    if (!fits) throw unfit(what, expected);
  }
  for (const seeker of seekers) {
    if (!network.has(seeker)) {
      throw new WarmpathError("UNKNOWN_PERSON", "a seeker is to be a person of the network");
    }
  }
}
