import { eventPeople } from "../journal/index.js";
import type { InteractionKind } from "../people/index.js";
import type { PlanningDay } from "./planning-day.js";

/**
 * A kind of record that a plan looks at. Connections tell when contacts connected, affiliations where they were, customers what a CRM
 * says of them. Teammates tell whom they know, the journal what a seeker had to do with others. A store is named where ties of it may be
 * missing, since no more were to be fetched.
 */
export type RecordKind =
  | "connections"
  | "messages"
  | "meetings"
  | "affiliations"
  | "customers"
  | "teammates"
  | "journal"
  | "store";

/** Which kinds of record a plan could look at, and which it could not. */
export interface RecordsChecked {
  readonly checked: readonly RecordKind[];
  readonly notChecked: readonly RecordKind[];
}

/** What there is to look at for some seekers: by their own ties, the network around them, and the journal. */
export function recordsChecked(day: PlanningDay, seekers: readonly string[]): RecordsChecked {
  const view = day.network.seenBy(seekers);
  // That others have dealt with each other is no business of the seekers.
  const isOwn = (id: string): boolean => seekers.includes(day.network.canonical(id));
  const isDealing = day.events.some((event) => eventPeople(event).some(isOwn));
  const found = new Set<RecordKind>(isDealing ? ["journal"] : []);
  const note = (kind: RecordKind, isThere: boolean): void => void (isThere && found.add(kind));
  for (const seeker of seekers.map((id) => day.network.canonical(id))) {
    for (const id of view.eachNeighbor(seeker)) {
      if (found.size === KINDS.length) break;
      noteTie(seeker, id);
      notePerson(id);
      // Whose one tie is that with the seeker has no other.
      if (found.has("teammates") || day.network.degree(id) < 2) continue;
      for (const other of view.eachNeighbor(id)) {
        note("teammates", !seekers.includes(other));
        if (found.has("teammates")) break;
      }
    }
  }
  return {
    checked: KINDS.filter((kind) => found.has(kind)),
    notChecked: KINDS.filter((kind) => !found.has(kind)),
  };

  function hasAll(...kinds: readonly RecordKind[]): boolean {
    return kinds.every((kind) => found.has(kind));
  }

  function noteTie(seeker: string, id: string): void {
    if (hasAll("connections", "messages", "meetings")) return;
    const { connectedOn, interactions = [] } = view.evidenceOf(seeker, id) ?? {};
    const has = (...kinds: readonly InteractionKind[]): boolean =>
      interactions.some(({ kind }) => kinds.includes(kind));
    note("connections", connectedOn !== undefined);
    note("messages", has("message"));
    note("meetings", has("meeting", "call"));
  }

  /** What is not in the network at all is not looked for with the seekers' eyes, which takes longer. */
  function notePerson(id: string): void {
    if (hasAll("affiliations", "customers")) return;
    const { spells: anySpells, tags: anyTags } = day.network.person(id) ?? {};
    const isAffiliated = anySpells !== undefined && !found.has("affiliations");
    if (!isAffiliated && (anyTags === undefined || found.has("customers"))) return;
    const { spells = [], tags = [] } = view.person(id) ?? {};
    note("affiliations", spells.length > 0);
    note(
      "customers",
      tags.some(({ code }) => CUSTOMER.test(code)),
    );
  }
}

const KINDS: readonly RecordKind[] = [
  "connections",
  "messages",
  "meetings",
  "affiliations",
  "customers",
  "teammates",
  "journal",
];
/** What readers of a CRM note of a contact. */
const CUSTOMER = /^(?:source:clients$|satisfaction:)/;
