import { checkShape, isShare, roundForPlan, unfit } from "../base/index.js";

/** What asking costs in trust. No evidence fixes these numbers (README, Trust). */
export interface TrustSettings {
  /** Share of a tie's strength that a request which is refused puts at stake. @defaultValue 0.1 */
  readonly refused: number;
  /** The same, more, for each request made of them lately. @defaultValue 0.1 */
  readonly recentAsk: number;
  /** Strength of a tie, 0 to 1, that one ask may be expected to cost at most; more is not asked at any value. @defaultValue 0.2 */
  readonly limit: number;
}

/** Defaults of {@link TrustSettings}. */
export const DEFAULT_TRUST_SETTINGS: TrustSettings = { refused: 0.1, recentAsk: 0.1, limit: 0.2 };

/**
 * Strength of the tie that an ask is expected to cost: strength x P(no) x what a no puts at stake. Each request of late adds to that.
 * It grows with strength and load, and falls with consent. The value of a deal is no part of it.
 * @throws WarmpathError `INVALID_ARGUMENT` for a share outside [0, 1], or a count or number below 0.
 */
export function expectedTrustLoss(
  ask: { readonly strength: number; readonly consent: number; readonly recentAsks?: number | undefined },
  settings: TrustSettings = DEFAULT_TRUST_SETTINGS,
): number {
  checkShape(ask, { strength: "finite", consent: "finite", recentAsks: "finite?" }, "ask");
  checkShape(settings, { refused: "finite", recentAsk: "finite" }, "settings");
  const { strength, consent, recentAsks = 0 } = ask;
  const { refused, recentAsk } = settings;
  if (!isShare(strength) || !isShare(consent) || !(recentAsks >= 0 && refused >= 0 && recentAsk >= 0))
    throw unfit("ask", "of shares in [0, 1] and counts of 0 or more");
  return roundForPlan(strength * (1 - consent) * Math.min(1, refused + recentAsk * recentAsks));
}
