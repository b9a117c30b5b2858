import { isoDay, utcDay } from "../base/index.js";
import type { EventType, JournalEvent, LossReason } from "../journal/index.js";
import { lastMove, type StepTaken, type Taken, type TransitionRow, takeSteps } from "./take-steps.js";

/** Where a lead stands that came without an ask of ours. */
export type LeadState = "unknown" | "received" | "met" | "opportunity" | "won" | "lost";

/** One step that a lead has taken. */
export type LeadStepTaken = StepTaken<LeadState>;

/** One lead of any channel and how it stands. */
export interface LeadStatus {
  /** The id by which its events name it. */
  readonly lead: string;
  readonly state: LeadState;
  /** ISO day on which it came into that state. */
  readonly since: string;
  /** True until it is won or lost. */
  readonly open: boolean;
  /** ISO day of its first event. */
  readonly received: string;
  /** As recorded: a code, or the vault key of words. */
  readonly source?: string;
  readonly active?: boolean;
  /** The buyer. */
  readonly target?: string;
  readonly referredBy?: string;
  /** Where somebody introduced the buyer unasked: who, and to whom. */
  readonly introducedBy?: string;
  readonly seeker?: string;
  /** In the caller's own unit. */
  readonly cost?: number;
  /** Favor points, once won. */
  readonly value?: number;
  readonly reason?: LossReason;
  readonly steps: readonly LeadStepTaken[];
  /** Ids of events that the table does not allow where they stand; they count for nothing. */
  readonly ignored: readonly string[];
}

/**
 * The table of a lead's life. A lead may open a deal or be won without a meeting on record: not every channel meets. The
 * first two rows may come in either order and more than once: a lead may be told of by several records.
 */
export const LEAD_TRANSITIONS: Readonly<Partial<Record<EventType, TransitionRow<LeadState>>>> = {
  "introduction.received": { from: ["unknown", "received"], to: "received" },
  "lead.received": { from: ["unknown", "received"], to: "received" },
  "meeting.held": { from: ["received"], to: "met" },
  "opportunity.opened": { from: ["received", "met"], to: "opportunity" },
  "deal.won": { from: ["received", "met", "opportunity"], to: "won" },
  "deal.lost": { from: ["received", "met", "opportunity"], to: "lost" },
};

/** Takes the steps of a lead that the table allows, one by one. */
export function walkLead(events: readonly JournalEvent[]): Taken<LeadState> {
  return takeSteps<LeadState>(events, "unknown", ({ type }) => LEAD_TRANSITIONS[type]);
}

/** The lead's record as of its last event, undefined where nothing began it. */
export function leadStatus(lead: string, events: readonly JournalEvent[]): LeadStatus | undefined {
  const { state, steps, ignored } = walkLead(events);
  const first = steps[0];
  if (first === undefined) return undefined;
  const facts: Record<string, unknown> = {};
  for (const event of events) {
    if (ignored.includes(event)) continue;
    const told = factsOf(event);
    for (const name in told) if (told[name] !== undefined) facts[name] = told[name];
  }
  return {
    lead,
    state,
    since: isoDay(utcDay(lastMove(steps).at)),
    open: state !== "won" && state !== "lost",
    received: isoDay(utcDay(first.at)),
    ...(facts as Partial<LeadStatus>),
    steps,
    ignored: ignored.map(({ id }) => id),
  };
}

/** What an event tells of its lead; what it leaves open is undefined. */
function factsOf(event: JournalEvent): Readonly<Record<string, unknown>> {
  switch (event.type) {
    case "lead.received": {
      const { source, active, seeker, referredBy, cost } = event;
      return { source, active, seeker, referredBy, cost, target: event.target ?? event.person };
    }
    case "introduction.received":
      return { introducedBy: event.connector, seeker: event.seeker, target: event.target };
    case "deal.won":
      return { value: event.value };
    case "deal.lost":
      return { reason: event.reason };
    default:
      return NOTHING;
  }
}

const NOTHING: Readonly<Record<string, unknown>> = {};
