import { compareCodeUnits, roundForPlan } from "../base/index.js";
import { TAG_CODES, type TargetFit, type TargetProfile, targetFits } from "../people/index.js";
import { hasTag } from "../people/referral-codes.js";
import { checkRequest, seekersOf } from "./check-request.js";
import { planReach } from "./plan-reach.js";
import type { PlanningDay } from "./planning-day.js";

/** Whom to look for where no buyer is named. */
export interface ProspectsRequest {
  readonly seeker: string | readonly string[];
  readonly profile: TargetProfile;
  /** At most so many, a whole number from 1 to 1,000. @defaultValue 20 */
  readonly limit?: number;
  /** @defaultValue 3 */
  readonly maxHops?: number;
  readonly now: Date | string;
}

/** Somebody of the network who may be a buyer. */
export interface Prospect {
  readonly person: string;
  /** How well they fit, see `targetFit`. */
  readonly fit: TargetFit;
  /** Of the most probable way to them. */
  readonly probability: number;
  /** Ids of that way, seeker first. */
  readonly people: readonly string[];
  /** Ids of asks for them that are still open; absent: none. */
  readonly open?: readonly string[];
}

/**
 * People of the network who fit a profile better than a record that tells nothing, and to whom a way leads. The best chance times fit comes first, then
 * the id. Clients are none, and neither is whoever was reached, declined or is not to be asked.
 * @throws WarmpathError `INVALID_ARGUMENT`, `UNKNOWN_PERSON`.
 */
export function prospectsOf(day: PlanningDay, request: ProspectsRequest): readonly Prospect[] {
  const { limit = 20, maxHops, profile } = request;
  const seekers = seekersOf(day, request);
  checkRequest(day, { maxHops: maxHops ?? 1, k: limit }, seekers);
  const { fit: fitSettings } = day.settings.next;
  const fitOf = targetFits(profile, fitSettings);
  const view = day.network.seenBy(seekers);
  const isOut = (id: string): boolean =>
    seekers.includes(id) ||
    !view.mayName(id) ||
    day.network.isDoNotAsk(id) ||
    seekers.some((seeker) => day.facts.lastSale(seeker, id) !== undefined);
  const fitting = new Map(
    view.people().flatMap((person) => {
      if (isOut(person.id) || hasTag(person, TAG_CODES.client) || person.kind !== undefined) return [];
      const fit = fitOf(person);
      return fit.score > fitSettings.unknown ? [[person.id, fit] as const] : [];
    }),
  );
  const best = [...fitting]
    .sort(([a, x], [b, y]) => y.score - x.score || compareCodeUnits(a, b))
    .slice(0, POOL * limit)
    .map(([id]) => id);
  return planReach(day, { ...request, targets: best })
    .flatMap(({ target, probability, people, open }): Prospect[] =>
      people === undefined || probability === 0
        ? []
        : [
            {
              person: target.id,
              fit: fitting.get(target.id) as TargetFit,
              probability,
              people,
              ...(open === undefined ? {} : { open }),
            },
          ],
    )
    .sort(
      (a, b) =>
        roundForPlan(b.probability * b.fit.score) - roundForPlan(a.probability * a.fit.score) ||
        compareCodeUnits(a.person, b.person),
    )
    .slice(0, limit);
}

/** Ways are looked for to so many of the best fitting for each who is listed. */
const POOL = 10;
