import { isoDay, utcDay } from "../base/index.js";
import { askOf, type EventType, type JournalEvent, leadOf, ownKey, reversedEvent } from "../journal/index.js";
import { type Person, TAG_CODES, type Tie } from "../people/index.js";
import type { AskStatus, LeadStatus } from "../tracking/index.js";
import type { PlannerState } from "./planner-state.js";
import { reachOfTold } from "./reach-of-told.js";

/**
 * Takes what requests and leads say of who knows whom into the network. A won buyer becomes a contact and client of the
 * seeker, and whoever a connector named instead of themselves is tied to the buyer. Taking it in again changes nothing, so
 * that a journal and a network that were saved apart can be brought together. What a reversed event said is taken back. Somebody who
 * was erased is not brought back.
 */
export function takeFacts(state: PlannerState, events: readonly JournalEvent[]): void {
  const cases = new Set<string>();
  const reversed = new Set<string>();
  for (const event of events) {
    const about = reversedEvent(state.journal, event);
    const key = about !== undefined && TELLING.has(about.type) ? caseOf(about) : undefined;
    if (key === undefined) continue;
    cases.add(key);
    if (about !== event) reversed.add(key);
  }
  if (reversed.size > 0) takeBack(state, reversed);
  for (const key of cases) {
    const id = key.slice(key.indexOf(":") + 1);
    const facts = key.startsWith("ask:") ? factsOfAsk(state, id) : factsOfLead(state, id);
    if (facts !== undefined) tell(state, key, facts);
  }
}

/** What a case says of who knows whom, as its seeker tells it. */
interface CaseFacts {
  readonly seeker: string;
  readonly people: readonly Person[];
  readonly ties: readonly Tie[];
}

function factsOfAsk(state: PlannerState, id: string): CaseFacts | undefined {
  const status = state.tracker.ask(id);
  if (status === undefined) return undefined;
  const { seeker, target } = status.ask;
  return seeker === target || !state.network.has(seeker)
    ? undefined
    : (wonDeal(state, seeker, target, status.steps) ??
        suggestion(state, seeker, target, status.suggestedPerson));
}

function factsOfLead(state: PlannerState, id: string): CaseFacts | undefined {
  const { seeker, target, steps } = state.tracker.lead(id) ?? {};
  if (seeker === undefined || target === undefined || steps === undefined || seeker === target)
    return undefined;
  if (!state.network.has(seeker)) return undefined;
  return wonDeal(state, seeker, target, steps, buyerOf(state, target) ?? buyerOfLead(state, target));
}

/** A lead names its buyer by id alone; the name is in the vault, if somebody wrote it there. Who was erased stays gone. */
function buyerOfLead({ journal }: PlannerState, id: string): Person | undefined {
  if (journal.vault.isErased(ownKey(id, "name"))) return undefined;
  const name = journal.vault.read(id, "name");
  return { id, ...(name === undefined ? {} : { name }) };
}

function wonDeal(
  state: PlannerState,
  seeker: string,
  target: string,
  steps: AskStatus["steps"] | LeadStatus["steps"],
  buyer: Person | undefined = buyerOf(state, target),
): CaseFacts | undefined {
  const won = steps.find(({ type }) => type === "deal.won");
  if (won === undefined || buyer === undefined) return undefined;
  const at = isoDay(utcDay(won.at));
  const met = steps.filter(({ type }) => type === "meeting.held");
  const interactions = [
    ...met.map((step) => ({ at: step.at, direction: "both", kind: "meeting" }) as const),
    { at: won.at, direction: "both", kind: "message" } as const,
  ];
  const owner = state.network.canonical(seeker);
  const tags = [{ code: TAG_CODES.client, evidence: `won deal, ${at}`, at, owner }];
  return {
    seeker,
    people: [{ ...buyer, tags }],
    ties: [{ from: seeker, to: target, evidence: { interactions } }],
  };
}

/**
 * Whoever "ask Dan instead" named is told to know the buyer; how well is not said. A seeker who has no tie with them comes to them
 * by that word alone.
 */
function suggestion(
  state: PlannerState,
  seeker: string,
  target: string,
  suggested: string | undefined,
): CaseFacts | undefined {
  const { network, settings } = state;
  if (suggested === undefined || !network.has(suggested)) return undefined;
  const buyer = buyerOf(state, target);
  if (buyer === undefined || network.canonical(suggested) === network.canonical(target)) return undefined;
  const evidence = { closeness: settings.asking.suggestedCloseness };
  const isNew = !network.seenBy(seeker).mayUse(seeker, suggested);
  return {
    seeker,
    people: network.has(target) ? [] : [buyer],
    ties: [
      { from: suggested, to: target, evidence },
      ...(isNew ? [{ from: seeker, to: suggested, evidence: {} }] : []),
    ],
  };
}

/** Whom to tell a buyer's facts of; one of a recorded ask whom the network does not hold comes in as they were named. */
function buyerOf({ network, buyers }: PlannerState, target: string): Person | undefined {
  return network.has(target) ? { id: target } : buyers.get(target);
}

function tell({ network }: PlannerState, source: string, { seeker, people, ties }: CaseFacts): void {
  const told = ties.map((tie) => ({
    ...tie,
    visibility: reachOfTold(network, network.canonical(seeker), source, tie),
  }));
  network.import({ people, ties: told, source }, { owner: seeker });
}

/** Takes out what these cases told, of whomever they ever named. */
function takeBack({ network, journal }: PlannerState, cases: ReadonlySet<string>): void {
  const named = new Map<string, { readonly owners: Set<string>; readonly people: Set<string> }>();
  for (const event of journal.events()) {
    const key = caseOf(event);
    if (key === undefined || !cases.has(key)) continue;
    const { owners, people } = named.get(key) ?? { owners: new Set<string>(), people: new Set<string>() };
    named.set(key, { owners, people });
    const { seeker, target, person, suggestedPerson, ask } = event as unknown as Record<string, unknown>;
    const sent = (typeof ask === "object" ? ask : {}) as Record<string, unknown>;
    for (const one of [seeker, sent["seeker"]]) if (typeof one === "string") owners.add(one);
    for (const one of [target, person, suggestedPerson, sent["target"]])
      if (typeof one === "string") people.add(one);
  }
  for (const [source, { owners, people }] of named)
    for (const owner of owners)
      network.import({ people: [], ties: [], source, deleted: [...people] }, { owner });
}

/** The request or lead that an event belongs to, as a key that is the source of what it tells. */
function caseOf(event: JournalEvent): string | undefined {
  const ask = askOf(event);
  const lead = leadOf(event);
  return ask === undefined ? lead && `lead:${lead}` : `ask:${ask}`;
}

/** Events that may bear on what a case tells. */
const TELLING: ReadonlySet<EventType> = new Set([
  "ask.declined",
  "meeting.held",
  "deal.won",
  "introduction.received",
  "lead.received",
]);
