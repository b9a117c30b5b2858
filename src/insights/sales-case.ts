import { checkShape, compareCodeUnits, type Shape, soundOf, type UtcDay, utcDay } from "../base/index.js";
import type { Journal, LossReason } from "../journal/index.js";
import type { AskStatus, AskTracker, LeadStatus } from "../tracking/index.js";
import type { InsightsSettings } from "./insights-settings.js";
import { type IntroductionKind, kindOfHelp } from "./introduction-kinds.js";
import { isActiveSource, OTHER_SOURCE, REFERRAL } from "./lead-source.js";

/** The stages of a case in their order. A case that reached one counts as having reached those before it. */
export const STAGES = ["asked", "introduced", "met", "opportunity", "won"] as const;

/** One of the stages. */
export type CaseStage = (typeof STAGES)[number];

/** What began with one request for an introduction, or with one lead that came without. */
export interface SalesCase {
  /** Id of the ask or of the lead. */
  readonly id: string;
  readonly source: string;
  /** True where one's own effort brought it. */
  readonly active: boolean;
  /** True where we asked or acted first. */
  readonly initiated: boolean;
  readonly isAsk: boolean;
  readonly seeker?: string | undefined;
  readonly connector?: string | undefined;
  /** The buyer, where known. */
  readonly target?: string | undefined;
  /** Days on which the stages were reached, undefined where they were not seen. */
  readonly days: Readonly<Partial<Record<CaseStage, UtcDay>>>;
  /** How the buyer was brought; absent where nobody brought them. */
  readonly how?: IntroductionKind | undefined;
  readonly lost?: UtcDay | undefined;
  readonly reason?: LossReason | undefined;
  readonly cost: number;
  /** Consent of each leg of an ask, in order; none for a lead. */
  readonly consents: readonly number[];
  readonly open: boolean;
  /** State as the tracker tells it. */
  readonly state: string;
  readonly events: readonly string[];
}

/** The form of a list of cases, for the doors of what reads them. */
export const CASES: Shape = [
  {
    id: "text",
    source: "text",
    days: { asked: "finite?", introduced: "finite?", met: "finite?", opportunity: "finite?", won: "finite?" },
    lost: "finite?",
    reason: "text?",
    cost: "finite",
    consents: ["finite"],
    state: "text",
  },
];

/** What tells the source of a connector; a `Network` is one, and what `network.seenBy` gives. */
export interface TagsOf {
  person(id: string): { readonly tags?: readonly { readonly code: string }[] } | undefined;
  /** The id that stands for an id since people were merged. @defaultValue itself */
  canonical?(id: string): string;
}

/** The cases of a journal up to the day of `now`, in order of ids, leads before asks where ids are equal. */
export function casesOf(
  journal: Journal,
  tracker: AskTracker,
  settings: InsightsSettings,
  options: { readonly now: Date | string; readonly network?: TagsOf | undefined },
): readonly SalesCase[] {
  return soundOf("cases", () => {
    checkShape(journal, { get: "function" }, "journal");
    checkShape(tracker, { leads: "function", asks: "function" }, "tracker");
    checkShape(settings, { activeSources: ["text"], passiveSources: ["text"] }, "settings");
    const { now, network } = options;
    const leads = tracker.leads({ now }).map((lead) => caseOfLead(journal, lead, settings, network));
    const asks = tracker.asks({ now }).map((ask) => caseOfAsk(journal, ask, network));
    return [...leads, ...asks].sort((a, b) => compareCodeUnits(a.id, b.id));
  });
}

/** The id that stands for an id. */
export function keptId(id: string, network: TagsOf | undefined): string {
  return network?.canonical?.(id) ?? id;
}

/** The source that a connector stands for: their `source:` tag, else their `method:` tag, else a referral without either. */
function sourceOfConnector(connector: string, network: TagsOf | undefined): string {
  if (network === undefined) return REFERRAL;
  const codes = (network.person(connector)?.tags ?? []).map(({ code }) => code).sort(compareCodeUnits);
  const code =
    codes.find((one) => one.startsWith("source:")) ?? codes.find((one) => one.startsWith("method:"));
  return code === undefined ? REFERRAL : code.slice(code.indexOf(":") + 1);
}

/** The furthest stage of a case. */
export function stageReached({ days }: Pick<SalesCase, "days">): CaseStage | undefined {
  for (let i = STAGES.length - 1; i >= 0; i--) {
    const stage = STAGES[i] as CaseStage;
    if (days[stage] !== undefined) return stage;
  }
  return undefined;
}

/** True for a case that is a lead: somebody at a buyer was reached, not merely asked about. */
export function isLead(one: SalesCase): boolean {
  const stage = stageReached(one);
  return stage !== undefined && stage !== "asked";
}

/** The day on which a case became a lead. */
export function leadDay({ days }: SalesCase): UtcDay {
  return days.introduced ?? days.met ?? days.opportunity ?? days.won ?? days.asked ?? 0;
}

/** What began with one request for an introduction. */
export function caseOfAsk(journal: Journal, status: AskStatus, network: TagsOf | undefined): SalesCase {
  const { ask, state, steps, open } = status;
  const how = kindOfHelp(status);
  const { days, lost, lostBy } = daysOf(steps);
  const ended = lostBy === undefined ? undefined : journal.get(lostBy);
  const reason = ended?.type === "deal.lost" ? ended.reason : undefined;
  return {
    id: ask.id,
    source: sourceOfConnector(ask.connector, network),
    active: true,
    initiated: true,
    isAsk: true,
    seeker: keptId(ask.seeker, network),
    connector: keptId(ask.connector, network),
    target: keptId(ask.target, network),
    days,
    how,
    lost,
    reason,
    cost: 0,
    consents: ask.legs.map(({ consent }) => consent),
    open,
    state,
    events: steps.map(({ event }) => event),
  };
}

/** What began with one lead that came without. */
export function caseOfLead(
  journal: Journal,
  lead: LeadStatus,
  settings: InsightsSettings,
  network: TagsOf | undefined,
): SalesCase {
  const { days, lost } = daysOf(lead.steps);
  days.introduced = utcDay(lead.received);
  const source = sourceOfLead(journal, lead, network);
  const active = lead.active ?? (lead.introducedBy === undefined && isActiveSource(source, settings));
  const connector = lead.introducedBy ?? lead.referredBy;
  return {
    id: lead.lead,
    source,
    active,
    initiated: active,
    isAsk: false,
    seeker: lead.seeker === undefined ? undefined : keptId(lead.seeker, network),
    connector: connector === undefined ? undefined : keptId(connector, network),
    target: lead.target === undefined ? undefined : keptId(lead.target, network),
    days,
    how: lead.introducedBy === undefined ? undefined : "unasked",
    lost,
    reason: lead.reason,
    cost: lead.cost ?? 0,
    consents: [],
    open: lead.open,
    state: lead.state,
    events: lead.steps.map(({ event }) => event),
  };
}

function sourceOfLead(journal: Journal, lead: LeadStatus, network: TagsOf | undefined): string {
  const { source, referredBy, introducedBy } = lead;
  const connector = introducedBy ?? referredBy;
  if (source === undefined) return sourceOfConnector(connector ?? "", network);
  return sourceInWords(journal, source);
}

/** A recorded source: its code, the words that the vault has for its key, or `other`. */
export function sourceInWords(journal: Journal, source: string): string {
  return source.startsWith("w_") && /^w_[0-9a-f]{16}$/.test(source)
    ? (journal.vault.get(source) ?? OTHER_SOURCE)
    : source;
}

/** The days of the first steps to each stage, and when and by which event it was lost. */
function daysOf(steps: readonly { readonly type: string; readonly at: string; readonly event: string }[]): {
  readonly days: Partial<Record<CaseStage, UtcDay>>;
  readonly lost?: UtcDay | undefined;
  readonly lostBy?: string | undefined;
} {
  const days: Partial<Record<CaseStage, UtcDay>> = {};
  let lost: { readonly at: string; readonly event: string } | undefined;
  for (const step of steps) {
    const stage = STAGE_OF.get(step.type);
    if (stage !== undefined) days[stage] ??= utcDay(step.at);
    else if (step.type === "deal.lost") lost ??= step;
  }
  return lost === undefined ? { days } : { days, lost: utcDay(lost.at), lostBy: lost.event };
}

const STAGE_OF: ReadonlyMap<string, CaseStage> = new Map([
  ["ask.sent", "asked"],
  ["introduction.made", "introduced"],
  ["target.agreed", "introduced"],
  ["meeting.held", "met"],
  ["opportunity.opened", "opportunity"],
  ["deal.won", "won"],
]);
