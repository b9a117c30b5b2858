import type { PlanningDay } from "./planning-day.js";

/** Which kinds of record a plan could look at, and which it could not, in words. */
export interface RecordsChecked {
  readonly checked: readonly string[];
  readonly notChecked: readonly string[];
}

/** What there is to look at for some seekers: by their own ties, the network around them, and the journal. */
export function recordsChecked(day: PlanningDay, seekers: readonly string[]): RecordsChecked {
  const view = day.network.seenBy(seekers);
  const own = seekers.flatMap((seeker) => view.neighbors(seeker).map((id) => [seeker, id] as const));
  const has = {
    connections: false,
    messages: false,
    meetings: false,
    careers: false,
    tags: false,
    others: false,
  };
  for (const [seeker, id] of own) {
    const { connectedOn, interactions = [] } = view.tie(seeker, id)?.evidence ?? {};
    has.connections ||= connectedOn !== undefined;
    has.messages ||= interactions.some(({ kind }) => kind === "message");
    has.meetings ||= interactions.some(({ kind }) => kind === "meeting" || kind === "call");
    const person = view.person(id);
    has.careers ||= person?.spells?.some(({ kind }) => kind === "work") === true;
    has.tags ||= (person?.tags?.length ?? 0) > 0;
    has.others ||= view.neighbors(id).some((other) => !seekers.includes(other));
    if (Object.values(has).every(Boolean)) break;
  }
  const rows: readonly (readonly [boolean, string])[] = [
    [has.connections, "your connections"],
    [has.messages, "messages"],
    [has.meetings, "meetings and calls"],
    [has.careers, "earlier jobs of your contacts"],
    [has.tags, "customer records"],
    [has.others, "colleagues' connections"],
    [day.journal.length > 0, "what happened so far"],
  ];
  const words = (wanted: boolean): readonly string[] =>
    rows.filter(([is]) => is === wanted).map(([, word]) => word);
  return { checked: words(true), notChecked: words(false) };
}
