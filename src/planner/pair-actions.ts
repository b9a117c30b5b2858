import { checkShape, isoDay, memoized, pairKey } from "../base/index.js";
import type { DraftOptions } from "../drafts/draft-base.js";
import { draftBrokered } from "../drafts/draft-brokered.js";
import { draftIntroduction } from "../drafts/draft-introduction.js";
import type { LanguagePack } from "../drafts/language-pack.js";
import { whyIn } from "../drafts/why-in.js";
import type { Viewpoint } from "../network/index.js";
import { compareTitles, type JobTitle, type Person, sameCompany, taggedWith } from "../people/index.js";
import { brokerablePairs } from "../planning/index.js";
import { contactOf, isCalledTooOften } from "./contact.js";
import type { ProposedAction } from "./next-action.js";
import { type PairOffer, pairOffers } from "./pair-offers.js";
import type { PlanningDay } from "./planning-day.js";

/** Two contacts of a seeker who could be brought together. */
export interface FittingPair {
  readonly between: readonly [string, string];
  /** Chance that both want it, an assumption. */
  readonly fit: number;
  readonly why: string;
  /** What one offers and the other needs, and who needs it, by tags. */
  readonly need?: { readonly what: string; readonly of: string };
  /** True where they are of one rank, too. */
  readonly sameRank?: true;
}

/**
 * Pairs among a seeker's contacts, the best fit first. They are not seen to know each other, were not brought together before and did not decline to be.
 * Either one offers what the other needs (tags `offers:x` and `needs:x`), or both do alike work at different companies.
 * @param among Ids to look at, as those who attend an event. @defaultValue the seeker's strongest ties
 * @param most How many at most. @defaultValue all
 */
export function fittingPairs(
  day: PlanningDay,
  seeker: string,
  {
    contacts = day.settings.giveFirst.contacts,
    among,
    most = Number.MAX_SAFE_INTEGER,
  }: {
    readonly contacts?: number | undefined;
    readonly among?: readonly string[] | undefined;
    readonly most?: number;
  } = {},
): readonly FittingPair[] {
  const view = day.network.seenBy(seeker);
  const seen = day.compiled.seenBy([seeker]);
  const own = new Set(view.neighbors(seeker));
  checkShape(among ?? [], ["text"], "among");
  const chosen = among?.map((id) => day.network.canonical(id)).filter((id) => own.has(id));
  const candidates = (chosen ?? [...own]).filter((id) => view.mayName(id) && !day.network.isDoNotAsk(id));
  const strongest = candidates
    .map((id) => ({ id, strength: seen.strength(seeker, id) }))
    .sort((a, b) => b.strength - a.strength)
    .slice(0, chosen === undefined ? contacts : candidates.length)
    .map(({ id }) => id);
  const traits = new Map(strongest.map((id) => [id, traitsOf(day, view, id)]));
  const offers = pairOffers(day, seeker);
  const fitOf = (a: string, b: string): Omit<FittingPair, "between"> => {
    const [one, other] = [traits.get(a), traits.get(b)];
    return one === undefined || other === undefined ? NO_FIT : pairFit(day, one, other);
  };
  return brokerablePairs({
    contacts: strongest,
    tied: (a, b) =>
      view.mayUse(a, b) || day.facts.wereIntroduced(a, b) || offers.get(pairKey(a, b))?.isRefused === true,
    fit: (a, b) => fitOf(a, b).fit,
    leastFit: 0,
    most,
  }).map((pair) => ({ ...pair, ...fitOf(...pair.between) }));
}

/**
 * Pairs as things to do: both are asked first, and once both have said yes they are introduced. A pair whose answers are awaited
 * is left in peace.
 */
export function pairActions(
  day: PlanningDay,
  seeker: string,
  locale: LanguagePack | undefined,
): readonly ProposedAction[] {
  const view = day.network.seenBy(seeker);
  const me = view.person(seeker);
  if (me === undefined) return [];
  const isLeft = memoized((id: string): boolean => {
    const contact = contactOf(day, view, seeker, id);
    return contact === undefined || contact.isDiscontent || isCalledTooOften(contact);
  });
  const offers = pairOffers(day, seeker);
  const words = { me, locale, now: day.date, thresholds: day.settings.drafts };
  const asked = fittingPairs(day, seeker)
    .filter(({ between }) => !offers.has(pairKey(...between)) && !between.some((id) => isLeft(id)))
    .slice(0, day.settings.next.pairs)
    .flatMap((pair) => questionTo(pair, view, words));
  const agreed = [...offers.values()].filter(
    ({ between, agreed, isRefused }) =>
      agreed.size === 2 && !isRefused && !day.facts.wereIntroduced(...between),
  );
  return [...agreed.flatMap((offer) => introductionOf(offer, view, words, day)), ...asked].map((action) => ({
    ...action,
    seeker,
    overdue: false,
  }));
}

type PairWords = DraftOptions & { readonly me: Person };
type PairAction = Omit<ProposedAction, "seeker" | "overdue">;

/** Both are asked whether they want to meet. */
function questionTo(
  { between, fit, need, sameRank }: FittingPair,
  view: Viewpoint,
  words: PairWords,
): readonly PairAction[] {
  const [first, second] = between.map((id) => view.person(id));
  if (first === undefined || second === undefined) return [];
  const say = whyIn(words.locale);
  const isFirst = need?.of === first.id;
  const why =
    need === undefined
      ? say(sameRank ? "pair.rank" : "pair.alike")
      : say(isFirst ? "pair.need" : "pair.offer", { what: need.what });
  return [
    {
      kind: "broker",
      person: first.id,
      target: second.id,
      due: String(words.now),
      why: `${why} ${say("pair.ask")}`,
      factor: fit,
      done: { type: "introduction.offered", broker: words.me.id, between },
      write: () => {
        const met = need && { what: need.what, needs: need.of === first.id ? "first" : "second" };
        const drafts = draftBrokered({ ...words, first, second, met: met as never });
        return { draft: drafts.first, draftToTarget: drafts.second };
      },
    },
  ];
}

/** Both have said yes. */
function introductionOf(
  { between, since }: PairOffer,
  view: Viewpoint,
  words: PairWords,
  day: PlanningDay,
): readonly PairAction[] {
  const [first, second] = between.map((id) => view.person(id));
  if (first === undefined || second === undefined || between.some((id) => day.network.isDoNotAsk(id)))
    return [];
  return [
    {
      kind: "introduce",
      person: first.id,
      target: second.id,
      due: isoDay(since),
      why: whyIn(words.locale)("pair.agreed"),
      done: { type: "introduction.brokered", broker: words.me.id, between },
      write: () => ({
        draft: draftIntroduction({ ...words, me: first, target: second, connector: words.me, optedIn: true }),
      }),
    },
  ];
}

/** What of a contact tells whether another one would want to meet them. */
interface Traits {
  readonly id: string;
  readonly company: string | undefined;
  readonly title: JobTitle;
  readonly offers: readonly string[];
  readonly needs: readonly string[];
}

function traitsOf(day: PlanningDay, view: Viewpoint, id: string): Traits {
  const { company, title, tags = [] } = view.person(id) ?? {};
  return {
    id,
    company,
    title: day.compiled.titleOf(title),
    offers: taggedWith(tags, "offers:"),
    needs: taggedWith(tags, "needs:"),
  };
}

/** Chance that two contacts want to meet, an assumption; never colleagues, who can meet anyway. */
function pairFit(day: PlanningDay, one: Traits, other: Traits): Omit<FittingPair, "between"> {
  const fit = day.settings.giveFirst;
  const [own, theirs] = [
    one.needs.find((what) => other.offers.includes(what)),
    other.needs.find((what) => one.offers.includes(what)),
  ];
  const met = own ?? theirs;
  const { sameFunction, sameRank } = compareTitles(one.title, other.title);
  const isAlike = one.company !== undefined && sameFunction === true;
  if ((met === undefined && !isAlike) || sameCompany(one.company, other.company, day.settings.identity))
    return NO_FIT;
  if (met !== undefined)
    return {
      fit: fit.needMet,
      why: `One of the two offers what the other needs (${met}).`,
      need: { what: met, of: own === undefined ? other.id : one.id },
    };
  return {
    fit: sameRank ? fit.sameFunctionAndRank : fit.sameFunction,
    why: whyIn(undefined)(sameRank ? "pair.rank" : "pair.alike"),
    ...(sameRank === true && { sameRank }),
  };
}

const NO_FIT: Omit<FittingPair, "between"> = { fit: 0, why: "" };
