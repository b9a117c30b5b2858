import { compareCodeUnits, isCount, pairKey, unfit } from "../base/index.js";
import { foldText } from "../people/index.js";
import { type FittingPair, fittingPairs } from "./pair-actions.js";
import { pairOffers } from "./pair-offers.js";
import type { PlanningDay } from "./planning-day.js";
import { checkKnown } from "./viewers-of.js";

/** Among whom pairs are looked for. */
export interface PairsRequest {
  readonly seeker: string;
  /** Ids of contacts, as of guests. @defaultValue the strongest ties */
  readonly among?: readonly string[];
  /** An event: those whose record holds it as a spell of that kind are its guests; with `among` both count. */
  readonly event?: string;
  /** @defaultValue 20 */
  readonly limit?: number;
  readonly now: Date | string;
}

/** A pair and how far it has come: nobody was asked, the answers are awaited, or both have said yes. */
export interface ListedPair extends FittingPair {
  readonly state: "new" | "asked" | "agreed";
}

/**
 * Pairs of a seeker's contacts to bring together, at an event or anywhere, the best fit first (4.17 and 4.18 of examples/guides/practice.md).
 * @throws WarmpathError `INVALID_ARGUMENT`, `UNKNOWN_PERSON` for the seeker.
 */
export function listPairs(day: PlanningDay, request: PairsRequest): readonly ListedPair[] {
  const { among, event, limit = 20 } = request;
  checkKnown(day.network, request.seeker);
  const isList = among === undefined || (Array.isArray(among) && among.every((id) => typeof id === "string"));
  const isLimit = isCount(limit);
  const what = !isList ? "among" : !isLimit ? "limit" : "event";
  if (!isList || !isLimit || !["undefined", "string"].includes(typeof event))
    throw unfit(what, "a list of ids, a number from 1, a name");
  const seeker = day.network.canonical(request.seeker);
  const guests =
    event === undefined && among === undefined
      ? undefined
      : [...new Set([...(among ?? []), ...(event === undefined ? [] : guestsOf(day, seeker, event))])];
  const offers = pairOffers(day, seeker);
  return fittingPairs(day, seeker, { among: guests, most: limit }).map((pair): ListedPair => {
    const offer = offers.get(pairKey(...pair.between));
    return { ...pair, state: offer === undefined ? "new" : offer.agreed.size === 2 ? "agreed" : "asked" };
  });
}

/** Contacts of whom the seeker may hear that they are at the event, in order of ids. */
function guestsOf(day: PlanningDay, seeker: string, event: string): readonly string[] {
  const view = day.network.seenBy(seeker);
  const name = foldText(event);
  return view
    .neighbors(seeker)
    .filter((id) =>
      view
        .person(id)
        ?.spells?.some(({ kind, organization }) => kind === "event" && foldText(organization) === name),
    )
    .sort(compareCodeUnits);
}
