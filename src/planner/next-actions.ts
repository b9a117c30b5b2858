import { compareCodeUnits, utcMillis } from "../base/index.js";
import { CHANNEL_LIMITS } from "../drafts/channel.js";
import type { AskMessage } from "../drafts/message.js";
import type { Person } from "../people/index.js";
import { type AskStatus, type FollowUp, followUps, unaskedIntroductions } from "../tracking/index.js";
import { draftDue, draftPlanned, type PlanDraftOptions } from "./draft-planned.js";
import type { PlanAsk } from "./introduction-plan.js";
import { planIntroduction } from "./plan-introduction.js";
import { hasReached } from "./plan-readiness.js";
import type { NextOptions } from "./planner-options.js";
import type { PlanningDay } from "./planning-day.js";
import { namesOf } from "./resolve-target.js";

/** One thing to do today. */
export interface NextAction {
  /** `ask`: make this request next. The others follow up on an ask that was made. */
  readonly kind: "ask" | FollowUp["kind"];
  /** Whose move it is. */
  readonly seeker: string;
  /** To whom. */
  readonly person: string;
  readonly target: string;
  /** The ask it is about: of `ask` the new one, else the one on record, by its id. */
  readonly askId: string;
  /** With `ask`: the request, to be handed to `record` once it is sent. */
  readonly ask?: PlanAsk;
  /** ISO day by which it is due. */
  readonly due: string;
  readonly overdue: boolean;
  readonly why: string;
  /** The message, where one is to be written. */
  readonly draft?: AskMessage;
}

/** What to do today for one seeker: what is due or overdue of their asks, then whom to ask next for each target still sought. */
export function nextActions(day: PlanningDay, seeker: string, plan: NextOptions = {}): readonly NextAction[] {
  const asks = day.asks.filter(({ ask }) => ask.seeker === seeker);
  const leads = day.leads.filter((lead) => lead.seeker === seeker);
  const byId = new Map([...unaskedIntroductions(leads), ...asks].map((status) => [status.ask.id, status]));
  const due = followUps(asks, { now: day.date, leads, courtesies: day.courtesies, ...day.settings.timing })
    .filter((followUp) => followUp.due <= day.date)
    .map((followUp) => actionOf(day, followUp, byId.get(followUp.ask) as AskStatus));
  const targets = new Set(asks.map(({ ask }) => ask.target));
  const sought = [...targets].sort(compareCodeUnits).flatMap((target) => {
    const action = nextAskFor(day, seeker, target, plan);
    return action === undefined ? [] : [action];
  });
  return [...due, ...sought];
}

/** The next request for a target whom no ask has reached and for whom none is open. */
function nextAskFor(
  day: PlanningDay,
  seeker: string,
  target: string,
  options: NextOptions,
): NextAction | undefined {
  const history = day.asks.filter(({ ask }) => ask.target === target);
  if (history.some(hasReached)) return undefined;
  if (history.some(({ open }) => open) && !day.settings.asking.parallel) return undefined;
  const buyer = day.state.buyers.get(target);
  const isNamed = day.network.seenBy(seeker).mayName(target);
  if (!isNamed && buyer === undefined) return undefined;
  const query = isNamed ? target : { ...namesOf(buyer as Person), isNew: true };
  const plan = planIntroduction(day, { ...options, seeker, target: query }, true);
  const own = history.filter((status) => status.ask.seeker === seeker);
  const named = own.map(({ suggestedPerson }) => suggestedPerson && day.network.canonical(suggestedPerson));
  const suggested = plan.asks.find(({ connector }) => named.includes(connector));
  const ask = suggested ?? plan.asks[0];
  if (ask === undefined) return undefined;
  const words = { now: day.date, ...wordsOf(day, own) };
  const draft = draftPlanned(day.network, ask, day.state.besideFor(seeker), words, day.settings.drafts);
  return {
    kind: "ask",
    seeker,
    person: ask.connector,
    target,
    askId: ask.id,
    ask,
    due: plan.day,
    overdue: false,
    why: ask === suggested ? `A connector named them. ${ask.why}` : ask.why,
    draft,
  };
}

function actionOf(day: PlanningDay, followUp: FollowUp, status: AskStatus): NextAction {
  const { ask } = status;
  const beside = day.state.besideFor(ask.seeker);
  const people = [ask.seeker, ...ask.legs.map(({ asked }) => asked)];
  const view = day.network.seenBy(ask.seeker);
  const known = people.every((id) => view.mayName(id) || (!day.network.has(id) && beside(id) !== undefined));
  const legs = ask.legs.map((leg) => ({
    ...leg,
    evidence: view.tie(leg.asker, leg.asked)?.evidence ?? {},
  }));
  const words = wordsOf(day, [status]);
  const draft = known
    ? draftDue(
        day.network,
        followUp,
        status,
        { ...ask, legs } as unknown as PlanAsk,
        beside,
        words,
        day.settings.drafts,
      )
    : undefined;
  return {
    kind: followUp.kind,
    seeker: ask.seeker,
    person: followUp.person,
    target: ask.target,
    askId: ask.id,
    due: followUp.due,
    overdue: followUp.overdue,
    why: followUp.reason,
    ...(draft === undefined ? {} : { draft }),
  };
}

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
