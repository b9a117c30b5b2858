import { compareCodeUnits, roundForPlan, Z90 } from "../base/index.js";
import { type Contact, type Contacts, isQuiet } from "./contacts.js";
import { medianOf } from "./funnel.js";
import { spanInWords } from "./span-in-words.js";

/*
 * How long relationships last until half of them have gone quiet: the median of a survival curve (Kaplan & Meier 1958).
 * Relationships that are still alive are censored at their last contact. Its 90% interval is that of Brookmeyer & Crowley (1982) with
 * Greenwood's variance. O(n log n).
 */

/** How long the seeker's relationships last, and which are fading now. */
export interface HalfLifeReading {
  /** Those with enough days of contact to have a rhythm. */
  readonly relationships: number;
  /** How many of them have gone quiet. */
  readonly quiet: number;
  /** Days from the first contact by which half have gone quiet; absent where too little is on record, or fewer than half have. */
  readonly halfLifeDays?: number;
  /** 90%; the upper end is absent where the record is too short to tell. */
  readonly interval?: { readonly low: number; readonly high?: number };
  /** Silent for longer than usual and not yet quiet, strongest first. */
  readonly fading: readonly {
    readonly person: string;
    readonly silentDays: number;
    readonly usualGapDays: number;
    readonly strength: number;
    readonly why: string;
  }[];
  readonly notEnoughData: boolean;
  readonly summary: string;
}

/** One relationship: days from first to last contact, and whether it ended there. */
export interface Lifetime {
  readonly days: number;
  readonly ended: boolean;
}

/** Half-life of relationships and who is fading now. */
export function halfLifeOf({ contacts, settings, limit }: Contacts): HalfLifeReading {
  const withRhythm = contacts.filter(({ tie }) => RHYTHMS.has(tie.state));
  const lives = withRhythm.map(
    (contact): Lifetime => ({
      days: (contact.days.at(-1) ?? 0) - (contact.days[0] ?? 0),
      ended: isQuiet(contact, settings),
    }),
  );
  const quiet = lives.filter(({ ended }) => ended).length;
  const enough = lives.length >= settings.leastContacts;
  const { median, low, high } = enough ? medianSurvival(lives) : ({} as ReturnType<typeof medianSurvival>);
  return {
    relationships: lives.length,
    quiet,
    ...(median === undefined ? {} : { halfLifeDays: median }),
    ...(low === undefined ? {} : { interval: { low, ...(high === undefined ? {} : { high }) } }),
    fading: withRhythm
      .filter(({ tie }) => tie.state === "fading")
      .map(fadingRow)
      .sort((a, b) => b.strength - a.strength || compareCodeUnits(a.person, b.person))
      .slice(0, limit),
    notEnoughData: median === undefined,
    summary: summaryOf(lives, quiet, enough, median),
  };
}

/** Median of the survival curve with its 90% interval; what the record does not reach is absent. */
export function medianSurvival(lives: readonly Lifetime[]): {
  readonly median?: number;
  readonly low?: number;
  readonly high?: number;
} {
  const sorted = [...lives].sort((a, b) => a.days - b.days);
  const found: { median?: number; low?: number; high?: number } = {};
  let [share, greenwood] = [1, 0];
  for (let i = 0; i < sorted.length; ) {
    const { days } = sorted[i] as Lifetime;
    const atRisk = sorted.length - i;
    let ended = 0;
    for (; i < sorted.length && sorted[i]?.days === days; i++) if (sorted[i]?.ended) ended++;
    if (ended === 0) continue;
    share *= 1 - ended / atRisk;
    greenwood += ended === atRisk ? 0 : ended / (atRisk * (atRisk - ended));
    const spread = Z90 * share * Math.sqrt(greenwood);
    if (share - spread <= HALF) found.low ??= days;
    if (share <= HALF) found.median ??= days;
    if (share + spread < 0.5) found.high ??= days;
  }
  return found.median === undefined ? {} : found;
}

/** A half, with room for what products of fractions lose in their last digits. */
const HALF = 0.5 + 1e-12;

function fadingRow({ person, days, silentDays = 0, tie }: Contact): HalfLifeReading["fading"][number] {
  const usual = medianOf(days.slice(1).map((day, i) => day - (days[i] as number))) ?? 0;
  return {
    person: person.id,
    silentDays,
    usualGapDays: usual,
    strength: roundForPlan(tie.strength),
    why: `Silent for ${spanInWords(silentDays)}; you two usually speak every ${spanInWords(Math.max(1, usual))}.`,
  };
}

function summaryOf(
  lives: readonly Lifetime[],
  quiet: number,
  enough: boolean,
  median: number | undefined,
): string {
  const n = lives.length;
  if (!enough)
    return `Not enough data: only ${n} of your contacts have three days of contact or more on record.`;
  if (median === undefined)
    return `Fewer than half of your ${n} relationships have gone quiet (${quiet}), so no half-life can be told yet.`;
  return `Half of your relationships go quiet within ${spanInWords(median)} of the first contact; ${quiet} of ${n} have.`;
}

const RHYTHMS: ReadonlySet<string> = new Set(["active", "fading", "dormant", "dormant-strong"]);
