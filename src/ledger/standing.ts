import { compareCodeUnits, GATE_CODES, soundOf } from "../base/index.js";
import type { Given } from "./accounts.js";
import type { LedgerModel } from "./ledger-model.js";
import { receiverView } from "./perception.js";

/** A favor that one could do. */
export interface Favor {
  readonly giver: string;
  readonly receiver: string;
  readonly kind: string;
  /** Favor points. */
  readonly size: number;
}

/** What a seeker may draw on from a counterpart, always through the counterpart's eyes: plain JSON. Amounts in favor points. */
export interface Standing {
  /** B + K (README, Standing): what may be asked for. Not clamped; negative where they are over their limit. */
  readonly drawable: number;
  /** K: how far below zero the counterpart lets them go. */
  readonly limit: number;
  /** B: the seeker's gifts as the counterpart still feels them, less the counterpart's gifts as they have grown in their eyes. */
  readonly balance: number;
  /** `unknown`: nothing on record says that they drew without a deposit, nor that a deposit is there. */
  readonly gate: "open" | "unknown" | "closed";
  /** While the gate is not open: the conditions that would open it, any one of them. `deposit`, `recent-sale`, `strong-tie`. A planner names `discontent` alone until that is settled. */
  readonly unmet: readonly string[];
  /** While the gate is not open: the smallest favor of the known kinds that opens it today. None does for the discontent. */
  readonly openWith?: Favor;
  /** (1 + max(0, −B)/K)²: a favor of size c costs c times this now. */
  readonly priceFactor: number;
}

/** A standing as the ledger gives it, with its price as a function. */
export interface PricedStanding extends Standing {
  /** What a favor of this size costs now: c·(1 + max(0, −B)/K)². */
  price(size: number): number;
}

/** What a standing rests on. */
export interface StandingBasis {
  readonly seeker: string;
  readonly counterpart: string;
  readonly strength: number;
  readonly commonFriends: number;
  /** What the seeker gave the counterpart, and the other way round. */
  readonly gave: Given;
  readonly got: Given;
  /** Days since the last sale delivered to the counterpart, undefined where there was none. */
  readonly saleAge: number | undefined;
  readonly strict: boolean;
}

/** Works out balance, limit, gate and price. */
export function standingOf(basis: StandingBasis, model: LedgerModel): PricedStanding {
  const { strength, commonFriends, gave, got } = basis;
  const balance = (gave.receiverView - got.giverView) / 1000;
  const friends = Math.min(commonFriends, model.limitFriends);
  const limit = (model.limitBase + model.limitPerStrength * strength) * (1 + model.limitPerFriend * friends);
  const price = priceAt(balance, limit);
  return soundOf("query", () => ({
    drawable: balance + limit,
    limit,
    balance,
    ...gateOf(basis, model),
    priceFactor: price(1),
    price,
  }));
}

/** What a favor of a size costs at a balance under a limit: c(1 + max(0, -B)/K)^2, in favor points. */
function priceAt(balance: number, limit: number): (size: number) => number {
  return (size) => size * (1 + Math.max(0, -balance) / limit) ** 2;
}

function gateOf(basis: StandingBasis, model: LedgerModel): Pick<Standing, "gate" | "unmet" | "openWith"> {
  const { gave, got, saleAge, strict } = basis;
  const recentSale = saleAge !== undefined && saleAge <= model.saleDays;
  const deposits = gave.receiverView / 1000 + (recentSale ? model.saleDeposit : 0);
  const blank = gave.total === 0 && got.total === 0 && saleAge === undefined;
  const met = deposits >= model.gateDeposit - EPSILON || basis.strength >= model.gateStrength;
  if (met && (strict || !blank)) return { gate: "open", unmet: [] };
  const gate = strict || got.total > 0 ? "closed" : "unknown";
  const openWith = cheapestOpener(basis, model.gateDeposit - deposits, model);
  const isStrong = basis.strength >= model.gateStrength;
  const unmet = GATE_CODES.filter((code) => code !== "strong-tie" || !isStrong);
  return { gate, unmet, ...(openWith === undefined ? {} : { openWith }) };
}

/** The smallest known favor that is worth the missing deposit on the day it is given; of equal ones the first by code units. */
function cheapestOpener(basis: StandingBasis, missing: number, model: LedgerModel): Favor | undefined {
  const kinds = Object.entries(model.sizes)
    .filter(([, size]) => size > 0 && receiverView(size, 0, model) >= missing - EPSILON)
    .sort(([a, x], [b, y]) => x - y || compareCodeUnits(a, b));
  const cheapest = kinds[0];
  if (cheapest === undefined) return undefined;
  return { giver: basis.seeker, receiver: basis.counterpart, kind: cheapest[0], size: cheapest[1] };
}

/** Sums that are equal but for rounding open the gate. */
const EPSILON = 1e-9;
