import type { PlanningDay } from "./planning-day.js";

/**
 * A kind of record that a plan looks at. Connections tell when contacts connected, affiliations where they were, customers what a CRM
 * says of them; teammates tell whom
 * they know. A store is named where ties of it may be missing, since no more were to be fetched.
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
  const found = new Set<RecordKind>(day.journal.length > 0 ? ["journal"] : []);
  const note = (kind: RecordKind, isThere: boolean): void => void (isThere && found.add(kind));
  for (const seeker of seekers) {
    for (const id of view.neighbors(seeker)) {
      if (found.size === KINDS.length) break;
      const { connectedOn, interactions = [] } = view.tie(seeker, id)?.evidence ?? {};
      note("connections", connectedOn !== undefined);
      note(
        "messages",
        interactions.some(({ kind }) => kind === "message"),
      );
      note(
        "meetings",
        interactions.some(({ kind }) => kind === "meeting" || kind === "call"),
      );
      const { spells = [], tags = [] } = view.person(id) ?? {};
      note("affiliations", spells.length > 0);
      note(
        "customers",
        tags.some(({ code }) => CUSTOMER.test(code)),
      );
      if (!found.has("teammates"))
        note(
          "teammates",
          view.neighbors(id).some((other) => !seekers.includes(other)),
        );
    }
  }
  return {
    checked: KINDS.filter((kind) => found.has(kind)),
    notChecked: KINDS.filter((kind) => !found.has(kind)),
  };
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
