import { checkKeys, checkShape, unfit } from "../base/index.js";
import {
  MOST_PAIRED,
  type PlanAsksInput,
  type PossibleGift,
  type RankedGift,
  rankGifts,
} from "../planning/index.js";
import { followUps } from "../tracking/index.js";
import { soughtTargets } from "./ask-actions.js";
import { GIVE_FIRST_KEYS } from "./option-keys.js";
import { fittingPairs } from "./pair-actions.js";
import { pathsFor } from "./paths-for.js";
import { asksInput, historyOf } from "./plan-introduction.js";
import type { PlannerState } from "./planner-state.js";
import type { PlanningDay } from "./planning-day.js";
import { namesOf } from "./resolve-target.js";
import { checkKnown } from "./viewers-of.js";

/** What could be done for whom, and by how much it lowers the price of asks to come. */
export interface GiveFirstRequest {
  readonly seeker: string;
  /** Ids of buyers who will be asked for. @defaultValue those of the asks on record whom nobody has reached and who have not declined */
  readonly targets?: readonly string[];
  /** Of how many of the seeker's strongest ties pairs are looked at, a whole number up to 300. @defaultValue `settings.giveFirst.contacts` */
  readonly contacts?: number;
  /** Ids of contacts among whom pairs are looked for, as of guests at an event. @defaultValue the strongest ties */
  readonly among?: readonly string[];
  readonly now: Date | string;
}

/**
 * Ranks what the seeker could do now: overdue thanks and updates, bringing two contacts together, and advice to those
 * whom they will ask.
 * @throws WarmpathError `INVALID_ARGUMENT`, `UNKNOWN_PERSON`, `INVALID_DATE`.
 */
export function giveFirst(state: PlannerState, request: GiveFirstRequest): readonly RankedGift[] {
  checkKeys(request, GIVE_FIRST_KEYS, "request");
  checkKnown(state.network, request.seeker);
  const { contacts } = request;
  if (contacts !== undefined && !(Number.isInteger(contacts) && contacts >= 0 && contacts <= MOST_PAIRED))
    throw unfit("contacts", `a whole number up to ${MOST_PAIRED}`);
  const seeker = state.network.canonical(request.seeker);
  const day = state.on(request.now);
  const declined = new Set(
    day.asks.filter(({ state }) => state === "target-declined").map(({ ask }) => ask.target),
  );
  const sought = soughtTargets(day, [seeker]).filter((target) => !declined.has(target));
  const view = day.network.seenBy(seeker);
  checkShape(request.targets ?? sought, ["text"], "targets");
  const targets = (request.targets ?? sought).filter((id) => id !== seeker && view.mayName(id));
  const plansOn = (one: PlanningDay): PlanAsksInput[] =>
    [...new Set(targets)].map((target) => {
      const buyer = { id: target, ...namesOf(view.person(target)), known: true };
      const paths = pathsFor(one, { seeker, target }, [seeker], buyer, historyOf(one, buyer));
      return asksInput(one, undefined, buyer, paths, []);
    });
  const plans = plansOn(day);
  const connectors = [
    ...new Set(plans.flatMap(({ paths }) => paths.map(({ people }) => people[1] as string))),
  ];
  const gifts = [
    ...courtesiesDue(day, seeker),
    ...introductionsToMake(day, { ...request, seeker }),
    ...connectors.flatMap((receiver) => smallGifts(day, receiver)),
  ];
  return rankGifts({
    seeker,
    day: day.date,
    gifts,
    plans,
    plansAfter: ({ kind, size }, receiver) => plansOn(day.after({ kind, giver: seeker, receiver, size })),
  });
}

function courtesiesDue(day: PlanningDay, seeker: string): PossibleGift[] {
  const own = day.asks.filter(({ ask }) => ask.seeker === seeker);
  const leads = day.leads.filter((lead) => lead.seeker === seeker);
  return followUps(own, { now: day.date, leads, courtesies: day.courtesies, ...day.settings.timing })
    .filter(({ kind, due }) => (kind === "thank" || kind === "update") && due <= day.date)
    .map(({ kind, person, due }) => ({
      kind: kind === "thank" ? "thanks" : "update",
      receivers: [person],
      size: day.ledger.model.sizes[kind === "thank" ? "thanks" : "update"] ?? 0.1,
      dueOn: due,
    }));
}

/** Pairs of contacts who could be brought together. */
function introductionsToMake(day: PlanningDay, request: GiveFirstRequest): PossibleGift[] {
  return fittingPairs(day, request.seeker, { ...request, most: MOST_PAIRS }).map(({ between, fit }) => ({
    kind: "introduction",
    receivers: between,
    size: day.ledger.model.brokered,
    chance: fit,
  }));
}

function smallGifts(day: PlanningDay, receiver: string): PossibleGift[] {
  const { sizes } = day.ledger.model;
  return SMALL_GIFTS.flatMap((kind) => {
    const size = sizes[kind];
    return size === undefined ? [] : [{ kind, receivers: [receiver], size }];
  });
}

const SMALL_GIFTS = ["article", "event-advice", "lunch"] as const;
/** The best pairs that are weighed against other gifts. */
const MOST_PAIRS = 20;
