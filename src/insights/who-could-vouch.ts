import { compareCodeUnits, roundForPlan, utcDay } from "../base/index.js";
import { type CompanyOptions, NOT_NOW_CODES, type Person, type Spell, sameCompany } from "../people/index.js";
import { AskTracker, unaskedIntroductions } from "../tracking/index.js";
import { type Contact, type Contacts, companyOptionsOf, exchanged } from "./contacts.js";
import { count, spanInWords } from "./span-in-words.js";

/** What lets somebody speak of the seeker's work. */
export type VouchReason = "introduced-you" | "recommended-you" | "endorsed-you" | "worked-together" | "met";

/** Somebody who could vouch for the seeker. */
export interface VoucherRow {
  readonly person: string;
  /** Of the tie, with its 90% interval. */
  readonly strength: number;
  readonly interval: readonly [number, number];
  readonly because: readonly VouchReason[];
  readonly why: string;
}

/** Who could vouch for the seeker, strongest tie first. */
export interface VouchReading {
  readonly rows: readonly VoucherRow[];
  /** How many there are in all. */
  readonly able: number;
  readonly notEnoughData: boolean;
  readonly summary: string;
}

/**
 * Contacts who know the seeker's work at first hand, by what is on record. They introduced, recommended or endorsed them, worked
 * where they did at the same time, or met or called them. Who is never to be asked, or is discontent, is left out.
 */
export function whoCouldVouchOf(read: Contacts): VouchReading {
  const { contacts, network, limit } = read;
  const introducers = introducersOf(read);
  const own = read.view.person(read.seeker);
  const rows = contacts
    .filter(
      ({ person }) =>
        !network.isDoNotAsk(person.id) && !person.tags?.some(({ code }) => NOT_NOW_CODES.includes(code)),
    )
    .flatMap((contact) => {
      const reasons = reasonsOf(contact, read, own, introducers);
      if (reasons.length === 0) return [];
      const { strength, interval } = contact.tie;
      return [
        {
          person: contact.person.id,
          strength: roundForPlan(strength),
          interval: [roundForPlan(interval[0]), roundForPlan(interval[1])] as const,
          because: reasons.map(([code]) => code),
          why: `${reasons.map(([, words]) => words).join(" ")}${lastSpoke(contact)}`,
        },
      ];
    })
    .sort(
      (a, b) =>
        b.strength - a.strength ||
        b.because.length - a.because.length ||
        compareCodeUnits(a.person, b.person),
    );
  return {
    rows: rows.slice(0, limit),
    able: rows.length,
    notEnoughData: rows.length === 0,
    summary:
      rows.length === 0
        ? "Not enough data: no recommendation, meeting, introduction or time at the same company is on record with anybody."
        : `${rows.length === 1 ? "1 of your contacts knows" : `${rows.length} of your ${contacts.length} contacts know`} your work at first hand and could speak for you.`,
  };
}

function reasonsOf(
  contact: Contact,
  { today, request }: Contacts,
  own: Person | undefined,
  introducers: ReadonlySet<string>,
): (readonly [VouchReason, string])[] {
  const { evidence, person } = contact;
  const vouched = (kind: string): boolean =>
    evidence.vouches?.some((one) => one.kind === kind && one.direction === "in" && isPast(one.at, today)) ===
    true;
  const met = exchanged(contact, today).filter(({ kind }) => kind === "meeting" || kind === "call").length;
  const place =
    own === undefined ? undefined : sharedSpell(own, person, "work", companyOptionsOf(request))?.organization;
  const together = place !== undefined || evidence.contexts?.some((one) => one.startsWith("work:")) === true;
  const reasons: (readonly [VouchReason, string, boolean])[] = [
    ["introduced-you", "They have introduced you before.", introducers.has(person.id)],
    ["recommended-you", "They wrote a recommendation of you.", vouched("recommendation")],
    ["endorsed-you", "They endorsed your skills.", vouched("endorsement")],
    [
      "worked-together",
      place === undefined ? "You worked together." : `You worked at ${place} at the same time.`,
      together,
    ],
    ["met", `You met or spoke ${count(met, "time")}.`, met > 0],
  ];
  return reasons.filter(([, , holds]) => holds).map(([code, words]) => [code, words] as const);
}

/** The first stay of a kind that both had at one place at one time; a stay without dates is taken to have no ends. */
export function sharedSpell(
  own: Person,
  other: Person,
  kind: Spell["kind"],
  aliases: CompanyOptions,
): Spell | undefined {
  const ours = (own.spells ?? []).filter((spell) => spell.kind === kind);
  return (other.spells ?? []).find(
    (theirs) =>
      theirs.kind === kind &&
      ours.some(
        (spell) =>
          sameCompany(spell.organization, theirs.organization, aliases) &&
          (spell.from ?? "") <= (theirs.to ?? "9999") &&
          (theirs.from ?? "") <= (spell.to ?? "9999"),
      ),
  );
}

function lastSpoke({ silentDays }: Contact): string {
  if (silentDays === undefined) return "";
  return silentDays === 0 ? " Last contact today." : ` Last contact ${spanInWords(silentDays)} ago.`;
}

function introducersOf({ request: { journal, now }, network, seeker }: Contacts): ReadonlySet<string> {
  if (journal === undefined) return new Set();
  const tracker = new AskTracker(journal);
  const asks = [...tracker.asks({ now }), ...unaskedIntroductions(tracker.leads({ now }))];
  return new Set(
    asks
      .filter(
        ({ ask, steps }) =>
          network.canonical(ask.seeker) === seeker && steps.some(({ type }) => type === "introduction.made"),
      )
      .map(({ ask }) => network.canonical(ask.connector)),
  );
}

function isPast(at: string | undefined, today: number): boolean {
  return at === undefined || utcDay(at) <= today;
}
