import { isoDay, utcDay } from "../base/index.js";
import type { JournalEvent } from "../journal/index.js";
import type { Network } from "../network/index.js";
import { type Person, TAG_CODES } from "../people/index.js";
import type { PlannerState } from "./planner-state.js";

/**
 * Takes what events say of who knows whom into the network, each event once. A won buyer becomes a contact and client of the
 * seeker, and whoever a connector named instead of themselves is tied to the buyer. Taking them in again changes nothing, so
 * that a journal and a network that were saved apart can be brought together. Somebody whom neither the network nor the recorded
 * asks know, as after an erasure, is not brought back; neither is what a reversed event said.
 */
export function takeFacts(state: PlannerState, events: readonly JournalEvent[]): void {
  for (const event of events) {
    if (state.journal.reversalOf(event.id) !== undefined) continue;
    if (event.type === "deal.won") takeWonDeal(state, event);
    if (event.type === "ask.declined" && event.suggestedPerson !== undefined)
      takeSuggestion(state, event.ask, event.suggestedPerson);
  }
}

function takeWonDeal(state: PlannerState, event: Extract<JournalEvent, { readonly type: "deal.won" }>): void {
  const { network, tracker, journal } = state;
  const status =
    event.ask === undefined
      ? tracker.leads().find(({ lead }) => lead === event.lead)
      : tracker.ask(event.ask);
  const { seeker, target } = status === undefined ? {} : "ask" in status ? status.ask : status;
  if (status === undefined || seeker === undefined || target === undefined || seeker === target) return;
  if (!status.steps.some((step) => step.event === event.id)) return;
  if (!network.has(seeker) || !bringIn(state, target)) return;
  const at = isoDay(utcDay(event.at));
  const owner = network.canonical(seeker);
  network.addPerson({
    id: target,
    tags: [{ code: TAG_CODES.client, evidence: `won deal, ${at}`, at, owner }],
  });
  const met = status.steps.filter(
    (step) => step.type === "meeting.held" && journal.reversalOf(step.event) === undefined,
  );
  const interactions = [
    ...met.map((step) => ({ at: step.at, direction: "both", kind: "meeting" }) as const),
    { at: event.at, direction: "both", kind: "message" } as const,
  ];
  addTie(network, seeker, target, seeker, { interactions });
}

/**
 * Whoever "ask Dan instead" named is told to know the buyer; how well is not said. A seeker who has no tie with them comes to them
 * by that word alone.
 */
function takeSuggestion(state: PlannerState, askId: string, suggested: string): void {
  const { network, tracker, settings } = state;
  const { seeker, target } = tracker.ask(askId)?.ask ?? {};
  if (seeker === undefined || target === undefined || suggested === target) return;
  if (!network.has(seeker) || !network.has(suggested) || !bringIn(state, target)) return;
  if (network.canonical(suggested) === network.canonical(target)) return;
  addTie(network, suggested, target, seeker, { closeness: settings.asking.suggestedCloseness });
  if (!network.seenBy(seeker).mayUse(seeker, suggested)) addTie(network, seeker, suggested, seeker, {});
}

/** True once the network holds the buyer; one of a recorded ask comes in as they were named. */
function bringIn({ network, buyers }: PlannerState, target: string): boolean {
  if (network.has(target)) return true;
  const buyer: Person | undefined = buyers.get(target);
  if (buyer === undefined) return false;
  network.addPerson(buyer);
  return true;
}

function addTie(
  network: Network,
  from: string,
  to: string,
  owner: string,
  evidence: Parameters<Network["addTie"]>[0]["evidence"],
): void {
  if (network.canonical(from) === network.canonical(to)) return;
  network.addTie({ from, to, owner, evidence });
}
