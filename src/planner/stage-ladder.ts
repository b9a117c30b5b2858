import { compareCodeUnits, isoDay, minOf, utcDay } from "../base/index.js";
import { TAG_CODES } from "../people/index.js";
import { type Contact, contactsOf, daysOf } from "./contact.js";
import { hasReached } from "./plan-readiness.js";
import type { PlanningDay } from "./planning-day.js";

/** How near somebody has come: who is known, who bought, who sent somebody, who does so again and again. */
export type ContactStage = "contact" | "customer" | "source" | "advocate";

/** What shows that somebody came to a stage. */
export interface StageEvidence {
  readonly stage: ContactStage;
  /** A code: `tie`, `sale`, `client-tag`, `lead`, `introduction` (nobody asked), `asked-introduction`, `recommendation`. */
  readonly by: string;
  /** ISO day, where one is known. */
  readonly on?: string;
}

/** One contact on the ladder. */
export interface LadderRow {
  readonly person: string;
  /** The highest one that something shows; a source need not be a customer. */
  readonly stage: ContactStage;
  /** In the order of the ladder, each stage by its first day. */
  readonly evidence: readonly StageEvidence[];
  /** What would bring them to the next stage, in one sentence; absent for an advocate who is content. */
  readonly next?: string;
}

/**
 * How near each contact of a seeker has come, with what shows it: the highest stage first, then by id (1.7 of examples/guides/practice.md).
 * @throws WarmpathError `UNKNOWN_PERSON`.
 */
export function stageLadder(day: PlanningDay, of: string): readonly LadderRow[] {
  return contactsOf(day, of)
    .map(rowOf)
    .sort(
      (a, b) => LADDER.indexOf(b.stage) - LADDER.indexOf(a.stage) || compareCodeUnits(a.person, b.person),
    );
}

function rowOf(contact: Contact): LadderRow {
  const { person } = contact;
  const sent = referralsOf(contact);
  const recommended = (contact.evidence.vouches ?? []).filter(
    ({ kind, direction }) => kind === "recommendation" && direction === "in",
  );
  const isAdvocate = sent.length >= contact.day.settings.next.advocateReferrals;
  const evidence: StageEvidence[] = [
    { stage: "contact", by: "tie", ...dated(firstTouch(contact)) },
    ...customerBy(contact),
    ...sent.slice(0, 1).map((one) => ({ ...one, stage: "source" as const })),
    ...(isAdvocate ? sent.slice(1).map((one) => ({ ...one, stage: "advocate" as const })) : []),
    ...recommended.map(({ at }) => ({
      stage: "advocate" as const,
      by: "recommendation",
      ...(at === undefined ? {} : { on: at }),
    })),
  ];
  const stage = LADDER.filter((one) => evidence.some((shown) => shown.stage === one)).at(-1) as ContactStage;
  return { person: person.id, stage, evidence, ...nextOf(contact, stage) };
}

function nextOf({ isDiscontent }: Contact, stage: ContactStage): Pick<LadderRow, "next"> {
  if (isDiscontent)
    return { next: "They are not happy with you: find out what is wrong, and ask for nothing." };
  return stage === "advocate" ? {} : { next: NEXT[stage] };
}

/** Leads and introductions that they gave the seeker, the first one first. */
function referralsOf({ day, seeker, person }: Contact): readonly Omit<StageEvidence, "stage">[] {
  const leads = day.dealings
    .leadsFrom(person.id)
    .filter((lead) => (lead.seeker ?? seeker) === seeker)
    .map(({ received, introducedBy }) => ({
      by: introducedBy === undefined ? "lead" : "introduction",
      on: isoDay(utcDay(received)),
    }));
  const asked = day.dealings
    .asksTo(person.id)
    .filter((status) => status.ask.seeker === seeker && status.ask.target !== person.id && hasReached(status))
    .map(({ steps, since }) => ({
      by: "asked-introduction",
      on: isoDay(utcDay(steps.find(({ type }) => type === "introduction.made")?.at ?? since)),
    }));
  return [...leads, ...asked].sort((a, b) => compareCodeUnits(a.on, b.on) || compareCodeUnits(a.by, b.by));
}

function customerBy({ day, seeker, person, sale }: Contact): readonly StageEvidence[] {
  if (day.facts.customersOf(seeker).includes(person.id))
    return [{ stage: "customer", by: "sale", ...dated(sale?.day) }];
  const tag = person.tags?.find(({ code }) => code === TAG_CODES.client);
  if (tag === undefined) return [];
  return [{ stage: "customer", by: "client-tag", ...(tag.at === undefined ? {} : { on: tag.at }) }];
}

function firstTouch({ evidence, day }: Contact): number | undefined {
  const days = daysOf(evidence, day.today);
  return days.length === 0 ? undefined : minOf(days);
}

function dated(on: number | undefined): { readonly on?: string } {
  return on === undefined ? {} : { on: isoDay(on) };
}

const LADDER: readonly ContactStage[] = ["contact", "customer", "source", "advocate"];
const NEXT: Readonly<Record<Exclude<ContactStage, "advocate">, string>> = {
  contact: "Be useful to them, and find out whether there is a problem that you could solve.",
  customer: "Ask them after a success who else has the problem that you solved.",
  source: "Thank them, tell them how it went, and send somebody to them in return.",
};
