export {
  type CampaignAsk,
  type CampaignInput,
  type CampaignPlan,
  EXACT_CAMPAIGN_CANDIDATES,
  planCampaign,
} from "./campaign.js";
export {
  type CampaignCandidate,
  type CampaignConnector,
  type CampaignLimits,
  type CampaignTarget,
  DEFAULT_CAMPAIGN_LIMITS,
} from "./campaign-problem.js";
