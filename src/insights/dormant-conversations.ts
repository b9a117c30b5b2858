import { beforeStop, compareCodeUnits, isoDay, parseIso, roundForPlan, utcDay } from "../base/index.js";
import { type CompanyOptions, type Person, type Spell, sameCompany } from "../people/index.js";
import { type Contact, type Contacts, companyOptionsOf, exchanged, isQuiet } from "./contacts.js";
import { count, spanInWords } from "./span-in-words.js";
import { sharedSpell } from "./who-could-vouch.js";

/** The fact with which a conversation may be taken up again. */
export interface RevivalHook {
  readonly code:
    | "unanswered"
    | "new-job"
    | "recommended-you"
    | "shared-work"
    | "shared-school"
    | "shared-event";
  /** ISO day, where the record tells it. */
  readonly at?: string;
  readonly organization?: string;
  readonly title?: string;
}

/** A conversation that has ended and is worth taking up. */
export interface DormantRow {
  readonly person: string;
  /** ISO day. */
  readonly lastContact: string;
  readonly silentDays: number;
  readonly contactDays: number;
  /** Strength of the tie on the day of the last contact. */
  readonly peak: number;
  readonly hook: RevivalHook;
  readonly why: string;
}

/** Conversations worth reviving. */
export interface DormantReading {
  /** The strongest at their best first. */
  readonly rows: readonly DormantRow[];
  /** All that have ended, and those of them for which no fact to begin with is on record. */
  readonly dormant: number;
  readonly withoutHook: number;
  readonly notEnoughData: boolean;
  readonly summary: string;
}

/**
 * Conversations that have ended, strongest at their best first. Dormant ties give useful and new help, and those that were strong
 * keep their trust (Levin, Walter & Murnighan 2011). A hook is a fact on record that the seeker may hear; without one no row is made.
 */
export function dormantConversationsOf(read: Contacts): DormantReading {
  const { contacts, settings, limit, view, seeker, today } = read;
  const own = view.person(seeker);
  const ended = contacts.filter(
    (contact) =>
      isQuiet(contact, settings) ||
      (contact.days.length >= 2 && (contact.silentDays ?? 0) >= settings.endedDays),
  );
  const aliases = companyOptionsOf(read.request);
  const rows = ended
    .flatMap((contact): DormantRow[] => {
      const hook = hookOf(contact, own, today, aliases);
      if (hook === undefined) return [];
      const silentDays = contact.silentDays ?? 0;
      return [
        {
          person: contact.person.id,
          lastContact: isoDay(today - silentDays),
          silentDays,
          contactDays: contact.days.length,
          peak: roundForPlan(contact.tie.peak),
          hook,
          why: `${hookInWords(hook)} You two were in contact on ${count(contact.days.length, "day")}, last ${spanInWords(silentDays)} ago.`,
        },
      ];
    })
    .sort((a, b) => b.peak - a.peak || a.silentDays - b.silentDays || compareCodeUnits(a.person, b.person));
  const talked = contacts.filter(({ days }) => days.length > 0).length;
  return {
    rows: rows.slice(0, limit),
    dormant: ended.length,
    withoutHook: ended.length - rows.length,
    notEnoughData: talked === 0,
    summary:
      talked === 0
        ? "Not enough data: no conversation with any contact is on record."
        : `${count(ended.length, "conversation has", "conversations have")} ended; for ${rows.length} there is something on record to begin with.`,
  };
}

/** What is fresh and about them comes before what is old and about both. */
function hookOf(
  contact: Contact,
  own: Person | undefined,
  today: number,
  aliases: CompanyOptions,
): RevivalHook | undefined {
  const { person, evidence, days } = contact;
  const talks = exchanged(contact, today).filter(({ at }) => Number.isFinite(parseIso(at)));
  const last = [...talks].sort((a, b) => parseIso(a.at) - parseIso(b.at)).at(-1);
  if (last?.direction === "in" && last.kind === "message")
    return { code: "unanswered", at: isoDay(utcDay(last.at)) };
  const job = newJob(person, isoDay(days.at(-1) ?? today), isoDay(today), aliases);
  if (job !== undefined)
    return {
      code: "new-job",
      organization: job.organization,
      ...(job.from === undefined ? {} : { at: job.from }),
      ...(job.title === undefined ? {} : { title: job.title }),
    };
  const praise = evidence.vouches?.find(
    ({ kind, direction, at }) =>
      kind === "recommendation" && direction === "in" && (at === undefined || utcDay(at) <= today),
  );
  if (praise !== undefined)
    return { code: "recommended-you", ...(praise.at === undefined ? {} : { at: praise.at }) };
  for (const [kind, code] of SHARED) {
    const spell = own && sharedSpell(own, person, kind, aliases);
    if (spell !== undefined) return { code, organization: spell.organization };
  }
  return undefined;
}

/** A job that began after the last contact and is not known to have ended, and not a new title at the same place. */
function newJob(
  { spells = [] }: Person,
  lastContact: string,
  today: string,
  aliases: CompanyOptions,
): Spell | undefined {
  const work = spells.filter(({ kind }) => kind === "work");
  return work.find(
    ({ from, to, past, organization }) =>
      from !== undefined &&
      from > lastContact.slice(0, from.length) &&
      from <= today &&
      to === undefined &&
      past !== true &&
      !work.some(
        (earlier) =>
          (earlier.from ?? "") <= lastContact &&
          earlier.from !== from &&
          sameCompany(earlier.organization, organization, aliases),
      ),
  );
}

function hookInWords({ code, at, organization = "", title }: RevivalHook): string {
  switch (code) {
    case "unanswered":
      return `They wrote last, on ${at}, and no answer is on record.`;
    case "new-job":
      return beforeStop(
        `Since then they have begun at ${organization}${title === undefined ? "" : ` as ${title}`}${at === undefined ? "" : ` (${at})`}`,
        ".",
      );
    case "recommended-you":
      return `They once recommended you${at === undefined ? "" : ` (${at.slice(0, 7)})`}.`;
    case "shared-work":
      return `You worked at ${organization} at the same time.`;
    case "shared-school":
    case "shared-event":
      return beforeStop(`You were both at ${organization}`, ".");
  }
}

const SHARED = [
  ["work", "shared-work"],
  ["school", "shared-school"],
  ["event", "shared-event"],
] as const;
