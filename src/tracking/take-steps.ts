import type { EventType, JournalEvent } from "../journal/index.js";

/** One step that an ask or a lead has taken. */
export interface StepTaken<State extends string> {
  /** Id of the event. */
  readonly event: string;
  readonly type: EventType;
  readonly at: string;
  /** The state after it. */
  readonly state: State;
}

/** How events in their order moved something; those that its table forbids come back as `ignored`. */
export interface Taken<State extends string> {
  readonly state: State;
  readonly steps: readonly StepTaken<State>[];
  readonly ignored: readonly JournalEvent[];
}

/** A row of a table of states: in which states an event may come, and the state it leads to (absent: no change). */
export interface TransitionRow<State extends string> {
  readonly from: readonly State[];
  readonly to?: State;
}

/** The last step that led to another state than the one before it. */
export function lastMove<State extends string>(steps: readonly StepTaken<State>[]): StepTaken<State> {
  const { state } = steps.at(-1) as StepTaken<State>;
  let index = steps.length - 1;
  while (steps[index - 1]?.state === state) index--;
  return steps[index] as StepTaken<State>;
}

/** Takes the steps that a table allows, one by one. `rowOf` gives the row of an event where there is one. */
export function takeSteps<State extends string>(
  events: readonly JournalEvent[],
  start: State,
  rowOf: (event: JournalEvent, state: State) => TransitionRow<State> | undefined,
): Taken<State> {
  let state = start;
  const steps: StepTaken<State>[] = [];
  const ignored: JournalEvent[] = [];
  for (const event of events) {
    const row = rowOf(event, state);
    if (row === undefined || !row.from.includes(state)) {
      ignored.push(event);
      continue;
    }
    if (row.to !== undefined) state = row.to;
    steps.push({ event: event.id, type: event.type, at: event.at, state });
  }
  return { state, steps, ignored };
}
