import { percent } from "../base/index.js";
import type { Insights } from "./insights.js";
import type { InsightsSettings } from "./insights-settings.js";

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
  readonly openWith: "ask-after-success" | "touch" | "soft-ask" | "thank" | "thank-referral";
  /** Whom that action is for, by id, those that the evidence is about; none where it is anybody. */
  readonly people: readonly string[];
}

/** What an alert rests on, by what it is about: whose latest events, and whose people. */
export interface AlertEvidence {
  events(group: string, source?: string): readonly string[];
  people(group: string): readonly string[];
}

/** The alerts that the figures give, in the order of the codes above. */
export function alertsOf(
  figures: Omit<Insights, "alerts">,
  evidence: AlertEvidence,
  {
    helped,
    requestsUnthanked,
    settings,
  }: { readonly helped: number; readonly requestsUnthanked: number; readonly settings: InsightsSettings },
): readonly InsightAlert[] {
  return [
    ...concentrated(figures, evidence),
    ...lowControl(figures, evidence, settings),
    ...unsteady(figures, evidence, settings),
    ...statusQuo(figures, evidence, settings),
    ...spent(figures, evidence, settings),
    ...unthanked(figures, evidence, { helped, requestsUnthanked }, settings),
  ];
}

function concentrated(
  { concentration, sources }: Omit<Insights, "alerts">,
  evidence: AlertEvidence,
): InsightAlert[] {
  const { alert, top, effectiveSources } = concentration;
  if (!alert || top === undefined) return [];
  const all = sources.reduce((sum, { leads }) => sum + leads, 0);
  const lost = sources.find(({ source }) => source === top.source)?.leads ?? 0;
  return [
    {
      code: "CONCENTRATION",
      severity: "warn",
      why: `${percent(top.share)} of the leads come from one source (${top.source}): if it dried up, ${lost} of ${all} leads would be missing. Together your sources weigh as much as ${Number(effectiveSources.toPrecision(2))} equal ones.`,
      evidence: evidence.events("source", top.source),
      openWith: "soft-ask",
      people: [],
    },
  ];
}

function lowControl(
  { control, initiated, received }: Omit<Insights, "alerts">,
  evidence: AlertEvidence,
  { leastLeads, leastControl }: InsightsSettings,
): InsightAlert[] {
  if (initiated + received < leastLeads || control >= leastControl) return [];
  return [
    {
      code: "LOW_CONTROL",
      severity: "warn",
      why: `Only ${percent(control)} of the leads come from what you do yourself; the others came by themselves and may stop the same way.`,
      evidence: evidence.events("passive"),
      openWith: "ask-after-success",
      people: evidence.people("won"),
    },
  ];
}

function unsteady(
  { cadence }: Omit<Insights, "alerts">,
  evidence: AlertEvidence,
  { longestGap }: InsightsSettings,
): InsightAlert[] {
  const alerts: InsightAlert[] = [];
  if (cadence.longestGap >= longestGap) {
    const hits = Math.round(cadence.hitRate * cadence.weeks.length);
    alerts.push({
      code: "LONG_GAP",
      severity: "info",
      why: `There were ${cadence.longestGap} weeks in a row without any prospecting; ${hits} of ${cadence.weeks.length} weeks reached the goal.`,
      evidence: evidence.events("gap"),
      openWith: "touch",
      people: [],
    });
  }
  if (cadence.counterCyclical) {
    alerts.push({
      code: "COUNTER_CYCLICAL",
      severity: "warn",
      why: "You prospect less whenever much is in the pipeline: the next slow time is being made now.",
      evidence: evidence.events("pipeline"),
      openWith: "touch",
      people: [],
    });
  }
  return alerts;
}

function statusQuo(
  { losses }: Omit<Insights, "alerts">,
  evidence: AlertEvidence,
  { leastLeads, statusQuoShare }: InsightsSettings,
): InsightAlert[] {
  const total = losses.reduce((sum, { count }) => sum + count, 0);
  const quo = losses.find(({ reason }) => reason === "no-decision")?.count ?? 0;
  if (total < leastLeads || quo / total < statusQuoShare) return [];
  return [
    {
      code: "STATUS_QUO",
      severity: "info",
      why: `${quo} of ${total} lost deals were lost to no decision at all: the buyer stayed with what they had.`,
      evidence: evidence.events("no-decision"),
      openWith: "touch",
      people: evidence.people("no-decision"),
    },
  ];
}

function spent(
  { load }: Omit<Insights, "alerts">,
  evidence: AlertEvidence,
  { yearlyAsks }: InsightsSettings,
): InsightAlert[] {
  const over = load.filter(({ left }) => left === 0).length;
  if (over === 0) return [];
  const who = over === 1 ? "One person has" : `${over} people have`;
  return [
    {
      code: "CONNECTOR_SPENT",
      severity: "info",
      why: `${who} been asked ${yearlyAsks} times or more within a year: give before you ask there again.`,
      evidence: evidence.events("spent"),
      openWith: "touch",
      people: evidence.people("spent"),
    },
  ];
}

function unthanked(
  { unthanked: open }: Omit<Insights, "alerts">,
  evidence: AlertEvidence,
  { helped, requestsUnthanked }: { readonly helped: number; readonly requestsUnthanked: number },
  { unthankedShare, leastUnthanked }: InsightsSettings,
): InsightAlert[] {
  if (helped === 0 || open.length / helped < unthankedShare || open.length < leastUnthanked) return [];
  return [
    {
      code: "UNTHANKED",
      severity: "warn",
      why: `${open.length} of the ${helped} times that somebody helped, no thanks are on record.`,
      evidence: evidence.events("unthanked"),
      openWith: requestsUnthanked > 0 ? "thank" : "thank-referral",
      people: evidence.people("unthanked"),
    },
  ];
}
