import { draftBrokered } from "../drafts/draft-brokered.js";
import type { LanguagePack } from "../drafts/language-pack.js";
import type { Viewpoint } from "../network/index.js";
import { compareTitles, type JobTitle, sameCompany, taggedWith } from "../people/index.js";
import { brokerablePairs } from "../planning/index.js";
import { contactOf, isCalledTooOften } from "./contact.js";
import type { ProposedAction } from "./next-action.js";
import type { PlanningDay } from "./planning-day.js";

/** Two contacts of a seeker who could be brought together. */
export interface FittingPair {
  readonly between: readonly [string, string];
  /** Chance that both want it, an assumption. */
  readonly fit: number;
  readonly why: string;
}

/**
 * Pairs among a seeker's contacts who are not seen to know each other and were not brought together before, the best fit first.
 * Either one offers what the other needs (tags `offers:x` and `needs:x`), or both do alike work at different companies.
 * @param among Ids to look at, as those who attend an event. @defaultValue the seeker's strongest ties
 */
export function fittingPairs(
  day: PlanningDay,
  seeker: string,
  {
    contacts = day.settings.giveFirst.contacts,
    among,
  }: { readonly contacts?: number | undefined; readonly among?: readonly string[] | undefined } = {},
): readonly FittingPair[] {
  const view = day.network.seenBy(seeker);
  const seen = day.compiled.seenBy([seeker]);
  const own = new Set(view.neighbors(seeker));
  const chosen = among?.map((id) => day.network.canonical(id)).filter((id) => own.has(id));
  const candidates = (chosen ?? [...own]).filter((id) => view.mayName(id) && !day.network.isDoNotAsk(id));
  const strongest = candidates
    .map((id) => ({ id, strength: seen.strength(seeker, id) }))
    .sort((a, b) => b.strength - a.strength)
    .slice(0, chosen === undefined ? contacts : candidates.length)
    .map(({ id }) => id);
  const traits = new Map(strongest.map((id) => [id, traitsOf(day, view, id)]));
  const fitOf = (a: string, b: string): Omit<FittingPair, "between"> => {
    const [one, other] = [traits.get(a), traits.get(b)];
    return one === undefined || other === undefined ? NO_FIT : pairFit(day, one, other);
  };
  return brokerablePairs({
    contacts: strongest,
    tied: (a, b) => view.mayUse(a, b) || day.facts.wereIntroduced(a, b),
    fit: (a, b) => fitOf(a, b).fit,
  }).map((pair) => ({ ...pair, why: fitOf(...pair.between).why }));
}

/** The best pairs as things to do; each side is asked before it is named to the other. */
export function pairActions(
  day: PlanningDay,
  seeker: string,
  locale: LanguagePack | undefined,
): readonly ProposedAction[] {
  const view = day.network.seenBy(seeker);
  const me = view.person(seeker);
  if (me === undefined) return [];
  const isLeft = (id: string): boolean => {
    const contact = contactOf(day, view, seeker, id);
    return contact === undefined || contact.isDiscontent || isCalledTooOften(contact);
  };
  return fittingPairs(day, seeker)
    .filter(({ between }) => !between.some(isLeft))
    .slice(0, day.settings.next.pairs)
    .flatMap(({ between, fit, why }): ProposedAction[] => {
      const [first, second] = between.map((id) => view.person(id));
      if (first === undefined || second === undefined) return [];
      return [
        {
          kind: "broker",
          seeker,
          person: first.id,
          target: second.id,
          due: day.date,
          overdue: false,
          why: `${why} No tie between the two is on record. Ask both before you name either to the other.`,
          factor: fit,
          done: { type: "introduction.brokered", broker: seeker, between },
          write: () => {
            const drafts = draftBrokered({
              me,
              first,
              second,
              locale,
              now: day.date,
              thresholds: day.settings.drafts,
            });
            return { draft: drafts.first, draftToTarget: drafts.second };
          },
        },
      ];
    });
}

/** What of a contact tells whether another one would want to meet them. */
interface Traits {
  readonly company: string | undefined;
  readonly title: JobTitle;
  readonly offers: readonly string[];
  readonly needs: readonly string[];
}

function traitsOf(day: PlanningDay, view: Viewpoint, id: string): Traits {
  const { company, title, tags = [] } = view.person(id) ?? {};
  return {
    company,
    title: day.compiled.titleOf(title),
    offers: taggedWith(tags, "offers:"),
    needs: taggedWith(tags, "needs:"),
  };
}

/** Chance that two contacts want to meet, an assumption; never colleagues, who can meet anyway. */
function pairFit(day: PlanningDay, one: Traits, other: Traits): Omit<FittingPair, "between"> {
  const fit = day.settings.giveFirst;
  const met =
    one.needs.find((what) => other.offers.includes(what)) ??
    other.needs.find((what) => one.offers.includes(what));
  const { sameFunction, sameRank } = compareTitles(one.title, other.title);
  const isAlike = one.company !== undefined && sameFunction === true;
  if ((met === undefined && !isAlike) || sameCompany(one.company, other.company, day.settings.identity))
    return NO_FIT;
  if (met !== undefined)
    return { fit: fit.needMet, why: `One of the two offers what the other needs (${met}).` };
  return {
    fit: sameRank ? fit.sameFunctionAndRank : fit.sameFunction,
    why: `The two do alike work at different companies${sameRank ? ", at one rank" : ""}.`,
  };
}

const NO_FIT: Omit<FittingPair, "between"> = { fit: 0, why: "" };
