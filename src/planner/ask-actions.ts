import { compareCodeUnits, utcMillis } from "../base/index.js";
import { CHANNEL_LIMITS } from "../drafts/channel.js";
import type { LanguagePack } from "../drafts/language-pack.js";
import { dueIn, whyIn } from "../drafts/why-in.js";
import type { Person } from "../people/index.js";
import { type AskStatus, type FollowUp, followUps, unaskedIntroductions } from "../tracking/index.js";
import { draftDue, draftPlanned, type PlanDraftOptions } from "./draft-planned.js";
import type { PlanAsk } from "./introduction-plan.js";
import type { DoneEvent, ProposedAction } from "./next-action.js";
import { planIntroduction } from "./plan-introduction.js";
import { hasReached } from "./plan-readiness.js";
import type { PlanRequest } from "./plan-request.js";
import type { PlanningDay } from "./planning-day.js";
import { namesOf } from "./resolve-target.js";
import { whyAskIn } from "./why-ask-in.js";

/** How the next asks are planned, and the language of drafts. */
export type AskActionOptions = Omit<PlanRequest, "seeker" | "target" | "now" | "maskKey"> & {
  readonly locale?: LanguagePack | undefined;
};

/** What is due or overdue of one seeker's asks and of introductions that nobody asked for. */
export function dueActions(
  day: PlanningDay,
  seeker: string,
  locale: LanguagePack | undefined,
): readonly ProposedAction[] {
  const asks = day.asks.filter(({ ask }) => ask.seeker === seeker);
  const leads = day.leads.filter((lead) => lead.seeker === seeker);
  const reached = reachedTargets(day);
  const byId = new Map([...unaskedIntroductions(leads), ...asks].map((status) => [status.ask.id, status]));
  const { courtesies } = day;
  return followUps(asks, { now: day.date, leads, courtesies, reached, ...day.settings.timing })
    .filter(({ due, person }) => due <= day.date && !isErased(day, person))
    .filter(({ kind, ask }) => kind !== "remind" || !reached.has(byId.get(ask)?.ask.target ?? ""))
    .map((followUp) => actionOf(day, followUp, byId.get(followUp.ask) as AskStatus, locale));
}

/** Buyers who were introduced or came as a lead: nobody is to be asked for them, nor reminded. */
function reachedTargets(day: PlanningDay): ReadonlySet<string> {
  return new Set([
    ...day.asks.filter(hasReached).map(({ ask }) => ask.target),
    ...day.leads.flatMap(({ target }) => target ?? []),
  ]);
}

/** True for whoever was erased: nobody is to be written to whom nobody may name. */
function isErased({ network }: PlanningDay, id: string): boolean {
  return !network.has(id) && network.isOptedOut(id);
}

/**
 * For each target that the seekers asked for and nobody has reached the next request, if there is one to make. Of several seekers
 * it is that of the most probable yes, whoever asked before, and no two go to one person on one day.
 */
export function askActions(
  day: PlanningDay,
  seekers: readonly string[],
  options: AskActionOptions,
): readonly ProposedAction[] {
  const asked = new Set<string>();
  return soughtTargets(day, seekers).flatMap((target) => {
    const found = seekers
      .flatMap((seeker) => {
        const action = nextAskFor(day, seeker, target, options);
        const other = action !== undefined && asked.has(action.person);
        const exclude = [...(options.exclude ?? []), ...asked];
        return (other ? nextAskFor(day, seeker, target, { ...options, exclude }) : action) ?? [];
      })
      .sort((a, b) => (b.ask?.probability ?? 0) - (a.ask?.probability ?? 0))[0];
    if (found === undefined) return [];
    asked.add(found.person);
    return [found];
  });
}

/** Buyers whom the seekers asked for and nobody has reached, in order of ids. */
export function soughtTargets(day: PlanningDay, seekers: readonly string[]): readonly string[] {
  const own = day.asks.filter(({ ask }) => seekers.includes(ask.seeker));
  const reached = reachedTargets(day);
  const targets = new Set(own.map(({ ask }) => ask.target).filter((target) => !reached.has(target)));
  return [...targets].sort(compareCodeUnits);
}

/** The next request for a target whom no ask has reached and for whom none is open. */
function nextAskFor(
  day: PlanningDay,
  seeker: string,
  target: string,
  { locale, ...options }: AskActionOptions,
): ProposedAction | undefined {
  const history = day.asks.filter(({ ask }) => ask.target === target);
  if (history.some(({ open }) => open) && !day.settings.asking.parallel) return undefined;
  const buyer = day.state.buyers.get(target);
  const isNamed = day.network.seenBy(seeker).mayName(target);
  if (!isNamed && buyer === undefined) return undefined;
  const query = isNamed ? target : { ...namesOf(buyer as Person), isNew: true };
  const plan = planIntroduction(day, { ...options, seeker, target: query }, true);
  const own = history.filter((status) => status.ask.seeker === seeker);
  const ask = plan.asks[0];
  if (ask === undefined) return undefined;
  const channel = ask.style?.channel;
  const words = { now: day.date, ...wordsOf(day, own), ...(channel && { channel }), locale };
  const named = own.flatMap((status) => namedInWords(day, status, locale));
  const why = [whyAskIn(locale, day, plan, seeker), ...named].join(" ");
  // What is handed on to be recorded says it in the same language.
  const told = locale?.why === undefined ? ask : { ...ask, why };
  return {
    kind: "ask",
    seeker,
    person: ask.connector,
    target,
    askId: ask.id,
    ask: told,
    due: plan.day,
    overdue: false,
    why,
    ownWorth: (options.value ?? day.settings.asking.assumedValue) * ask.probability - ask.cost,
    done: { type: "ask.sent", ask: told },
    write: () => ({
      draft: draftPlanned(day.network, ask, day.state.besideFor(seeker), words, day.settings),
    }),
  };
}

/** Of a decline that named somebody in words alone, those words: only the seeker can tell who is meant. */
function namedInWords(
  { journal }: PlanningDay,
  { suggested, suggestedPerson, steps }: AskStatus,
  locale: LanguagePack | undefined,
): readonly string[] {
  if (suggested === undefined || suggestedPerson !== undefined) return [];
  const { event } = steps.find(({ type }) => type === "ask.declined") ?? {};
  const stored = event === undefined ? undefined : journal.get(event);
  const isErased = stored?.type === "ask.declined" && stored.suggested === suggested;
  return isErased ? [] : [whyIn(locale)("named.words", { words: JSON.stringify(suggested) })];
}

function actionOf(
  day: PlanningDay,
  followUp: FollowUp,
  status: AskStatus,
  locale: LanguagePack | undefined,
): ProposedAction {
  const { ask } = status;
  const beside = day.state.besideFor(ask.seeker);
  const people = [ask.seeker, ...ask.legs.map(({ asked }) => asked)].filter((id) => id !== "");
  const view = day.network.seenBy(ask.seeker);
  const known = people.every((id) => view.mayName(id) || (!day.network.has(id) && beside(id) !== undefined));
  const legs = ask.legs.map((leg) => ({
    ...leg,
    evidence: view.tie(leg.asker, leg.asked)?.evidence ?? {},
  }));
  const words = { ...wordsOf(day, [status]), locale };
  const whole = { ...ask, legs } as unknown as PlanAsk;
  const isReferral = followUp.kind === "thank" && followUp.isLead === true;
  return {
    kind: isReferral ? "thank-referral" : followUp.kind,
    seeker: ask.seeker,
    person: followUp.person,
    ...(ask.target === "" ? {} : { target: ask.target }),
    askId: ask.id,
    due: followUp.due,
    overdue: followUp.overdue,
    why: dueIn(locale, followUp),
    done: doneOf(followUp),
    write: () => {
      if (!known) return {};
      const draft = draftDue(day.network, followUp, status, whole, beside, words, day.settings);
      return draft === undefined ? {} : { draft };
    },
  };
}

/** What says that a follow-up was done; thanks and news for an introduction that nobody asked for name the two people. */
function doneOf({ kind, ask, isLead, seeker, person }: FollowUp): DoneEvent {
  const type = DONE[kind];
  if (isLead !== true) return { type, ask };
  if (type === "meeting.held") return { type, lead: ask };
  return { type: type === "thanks.sent" ? type : "update.sent", giver: seeker, receiver: person };
}

const DONE = {
  remind: "ask.reminded",
  "let-go": "ask.withdrawn",
  "check-in": "update.sent",
  "own-contact": "update.sent",
  thank: "thanks.sent",
  update: "update.sent",
  "follow-through": "meeting.held",
  "verify-claim": "introduction.made",
} as const satisfies Record<FollowUp["kind"], string>;

/** The words with which the target was asked for last: the user's reason and offer, where the vault still has them. */
function wordsOf(day: PlanningDay, history: readonly AskStatus[]): PlanDraftOptions {
  const words: Record<string, string> = {};
  const sent = history
    .flatMap(({ steps }) => steps.filter(({ type }) => type === "ask.sent"))
    .sort((a, b) => utcMillis(a.at) - utcMillis(b.at) || compareCodeUnits(a.event, b.event));
  for (const { event } of sent) {
    const stored = day.journal.get(event);
    if (stored === undefined) continue;
    const told: Readonly<Record<string, unknown>> = day.journal.resolve(stored);
    for (const name of ["reason", "offer"]) if (typeof told[name] === "string") words[name] = told[name];
    const { channel } = told;
    if (typeof channel === "string" && Object.hasOwn(CHANNEL_LIMITS, channel)) words["channel"] = channel;
  }
  return words;
}
