import { checkKeys, checkShape, soundOf } from "../base/index.js";
import { fullName } from "../drafts/index.js";
import type { AlertActions, Insights } from "../insights/index.js";
import { type ActionParts, actionKey } from "./describe-actions.js";
import type { DescribeOptions } from "./describe-plan.js";
import { type InsightPart, insightParts, sourceName } from "./insight-parts.js";
import { MONTHS, type People, peopleSeenBy, type ViewPlanner } from "./person-views.js";
import { type ReportWords, reportWords } from "./report-words.js";

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
  /** What answers each alert today, of `alertActions`, in the order of the alerts. @defaultValue nothing is said of it */
  readonly answers?: readonly AlertActions<ActionParts>[];
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
  checkKeys(options, ["locale", "seeker", "answers"], "options");
  return soundOf("insights", () => {
    const words = reportWords(options.locale, MONTHS);
    const { seeker, answers = [] } = options;
    checkShape(answers, [{ actions: [{ kind: "text", person: "text" }], without: ["object"] }], "answers");
    const viewers = seeker === undefined ? undefined : typeof seeker === "string" ? [seeker] : seeker;
    const people = peopleSeenBy(planner, viewers, words);
    return {
      kind: "insights",
      language: words.code,
      title: words.say("title.insights"),
      day: insights.day,
      asOf: words.say("as-of", { date: words.date(insights.day) }),
      summary: summaryOf(insights, words),
      alerts: {
        heading: words.say("insights.head.alerts"),
        items: insights.alerts.map((alert, i) =>
          [alertInWords(alert, insights, words), answerInWords(answers[i], people, words)].join(" ").trim(),
        ),
      },
      cadence: {
        heading: words.say("insights.head.cadence"),
        weeks: insights.notEnoughData.includes("cadence") ? [] : insights.cadence.weeks,
        text: words.say(
          insights.notEnoughData.includes("cadence") ? "insights.cadence.few" : "insights.cadence",
          {
            goal: insights.cadence.goal,
            n: Math.round(insights.cadence.hitRate * insights.cadence.weeks.length),
            all: insights.cadence.weeks.length,
            gap: insights.cadence.longestGap,
          },
        ),
      },
      parts: insightParts(insights, people, words),
    };
  });
}

function summaryOf(
  { control, controlInterval: [low, high], initiated, received, notEnoughData, hub }: Insights,
  words: ReportWords,
): string[] {
  const n = initiated + received;
  if (n === 0) return [words.say("insights.none")];
  const parts = notEnoughData.map((one) => (words.has(`part.${one}`) ? words.say(`part.${one}`) : one));
  return [
    words.say("insights.control", {
      share: words.percent(control),
      low: words.percent(low),
      high: words.percent(high),
    }),
    words.say("insights.initiated", { a: initiated, n, b: received }),
    ...(hub.brokered === 0
      ? []
      : [
          words.say(hub.accepted === 0 ? "insights.hub.none" : "insights.hub", {
            made: hub.brokered,
            accepted: hub.accepted,
          }),
        ]),
    ...(parts.length === 0 ? [] : [words.say("insights.few", { parts: words.list(parts) })]),
  ];
}

function alertInWords(
  { code, why, evidence }: Insights["alerts"][number],
  { concentration, control, cadence, losses, sources, unthanked }: Insights,
  words: ReportWords,
): string {
  const few = concentration.top !== undefined && concentration.top.share <= 0.5;
  const form =
    code === "CONCENTRATION" && few ? ".few" : code === "LOW_CONTROL" && control === 0 ? ".none" : "";
  const key = `alert.${code}${form}`;
  if (!words.has(key)) return why;
  const n =
    code === "UNTHANKED"
      ? unthanked.length
      : (losses.find(({ reason }) => reason === "no-decision")?.count ?? evidence.length);
  return words.say(key, {
    share: words.percent(code === "LOW_CONTROL" ? control : (concentration.top?.share ?? 0)),
    source: sourceName(concentration.top?.source ?? "", words),
    gap: cadence.longestGap,
    equal: Number(concentration.effectiveSources.toPrecision(2)),
    lost: sources.find(({ source }) => source === concentration.top?.source)?.leads ?? 0,
    all: sources.reduce((sum, { leads }) => sum + leads, 0),
    n,
  });
}

/** What to begin with today, or why there is nothing; no words where nothing was asked of it. */
function answerInWords(
  answer: AlertActions<ActionParts> | undefined,
  people: People,
  words: ReportWords,
): string {
  if (answer === undefined) return "";
  const [first] = answer.actions;
  if (first !== undefined) {
    const { kind, person, target } = first;
    const other = target === undefined || target === person ? undefined : fullName(people.record(target));
    const what = words.say(actionKey(kind, other, words), { name: people.name(person), other: other ?? "" });
    return words.say("alert.begin", { what });
  }
  const isOutside = answer.without.every(({ reason }) => reason === "no-contact");
  return words.say(isOutside ? "alert.no-contact" : "alert.not-today");
}
