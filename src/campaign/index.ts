export {
  type CampaignAsk,
  type CampaignInput,
  type CampaignPlan,
  EXACT_CAMPAIGN_CANDIDATES,
  planCampaign,
} from "./campaign.js";
export { type CampaignLimits, DEFAULT_CAMPAIGN_LIMITS } from "./campaign-limits.js";
export type { CampaignCandidate, CampaignConnector, CampaignTarget } from "./campaign-problem.js";
