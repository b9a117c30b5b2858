import { compareCodeUnits, isoDay, utcDay, utcMillis } from "../base/index.js";
import { CHANNEL_LIMITS } from "../drafts/channel.js";
import type { AskMessage } from "../drafts/message.js";
import type { Person } from "../people/index.js";
import { type AskStatus, type FollowUp, followUps } from "../tracking/index.js";
import { draftDue, draftPlanned, type PlanDraftOptions } from "./draft-planned.js";
import type { PlanAsk, PlanRequest } from "./introduction-plan.js";
import { planIntroduction } from "./plan-introduction.js";
import { hasReached } from "./plan-readiness.js";
import type { PlanContext } from "./planning-day.js";
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

/** How the next asks are planned; the same as in a plan. */
export type NextOptions = Omit<PlanRequest, "seeker" | "target" | "now" | "maskKey">;

/** What to do today for one seeker: what is due or overdue of his asks, then whom to ask next for each target still sought. */
export function nextActions(
  context: PlanContext,
  seeker: string,
  now: Date | string,
  buyers: ReadonlyMap<string, Person>,
  plan: NextOptions = {},
): readonly NextAction[] {
  const today = isoDay(utcDay(now, "now"));
  const asks = context.asks(now).filter(({ ask }) => ask.seeker === seeker);
  const byId = new Map(asks.map((status) => [status.ask.id, status]));
  const due = followUps(asks, { now, ...context.policy.followUps })
    .filter((followUp) => followUp.due <= today)
    .map((followUp) => actionOf(context, followUp, byId.get(followUp.ask) as AskStatus, buyers));
  const targets = new Set(asks.map(({ ask }) => ask.target));
  const sought = [...targets].sort(compareCodeUnits).flatMap((target) => {
    const action = nextAskFor(context, seeker, target, now, buyers, plan);
    return action === undefined ? [] : [action];
  });
  return [...due, ...sought];
}

/** The next request for a target whom no ask has reached and for whom none is open. */
function nextAskFor(
  context: PlanContext,
  seeker: string,
  target: string,
  now: Date | string,
  buyers: ReadonlyMap<string, Person>,
  options: NextOptions,
): NextAction | undefined {
  const history = context.asks(now).filter(({ ask }) => ask.target === target);
  if (history.some(hasReached)) return undefined;
  if (history.some(({ open }) => open) && !context.policy.parallel) return undefined;
  const buyer = buyers.get(target);
  if (!context.network.has(target) && buyer === undefined) return undefined;
  const query = context.network.has(target) ? target : { ...namesOf(buyer as Person), isNew: true };
  const plan = planIntroduction(context, { ...options, seeker, target: query, now }, true);
  const [ask] = plan.asks;
  if (ask === undefined) return undefined;
  const own = history.filter((status) => status.ask.seeker === seeker);
  const draft = draftPlanned(context.network, ask, buyer, { now, ...wordsOf(context, own) });
  return {
    kind: "ask",
    seeker,
    person: ask.connector,
    target,
    askId: ask.id,
    ask,
    due: plan.day,
    overdue: false,
    why: ask.why,
    draft,
  };
}

function actionOf(
  context: PlanContext,
  followUp: FollowUp,
  status: AskStatus,
  buyers: ReadonlyMap<string, Person>,
): NextAction {
  const { ask } = status;
  const buyer = buyers.get(ask.target);
  const people = [ask.seeker, ...ask.legs.map(({ asked }) => asked)];
  const known = people.every((id) => context.network.has(id) || (id === ask.target && buyer !== undefined));
  const legs = ask.legs.map((leg) => ({
    ...leg,
    evidence: context.network.tie(leg.asker, leg.asked)?.evidence ?? {},
  }));
  const words = wordsOf(context, [status]);
  const draft = known
    ? draftDue(context.network, followUp, status, { ...ask, legs } as unknown as PlanAsk, buyer, words)
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
function wordsOf(context: PlanContext, history: readonly AskStatus[]): PlanDraftOptions {
  const words: Record<string, string> = {};
  const sent = history
    .flatMap(({ steps }) => steps.filter(({ type }) => type === "ask.sent"))
    .sort((a, b) => utcMillis(a.at) - utcMillis(b.at) || compareCodeUnits(a.event, b.event));
  for (const { event } of sent) {
    const stored = context.journal.get(event);
    if (stored === undefined) continue;
    const told: Readonly<Record<string, unknown>> = context.journal.resolve(stored);
    for (const name of ["reason", "offer"]) if (typeof told[name] === "string") words[name] = told[name];
    const { channel } = told;
    if (typeof channel === "string" && Object.hasOwn(CHANNEL_LIMITS, channel)) words["channel"] = channel;
  }
  return words;
}
