import { compareCodeUnits, percents, roundForPlan, unfit } from "../base/index.js";
import { reachOverNewTies } from "../paths/index.js";
import { soughtTargets } from "./ask-actions.js";
import { checkRequest, seekersOf } from "./check-request.js";
import { planReach } from "./plan-reach.js";
import type { TargetQuery } from "./plan-request.js";
import type { PlanningDay } from "./planning-day.js";
import { buyerOf } from "./resolve-target.js";

/** For whom a new tie is looked for. */
export interface TieToMakeRequest {
  readonly seeker: string | readonly string[];
  /** Buyers to come nearer to. @defaultValue those asked for on record whom nobody has reached */
  readonly targets?: readonly TargetQuery[];
  /** Ties at most, a whole number from 1 to 1,000. @defaultValue 5 */
  readonly limit?: number;
  readonly now: Date | string;
}

/** A tie that a seeker does not have, and what it would do. */
export interface TieToMake {
  readonly seeker: string;
  readonly person: string;
  /** Sum over the buyers of what their best chance rises by. */
  readonly gain: number;
  /** Buyers who would come nearer, with the chance of the best way before and after; the greatest rise first. */
  readonly nearer: readonly { readonly target: string; readonly before: number; readonly after: number }[];
  /** Ids of the best way to the person themselves, seeker first; absent where there is none. */
  readonly people?: readonly string[];
  /** What it would do, in one sentence. */
  readonly why: string;
}

/**
 * Which new ties would bring most reach, were there a meeting today: the greatest gain first, then by id. Ways over them have three ties at most. Buyers
 * themselves are none, and neither is whoever may not be named or asked.
 * @throws WarmpathError `INVALID_ARGUMENT`, `UNKNOWN_PERSON`.
 */
export function tiesToMake(day: PlanningDay, request: TieToMakeRequest): readonly TieToMake[] {
  const seekers = seekersOf(day, request);
  const { limit = 5, targets: given } = request;
  checkRequest(day, { k: limit }, seekers);
  if (given !== undefined && !Array.isArray(given)) throw unfit("targets", "a list");
  const { maxHops } = day.settings.search;
  const now = day.date;
  const asked = given ?? soughtTargets(day, seekers);
  const rows = planReach(day, { seeker: seekers, targets: asked, now }).filter(
    ({ refusal }) => refusal === undefined,
  );
  const view = day.network.seenBy(seekers);
  const buyers = new Set(rows.map(({ target }) => target.id));
  const found = reachOverNewTies(
    day.compiled,
    {
      seekers,
      targets: rows.map(({ target }) => buyerOf(day, target, seekers)),
      maxHops: Math.min(MOST_HOPS, maxHops),
      maskedTies: false,
      askContext: day.askContext,
      inference: day.settings.inference,
    },
    { connectedOn: now, interactions: [{ at: now, direction: "both", kind: "meeting" }] },
  );
  const ties = new Map<string, { seeker: string; person: string; nearer: TieToMake["nearer"][number][] }>();
  for (const { seeker, person, target: index, probability } of found) {
    const { target, probability: before } = rows[index] as (typeof rows)[number];
    const after = roundForPlan(probability);
    if (after <= before || buyers.has(person) || !view.mayName(person)) continue;
    const key = JSON.stringify([seeker, person]);
    const tie = ties.get(key) ?? { seeker, person, nearer: [] };
    tie.nearer.push({ target: target.id, before, after });
    ties.set(key, tie);
  }
  const best = [...ties.values()]
    .map((tie) => ({ ...tie, gain: roundForPlan(tie.nearer.reduce((sum, one) => sum + riseOf(one), 0)) }))
    .sort(
      (a, b) =>
        b.gain - a.gain || compareCodeUnits(a.person, b.person) || compareCodeUnits(a.seeker, b.seeker),
    )
    .slice(0, limit);
  return best.map(({ seeker, person, gain, nearer }) => {
    const [way] = planReach(day, { seeker, targets: [person], now });
    const sorted = nearer.sort((a, b) => riseOf(b) - riseOf(a) || compareCodeUnits(a.target, b.target));
    const [first] = sorted as [(typeof sorted)[number]];
    const [before, after] = percents(first.before, first.after);
    return {
      seeker,
      person,
      gain,
      nearer: sorted,
      ...(way?.people === undefined ? {} : { people: way.people }),
      why: `Get to know them: once you have met, ${nearer.length === 1 ? "one buyer comes" : `${nearer.length} buyers come`} nearer, the best way to one from ${before} to ${after}.`,
    };
  });
}

function riseOf({ before, after }: TieToMake["nearer"][number]): number {
  return after - before;
}

/** Over a tie still to be made nobody counts on three more. */
const MOST_HOPS = 3;
