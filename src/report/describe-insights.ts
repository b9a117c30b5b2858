import { checkKeys, checkShape } from "../base/index.js";
import type { Insights } from "../insights/index.js";
import type { DescribeOptions } from "./describe-plan.js";
import { MONTHS, type People, peopleSeenBy, type ViewPlanner } from "./person-views.js";
import { type ReportWords, reportWords } from "./report-words.js";

/** A row of a plot: a name, a number in [0, 1] or a count, and what stands beside it. */
export interface InsightRow {
  readonly name: string;
  readonly value: number;
  readonly interval?: readonly [number, number];
  readonly text: string;
}

/** A plot with its rows: the page draws it, a text lists it. */
export interface InsightPart {
  readonly key:
    | "sources"
    | "hour"
    | "funnel"
    | "leadFunnel"
    | "losses"
    | "forecast"
    | "stageRates"
    | "load"
    | "reliability"
    | "adoption";
  readonly heading: string;
  readonly rows: readonly InsightRow[];
}

/** Insights in words: plain JSON in one language. */
export interface InsightsView {
  readonly kind: "insights";
  readonly language: string;
  readonly title: string;
  readonly day: string;
  readonly asOf: string;
  /** The figures that matter most, in sentences. */
  readonly summary: readonly string[];
  readonly alerts: { readonly heading: string; readonly items: readonly string[] };
  readonly cadence: { readonly heading: string; readonly text: string; readonly weeks: readonly number[] };
  /** Parts with nothing to show are left out. */
  readonly parts: readonly InsightPart[];
}

/** How insights are written. */
export interface DescribeInsightsOptions extends Pick<DescribeOptions, "locale"> {
  /** Whose eyes see them. @defaultValue the keeper's, who sees everybody */
  readonly seeker?: string | readonly string[];
}

/**
 * Insights in words: what to act on, where leads come from, how steady the work is, and how far asks go.
 * @throws WarmpathError `INVALID_ARGUMENT` for an unknown option.
 */
export function describeInsights(
  insights: Insights,
  planner: ViewPlanner,
  options: DescribeInsightsOptions = {},
): InsightsView {
  checkShape(insights, { sources: ["object"], funnel: ["object"] }, "insights");
  checkShape(planner, { name: "function" }, "planner");
  checkShape(options, "object", "options");
  checkKeys(options, ["locale", "seeker"], "options");
  const words = reportWords(options.locale, MONTHS);
  const { seeker } = options;
  const viewers = seeker === undefined ? undefined : typeof seeker === "string" ? [seeker] : seeker;
  const people = peopleSeenBy(planner, viewers, words);
  const parts: readonly InsightPart[] = [
    part("sources", sourceRows(insights, words), words),
    part("hour", hourRows(insights, words), words),
    part("funnel", funnelRows(insights.funnel, words), words),
    part("leadFunnel", funnelRows(insights.leadFunnel, words, words.say("stage.received")), words),
    part("losses", lossRows(insights, words), words),
    part("forecast", forecastRows(insights, words), words),
    part("stageRates", stageRateRows(insights, words), words),
    ...loadParts(insights, people, words),
    part("adoption", adoptionRows(insights, people, words), words),
  ];
  return {
    kind: "insights",
    language: words.code,
    title: words.say("title.insights"),
    day: insights.day,
    asOf: words.say("as-of", { date: words.date(insights.day) }),
    summary: summaryOf(insights, words),
    alerts: {
      heading: words.say("insights.head.alerts"),
      items: insights.alerts.map((alert) => alertInWords(alert, insights, words)),
    },
    cadence: {
      heading: words.say("insights.head.cadence"),
      weeks: insights.cadence.weeks,
      text: words.say("insights.cadence", {
        n: Math.round(insights.cadence.hitRate * insights.cadence.weeks.length),
        all: insights.cadence.weeks.length,
        gap: insights.cadence.longestGap,
      }),
    },
    parts: parts.filter(({ rows }) => rows.length > 0),
  };
}

function part(key: InsightPart["key"], rows: readonly InsightRow[], words: ReportWords): InsightPart {
  return { key, heading: words.say(`insights.head.${key}`), rows };
}

function summaryOf(
  { control, controlInterval: [low, high], initiated, received, notEnoughData, hub }: Insights,
  words: ReportWords,
): string[] {
  const n = initiated + received;
  if (n === 0) return [words.say("insights.none")];
  const parts = notEnoughData.map((one) => (words.has(`part.${one}`) ? words.say(`part.${one}`) : one));
  return [
    words.say("insights.control", { share: share(control), low: share(low), high: share(high) }),
    words.say("insights.initiated", { a: initiated, n, b: received }),
    ...(hub.brokered === 0
      ? []
      : [words.say("insights.hub", { made: hub.brokered, accepted: hub.accepted })]),
    ...(parts.length === 0 ? [] : [words.say("insights.few", { parts: words.list(parts) })]),
  ];
}

function alertInWords(
  { code, why, evidence }: Insights["alerts"][number],
  { concentration, control, cadence, losses, sources, unthanked }: Insights,
  words: ReportWords,
): string {
  const key = `alert.${code}`;
  if (!words.has(key)) return why;
  const n =
    code === "UNTHANKED"
      ? unthanked.length
      : (losses.find(({ reason }) => reason === "no-decision")?.count ?? evidence.length);
  return words.say(key, {
    share: share(code === "LOW_CONTROL" ? control : (concentration.top?.share ?? 0)),
    source: sourceName(concentration.top?.source ?? "", words),
    gap: cadence.longestGap,
    lost: sources.find(({ source }) => source === concentration.top?.source)?.leads ?? 0,
    all: sources.reduce((sum, { leads }) => sum + leads, 0),
    n,
  });
}

function sourceRows({ sources }: Insights, words: ReportWords): InsightRow[] {
  const all = sources.reduce((sum, { leads }) => sum + leads, 0);
  return sources.map(({ source, leads, meetings, won, lost, costPerLead, costPerWin }) => {
    const costs = [
      ["lead", costPerLead],
      ["win", costPerWin],
    ] as const;
    const told = costs.flatMap(([of, cost]) =>
      cost === undefined ? [] : [words.say(`insights.cost.${of}`, { cost: Math.round(cost) })],
    );
    return {
      name: sourceName(source, words),
      value: all === 0 ? 0 : leads / all,
      text: [words.say("insights.source", { leads, meetings, won, lost }), ...told].join(", "),
    };
  });
}

/** Best first: the longer the bar the more deals an hour is expected to bring. */
function hourRows({ nextHour: { yields } }: Insights, words: ReportWords): InsightRow[] {
  const most = Math.max(1e-9, ...yields.map(({ winsInterval }) => winsInterval[1]));
  const hours = (each: number): string => String(Math.max(1, Math.round(1 / Math.max(1e-4, each))));
  const told = (each: number, [low, high]: readonly [number, number]): string =>
    words.say("insights.hours", { n: hours(each), low: hours(high), high: hours(low) });
  return yields.map(({ source, leadsPerHour, winsPerHour, leadsInterval, winsInterval }) => ({
    name: sourceName(source, words),
    value: winsPerHour / most,
    interval: [winsInterval[0] / most, winsInterval[1] / most] as const,
    text: words.say("insights.hour", {
      lead: told(leadsPerHour, leadsInterval),
      win: told(winsPerHour, winsInterval),
    }),
  }));
}

/** Stages with the share of all that began; `first` is what the first stage is called, where it is no stage of an ask. */
function funnelRows(funnel: Insights["funnel"], words: ReportWords, first?: string): InsightRow[] {
  const begun = funnel[0]?.reached ?? 0;
  if (begun === 0) return [];
  return funnel.map(({ stage, reached, medianDays }, i) => {
    const days =
      medianDays === undefined ? "" : ` · ${words.say("insights.days", { n: Math.round(medianDays) })}`;
    const name = i === 0 && first !== undefined ? first : words.say(`stage.${stage}`);
    return { name, value: reached / begun, text: `${reached}${days}` };
  });
}

function lossRows({ losses }: Insights, words: ReportWords): InsightRow[] {
  const all = losses.reduce((sum, { count }) => sum + count, 0);
  return losses.map(({ reason, count }) => ({
    name: words.say(`loss.${reason}`),
    value: all === 0 ? 0 : count / all,
    text: words.say("insights.loss", { n: count }),
  }));
}

function forecastRows({ forecast }: Insights, words: ReportWords): InsightRow[] {
  const most = Math.max(1, ...forecast.map(({ interval }) => interval[1]));
  return forecast.map(({ stage, mean, interval, horizonDays }) => ({
    name: words.say(`stage.${stage}`),
    value: mean / most,
    interval: [interval[0] / most, interval[1] / most] as const,
    text: words.say("insights.forecast", {
      mean: Math.round(mean * 10) / 10,
      days: horizonDays,
      low: interval[0],
      high: interval[1],
    }),
  }));
}

/** The step after each stage, by source, with what is on record of it beside what is taken where nothing is. */
function stageRateRows({ stageRates }: Insights, words: ReportWords): InsightRow[] {
  return stageRates.map(({ source, stage, prior, wentOn, of, rate, interval }) => ({
    name: `${sourceName(source, words)}: ${words.say(`stage.${NEXT_STAGE[stage]}`)}`,
    value: rate,
    interval,
    text: words.say("insights.rate", { went: wentOn, of, prior: share(prior) }),
  }));
}

/** Those asked most, at most twelve. */
function loadParts({ load }: Insights, people: People, words: ReportWords): InsightPart[] {
  const busiest = [...load].sort((a, b) => b.asks365 - a.asks365).slice(0, MOST_ROWS);
  const most = Math.max(1, ...busiest.map(({ asks365, left }) => asks365 + left));
  const loads = busiest.map(({ connector, asks30, asks90, asks365, left }) => ({
    name: people.name(connector),
    value: asks365 / most,
    text: words.say("insights.load", { a: asks30, b: asks90, c: asks365, left }),
  }));
  const kept = busiest
    .filter(({ answered }) => answered > 0)
    .map(({ connector, answered, agreed, claimed, proved }) => {
      const text = words.say("insights.reliability", { agreed, answered });
      return {
        name: people.name(connector),
        value: agreed / answered,
        text: claimed === 0 ? text : words.say("insights.claims", { text, claimed, proved }),
      };
    });
  return [part("load", loads, words), part("reliability", kept, words)];
}

function adoptionRows({ adoption }: Insights, people: People, words: ReportWords): InsightRow[] {
  return adoption.map(({ member, asks, followedThrough, thanked, helped, conversion, interval }) => ({
    name: people.name(member),
    value: conversion,
    interval,
    text: words.say("insights.adoption", {
      asks,
      followed: followedThrough,
      thanked,
      helped,
    }),
  }));
}

/** A known source by its name, another code of the caller's with blanks. */
function sourceName(source: string, words: ReportWords): string {
  const key = `source.${source}`;
  return words.has(key) ? words.say(key) : source.replace(/-/g, " ");
}

function share(value: number): string {
  return `${Math.round(value * 100)}%`;
}

const MOST_ROWS = 12;
const NEXT_STAGE = { introduced: "met", met: "opportunity", opportunity: "won" } as const;
