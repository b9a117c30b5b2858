import { WarmpathError } from "../base/index.js";

/** Limits of a campaign; each is an assumption of this room's README or a choice of the caller. */
export interface CampaignLimits {
  /** At most 3,660. @defaultValue 90 */
  readonly horizonDays: number;
  /** Days between two asks to one connector. @defaultValue 30 */
  readonly cooldownDays: number;
  /** Asks to one connector over the horizon where they have no capacity of their own. @defaultValue 4 */
  readonly capacity: number;
  /** Asks about one target over the horizon. @defaultValue 2 */
  readonly perTarget: number;
  /** Days between two asks about one target, so that one is answered before the next. @defaultValue 7 */
  readonly targetGapDays: number;
  /** Favor points over the horizon. @defaultValue Infinity */
  readonly budget: number;
  /** Asks a week, of all seekers together. @defaultValue Infinity */
  readonly asksPerWeek: number;
  /** Asks of one seeker a day; where there is such a limit, asks are laid out over working days. @defaultValue Infinity */
  readonly asksPerDay: number;
}

/** Defaults of {@link CampaignLimits}. */
export const DEFAULT_CAMPAIGN_LIMITS: CampaignLimits = {
  horizonDays: 90,
  cooldownDays: 30,
  capacity: 4,
  perTarget: 2,
  targetGapDays: 7,
  budget: Number.POSITIVE_INFINITY,
  asksPerWeek: Number.POSITIVE_INFINITY,
  asksPerDay: Number.POSITIVE_INFINITY,
};

/** Ten years: no plan of asks is made for longer, and each week of `horizonDays` takes memory. */
const MOST_HORIZON_DAYS = 3_660;

/** @throws WarmpathError `INVALID_ARGUMENT`. */
export function checkLimits(limits: CampaignLimits): void {
  const { budget, asksPerWeek, asksPerDay, horizonDays, cooldownDays, targetGapDays, capacity, perTarget } =
    limits;
  check(
    [horizonDays, cooldownDays, targetGapDays].every(isAmount),
    "days of a campaign are to be finite and at least 0",
  );
  check(horizonDays <= MOST_HORIZON_DAYS, `a campaign is to end within ${MOST_HORIZON_DAYS} days`);
  check(budget >= 0 && asksPerWeek >= 0, "budget and asksPerWeek are to be at least 0");
  check(
    asksPerDay === Number.POSITIVE_INFINITY || (Number.isInteger(asksPerDay) && asksPerDay >= 0),
    "asksPerDay is to be an integer of at least 0",
  );
  check(
    [capacity, perTarget].every((n) => Number.isInteger(n) && n >= 0),
    "capacity and perTarget are to be integers of at least 0",
  );
}

/** True for a number that can be counted or paid. */
export function isAmount(amount: number): boolean {
  return Number.isFinite(amount) && amount >= 0;
}

/** @throws WarmpathError `INVALID_ARGUMENT` with the message, where it does not hold. */
export function check(holds: boolean, message: string, position?: number): void {
  if (!holds)
    throw new WarmpathError("INVALID_ARGUMENT", message, position === undefined ? {} : { position });
}
