import { mergeSettings, type PartialSettings, unfit } from "../base/index.js";

/** Numbers of insights that no evidence fixes; sources stand in the room's README. */
export interface InsightsSettings {
  /** Sources of which one's own effort sets how many leads come, beside the known ones. @defaultValue none */
  readonly activeSources: readonly string[];
  /** Sources of which it does not, against the known ones. @defaultValue none */
  readonly passiveSources: readonly string[];
  /** Fewer leads than this give no alert and no advice. @defaultValue 10 */
  readonly leastLeads: number;
  /** A source with a larger share of the leads is an alert. @defaultValue 0.5 */
  readonly topShare: number;
  /** Fewer effective sources are an alert. @defaultValue 3 */
  readonly leastEffectiveSources: number;
  /** A smaller share of leads from active sources is an alert. @defaultValue 0.3 */
  readonly leastControl: number;
  /** Weeks of which the cadence is told, up to today. @defaultValue 26 */
  readonly cadenceWeeks: number;
  /** Prospecting acts that make a week a hit. @defaultValue 3 */
  readonly weeklyGoal: number;
  /** Fewer weeks on record tell nothing of how steady prospecting is. @defaultValue 4 */
  readonly leastWeeks: number;
  /** Weeks in a row without any that are an alert. @defaultValue 3 */
  readonly longestGap: number;
  /** Days after its last step for which an open deal counts as pipeline. @defaultValue 120 */
  readonly staleDays: number;
  /** Below this correlation of activity and pipeline the activity runs against the pipeline. @defaultValue -0.3 */
  readonly counterCyclical: number;
  /** Fewer weeks tell nothing of it. @defaultValue 12 */
  readonly counterCyclicalWeeks: number;
  /** Share of leads that come to a meeting, before own data. @defaultValue 0.5 */
  readonly meetRate: number;
  /** Share of meetings that come to an opportunity, before own data. @defaultValue 0.5 */
  readonly opportunityRate: number;
  /** Share of opportunities from referrals that are won, before own data. @defaultValue 0.6 */
  readonly referralClose: number;
  /** The same of all other opportunities. @defaultValue 0.1 */
  readonly otherClose: number;
  /** How many outcomes such a prior counts for. @defaultValue 10 */
  readonly priorOutcomes: number;
  /** Days from a lead to its deal for half of the deals, before own data. @defaultValue 90 */
  readonly closeDays: number;
  /** Days ahead of which the forecast speaks. @defaultValue 90 */
  readonly horizonDays: number;
  /** Asks a year that one connector may be asked for. @defaultValue 4 */
  readonly yearlyAsks: number;
  /** Share of losses to the status quo that is an alert. @defaultValue 0.4 */
  readonly statusQuoShare: number;
  /** Share of introductions without thanks that is an alert. @defaultValue 0.25 */
  readonly unthankedShare: number;
  /** Fewer of them are none. @defaultValue 2 */
  readonly leastUnthanked: number;
  /** Leads at the mean rate that the yield of an hour in a source is drawn to. @defaultValue 1 */
  readonly yieldPriorLeads: number;
}

/** Defaults of {@link InsightsSettings}. */
export const DEFAULT_INSIGHTS_SETTINGS: InsightsSettings = {
  activeSources: [],
  passiveSources: [],
  leastLeads: 10,
  topShare: 0.5,
  leastEffectiveSources: 3,
  leastControl: 0.3,
  cadenceWeeks: 26,
  weeklyGoal: 3,
  leastWeeks: 4,
  longestGap: 3,
  staleDays: 120,
  counterCyclical: -0.3,
  counterCyclicalWeeks: 12,
  meetRate: 0.5,
  opportunityRate: 0.5,
  referralClose: 0.6,
  otherClose: 0.1,
  priorOutcomes: 10,
  closeDays: 90,
  horizonDays: 90,
  yearlyAsks: 4,
  statusQuoShare: 0.4,
  unthankedShare: 0.25,
  leastUnthanked: 2,
  yieldPriorLeads: 1,
};

/**
 * The whole settings of some overrides.
 * @throws WarmpathError `INVALID_ARGUMENT` with `details.what` naming the setting that is unknown or out of its range.
 */
export function insightsSettings(own?: PartialSettings<InsightsSettings>): InsightsSettings {
  if (own === undefined) return DEFAULT_INSIGHTS_SETTINGS;
  const settings = mergeSettings(DEFAULT_INSIGHTS_SETTINGS, own, "insights");
  const shares = ["topShare", "leastControl", "statusQuoShare", "unthankedShare"] as const;
  const laws: readonly (readonly [string, boolean])[] = [
    ...shares.map((name) => [name, settings[name] >= 0 && settings[name] <= 1] as const),
    ...(["meetRate", "opportunityRate", "referralClose", "otherClose"] as const).map(
      (name) => [name, settings[name] > 0 && settings[name] < 1] as const,
    ),
    ["yieldPriorLeads", settings.yieldPriorLeads > 0],
    ["cadenceWeeks", Number.isInteger(settings.cadenceWeeks) && settings.cadenceWeeks >= 1],
    ["priorOutcomes", settings.priorOutcomes > 0],
    ["staleDays", settings.staleDays >= 0],
    ["closeDays", settings.closeDays > 0],
    ["horizonDays", settings.horizonDays > 0],
  ];
  for (const [name, holds] of laws) {
    const what = `insights.${name}`;
    if (!holds) throw unfit(what, "within its range");
  }
  return settings;
}
