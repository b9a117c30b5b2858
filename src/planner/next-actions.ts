import { compareCodeUnits, isCount, roundForPlan, unfit, utcDay } from "../base/index.js";
import { checkProfile } from "../people/index.js";
import { askActions, dueActions, soughtTargets } from "./ask-actions.js";
import { checkRequest, seekersOf } from "./check-request.js";
import { contactIdsOf, contactOf, isCalledTooOften } from "./contact.js";
import { newsOfChanges } from "./job-news.js";
import { leadGoalsOf } from "./lead-goals-of.js";
import { nameOf } from "./name-of.js";
import type { NextAction, NextKind, ProposedAction } from "./next-action.js";
import type { LeadGoal } from "./next-settings.js";
import { openAction } from "./open-actions.js";
import { pairActions } from "./pair-actions.js";
import type { NextRequest } from "./planner-options.js";
import type { PlanningDay } from "./planning-day.js";
import { checkKnown } from "./viewers-of.js";

/**
 * What to do today for one seeker or a team. It holds what is due of their requests and whom to ask next for each target still
 * sought. Beside it stands what could be done with every contact and pair of them without any request. The most worth for its time comes first.
 * In a team each contact is the one of whoever sold to them or knows them best, so that nobody hears from two.
 * @throws WarmpathError `INVALID_ARGUMENT`, `UNKNOWN_PERSON` for a seeker.
 */
export function nextActions(day: PlanningDay, request: NextRequest): readonly NextAction[] {
  const {
    seeker: _,
    now: _now,
    limit = day.settings.next.limit,
    goals = [],
    changes = [],
    profile,
    locale,
    ...plan
  } = request;
  const seekers = seekersOf(day, request);
  checkRequest(day, plan, seekers);
  for (const seeker of seekers) checkKnown(day.network, seeker);
  const { aims, weekly } = goalsOf(goals);
  if (!isCount(limit)) throw unfit("limit", "a whole number of at least 1");
  const due = seekers.flatMap((seeker) => dueActions(day, seeker, locale));
  const contacts = [...seekersOfContacts(day, seekers)].flatMap(
    ([person, seeker]) => contactOf(day, day.network.seenBy(seeker), seeker, person) ?? [],
  );
  // Whoever was called too often is asked for nothing, a planned introduction included.
  const tired = contacts.filter(isCalledTooOften).map(({ person }) => person.id);
  const exclude = [...(plan.exclude ?? []), ...tired];
  const asks = askActions(day, seekers, { ...plan, exclude, locale });
  const busy = new Set([...due, ...asks].map(({ person }) => person));
  const sought = soughtTargets(day, seekers).flatMap((target) => {
    const buyer = day.network.seenBy(seekers).person(target) ?? day.state.buyers.get(target);
    return buyer?.company ?? [];
  });
  const excluded = new Set([...(plan.exclude ?? [])].map((id) => day.network.canonical(id)));
  const context = {
    news: newsOfChanges(day, changes),
    sought,
    aims: { goals: aims, profile: profile && checkProfile(profile) },
    locale,
  };
  const open = contacts.flatMap((contact) => {
    const { id } = contact.person;
    if (excluded.has(id) || seekers.includes(id)) return [];
    const action = openAction(contact, context);
    // Thanks that are owed are due beside what else is.
    return action === undefined || (busy.has(id) && !action.kind.startsWith("thank")) ? [] : action;
  });
  const pairs = seekers.flatMap((seeker) => pairActions(day, seeker, locale));
  const isBehind = weekly !== undefined && prospectingThisWeek(day, seekers) < weekly;
  const ranked = [...due, ...asks, ...open, ...pairs]
    .map((action) => ({ action, ...weigh(day, action, aims, isBehind) }))
    .sort(
      (a, b) =>
        b.worth / b.minutes - a.worth / a.minutes ||
        compareByDue(a.action, b.action) ||
        compareCodeUnits(keyOf(a.action), keyOf(b.action)),
    );
  return onceEach(ranked)
    .slice(0, limit)
    .map(({ action, worth, minutes }): NextAction => {
      const { factor: _factor, ownWorth: _own, write, ...rest } = action;
      return { ...rest, ...write(), worth, minutes, names: namesIn(day, action) };
    });
}

/** What was due first comes first. Words to contacts gone quiet follow, the last due first: who was heard from of late sooner answers. */
function compareByDue(a: ProposedAction, b: ProposedAction): number {
  const quiet = Number(QUIET.has(a.kind));
  return quiet - Number(QUIET.has(b.kind)) || compareCodeUnits(a.due, b.due) * (quiet ? -1 : 1);
}

/** Whoever is written to already today is left in peace, but for what is due to them. */
function onceEach<One extends { readonly action: ProposedAction }>(ranked: readonly One[]): readonly One[] {
  const written = new Set<string>();
  return ranked.filter(({ action: { kind, person, target } }) => {
    if (!UNASKED.has(kind)) {
      written.add(person);
      return true;
    }
    const isPair = kind === "broker" || kind === "introduce";
    const people = isPair && target !== undefined ? [person, target] : [person];
    if (people.some((id) => written.has(id))) return false;
    for (const id of people) written.add(id);
    return true;
  });
}

/** Which seeker each contact is for: the one of the last sale, else the one who knows them best, else by id. */
function seekersOfContacts(day: PlanningDay, seekers: readonly string[]): ReadonlyMap<string, string> {
  const [only] = seekers;
  if (only !== undefined && seekers.length === 1)
    return new Map(contactIdsOf(day, only).map((person) => [person, only]));
  const best = new Map<
    string,
    { readonly seeker: string; readonly sale: number; readonly strength: number }
  >();
  for (const seeker of seekers) {
    for (const person of contactIdsOf(day, seeker)) {
      const one = {
        seeker,
        sale: day.facts.lastSale(seeker, person)?.day ?? -Infinity,
        strength: day.compiled.strength(seeker, person, [seeker]),
      };
      const known = best.get(person);
      const isBetter =
        known === undefined ||
        one.sale > known.sale ||
        (one.sale === known.sale && one.strength > known.strength);
      if (isBetter) best.set(person, one);
    }
  }
  return new Map([...best].map(([person, { seeker }]) => [person, seeker]));
}

function weigh(
  day: PlanningDay,
  { kind, overdue, factor = 1, ownWorth }: ProposedAction,
  aims: readonly LeadGoal[],
  isBehind: boolean,
): { readonly worth: number; readonly minutes: number } {
  const { next } = day.settings;
  const base = ownWorth ?? (kind === "ask" ? 0 : next.worth[kind]);
  const byAim = aims.reduce((times, aim) => times * (next.goals[aim][kind] ?? 1), 1);
  const behind = isBehind && PROSPECTING.has(kind) ? next.behindFactor : 1;
  const worth = base * factor * byAim * behind * (overdue ? next.overdueFactor : 1);
  return { worth: roundForPlan(Math.max(0, worth)), minutes: next.minutes[kind] };
}

/** Acts of the seekers since Monday that may bring leads. */
function prospectingThisWeek(day: PlanningDay, seekers: readonly string[]): number {
  // 1970-01-05 was a Monday.
  const monday = day.today - ((((day.today - 4) % 7) + 7) % 7);
  const isOwn = (id: string | undefined): boolean =>
    id !== undefined && seekers.includes(day.network.canonical(id));
  return day.events.filter((event) => {
    if (utcDay(event.at) < monday) return false;
    if (event.type === "ask.sent") return isOwn(event.ask === undefined ? event.seeker : event.ask.seeker);
    if (event.type === "introduction.brokered") return isOwn(event.broker);
    return event.type === "activity.done" && (event.member === undefined || isOwn(event.member));
  }).length;
}

function namesIn(day: PlanningDay, action: ProposedAction): Readonly<Record<string, string>> {
  const { seeker, person, target, ask, candidates = [] } = action;
  const ids = new Set([
    seeker,
    person,
    ...(target === undefined ? [] : [target]),
    ...(ask?.legs ?? []).flatMap(({ asker, asked }) => [asker, asked]),
    ...candidates,
  ]);
  const names = [...ids].sort(compareCodeUnits).flatMap((id) => {
    const name = nameOf(day.state, id, [seeker]) ?? (id === ask?.buyer?.id ? ask.buyer.name : undefined);
    return name === undefined ? [] : [[id, name] as const];
  });
  return Object.fromEntries(names);
}

function goalsOf(goals: NonNullable<NextRequest["goals"]>): {
  readonly aims: readonly LeadGoal[];
  readonly weekly?: number | undefined;
} {
  if (typeof goals !== "object" || goals === null || !("weekly" in goals))
    return { aims: leadGoalsOf(goals as LeadGoal | readonly LeadGoal[]) };
  const { weekly } = goals;
  if (weekly === undefined || weekly >= 0) return { aims: [], weekly };
  throw unfit("goals", "a weekly number of at least 0");
}

function keyOf({ kind, person, seeker, target = "" }: ProposedAction): string {
  return JSON.stringify([kind, person, seeker, target]);
}

/** What no request on record calls for. */
const UNASKED: ReadonlySet<NextKind> = new Set<NextKind>([
  "ask-after-success",
  "issue-question",
  "soft-ask",
  "touch",
  "reconnect",
  "welcome",
  "congratulate",
  "broker",
  "introduce",
]);
const PROSPECTING: ReadonlySet<NextKind> = new Set<NextKind>([
  "ask",
  "ask-after-success",
  "issue-question",
  "soft-ask",
  "broker",
  "introduce",
]);

/** Actions for contacts of whom nothing else is due but a word. */
const QUIET: ReadonlySet<NextKind> = new Set<NextKind>(["touch", "reconnect", "soft-ask"]);
