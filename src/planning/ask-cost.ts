import { unfit } from "../base/index.js";

/**
 * What asks cost, in favor points (README, Cost). No evidence fixes these sizes: each is an assumption to override.
 * Cost of a leg = attention + P(yes) x (price of the favor + risk): a favor that was refused is not owed.
 */
export interface AskCostModel {
  /** Paid whatever the answer. @defaultValue 0.1 */
  readonly attention: number;
  /** Size of the favor when somebody passes the request on or makes the introduction. @defaultValue 1 */
  readonly introduction: number;
  /** Share of that favor where the one who introduces works where the target does: two colleagues meet anyway. @defaultValue 0.5 */
  readonly colleague: number;
  /** Size of the favor that the target's own time is. @defaultValue 0.5 */
  readonly targetTime: number;
  /** What the one who vouches has to lose, for each introduction made. @defaultValue 0.1 */
  readonly risk: number;
}

/** Defaults of {@link AskCostModel}. */
export const DEFAULT_ASK_COSTS: AskCostModel = {
  attention: 0.1,
  introduction: 1,
  colleague: 0.5,
  targetTime: 0.5,
  risk: 0.1,
};

/** One leg as its cost is asked for; `size` is the favor in fp. */
export interface LegFavor {
  readonly asker: string;
  readonly asked: string;
  readonly role: "first" | "relay" | "last";
  readonly size: number;
}

/** Where the numbers of a cost come from; what is absent is taken from the model. */
export interface AskCosts {
  readonly model?: Partial<AskCostModel>;
  /** Price in fp of a favor of this size between these two, as the ledger gives it. @defaultValue its size */
  readonly priceOf?: (favor: LegFavor) => number;
  /** True for somebody who works where the target does. @defaultValue nobody */
  readonly isColleague?: (person: string) => boolean;
  /** Risk in fp that `asked` takes on a yes. @defaultValue the model's, 0 for the target themselves */
  readonly riskOf?: (favor: LegFavor) => number;
}

/**
 * Expected cost of one leg in fp.
 * @throws WarmpathError `INVALID_ARGUMENT` where a price, a risk or a size is negative or not finite.
 */
export function costOfLeg(
  leg: { readonly asker: string; readonly asked: string },
  role: LegFavor["role"],
  probability: number,
  costs: AskCosts = {},
): number {
  const model = { ...DEFAULT_ASK_COSTS, ...costs.model };
  const share = role !== "last" && costs.isColleague?.(leg.asked) === true ? model.colleague : 1;
  const size = role === "last" ? model.targetTime : model.introduction * share;
  const favor: LegFavor = { asker: leg.asker, asked: leg.asked, role, size };
  const price = costs.priceOf?.(favor) ?? size;
  const risk = costs.riskOf?.(favor) ?? (role === "last" ? 0 : model.risk);
  const cost = model.attention + probability * (price + risk);
  if ([model.attention, price, risk, cost].every((part) => Number.isFinite(part) && part >= 0)) return cost;
  throw unfit("attention, price or risk of an ask", "finite and at least 0");
}
