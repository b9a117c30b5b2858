import { type AbortSignalLike, checkShape, unfit } from "../base/index.js";
import { MOST_PAIRED, type PossibleGift, type RankedGift, rankGifts } from "../planning/index.js";
import { followUps } from "../tracking/index.js";
import { soughtTargets } from "./ask-actions.js";
import { courtesyOfGift } from "./gift-to-come.js";
import type { PlanTarget } from "./introduction-plan.js";
import { fittingPairs } from "./pair-actions.js";
import { ratedPathsFor } from "./paths-for.js";
import { asksInput, historyOf } from "./plan-introduction.js";
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
  readonly signal?: AbortSignalLike;
}

/**
 * Ranks what the seeker could do now: overdue thanks and updates, bringing two contacts together, and advice to those
 * whom they will ask. Each buyer is planned, and again for each gift to somebody who leads to them: `settings.giveFirst.maxPlans` plans at most.
 * Gifts that come after that have `stopped`; where not even all buyers were planned, every gift has.
 * @throws WarmpathError `INVALID_ARGUMENT`, `UNKNOWN_PERSON`, `INVALID_DATE`; the signal's reason when aborted.
 */
export function giveFirst(day: PlanningDay, request: GiveFirstRequest): readonly RankedGift[] {
  const { network, settings, date } = day;
  checkKnown(network, request.seeker);
  const { contacts, signal } = request;
  if (contacts !== undefined && !(Number.isInteger(contacts) && contacts >= 0 && contacts <= MOST_PAIRED))
    throw unfit("contacts", `a whole number up to ${MOST_PAIRED}`);
  const seeker = network.canonical(request.seeker);
  const declined = new Set(
    day.asks.filter(({ state }) => state === "target-declined").map(({ ask }) => ask.target),
  );
  const sought = soughtTargets(day, [seeker]).filter((target) => !declined.has(target));
  const view = network.seenBy(seeker);
  checkShape(request.targets ?? sought, ["text"], "targets");
  const targets = (request.targets ?? sought).filter((id) => id !== seeker && view.mayName(id));
  const buyers = [...new Set(targets)].map((id) => ({ id, ...namesOf(view.person(id)), known: true }));
  const { maxPlans } = settings.giveFirst;
  let left = maxPlans - buyers.length;
  const planOn = (one: PlanningDay, buyer: PlanTarget) => {
    const asked = { seeker, target: buyer.id, ...(signal && { signal }) };
    const paths = ratedPathsFor(one, asked, [seeker], buyer, historyOf(one, buyer));
    return asksInput(one, undefined, buyer, paths, []);
  };
  const plans = buyers.slice(0, maxPlans).map((buyer) => planOn(day, buyer));
  const connectors = new Set(plans.flatMap(({ paths }) => paths.map(({ people }) => people[1] as string)));
  const ranked = rankGifts({
    seeker,
    day: date,
    gifts: [
      ...courtesiesDue(day, seeker),
      ...introductionsToMake(day, { ...request, seeker }),
      ...[...connectors].flatMap((receiver) => smallGifts(day, receiver)),
    ],
    plans,
    plansAfter: ({ kind, size }, receiver, concerned) => {
      const gift = { kind, giver: seeker, receiver, size };
      const isShown = courtesyOfGift(gift, date).length > 0;
      // Gifts of one worth to one person are one, but for what is thanks or news.
      return day.once(["gift", isShown && kind, size, receiver], () => {
        left -= concerned.length;
        if (left < 0) return "budget";
        const after = day.after(gift);
        return plans.map((_, place) =>
          concerned.includes(place) ? planOn(after, buyers[place] as PlanTarget) : undefined,
        );
      });
    },
  });
  return plans.length < buyers.length ? ranked.map((gift) => ({ ...gift, stopped: "budget" })) : ranked;
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
