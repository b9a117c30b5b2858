import { isoDay, type TimingSettings, utcDay, type WaitingDays, waitWith } from "../base/index.js";
import type { EventType, JournalEvent, RecordedAsk } from "../journal/index.js";
import { type AskState, DIRECT_TRANSITIONS, isOpen, TRANSITIONS } from "./transitions.js";

/** One step that an ask has taken. */
export interface AskStepTaken {
  /** Id of the event. */
  readonly event: string;
  readonly type: EventType;
  readonly at: string;
  /** The state after it. */
  readonly state: AskState;
}

/** One ask and how it stands. */
export interface AskStatus {
  readonly ask: RecordedAsk;
  readonly state: AskState;
  /** ISO day on which it came into that state. */
  readonly since: string;
  /** True while something is awaited from connector or target. */
  readonly open: boolean;
  readonly steps: readonly AskStepTaken[];
  readonly answer?: "make-it" | "use-my-name" | "ask-someone-else" | "no";
  /** Whom the connector named instead: the words where the vault has them, else their key. */
  readonly suggested?: string;
  /** The channel that the request went by, where it was recorded with it and the vault still has it. */
  readonly channel?: string;
  /** What the ask waits for: `answer`, `introduction`, `own-contact`, `evidence`, `target-answer`, `meeting`, `outcome`, `ask-suggested`. */
  readonly needs: readonly string[];
  /** Ids of events that the table does not allow where they stand; they count for nothing. */
  readonly ignored: readonly string[];
}

/** @deprecated The name of 0.1: when an ask lapses is part of `TimingSettings`. */
export type TrackingModel = TimingSettings;

/** How an ask's events in their order move it; those that the table forbids come back as `ignored`. */
export interface Walk {
  readonly state: AskState;
  readonly steps: readonly AskStepTaken[];
  readonly ignored: readonly JournalEvent[];
}

/** Takes the steps that the table allows, one by one. */
export function walk(events: readonly JournalEvent[]): Walk {
  let state: AskState = "planned";
  const steps: AskStepTaken[] = [];
  const ignored: JournalEvent[] = [];
  let introduced = false;
  let direct = false;
  for (const event of events) {
    const row = (direct ? DIRECT_TRANSITIONS[event.type] : undefined) ?? TRANSITIONS[event.type];
    const made = event.type === "introduction.made";
    if (row === undefined || !row.from.includes(state) || (made && introduced)) {
      ignored.push(event);
      continue;
    }
    introduced ||= made;
    if (event.type === "ask.sent") direct = isDirect(event.ask);
    // Of a double opt-in the target's yes stays the further step.
    if (row.to !== undefined && !(made && state === "target-agreed")) state = row.to;
    steps.push({ event: event.id, type: event.type, at: event.at, state });
  }
  return { state, steps, ignored };
}

/** The ask's record as of a day; `today` absent: as of its last event, and nothing lapses. */
export function recordOf(
  events: readonly JournalEvent[],
  { suggested, channel }: Pick<AskStatus, "suggested" | "channel">,
  today: number | undefined,
  timing: TimingSettings,
): AskStatus | undefined {
  const { state: reached, steps, ignored } = walk(events);
  const sent = events.find((event) => event.type === "ask.sent");
  if (sent === undefined || steps.length === 0) return undefined;
  const moved = steps.filter((step, i) => step.state !== steps[i - 1]?.state).at(-1) as AskStepTaken;
  let state = reached;
  let since = utcDay(moved.at);
  if (today !== undefined) {
    const lapse = lapseDay({ ask: sent.ask, state, steps, channel }, timing);
    if (today >= lapse) [state, since] = ["lapsed", lapse];
  }
  const taken = new Set(steps.map(({ event }) => event));
  const answers = events.filter(
    (event) => taken.has(event.id) && "answer" in event && event.answer !== undefined,
  );
  const answer = (answers[0] as { answer?: NonNullable<AskStatus["answer"]> } | undefined)?.answer;
  return {
    ask: sent.ask,
    state,
    since: isoDay(since),
    open: isOpen(state),
    steps,
    ...(answer === undefined ? {} : { answer }),
    ...(suggested === undefined ? {} : { suggested }),
    ...(channel === undefined ? {} : { channel }),
    needs: needsOf(state, answer),
    ignored: ignored.map(({ id }) => id),
  };
}

/** True where the target himself was asked. */
export function isDirect({ connector, target }: RecordedAsk): boolean {
  return connector === target;
}

type Waiting = Pick<AskStatus, "ask" | "state" | "steps"> & { readonly channel?: string | undefined };

/** When an unanswered request is to be reminded of, and when it has lapsed. */
export function waitFor({ ask, steps, channel }: Waiting, timing: TimingSettings): WaitingDays {
  const dayOf = (type: EventType): string | undefined =>
    steps.filter((step) => step.type === type).at(-1)?.at;
  return waitWith(timing, {
    sentOn: dayOf("ask.sent") as string,
    probability: ask.legs[0]?.consent ?? 0,
    medium: channel,
    remindedOn: dayOf("ask.reminded"),
  });
}

/** The day on which a state lapses. */
function lapseDay(waiting: Waiting, timing: TimingSettings): number {
  const { state, steps } = waiting;
  if (state === "sent" || state === "reminded") return utcDay(waitFor(waiting, timing).moveOnOn);
  const last = utcDay((steps.at(-1) as AskStepTaken).at);
  return state === "agreed" || state === "claimed" ? last + timing.promiseDays : Number.POSITIVE_INFINITY;
}

function needsOf(state: AskState, answer: AskStatus["answer"]): readonly string[] {
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
      return answer === "ask-someone-else" ? ["ask-suggested"] : [];
    default:
      return [];
  }
}
