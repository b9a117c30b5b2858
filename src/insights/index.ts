export { adoption, type MemberAdoption } from "./adoption.js";
export { type ActionForAlert, type AlertActions, alertActions } from "./alert-actions.js";
export { type AlertRecords, alerts, type InsightAlert } from "./alerts.js";
export { type Cadence, cadence } from "./cadence.js";
export { type ChannelResult, channelResults } from "./channel-results.js";
export { type Concentration, concentration } from "./concentration.js";
export type { Contact, ReadingRequest, ReadNetwork } from "./contacts.js";
export { type Control, control } from "./control.js";
export type { DormantReading, DormantRow, RevivalHook } from "./dormant-conversations.js";
export { type ForecastRow, forecast, type PlannedCase, type StageRate, stageRates } from "./forecast.js";
export { type FunnelStage, funnel } from "./funnel.js";
export type { HalfLifeReading } from "./half-life.js";
export { type Hub, type HubRecord, hub } from "./hub.js";
export { type Insights, type InsightsRequest, insights } from "./insights.js";
export { InsightsFold } from "./insights-fold.js";
export { DEFAULT_INSIGHTS_SETTINGS, type InsightsSettings } from "./insights-settings.js";
export type { IntroductionKind } from "./introduction-kinds.js";
export { type IntroductionsOfKind, introductionResults } from "./introduction-results.js";
export { CHANNELS, isActiveSource, isReferral } from "./lead-source.js";
export { type ConnectorLoad, connectorLoad } from "./load.js";
export { type Loss, losses } from "./losses.js";
export {
  dormantConversations,
  type NetworkReadings,
  networkReadings,
  networkShape,
  reciprocity,
  relationshipHalfLife,
  warmPaths,
  whoCouldVouch,
} from "./network-readings.js";
export type { ShapeReading } from "./network-shape.js";
export { type NextHour, nextHour } from "./next-hour.js";
export { notEnoughData } from "./not-enough-data.js";
export type { Rate } from "./rate.js";
export { DEFAULT_READING_SETTINGS, type ReadingSettings } from "./reading-settings.js";
export type { ReciprocityReading, ReciprocityRow } from "./reciprocity.js";
export { type Request, requestsOf } from "./requests-of.js";
export { type CaseStage, casesOf, type SalesCase, STAGES, type TagsOf } from "./sales-case.js";
export { type Effort, type SourceResult, sourceResults } from "./source-results.js";
export { stressTest } from "./stress-test.js";
export { unthanked } from "./thanks-owed.js";
export type { WarmPathReading, WarmPathRow } from "./warm-paths.js";
export type { VoucherRow, VouchReading, VouchReason } from "./who-could-vouch.js";
