import { percent } from "../base/index.js";
import type { Insights } from "./insights.js";
import type { InsightsSettings } from "./insights-settings.js";
import { isLead, type SalesCase } from "./sales-case.js";

/** Something to act on. */
export interface InsightAlert {
  readonly code:
    | "CONCENTRATION"
    | "LOW_CONTROL"
    | "LONG_GAP"
    | "COUNTER_CYCLICAL"
    | "STATUS_QUO"
    | "CONNECTOR_SPENT"
    | "UNTHANKED";
  readonly severity: "info" | "warn";
  /** One sentence with the figures. */
  readonly why: string;
  /** Ids of the events that it rests on, at most twenty. */
  readonly evidence: readonly string[];
  /** The kind of action of `planner.next` that answers it. */
  readonly openWith: "ask-after-success" | "touch" | "soft-ask" | "reconnect" | "thank" | "broker";
}

/** The alerts that the figures give, in the order of the codes above. */
export function alertsOf(
  figures: Omit<Insights, "alerts">,
  cases: readonly SalesCase[],
  settings: InsightsSettings,
): readonly InsightAlert[] {
  const leads = cases.filter(isLead);
  const enough = leads.length >= settings.leastLeads;
  const alerts: InsightAlert[] = [];
  const { top } = figures.concentration;
  if (figures.concentration.alert && top !== undefined) {
    alerts.push({
      code: "CONCENTRATION",
      severity: "warn",
      why: `${percent(top.share)} of the leads come from one source (${top.source}), and all sources together count as ${Number(figures.concentration.effectiveSources.toPrecision(2))} equal ones: if it dried up, ${leads.filter(({ source }) => source === top.source).length} of ${leads.length} leads would be missing.`,
      evidence: evidenceOf(leads.filter(({ source }) => source === top.source)),
      openWith: "soft-ask",
    });
  }
  if (enough && figures.control < settings.leastControl) {
    alerts.push({
      code: "LOW_CONTROL",
      severity: "warn",
      why: `Only ${percent(figures.control)} of the leads come from what you do yourself; the others came by themselves and may stop the same way.`,
      evidence: evidenceOf(leads.filter(({ active }) => !active)),
      openWith: "ask-after-success",
    });
  }
  const { cadence } = figures;
  if (cadence.longestGap >= settings.longestGap) {
    alerts.push({
      code: "LONG_GAP",
      severity: "info",
      why: `There were ${cadence.longestGap} weeks in a row without any prospecting; ${percent(cadence.hitRate)} of ${cadence.weeks.length} weeks reached the goal.`,
      evidence: [],
      openWith: "touch",
    });
  }
  if (cadence.counterCyclical) {
    alerts.push({
      code: "COUNTER_CYCLICAL",
      severity: "warn",
      why: "You prospect less whenever much is in the pipeline: the next slow time is being made now.",
      evidence: [],
      openWith: "touch",
    });
  }
  alerts.push(
    ...statusQuo(figures, cases, settings),
    ...spent(figures, settings),
    ...unthanked(figures, settings),
  );
  return alerts;
}

function statusQuo(
  { losses }: Pick<Insights, "losses">,
  cases: readonly SalesCase[],
  settings: InsightsSettings,
): InsightAlert[] {
  const total = losses.reduce((sum, { count }) => sum + count, 0);
  const quo = losses.find(({ reason }) => reason === "no-decision")?.count ?? 0;
  if (total < settings.leastLeads || quo / total < settings.statusQuoShare) return [];
  return [
    {
      code: "STATUS_QUO",
      severity: "info",
      why: `${quo} of ${total} lost deals were lost to no decision at all: the buyer stayed with what they had.`,
      evidence: evidenceOf(cases.filter(({ reason }) => reason === "no-decision")),
      openWith: "reconnect",
    },
  ];
}

function spent({ load }: Pick<Insights, "load">, { yearlyAsks }: InsightsSettings): InsightAlert[] {
  const over = load.filter(({ left }) => left === 0);
  if (over.length === 0) return [];
  const who = over.length === 1 ? "One person has" : `${over.length} people have`;
  return [
    {
      code: "CONNECTOR_SPENT",
      severity: "info",
      why: `${who} been asked ${yearlyAsks} times or more within a year: give before you ask there again.`,
      evidence: [],
      openWith: "touch",
    },
  ];
}

function unthanked(
  { adoption, unthanked: events }: Pick<Insights, "adoption" | "unthanked">,
  { unthankedShare }: InsightsSettings,
): InsightAlert[] {
  const helped = adoption.reduce((sum, row) => sum + row.helped, 0);
  if (helped === 0 || events.length / helped < unthankedShare || events.length < 2) return [];
  return [
    {
      code: "UNTHANKED",
      severity: "warn",
      why: `${events.length} of ${helped} times that somebody helped, no thanks are on record.`,
      evidence: events.slice(0, MOST_EVIDENCE),
      openWith: "thank",
    },
  ];
}

function evidenceOf(cases: readonly SalesCase[]): readonly string[] {
  return cases.flatMap(({ events }) => events.slice(-1)).slice(0, MOST_EVIDENCE);
}

const MOST_EVIDENCE = 20;
