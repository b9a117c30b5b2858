import { maxOf } from "../base/index.js";
import type { Insights, Rate } from "../insights/index.js";
import type { People } from "./person-views.js";
import type { ReportWords } from "./report-words.js";

/** A row of a plot: a name, the length of its bar in [0, 1] with its interval, and what stands beside it. */
export interface InsightRow {
  readonly name: string;
  readonly value: number;
  readonly interval?: readonly [number, number];
  /** What stands at the end of the bar, where the bar is a share. */
  readonly share?: string;
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
  /** What it comes to, in a sentence, where there is one. */
  readonly note?: string;
  readonly rows: readonly InsightRow[];
}

/** The parts of insights with something to show. */
export function insightParts(insights: Insights, people: People, words: ReportWords): readonly InsightPart[] {
  const parts: readonly InsightPart[] = [
    part("sources", sourceRows(insights, words), words),
    part("hour", hourRows(insights, words), words, hourNote(insights, words)),
    part("funnel", funnelRows(insights.funnel, words), words),
    part("leadFunnel", funnelRows(insights.leadFunnel, words, words.say("stage.received")), words),
    part("losses", lossRows(insights, words), words),
    part("forecast", forecastRows(insights, words), words),
    part("stageRates", stageRateRows(insights, words), words),
    ...loadParts(insights, people, words),
    part("adoption", adoptionRows(insights, people, words), words),
  ];
  return parts.filter(({ rows }) => rows.length > 0);
}

/** A part with as many rows as a person would look through, and how many more there are. */
function part(
  key: InsightPart["key"],
  rows: readonly InsightRow[],
  words: ReportWords,
  note?: string,
): InsightPart {
  const more = rows.length - MOST_ROWS;
  const notes = [...(note ? [note] : []), ...(more > 0 ? [words.say("insights.more", { n: more })] : [])];
  return {
    key,
    heading: words.say(`insights.head.${key}`),
    ...(notes.length === 0 ? {} : { note: notes.join(" ") }),
    rows: rows.slice(0, MOST_ROWS),
  };
}

function sourceRows({ sources }: Insights, words: ReportWords): InsightRow[] {
  return [...sources]
    .sort((a, b) => b.leads - a.leads)
    .map((row) => {
      const { source, leads, meetings, won, lost, share, shareInterval } = row;
      const costs = [
        ["lead", row.costPerLead, row.costPerLeadInterval],
        ["win", row.costPerWin, row.costPerWinInterval],
      ] as const;
      const told = costs.flatMap(([of, cost, interval]) =>
        cost === undefined || interval === undefined
          ? []
          : [words.say(`insights.cost.${of}`, { cost: ranged(cost, interval, words) })],
      );
      return {
        name: sourceName(source, words),
        ...bar({ rate: share, interval: shareInterval }, words),
        text: [words.say("insights.source", { leads, meetings, won, lost }), ...told].join(", "),
      };
    });
}

/** Best first: the longer the bar the more deals an hour is expected to bring. */
function hourRows({ nextHour: { yields } }: Insights, words: ReportWords): InsightRow[] {
  const most = Math.max(1e-9, maxOf(yields.map(({ winsInterval }) => winsInterval[1])));
  const hours = (each: number): number => Math.max(1, 1 / Math.max(1e-4, each));
  const told = (each: number, [low, high]: readonly [number, number]): string =>
    ranged(hours(each), [hours(high), hours(low)], words);
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

function hourNote({ nextHour: { best, tied = [] } }: Insights, words: ReportWords): string {
  if (best !== undefined) return words.say("insights.hour.best", { source: sourceName(best.source, words) });
  if (tied.length === 0) return words.say("insights.hour.few");
  return words.say("insights.hour.tied", {
    sources: tied
      .slice(0, MOST_ROWS)
      .map((one) => sourceName(one, words))
      .join(", "),
  });
}

/** Stages with the share of all that began; `first` is what the first stage is called, where it is no stage of an ask. */
function funnelRows(funnel: Insights["funnel"], words: ReportWords, first?: string): InsightRow[] {
  const begun = funnel[0]?.reached ?? 0;
  if (begun === 0) return [];
  return funnel.map(({ stage, reached, medianDays, rate, interval: [low, high] }, i) => {
    const name = i === 0 && first !== undefined ? first : words.say(`stage.${stage}`);
    const share = {
      n: reached,
      share: words.percent(rate),
      low: words.percent(low),
      high: words.percent(high),
    };
    const parts = [
      ...(i === 0 || (funnel[i - 1]?.reached ?? 0) === 0
        ? [words.say("insights.reached", { n: reached })]
        : [words.say("insights.stage", share)]),
      ...(medianDays === undefined ? [] : [words.say("insights.days", { n: Math.round(medianDays) })]),
    ];
    return { name, value: reached / begun, text: parts.join(" · ") };
  });
}

function lossRows({ losses }: Insights, words: ReportWords): InsightRow[] {
  return losses.map((loss) => ({
    name: words.say(`loss.${loss.reason}`),
    ...bar(loss, words),
    text: words.say("insights.loss", { n: loss.count }),
  }));
}

function forecastRows({ forecast }: Insights, words: ReportWords): InsightRow[] {
  const most = Math.max(1, maxOf(forecast.map(({ interval }) => interval[1])));
  return forecast.map(({ stage, mean, interval: [low, high], horizonDays: days }) => {
    const isUnder = mean < 0.05 || high === 0;
    const told = (isUnder ? Math.floor(mean * 10) + 1 : Math.round(mean * 10)) / 10;
    return {
      name: words.say(`stage.${stage}`),
      value: mean / most,
      interval: [low / most, high / most] as const,
      text: words.say(isUnder ? "insights.forecast.under" : "insights.forecast", {
        mean: told,
        days,
        low,
        high,
      }),
    };
  });
}

/** The step after each stage of which anything is on record, sources with most of it first, beside what is taken where nothing is. */
function stageRateRows({ stageRates }: Insights, words: ReportWords): InsightRow[] {
  const known = new Map<string, number>();
  for (const { source, of } of stageRates) known.set(source, (known.get(source) ?? 0) + of);
  return stageRates
    .filter(({ of }) => of > 0)
    .sort((a, b) => (known.get(b.source) ?? 0) - (known.get(a.source) ?? 0))
    .map(({ source, stage, prior, wentOn, of, rate, interval }) => ({
      name: `${sourceName(source, words)}: ${words.say(`stage.${NEXT_STAGE[stage]}`)}`,
      ...bar({ rate, interval }, words),
      text: words.say("insights.rate", { went: wentOn, of, prior: words.percent(prior) }),
    }));
}

/** Those asked most, at most twelve. */
function loadParts({ load }: Insights, people: People, words: ReportWords): InsightPart[] {
  const busiest = [...load].sort((a, b) => b.asks365 - a.asks365).slice(0, MOST_ROWS);
  const most = Math.max(1, maxOf(busiest.map(({ asks365, left }) => asks365 + left)));
  const loads = busiest.map(({ connector, asks30, asks90, asks365, left }) => ({
    name: people.name(connector),
    value: asks365 / most,
    text: words.say("insights.load", { a: asks30, b: asks90, c: asks365, left }),
  }));
  const kept = busiest
    .filter(({ answered }) => answered > 0)
    .map(({ connector, answered, agreed, claimed, proved, ...rate }) => {
      const text = words.say("insights.reliability", { agreed, answered });
      return {
        name: people.name(connector),
        ...bar(rate, words),
        text: claimed === 0 ? text : words.say("insights.claims", { text, claimed, proved }),
      };
    });
  return [part("load", loads, words), part("reliability", kept, words)];
}

function adoptionRows({ adoption }: Insights, people: People, words: ReportWords): InsightRow[] {
  return adoption.map(({ member, asks, introduced, followedThrough, thanked, helped, ...row }) => ({
    name: people.name(member),
    ...(introduced === 0
      ? { value: 0 }
      : bar({ rate: row.followThrough, interval: row.followThroughInterval }, words)),
    text: [
      words.say("insights.adoption", { n: asks }),
      // Of what there was none nothing is said.
      ...(introduced === 0
        ? []
        : [words.say("insights.adoption.met", { n: followedThrough, all: introduced })]),
      ...(helped === 0 ? [] : [words.say("insights.adoption.thanked", { n: thanked, all: helped })]),
    ].join("; "),
  }));
}

/** A known source by its name, another code of the caller's with blanks. */
export function sourceName(source: string, words: ReportWords): string {
  const key = `source.${source}`;
  return words.has(key) ? words.say(key) : source.replace(/-/g, " ");
}

/** A bar of a share. */
function bar({ rate, interval }: Rate, words: ReportWords): Pick<InsightRow, "value" | "interval" | "share"> {
  return { value: rate, interval, share: words.percent(rate) };
}

/** A number with its interval in whole units, the ends in two digits that count: "40 (likely 26 to 70)". */
function ranged(n: number, interval: readonly [number, number], words: ReportWords): string {
  const [low = 0, high = 0] = interval.map((end) => Math.round(Number(end.toPrecision(2))));
  return words.say(low === high ? "insights.reached" : "insights.range", { n: Math.round(n), low, high });
}

const MOST_ROWS = 12;
const NEXT_STAGE = { introduced: "met", met: "opportunity", opportunity: "won" } as const;
