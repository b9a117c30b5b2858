import type { EventType } from "../journal/index.js";
import type { TransitionRow } from "./take-steps.js";

/**
 * Where an ask stands. `claimed` is the connector's word, `introduced` is evidence. `lapsed` comes by time alone, to
 * requests without an answer and to promises without anything after them. A late step leaves it as it would leave the
 * state before.
 */
export type AskState =
  | "planned"
  | "sent"
  | "reminded"
  | "agreed"
  | "declined"
  | "claimed"
  | "introduced"
  | "target-agreed"
  | "target-declined"
  | "met"
  | "opportunity"
  | "won"
  | "lost"
  | "withdrawn"
  | "lapsed";

/** One row of the table. */
export type Transition = TransitionRow<AskState>;

const ASKED = ["sent", "reminded"] as const;
const PROMISED = ["agreed", "claimed"] as const;
const SEEN = ["introduced", "target-agreed"] as const;
const DEALING = ["met", "opportunity"] as const;
const DONE = ["declined", "target-declined", "won", "lost", "withdrawn"] as const;

/**
 * The one table of an ask's life. An answer is final; one reminder, then let go. An introduction may be seen before any
 * promise was heard, and before or after the target's yes (double opt-in). Rows stand in the order in which the steps
 * follow each other, which is their order where times are equal.
 */
export const TRANSITIONS: Readonly<Partial<Record<EventType, Transition>>> = {
  "ask.sent": { from: ["planned"], to: "sent" },
  "ask.reminded": { from: ["sent"], to: "reminded" },
  "ask.agreed": { from: ASKED, to: "agreed" },
  "ask.declined": { from: ASKED, to: "declined" },
  "ask.claimed": { from: [...ASKED, "agreed"], to: "claimed" },
  "introduction.made": { from: [...ASKED, ...PROMISED, "target-agreed"], to: "introduced" },
  "target.agreed": { from: [...PROMISED, "introduced"], to: "target-agreed" },
  "target.declined": { from: [...PROMISED, "introduced"], to: "target-declined" },
  "meeting.held": { from: SEEN, to: "met" },
  "opportunity.opened": { from: ["met"], to: "opportunity" },
  "deal.won": { from: DEALING, to: "won" },
  "deal.lost": { from: DEALING, to: "lost" },
  "ask.withdrawn": { from: [...ASKED, ...PROMISED, ...SEEN], to: "withdrawn" },
  "thanks.sent": { from: [...ASKED, ...PROMISED, ...SEEN, ...DEALING, ...DONE] },
  "update.sent": { from: [...ASKED, ...PROMISED, ...SEEN, ...DEALING, ...DONE] },
};

/**
 * The table where the target was asked directly (`ask.connector === ask.target`). Their yes is the target's yes, which they may
 * say twice or take back. Their no stays `declined`, with what they answered.
 */
export const DIRECT_TRANSITIONS: typeof TRANSITIONS = {
  ...TRANSITIONS,
  "ask.agreed": { from: ASKED, to: "target-agreed" },
  "target.agreed": { from: ["claimed", ...SEEN], to: "target-agreed" },
  "target.declined": { from: ["claimed", ...SEEN], to: "target-declined" },
};

/** Place of an event's row in the table. */
export function stageOf(type: EventType): number {
  return STAGES.indexOf(type);
}

/** True while something is still awaited from connector or target. */
export function isOpen(state: AskState): boolean {
  return OPEN.has(state);
}

const STAGES: readonly string[] = Object.keys(TRANSITIONS);
const OPEN: ReadonlySet<AskState> = new Set([...ASKED, ...PROMISED, ...SEEN, ...DEALING]);
