import { checkShape, madeOf, percent, type UtcDay } from "../base/index.js";
import { type AlertEvidence, evidenceOf } from "./alert-evidence.js";
import { CadenceTally } from "./cadence.js";
import { CaseEvidence } from "./case-evidence.js";
import type { Insights } from "./insights.js";
import type { InsightsSettings } from "./insights-settings.js";
import { LoadTally } from "./load.js";
import { outcomeOf } from "./request-outcome.js";
import { REQUESTS, type Request } from "./requests-of.js";
import { CASES, type SalesCase } from "./sales-case.js";
import { thanksOf } from "./thanks-owed.js";

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
  readonly openWith: "ask-after-success" | "ask" | "touch" | "soft-ask" | "thank" | "thank-referral";
  /** Whom that action is for, by id, those that the evidence is about; none where it is anybody. */
  readonly people: readonly string[];
}

/** The records behind the figures, those that count. */
export interface AlertRecords {
  readonly cases: readonly SalesCase[];
  /** Of `requestsOf`. */
  readonly requests: readonly Request[];
  /** Prospecting acts beside the requests. @defaultValue none */
  readonly acts?: readonly { readonly day: UtcDay; readonly event: string }[];
}

/**
 * The alerts that the figures give, in the order of the codes above, each with the events and people that it rests on.
 * @param figures Of `insights`, or put together out of its parts.
 * @throws WarmpathError `INVALID_ARGUMENT` for what are no figures, records or settings.
 */
export function alerts(
  figures: Omit<Insights, "alerts">,
  records: AlertRecords,
  settings: InsightsSettings,
): readonly InsightAlert[] {
  return madeOf("figures", () => {
    checkShape(figures, { day: "text", load: ["object"], cadence: { weeks: ["finite"] } }, "figures");
    checkShape(records, "object", "records");
    const { cases, requests, acts = [] } = records;
    checkShape(cases, CASES, "cases");
    checkShape(requests, REQUESTS, "requests");
    checkShape(acts, [{ day: "finite", event: "text" }], "acts");
    checkShape(settings, { yearlyAsks: "finite", leastLeads: "finite" }, "settings");
    const [caseEvidence, cadence] = [new CaseEvidence(), new CadenceTally()];
    const load = new LoadTally({ today: 0, yearlyAsks: settings.yearlyAsks });
    for (const one of cases) caseEvidence.add(one, 1);
    for (const { day, event } of acts) cadence.addAct(day, 1, event);
    for (const { connector, kind, steps } of requests) {
      const outcome = outcomeOf(steps);
      if (kind === "unasked" || outcome.sent === undefined) continue;
      load.add(connector, outcome, 1);
      cadence.addAct(outcome.sent.day, 1, outcome.sent.event);
    }
    const tallies = { cases: caseEvidence, cadence, load, thanks: thanksOf(requests) };
    return alertsOf(figures, evidenceOf(figures, tallies), settings);
  });
}

/** {@link alerts} of evidence that is gathered already. */
export function alertsOf(
  figures: Omit<Insights, "alerts">,
  evidence: AlertEvidence,
  settings: InsightsSettings,
): readonly InsightAlert[] {
  return [
    ...concentrated(figures, evidence),
    ...lowControl(figures, evidence, settings),
    ...unsteady(figures, evidence, settings),
    ...statusQuo(figures, evidence, settings),
    ...spent(figures, evidence, settings),
    ...unthanked(figures, evidence, settings),
  ];
}

function concentrated(
  { concentration, sources }: Omit<Insights, "alerts">,
  evidence: AlertEvidence,
): InsightAlert[] {
  const { alert, top, effectiveSources } = concentration;
  const equal = Number(effectiveSources.toPrecision(2));
  if (!alert || top === undefined) return [];
  const all = sources.reduce((sum, { leads }) => sum + leads, 0);
  const lost = sources.find(({ source }) => source === top.source)?.leads ?? 0;
  return [
    {
      code: "CONCENTRATION",
      severity: "warn",
      why: `${percent(top.share)} of the leads come from one source (${top.source}): if it dried up, ${lost} of ${all} leads would be missing.${equal > 1 ? ` Together your sources weigh as much as ${equal} equal ones.` : ""}`,
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
      why: `${control === 0 ? "None" : `Only ${percent(control)}`} of the leads come from what you do yourself; ${control === 0 ? "they" : "the others"} came by themselves and may stop the same way.`,
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
  const around = evidence.events("gap");
  // Who never recorded an act may prospect and not write it down.
  if (cadence.longestGap >= longestGap && around.length > 0) {
    const hits = Math.round(cadence.hitRate * cadence.weeks.length);
    alerts.push({
      code: "LONG_GAP",
      severity: "info",
      why: `There were ${cadence.longestGap} weeks in a row without any prospecting; ${hits} of ${cadence.weeks.length} weeks had ${cadence.goal} acts or more.`,
      evidence: around,
      openWith: "ask",
      people: [],
    });
  }
  if (cadence.counterCyclical) {
    alerts.push({
      code: "COUNTER_CYCLICAL",
      severity: "warn",
      why: "You prospect less whenever much is in the pipeline: the next slow time is being made now.",
      evidence: evidence.events("pipeline"),
      openWith: "ask",
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
  { unthankedShare, leastUnthanked }: InsightsSettings,
): InsightAlert[] {
  const { helped, requestsUnthanked } = evidence;
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
