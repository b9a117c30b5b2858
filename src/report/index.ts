export { asksToCsv } from "./asks-to-csv.js";
export { bookPage } from "./book-page.js";
export { type CalendarItem, type CalendarOptions, calendarOf } from "./calendar-of.js";
export { CHANCE_BANDS, type ChanceBand, type ChanceView } from "./chance.js";
export { describeAccount } from "./describe-account.js";
export { type ActionParts, type ActionView, describeActions, type WeekView } from "./describe-actions.js";
export { type BookRow, type BookView, type DescribeBookOptions, describeBook } from "./describe-book.js";
export {
  type DescribeInsightsOptions,
  describeInsights,
  type InsightsView,
} from "./describe-insights.js";
export { type DescribeOptions, describePlan } from "./describe-plan.js";
export type { InsightPart, InsightRow } from "./insight-parts.js";
export { insightsPage } from "./insights-page.js";
export type { ViewPlanner } from "./person-views.js";
export { planMarkdown } from "./plan-markdown.js";
export { planMermaid } from "./plan-mermaid.js";
export { type PlanPageOptions, planPage } from "./plan-page.js";
export { type PlanTextOptions, planText } from "./plan-text.js";
export type { ButtonView, CardView, PathView, PersonView, PlanView, StepView } from "./plan-view.js";
export { weekPage } from "./week-page.js";
