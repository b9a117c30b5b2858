import { WarmpathError } from "../base/index.js";
import { type EventInput, isQuestion, type SplitEvent } from "../journal/index.js";
import type { PlanAsk } from "./introduction-plan.js";
import type { PlannerState } from "./planner-state.js";

/** An event as `record` takes it: an `ask.sent` with the planned ask itself, and with any words of the user's own. */
export type PlannerEvent =
  | EventInput
  | {
      readonly id: string;
      readonly at: Date | string;
      readonly type: "ask.sent";
      readonly ask: PlanAsk | undefined;
      readonly [word: string]: unknown;
    };

/**
 * Appends all of the events or none. Each is read once, and what came of it is checked against the asks' states and the
 * books before the journal takes it. Of people whom the network does not hold the record is kept, beside the journal. What an event
 * says of who knows whom goes into the network: a won buyer is a contact from then on.
 * @throws WarmpathError what the journal, the asks' states and the books do not allow.
 */
export function recordEvents(
  state: PlannerState,
  events: readonly PlannerEvent[],
): readonly ("appended" | "exists")[] {
  const prepared = state.journal.prepare(events as readonly EventInput[]);
  if (prepared.some(isHidden))
    throw new WarmpathError(
      "INVALID_ASK",
      "a request over a masked tie is put to nobody by name: ask for a reveal, then plan again",
    );
  checkPrepared(state, prepared);
  state.tracker.check(prepared);
  state.ledger.check(prepared);
  const outcome = state.journal.appendAll(prepared);
  for (const [i, one] of prepared.entries()) if (outcome[i] === "appended") keepBuyer(state, one);
  state.takeFacts();
  return outcome;
}

/** Where nobody unprepared is to be asked, a first request to one is to be overridden, and that stays on record. */
function checkPrepared(state: PlannerState, events: readonly SplitEvent[]): void {
  if (!state.settings.asking.prepareFirst) return;
  const prepared = new Set<string>();
  for (const { event } of events) {
    if (state.journal.get(event.id) !== undefined) continue;
    if (event.type === "person.prepared") prepared.add(state.network.canonical(event.person));
    if (event.type !== "ask.sent" || isQuestion(event)) continue;
    const connector = state.network.canonical(event.ask.connector);
    const isTold = event.override?.includes("preparation") || prepared.has(connector);
    if (!isTold && connector !== state.network.canonical(event.ask.target)) {
      if (!state.on(event.at).facts.isPrepared(connector))
        throw new WarmpathError(
          "INVALID_TRANSITION",
          'whoever is asked first is to be prepared: record that, or say `override: ["preparation"]`',
          { type: event.type, state: "preparation" },
        );
    }
  }
}

/** True for a request whose people are hidden, as a plan with a mask key gives it. */
function isHidden({ event, given }: SplitEvent): boolean {
  const ask: unknown = event.type === "ask.sent" ? given["ask"] : undefined;
  return typeof ask === "object" && ask !== null && "reveal" in ask && ask.reveal !== undefined;
}

/** The journal keeps ids and numbers of an ask; a buyer's name is no part of it. */
function keepBuyer({ buyers, network, strangers }: PlannerState, { event, given }: SplitEvent): void {
  if (event.type !== "ask.sent" || isQuestion(event)) return;
  const { seeker, target } = event.ask;
  for (const id of peopleOfAsk(event.ask)) {
    const planned = strangers.person(id, (one) => network.canonical(one) === network.canonical(seeker));
    if (planned !== undefined && !network.has(id)) buyers.set(id, planned);
  }
  if (network.has(target)) return;
  const { buyer } = given["ask"] as { readonly buyer?: Readonly<Record<string, unknown>> | null };
  if (typeof buyer !== "object" || buyer === null) return;
  const texts = ["name", "company", "title"].flatMap((field) => {
    const text = buyer[field];
    return typeof text === "string" ? [[field, text] as const] : [];
  });
  buyers.set(target, { id: target, ...Object.fromEntries(texts) });
}

/** Everybody whom an ask is put to or about, its seeker aside. */
export function peopleOfAsk(
  ask: Pick<PlanAsk, "connector" | "target"> & {
    readonly legs: readonly { readonly asked: string }[];
  },
): string[] {
  return [...new Set([ask.connector, ...ask.legs.map(({ asked }) => asked), ask.target])];
}
