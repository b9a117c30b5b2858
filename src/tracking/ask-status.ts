import { isoDay, utcDay } from "../base/index.js";
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
  /** What the ask waits for: `answer`, `introduction`, `own-contact`, `evidence`, `target-answer`, `meeting`, `outcome`, `ask-suggested`. */
  readonly needs: readonly string[];
  /** Ids of events that the table does not allow where they stand; they count for nothing. */
  readonly ignored: readonly string[];
}

/** How an ask is followed. Days. */
export interface TrackingModel {
  /** Without an answer for so long, an ask lapses. @defaultValue 7 */
  readonly lapseDays: number;
  /** A yes or a claim that no further step follows lapses after so long. @defaultValue 30 */
  readonly promiseDays: number;
}

/** 7 days, after which 0.3% of those who had not answered blamed anything but apathy (Dodds, Muhamad and Watts 2003). */
export const DEFAULT_LAPSE_DAYS = 7;

/** 30 days, an assumption: a month in which nothing is seen of a promise. Then the target is free for another ask. */
export const DEFAULT_PROMISE_DAYS = 30;

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
  suggested: string | undefined,
  today: number | undefined,
  model: TrackingModel,
): AskStatus | undefined {
  const { state: reached, steps, ignored } = walk(events);
  const sent = events.find((event) => event.type === "ask.sent");
  if (sent === undefined || steps.length === 0) return undefined;
  const moved = steps.filter((step, i) => step.state !== steps[i - 1]?.state).at(-1) as AskStepTaken;
  let state = reached;
  let since = utcDay(moved.at);
  const lapse = lapseDay(state, since, utcDay((steps.at(-1) as AskStepTaken).at), model);
  if (today !== undefined && today >= lapse) {
    state = "lapsed";
    since = lapse;
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
    needs: needsOf(state, answer),
    ignored: ignored.map(({ id }) => id),
  };
}

/** True where the target himself was asked. */
export function isDirect({ connector, target }: RecordedAsk): boolean {
  return connector === target;
}

/** The day on which a state that began on `since`, with its last step on `last`, lapses. */
function lapseDay(
  state: AskState,
  since: number,
  last: number,
  { lapseDays, promiseDays }: TrackingModel,
): number {
  if (state === "sent" || state === "reminded") return since + lapseDays;
  return state === "agreed" || state === "claimed" ? last + promiseDays : Number.POSITIVE_INFINITY;
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
