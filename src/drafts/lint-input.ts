import { checkShape, DEFAULT_TIMING_SETTINGS } from "../base/index.js";
import type { ChannelLimits } from "./channel.js";
import type { LanguagePack } from "./language-pack.js";
import type { NamedPerson } from "./shown-name.js";

/**
 * What is to be checked. `named`: a known target, note and forwardable text; `issue`: a question to a customer, framed by
 * an issue, no target. `direct`: a message to the target themselves; `touch`: thanks, news, an offer: nothing is asked for.
 */
export interface LintInput {
  readonly note?: string | undefined;
  readonly forwardable?: string | undefined;
  readonly subject?: string | undefined;
  /** @defaultValue "email" */
  readonly channel?: string | undefined;
  /** @defaultValue "named" */
  readonly mode?: "named" | "issue" | "direct" | "touch" | undefined;
  readonly target?: NamedPerson | string | undefined;
  readonly facts?: LintFacts | undefined;
  /** Language of the text. @defaultValue English */
  readonly locale?: LanguagePack | undefined;
  readonly limits?: Partial<ChannelLimits> | undefined;
  readonly thresholds?: Partial<LintThresholds> | undefined;
}

/** What is known around the message; every field is optional and sharpens the rule that it names. */
export interface LintFacts {
  /** Who writes (L03, L04); `me` is another name for it. */
  readonly seeker?: NamedPerson | string | undefined;
  readonly me?: NamedPerson | string | undefined;
  readonly connector?: NamedPerson | string | undefined;
  readonly target?: NamedPerson | string | undefined;
  /** Others who may be named. */
  readonly via?: readonly NamedPerson[] | undefined;
  readonly reason?: string | undefined;
  /** What the target gets: given, L05 is an error; not given, a warning. */
  readonly offer?: string | undefined;
  readonly context?: string | undefined;
  readonly connectorReason?: string | undefined;
  /** The issue that was solved for the customer (L09). */
  readonly issue?: string | undefined;
  /** What it is about (L15). */
  readonly topic?: string | undefined;
  /** Words that are never to appear in the forwardable text (L17). */
  readonly private?: readonly string[] | undefined;
  /** State of the ledger gate (L21): `unknown` warns, `closed` is an error. */
  readonly gate?: string | undefined;
  /** What else stands against asking now, as codes of the plan's readiness (L22), and from when it does not. */
  readonly unmet?: readonly string[] | undefined;
  readonly readyAt?: Date | string | undefined;
  readonly now?: Date | string | undefined;
  /** L22: when the connector may be asked again, how many asks to them are open, how many were made within a year. */
  readonly cooldownUntil?: Date | string | undefined;
  readonly openAsks?: number | undefined;
  readonly asksThisYear?: number | undefined;
  /** Reminders already sent of this ask (L22: one at most). */
  readonly reminders?: number | undefined;
  /** Day on which it is to be sent (L23). @defaultValue `now` */
  readonly sendOn?: Date | string | undefined;
  readonly attachments?: number | undefined;
  /** L24: days that thanks, news of the outcome, or the follow-through to the target are outstanding. */
  readonly thanksDays?: number | undefined;
  readonly updateDays?: number | undefined;
  readonly followThroughDays?: number | undefined;
  /** L25: who gets a reward, and whether that is said openly. */
  readonly incentive?: { readonly who: "giver" | "receiver"; readonly disclosed?: boolean } | undefined;
  /** Strength of the tie between connector and target, or writer and connector (L25). */
  readonly strength?: number | undefined;
  /** L26: whether the target agreed to hear from the writer. */
  readonly optedIn?: boolean | undefined;
}

/** The texts among the facts. */
const TEXTS = ["reason", "offer", "context", "connectorReason", "issue", "topic"] as const;

/** @throws WarmpathError `INVALID_ARGUMENT` for a text that is none. */
export function checkTexts(facts: Pick<LintFacts, (typeof TEXTS)[number]>): void {
  for (const field of TEXTS) checkShape(facts[field], "text?", field);
}

/** Every number of the rules; sources at the table of rules in {@link lintMessage}. */
export interface LintThresholds {
  readonly noteWordsMin: number;
  readonly noteWordsWarn: number;
  readonly noteWordsMax: number;
  readonly blurbWordsWarn: number;
  readonly blurbWordsMax: number;
  readonly subjectWordsMin: number;
  readonly subjectWordsMax: number;
  readonly questionsMax: number;
  readonly minutesMax: number;
  readonly gradeMax: number;
  readonly linksMax: number;
  readonly exclamationsMax: number;
  readonly capitalsMax: number;
  readonly openAsksMax: number;
  readonly asksPerYearMax: number;
  readonly remindersMax: number;
  /** Days after which thanks, news and the follow-through are overdue: those after which they are due. */
  readonly thanksDaysMax: number;
  readonly updateDaysMax: number;
  readonly followThroughDaysMax: number;
  /** From this strength on a reward goes to the one who is introduced (L25), and a live tie reads as close. The planner has it of its tie model. */
  readonly strongTie: number;
  /** From this strength on a seen tie is believed to be more than a link; an assumption. @defaultValue 0.25 */
  readonly seenTie: number;
  /** Share of a fact's own words that a text is to hold to count as stating it; an assumption. */
  readonly factShare: number;
}

/** Defaults: Boomerang's counts for length, questions and subject; limits of `planning` for asks; the rest assumptions (README). */
export const LINT_THRESHOLDS: LintThresholds = {
  noteWordsMin: 10,
  noteWordsWarn: 125,
  noteWordsMax: 200,
  blurbWordsWarn: 125,
  blurbWordsMax: 200,
  subjectWordsMin: 3,
  subjectWordsMax: 7,
  questionsMax: 3,
  minutesMax: 30,
  gradeMax: 12,
  linksMax: 2,
  exclamationsMax: 1,
  capitalsMax: 1,
  openAsksMax: 0,
  asksPerYearMax: 4,
  remindersMax: 0,
  thanksDaysMax: DEFAULT_TIMING_SETTINGS.thankDays,
  updateDaysMax: DEFAULT_TIMING_SETTINGS.updateDays,
  followThroughDaysMax: DEFAULT_TIMING_SETTINGS.followThroughDays,
  strongTie: 0.5,
  seenTie: 0.25,
  factShare: 0.5,
};
