import type { PartialSettings } from "../base/index.js";
import { checkShape } from "../base/index.js";
import type { Journal } from "../journal/index.js";
import type { MemberAdoption } from "./adoption.js";
import type { InsightAlert } from "./alerts.js";
import type { Cadence } from "./cadence.js";
import type { ChannelResult } from "./channel-results.js";
import type { Concentration } from "./concentration.js";
import type { Control } from "./control.js";
import type { ForecastRow, PlannedCase, StageRate } from "./forecast.js";
import type { FunnelStage } from "./funnel.js";
import type { Hub } from "./hub.js";
import { InsightsFold } from "./insights-fold.js";
import type { InsightsSettings } from "./insights-settings.js";
import type { IntroductionsOfKind } from "./introduction-results.js";
import type { ConnectorLoad } from "./load.js";
import type { Loss } from "./losses.js";
import type { NextHour } from "./next-hour.js";
import type { TagsOf } from "./sales-case.js";
import type { SourceResult } from "./source-results.js";

/** Of what insights are told. */
export interface InsightsRequest {
  readonly now: Date | string;
  /** First day that counts. @defaultValue the whole journal */
  readonly from?: Date | string;
  /** Whose requests and leads count; leads without a seeker always do. @defaultValue those of the viewers, without any everybody's */
  readonly team?: readonly string[];
  /** With whose eyes the network is looked at. Insights are then those on what `snapshotFor` hands them. @defaultValue the keeper's, who sees all */
  readonly viewer?: string | readonly string[];
  /** Tells the source of a connector by their tags, and who is one person. @defaultValue every introduction counts as `referral` */
  readonly network?: TagsOf;
  /** Asks that are planned and not made yet, for the forecast. @defaultValue none */
  readonly planned?: readonly PlannedCase[];
  /** Prospecting acts a week. @defaultValue `settings.weeklyGoal` */
  readonly goals?: { readonly weekly?: number };
  readonly settings?: PartialSettings<InsightsSettings>;
}

/** Where leads come from and what they bring: plain JSON. Every rate has a 90% interval. */
export interface Insights extends Control {
  readonly day: string;
  readonly sources: readonly SourceResult[];
  readonly concentration: Concentration;
  readonly cadence: Cadence;
  /** Of the asks for introductions: asked, introduced, met, opportunity, won. */
  readonly funnel: readonly FunnelStage[];
  /** Of the leads that came without an ask. */
  readonly leadFunnel: readonly FunnelStage[];
  /** Introductions by how they were made, in order of effect; those that nobody asked for apart, at the end. */
  readonly introductions: readonly IntroductionsOfKind[];
  /** How requests are answered by channel, and how many went by it of late; learned from the record alone. */
  readonly channels: readonly ChannelResult[];
  readonly losses: readonly Loss[];
  readonly forecast: readonly ForecastRow[];
  /** What the forecast rests on, source by source: priors shrunk by own cases. */
  readonly stageRates: readonly StageRate[];
  readonly load: readonly ConnectorLoad[];
  readonly adoption: readonly MemberAdoption[];
  readonly hub: Hub;
  readonly nextHour: NextHour;
  /** Ids of requests and leads that somebody helped with and that nobody thanked for. */
  readonly unthanked: readonly string[];
  /** Parts on which too little is on record to say anything. */
  readonly notEnoughData: readonly string[];
  readonly alerts: readonly InsightAlert[];
}

/**
 * Reads the whole of a journal: sources, control, concentration, cadence, funnel, losses, forecast, load, adoption, hub and alerts.
 * The order of recording and the ids do not matter. Linear in the events; each part is a function of its own too, and
 * `InsightsFold` follows a journal as it grows.
 * @throws WarmpathError `INVALID_ARGUMENT` for what is no journal, unknown keys and settings out of range; `INVALID_DATE`.
 * @example
 * const { control, concentration, alerts } = insights(journal, { now: "2026-11-28" });
 */
export function insights(journal: Journal, request: InsightsRequest): Insights {
  checkShape(request, "object", "insights");
  const { now, ...rest } = request;
  return new InsightsFold(journal, rest).at(now);
}
