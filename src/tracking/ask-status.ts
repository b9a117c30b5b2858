import {
  checkShape,
  isoDay,
  type TimingSettings,
  utcDay,
  type WaitingDays,
  waitWith,
} from "../base/index.js";
import {
  type AskSent,
  type EventType,
  type IntroductionMade,
  isQuestion,
  type JournalEvent,
  type QuestionSent,
  type RecordedAsk,
} from "../journal/index.js";
import { lastMove, type StepTaken, type Taken, takeSteps } from "./take-steps.js";
import { type AskState, DIRECT_TRANSITIONS, isOpen, TRANSITIONS } from "./transitions.js";

/** One step that an ask has taken. */
export type AskStepTaken = StepTaken<AskState>;

/** One ask and how it stands. */
export interface AskStatus {
  readonly ask: RecordedAsk;
  readonly state: AskState;
  /** ISO day on which it came into that state. */
  readonly since: string;
  /** True while something is awaited from connector or target. */
  readonly open: boolean;
  readonly steps: readonly AskStepTaken[];
  readonly answer?: "make-it" | "use-my-name" | "not-tied" | "ask-someone-else" | "not-this-kind" | "no";
  /** How the introduction was made, where it was seen and said. */
  readonly how?: IntroductionMade["how"];
  /** Whom the connector named instead: the words where the vault has them, else their key. */
  readonly suggested?: string;
  /** Id of the person whom the connector named instead. */
  readonly suggestedPerson?: string;
  /** The channel that the request went by, where it was recorded with it and the vault still has it. */
  readonly channel?: string;
  /** The tone that it was written in, likewise. */
  readonly tone?: string;
  /** The playbook that the request was written with, likewise. */
  readonly playbook?: string;
  /** What the ask waits for: `answer`, `introduction`, `own-contact`, `evidence`, `target-answer`, `meeting`, `outcome`, `ask-suggested`. */
  readonly needs: readonly string[];
  /** Ids of events that the table does not allow where they stand; they count for nothing. */
  readonly ignored: readonly string[];
}

/** How the buyer was brought, as far as it is on record. A name that may be used counts as lent until an introduction says otherwise. @throws WarmpathError `INVALID_ARGUMENT`. */
export function broughtHow(status: Pick<AskStatus, "how" | "answer">): AskStatus["how"] {
  checkShape(status, { how: "text?", answer: "text?" }, "status");
  const { how, answer } = status;
  return how ?? (answer === "use-my-name" ? "name-lent" : undefined);
}

/** @deprecated The name of 0.1: when an ask lapses is part of `TimingSettings`. */
export type TrackingModel = TimingSettings;

/** Takes the steps of an ask that the table allows, one by one. */
export function walk(events: readonly JournalEvent[]): Taken<AskState> {
  let introduced = false;
  let table = TRANSITIONS;
  return takeSteps<AskState>(events, "planned", (event, state) => {
    const row = table[event.type];
    if (!row?.from.includes(state)) return undefined;
    if (event.type === "ask.sent" && !isQuestion(event) && isDirect(event.ask)) table = DIRECT_TRANSITIONS;
    if (event.type !== "introduction.made") return row;
    if (introduced) return undefined;
    introduced = true;
    // Of a double opt-in the target's yes stays the further step.
    return state === "target-agreed" ? { from: row.from } : row;
  });
}

/** How a request stands, whatever it asked for. */
export type RequestStatus = Omit<AskStatus, "ask">;

/** When a request was put. */
export function askedOn({ steps, since }: Pick<RequestStatus, "steps" | "since">): string {
  return steps[0]?.at ?? since;
}

/**
 * True for a no. Who does not know the target, or names somebody else to ask, refuses nothing, whatever else they answered.
 */
export function isRefusal(
  status: Pick<RequestStatus, "state" | "answer" | "suggested" | "suggestedPerson">,
): boolean {
  const parts = { state: "text", answer: "any", suggested: "any", suggestedPerson: "any" } as const;
  checkShape(status, parts, "status");
  const { state, answer, suggested, suggestedPerson } = status;
  const named = answer === "ask-someone-else" || suggested !== undefined || suggestedPerson !== undefined;
  return state === "declined" && answer !== "not-tied" && !named;
}

/** True where a connector declined and refused nothing: they do not know the target, or named somebody else. */
export function isUndecided(status: Parameters<typeof isRefusal>[0]): boolean {
  return !isRefusal(status) && status.state === "declined";
}

/**
 * The request's record as of a day; `today` absent: as of its last event, and nothing lapses.
 * @param textOf A text that came with an event, by its name, where it is still there.
 */
export function recordOf(
  events: readonly JournalEvent[],
  textOf: (event: JournalEvent, name: string) => string | undefined,
  today: number | undefined,
  timing: TimingSettings,
): RequestStatus | undefined {
  const { state: reached, steps, ignored } = walk(events);
  if (steps.length === 0) return undefined;
  const taken = events.filter((event) => !ignored.includes(event));
  // Nothing is taken before it.
  const sent = taken[0] as AskSent | QuestionSent;
  const [channel, tone, playbook] = ["channel", "tone", "playbook"].map((name) => textOf(sent, name));
  let state = reached;
  let since = utcDay(lastMove(steps).at);
  if (today !== undefined) {
    const ask = isQuestion(sent) ? undefined : sent.ask;
    const lapse = lapseDay({ ask, state, steps, channel }, timing);
    if (today >= lapse) [state, since] = ["lapsed", lapse];
  }
  const answer = (taken as readonly Answered[]).find((event) => event.answer !== undefined)?.answer;
  const no = taken.find((event) => event.type === "ask.declined");
  const { suggestedPerson } = no ?? {};
  const suggested = no && textOf(no, "suggested");
  const made = taken.find((event) => event.type === "introduction.made");
  const { how } = (made ?? {}) as Pick<AskStatus, "how">;
  const record: { -readonly [Key in keyof RequestStatus]?: RequestStatus[Key] } = {
    state,
    since: isoDay(since),
    open: isOpen(state),
    steps,
  };
  if (answer !== undefined) record.answer = answer;
  if (how !== undefined) record.how = how;
  if (suggested !== undefined) record.suggested = suggested;
  if (channel !== undefined) record.channel = channel;
  if (tone !== undefined) record.tone = tone;
  if (playbook !== undefined) record.playbook = playbook;
  if (suggestedPerson !== undefined) record.suggestedPerson = suggestedPerson;
  record.needs = needsOf(state, answer, suggestedPerson !== undefined);
  record.ignored = ignored.map(({ id }) => id);
  return record as RequestStatus;
}

type Answered = { readonly answer?: NonNullable<AskStatus["answer"]> };

/** True where the target themselves was asked. */
export function isDirect({ connector, target }: RecordedAsk): boolean {
  return connector === target;
}

type Waiting = Pick<AskStatus, "state" | "steps"> & {
  /** Absent: a question. */
  readonly ask?: RecordedAsk | undefined;
  readonly channel?: string | undefined;
};

/** When an unanswered request is to be reminded of, and when it has lapsed. */
export function waitFor({ ask, steps, channel }: Waiting, timing: TimingSettings): WaitingDays {
  const dayOf = (type: EventType): string | undefined =>
    steps.filter((step) => step.type === type).at(-1)?.at;
  return waitWith(timing, {
    sentOn: dayOf("ask.sent") as string,
    probability: ask === undefined ? timing.questionConsent : (ask.legs[0]?.consent ?? 0),
    medium: channel,
    remindedOn: dayOf("ask.reminded"),
  });
}

/** The day on which a state lapses, as a number of days; of one that waits without end infinity. */
export function lapseDay(waiting: Waiting, timing: TimingSettings): number {
  const { state, steps } = waiting;
  if (state === "sent" || state === "reminded") return utcDay(waitFor(waiting, timing).moveOnOn);
  const last = utcDay((steps.at(-1) as AskStepTaken).at);
  return state === "agreed" || state === "claimed" ? last + timing.promiseDays : Number.POSITIVE_INFINITY;
}

function needsOf(state: AskState, answer: AskStatus["answer"], named: boolean): readonly string[] {
  switch (state) {
    case "sent":
    case "reminded":
      return ["answer"];
    case "agreed":
      return [answer === "use-my-name" ? "own-contact" : "introduction"];
    case "claimed":
      return ["evidence"];
    case "introduced":
      return ["target-answer"];
    case "target-agreed":
      return ["meeting"];
    case "met":
    case "opportunity":
      return ["outcome"];
    case "declined":
      return named || answer === "ask-someone-else" ? ["ask-suggested"] : [];
    default:
      return [];
  }
}
