import {
  checkShape,
  compareCodeUnits,
  favors,
  isoDay,
  memoized,
  roundForPlan,
  soundOf,
  utcDay,
  WarmpathError,
  withCallersOwn,
} from "../base/index.js";
import type { RatedPath } from "../paths/index.js";
import type { LegFavor } from "./ask-cost.js";
import { isReady } from "./ask-readiness.js";
import { checkPaths, type PlanAsksInput } from "./plan-asks.js";
import type { PlannedAsk, Readiness } from "./planned-ask.js";
import { plannedAskFor } from "./planned-ask-for.js";
import { readinessKey } from "./readiness-key.js";

/** Something the seeker could do for somebody now. */
export interface PossibleGift {
  /** `introduction` (of two receivers to each other), `thanks`, `update`, or any favor kind. */
  readonly kind: string;
  /** Who gets it: one, or the two who are introduced. */
  readonly receivers: readonly string[];
  /** Favor points that each receiver gets. */
  readonly size: number;
  /** Probability that it comes about, in [0, 1]: that both sides want the introduction. @defaultValue 1 */
  readonly chance?: number;
  /** ISO day on which it was due, for thanks and updates. */
  readonly dueOn?: string;
}

/** What a gift does to one future ask. */
export interface GiftEffect {
  readonly receiver: string;
  readonly target: string;
  /** Id of the ask. */
  readonly ask: string;
  /** Without the gift, by the same routes as `priceAfter`: where it opens their gate, those that can be asked then. */
  readonly priceBefore: number;
  readonly priceAfter: number;
  readonly opensGate: boolean;
}

/** A gift with what it is good for. */
export interface RankedGift extends PossibleGift {
  readonly effects: readonly GiftEffect[];
  /** Sum over the asks of what their price falls by, times `chance`, fp. */
  readonly lowers: number;
  readonly overdueDays: number;
  /** The bound of work was met before all effects were found: those that are missing count for nothing. Absent: all are there. */
  readonly stopped?: "budget";
  /** True for an introduction: both sides are asked before either is named to the other. */
  readonly askBothFirst: boolean;
  readonly why: string;
}

/** What {@link rankGifts} takes. */
export interface RankGiftsInput {
  readonly seeker: string;
  readonly day: Date | string;
  readonly gifts: readonly PossibleGift[];
  /** Asks to come, as `plannedAskFor` prices them; neither the value nor the order plays a part, so that all asks have a price. */
  readonly plans: readonly PlanAsksInput<RatedPath>[];
  /** Price of a favor once the seeker has given `receiver` this gift, as the ledger would give it. */
  readonly priceAfter?: (gift: PossibleGift, receiver: string, favor: LegFavor) => number;
  /**
   * The asks to come as they would be planned once the receiver had the gift, in the order of `plans`. They tell what it does to the yes, the
   * price and the gate. Only those at the places of `concerned`, which lead through the receiver, are looked at. `budget` says that no more
   * are planned. With it the two callbacks beside it are not needed. @defaultValue by them
   */
  readonly plansAfter?: (
    gift: PossibleGift,
    receiver: string,
    concerned: readonly number[],
  ) => readonly (PlanAsksInput<RatedPath> | undefined)[] | "budget";
  /** Readiness of a receiver once they have the gift. @defaultValue as before */
  readonly readinessAfter?: (gift: PossibleGift, receiver: string) => Readiness;
}

/**
 * Ranks gifts by how much they lower the price of future asks. Then by gates opened, then by days overdue, then by kind and
 * receivers in code units. A gift counts for asks whose connector receives it. None lowers anything by being asked for.
 * @throws WarmpathError `INVALID_ARGUMENT` for a size or chance out of range or no receivers, and as `planAsks`.
 */
export function rankGifts(given: RankGiftsInput): RankedGift[] {
  return soundOf("input", () => {
    checkShape(given, { gifts: ["object"], plans: ["object"] }, "input");
    const input = withCallersOwn(given, "priceAfter", "plansAfter", "readinessAfter");
    const day = utcDay(input.day, "day");
    input.gifts.forEach(checkGift);
    input.plans.forEach(checkPaths);
    const asksBefore = memoized((receiver: string) =>
      input.plans.map((plan) =>
        plan.paths.some(({ people }) => people[1] === receiver) ? askIn(plan, input, receiver) : undefined,
      ),
    );
    const ranked = input.gifts.map((gift): RankedGift => {
      const found = gift.receivers.map((receiver) => effectsOf(gift, receiver, input, asksBefore(receiver)));
      const effects = found.flatMap((some) => (some === "budget" ? [] : some));
      const isStopped = found.includes("budget");
      const fall = effects.reduce((sum, effect) => sum + effect.priceBefore - effect.priceAfter, 0);
      const lowers = roundForPlan((gift.chance ?? 1) * fall);
      const overdueDays = gift.dueOn === undefined ? 0 : Math.max(0, day - utcDay(gift.dueOn, "dueOn"));
      const askBothFirst = gift.kind === "introduction" && gift.receivers.length > 1;
      return {
        ...gift,
        effects,
        lowers,
        overdueDays,
        askBothFirst,
        ...(isStopped && { stopped: "budget" }),
        why: isStopped
          ? "What it does for requests is not all worked out."
          : whyGift(effects, lowers, overdueDays),
      };
    });
    return ranked.sort(
      (a, b) =>
        b.lowers - a.lowers ||
        gates(b) - gates(a) ||
        b.overdueDays - a.overdueDays ||
        compareCodeUnits(JSON.stringify([a.kind, a.receivers]), JSON.stringify([b.kind, b.receivers])),
    );
  });
}

/** Contacts among whom pairs are sought, at most: some 45,000 pairs, each a call of the caller's `fit`. How many are is `giveFirst.contacts`. */
export const MOST_PAIRED = 300;

/** Two contacts who could be introduced to each other. */
export interface BrokerablePair {
  readonly between: readonly [string, string];
  /** Chance that both want it, in [0, 1]. */
  readonly fit: number;
}

/**
 * Pairs of contacts with a fit of at least `leastFit` and no tie between them, best fit first, at most `most` of them.
 * Every pair is looked at: contacts x contacts / 2 calls of `fit`, so at most {@link MOST_PAIRED} contacts are taken.
 * @throws WarmpathError `INVALID_ARGUMENT`.
 */
export function brokerablePairs(input: {
  readonly contacts: readonly string[];
  readonly tied: (a: string, b: string) => boolean;
  readonly fit: (a: string, b: string) => number;
  /** @defaultValue 0.3 */
  readonly leastFit?: number;
  /** @defaultValue 20 */
  readonly most?: number;
}): BrokerablePair[] {
  checkShape(
    input,
    { contacts: ["text"], tied: "function", fit: "function", most: "finite?", leastFit: "finite?" },
    "input",
  );
  const contacts = [...new Set(input.contacts)].sort(compareCodeUnits);
  if (contacts.length > MOST_PAIRED)
    throw new WarmpathError("INVALID_ARGUMENT", `pairs are sought among at most ${MOST_PAIRED} contacts`, {
      contacts: contacts.length,
    });
  const pairs: BrokerablePair[] = [];
  contacts.forEach((a, i) => {
    for (const b of contacts.slice(i + 1)) {
      const fit = input.tied(a, b) ? 0 : input.fit(a, b);
      if (fit > 0 && fit >= (input.leastFit ?? 0.3)) pairs.push({ between: [a, b], fit });
    }
  });
  // The sort is stable and the pairs are made in code-unit order.
  return pairs.sort((x, y) => y.fit - x.fit).slice(0, input.most ?? 20);
}

/** The ask in numbers: its legs are not told. */
function askIn(
  plan: PlanAsksInput<RatedPath>,
  { seeker }: RankGiftsInput,
  receiver: string,
): PlannedAsk | undefined {
  return plannedAskFor(plan, seeker, receiver, () => []);
}

function effectsOf(
  gift: PossibleGift,
  receiver: string,
  input: RankGiftsInput,
  before: readonly (PlannedAsk | undefined)[],
): GiftEffect[] | "budget" {
  const concerned = [...before.keys()].filter((place) => before[place] !== undefined);
  if (concerned.length === 0) return [];
  const replanned = input.plansAfter?.(gift, receiver, concerned);
  if (replanned === "budget") return replanned;
  return concerned.flatMap((place) => {
    const plan = input.plans[place] as PlanAsksInput<RatedPath>;
    const { id, readiness } = before[place] as PlannedAsk;
    const planAfter = replanned?.[place] ?? givenAlone(plan, gift, receiver, input);
    const without = askIn({ ...plan, readiness: planAfter.readiness }, input, receiver);
    const after = askIn(planAfter, input, receiver);
    if (without === undefined || after === undefined) return [];
    const day = isoDay(utcDay(plan.day, "day"));
    return {
      receiver,
      target: plan.target,
      ask: id,
      // An ask that waits is counted among all routes: after the gift the same routes are to be compared.
      priceBefore: without.price,
      priceAfter: after.price,
      opensGate: !isReady(readiness, day) && isReady(after.readiness, day),
    };
  });
}

/** The plan with another price and readiness of the receiver, its consents as they were. */
function givenAlone(
  plan: PlanAsksInput<RatedPath>,
  gift: PossibleGift,
  receiver: string,
  { seeker, priceAfter, readinessAfter }: RankGiftsInput,
): PlanAsksInput<RatedPath> {
  const readiness = new Map(plan.readiness);
  if (readinessAfter !== undefined)
    readiness.set(readinessKey(seeker, receiver), readinessAfter(gift, receiver));
  const { priceOf: priceBefore } = withCallersOwn(plan.costs ?? {}, "priceOf");
  const priceOf = (favor: LegFavor): number => {
    const before = priceBefore?.(favor) ?? favor.size;
    const own = favor.asker === seeker && favor.asked === receiver;
    return own ? (priceAfter?.(gift, receiver, favor) ?? before) : before;
  };
  return { ...plan, readiness, costs: { ...plan.costs, priceOf } };
}

function gates(gift: RankedGift): number {
  return gift.effects.filter((effect) => effect.opensGate).length;
}

function whyGift(effects: readonly GiftEffect[], lowers: number, overdueDays: number): string {
  const parts: string[] = [];
  if (lowers > 0)
    parts.push(
      `lowers the price of ${effects.length === 1 ? "an ask" : `${effects.length} asks`} by ${favors(lowers)}`,
    );
  const opened = effects.filter((effect) => effect.opensGate).length;
  if (opened > 0) parts.push(`makes ${opened === 1 ? "an ask" : `${opened} asks`} possible`);
  if (overdueDays > 0) parts.push(`is ${overdueDays === 1 ? "a day" : `${overdueDays} days`} overdue`);
  return parts.length === 0
    ? "Does them good; no request that you plan depends on it."
    : `This ${parts.join(", and ")}.`;
}

function checkGift({ size, chance = 1, receivers, dueOn }: PossibleGift, position: number): void {
  if (dueOn !== undefined) utcDay(dueOn, "dueOn");
  if (size >= 0 && Number.isFinite(size) && chance >= 0 && chance <= 1 && receivers.length > 0) return;
  throw new WarmpathError("INVALID_ARGUMENT", "a gift is to have receivers, a size and a chance", {
    position,
  });
}
