import { parseIso, type UtcDay, utcDay } from "../base/index.js";
import type { Viewpoint } from "../network/index.js";
import { type Person, TAG_CODES, type TieEvidence } from "../people/index.js";
import { hasTag } from "../people/referral-codes.js";
import { isReady } from "../planning/index.js";
import { askedOn } from "../tracking/ask-status.js";
import { isDiscontent } from "./discontent.js";
import { connectorReadiness } from "./plan-readiness.js";
import type { PlanningDay } from "./planning-day.js";
import type { SaleOnRecord } from "./stated-facts.js";
import { checkKnown } from "./viewers-of.js";

/** One of a seeker's contacts on a day, as the seeker may see them, and what was between the two of late. */
export interface Contact {
  readonly day: PlanningDay;
  readonly view: Viewpoint;
  readonly seeker: string;
  readonly me: Person;
  readonly person: Person;
  readonly evidence: TieEvidence;
  /** 0 where no tie is on record. */
  readonly strength: number;
  readonly isClient: boolean;
  /** True for a key partner by tag, and for whoever sent the seeker somebody. */
  readonly isSource: boolean;
  readonly isDiscontent: boolean;
  /** The last sale without a complaint. A deal that was won is none until it is delivered. */
  readonly sale: SaleOnRecord | undefined;
  /** Day of the last contact on record, and of the last question without a buyer. */
  readonly last: UtcDay | undefined;
  readonly lastQuestion: UtcDay | undefined;
  /** Day of the last thanks, news or deed of the seeker for them. */
  readonly lastCourtesy: UtcDay | undefined;
}

/** Everybody whom a seeker could do something for or with: their ties, their customers on record, and whoever sent them a lead. */
export function contactIdsOf(day: PlanningDay, seeker: string): readonly string[] {
  const view = day.network.seenBy(seeker);
  const referrers = day.leads.flatMap(({ referredBy, seeker: of = seeker }) =>
    referredBy === undefined || of !== seeker ? [] : [referredBy],
  );
  const ids = new Set([...view.neighbors(seeker), ...day.facts.customersOf(seeker), ...referrers]);
  return [...ids].filter(
    (id) => id !== seeker && day.network.has(id) && view.mayName(id) && !day.network.isDoNotAsk(id),
  );
}

/** Every contact of a seeker of whom something may be said. @throws WarmpathError `UNKNOWN_PERSON`. */
export function contactsOf(day: PlanningDay, of: string): readonly Contact[] {
  checkKnown(day.network, of);
  const seeker = day.network.canonical(of);
  const view = day.network.seenBy(seeker);
  return contactIdsOf(day, seeker).flatMap((id) => contactOf(day, view, seeker, id) ?? []);
}

/** The contact of an id; undefined for who is no person. */
export function contactOf(
  day: PlanningDay,
  view: Viewpoint,
  seeker: string,
  id: string,
): Contact | undefined {
  const [me, person] = [view.person(seeker), view.person(id)];
  if (me === undefined || person === undefined || person.kind !== undefined) return undefined;
  const evidence = view.tie(seeker, id)?.evidence ?? {};
  const questions = day.dealings
    .questionsTo(id)
    .filter((one) => one.seeker === seeker)
    .map((one) => utcDay(askedOn(one)));
  const asks = day.dealings
    .asksTo(id)
    .filter(({ ask }) => ask.seeker === seeker)
    .map((one) => utcDay(askedOn(one)));
  const courtesies = day.dealings.courtesyDays(seeker, id);
  const sale = lastSale(day, seeker, id);
  const told = [sale?.day, day.facts.pairedOn(seeker, id)].filter((on) => on !== undefined);
  return {
    day,
    view,
    seeker,
    me,
    person,
    evidence,
    strength: day.compiled.strength(seeker, id, [seeker]),
    isClient: sale !== undefined || hasTag(person, TAG_CODES.client),
    isSource:
      hasTag(person, TAG_CODES.partner) ||
      day.dealings.leadsFrom(id).some(({ seeker: of = seeker }) => of === seeker),
    isDiscontent: isDiscontent(day, seeker, id),
    sale,
    last: latest([...daysOf(evidence, day.today), ...questions, ...asks, ...courtesies, ...told]),
    lastQuestion: latest(questions),
    lastCourtesy: latest(courtesies),
  };
}

/**
 * True where nothing stands against a question without a buyer: no cooldown, no cap, no request in progress. A soft request needs
 * deposits on record. For a question about an issue that was solved for them the solution is one, unless they are owed already.
 */
export function mayBeAsked(
  { day, seeker, person, isDiscontent: isCross }: Contact,
  kind: "issue" | "soft",
): boolean {
  if (isCross) return false;
  const readiness = connectorReadiness(day, { seeker, connector: person.id, target: "", kind });
  return (kind === "issue" || readiness.gate === "open") && isReady(readiness, day.date);
}

/** True for somebody whom the seeker has reached out to so often of late that the next time is too much. */
export function isCalledTooOften({ day, seeker, person, evidence }: Contact): boolean {
  const { reachDays, mostReaches, mostUnanswered } = day.settings.next;
  const from = day.today - reachDays;
  const recent = (evidence.interactions ?? [])
    .filter(({ at }) => Number.isFinite(parseIso(at)))
    .map((one) => ({ ...one, on: utcDay(one.at) }))
    .filter(({ on }) => on > from && on <= day.today);
  const heard = latest(recent.filter(({ direction }) => direction !== "out").map(({ on }) => on));
  const own = recent.filter(
    ({ kind, direction }) => direction !== "in" && (kind === "call" || kind === "message"),
  );
  const shown = day.dealings.courtesyDays(seeker, person.id).filter((on) => on > from);
  const reaches = new Set([...own.map(({ on }) => on), ...shown]);
  const unanswered = own.filter(({ direction, on }) => direction === "out" && on > (heard ?? from));
  return reaches.size >= mostReaches || new Set(unanswered.map(({ on }) => on)).size >= mostUnanswered;
}

/** The last smooth sale, out of the journal or of the seeker's own records. Of a won deal these tell too, but nothing is delivered by it. */
function lastSale(day: PlanningDay, seeker: string, customer: string): SaleOnRecord | undefined {
  const told = day.saleTold(seeker, customer);
  const sale = day.facts.lastSale(seeker, customer);
  const on = told === undefined ? undefined : day.today - told;
  if (on === undefined || on === day.facts.wonOn(seeker, customer)) return sale;
  return sale !== undefined && sale.day >= on ? sale : { day: on };
}

/** Days up to one on which two connected or were in contact. */
export function daysOf(
  { connectedOn = "", interactions = [] }: TieEvidence,
  today: UtcDay,
): readonly UtcDay[] {
  return [connectedOn, ...interactions.map(({ at }) => at)]
    .filter((at) => Number.isFinite(parseIso(at)))
    .map((at) => utcDay(at))
    .filter((on) => on <= today);
}

function latest(days: readonly UtcDay[]): UtcDay | undefined {
  return days.length === 0 ? undefined : days.reduce((a, b) => Math.max(a, b));
}
