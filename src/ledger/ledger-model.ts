import { checkKeys, madeOf, unfit } from "../base/index.js";
import { FAVOR_KINDS } from "../journal/index.js";

/** Every number of the social-debt ledger that no evidence fixes (README). Amounts in favor points, times in days. */
export interface LedgerModel {
  /** Default size of each kind of favor, of thanks, updates, introductions and won deals too. @defaultValue FAVOR_KINDS */
  readonly sizes: Readonly<Record<string, number>>;
  /** What a target spends on a meeting. @defaultValue 0.5 */
  readonly meetingTime: number;
  /** Share of the target's time that goes over the connectors, 0 to 1; the seeker owes the rest directly. @defaultValue 0.5 */
  readonly connectorShare: number;
  /** What a useful meeting is worth to the target where the event does not say: half to the last connector, half to the seeker. @defaultValue 0 */
  readonly usefulBenefit: number;
  /** What a wasted meeting leaves of the strength of its introducer's tie to the target, above 0 and up to 1. @defaultValue 0.9 */
  readonly wastedTie: number;
  /** What each of two people owes who was brought together with the other. @defaultValue 0.5 */
  readonly brokered: number;
  /** By how much a favor grows in its giver's eyes. @defaultValue 0.25 */
  readonly giverGrowth: number;
  /** @defaultValue 180 */
  readonly giverHalfLife: number;
  /** How much more than its size a fresh favor is worth to its receiver. @defaultValue 0.25 */
  readonly receiverPremium: number;
  /** Share of it that the receiver never forgets. @defaultValue 0.4 */
  readonly receiverFloor: number;
  /** How fast the rest is forgotten, by size, smallest first; the last has no bound. @defaultValue 7 days up to 0.25, 90 up to 1, 365 above */
  readonly receiverHalfLives: readonly { readonly upTo?: number; readonly days: number }[];
  /** Limit for a stranger. @defaultValue 1 */
  readonly limitBase: number;
  /** What full tie strength adds to the limit. @defaultValue 3 */
  readonly limitPerStrength: number;
  /** Factor that each common friend adds. @defaultValue 0.15 */
  readonly limitPerFriend: number;
  /** Common friends beyond this add nothing. @defaultValue 4 */
  readonly limitFriends: number;
  /** Deposits, in the receiver's eyes, that open the gate. @defaultValue 0.5 */
  readonly gateDeposit: number;
  /** What a delivered sale counts as a deposit. @defaultValue 1 */
  readonly saleDeposit: number;
  /** For how long it counts. @defaultValue 90 */
  readonly saleDays: number;
  /** Times which what is owed to a vendor weighs on their yes: they notice soonest that nothing comes back. @defaultValue 1.5 */
  readonly vendorDebt: number;
  /** Tie strength that needs no deposit. @defaultValue 0.75 */
  readonly gateStrength: number;
  /** `strict`: closed wherever no condition is met, on an empty journal too. @defaultValue "recorded" */
  readonly gate: "recorded" | "strict";
}

/** The defaults; the README says what each rests on. */
export const DEFAULT_LEDGER_MODEL: LedgerModel = {
  sizes: FAVOR_KINDS,
  meetingTime: 0.5,
  connectorShare: 0.5,
  usefulBenefit: 0,
  wastedTie: 0.9,
  brokered: 0.5,
  giverGrowth: 0.25,
  giverHalfLife: 180,
  receiverPremium: 0.25,
  receiverFloor: 0.4,
  receiverHalfLives: [{ upTo: 0.25, days: 7 }, { upTo: 1, days: 90 }, { days: 365 }],
  limitBase: 1,
  limitPerStrength: 3,
  limitPerFriend: 0.15,
  limitFriends: 4,
  gateDeposit: 0.5,
  saleDeposit: 1,
  saleDays: 90,
  vendorDebt: 1.5,
  gateStrength: 0.75,
  gate: "recorded",
};

/**
 * The defaults with the caller's own numbers in place; given sizes are added to the known kinds.
 * @throws WarmpathError `INVALID_ARGUMENT` for a number that is negative or not finite, a share over 1, a half-life of 0.
 */
export function ledgerModel(own: Partial<LedgerModel> = {}): LedgerModel {
  checkKeys(own, Object.keys(DEFAULT_LEDGER_MODEL), "ledger model");
  return madeOf("ledger model", () => {
    const model = { ...DEFAULT_LEDGER_MODEL, ...own, sizes: { ...FAVOR_KINDS, ...own.sizes } };
    const { sizes, receiverHalfLives: lives, gate, ...numbers } = model;
    const fits = (value: unknown): boolean =>
      typeof value === "number" && value >= 0 && value <= 1e6 && !Object.is(value, -0);
    const laws: readonly (readonly [string, boolean])[] = [
      ...Object.entries(numbers).map(([name, value]) => [name, fits(value)] as const),
      ...Object.entries(sizes).map(([kind, size]) => [`sizes.${kind}`, fits(size)] as const),
      ["connectorShare", model.connectorShare <= 1],
      ["receiverFloor", model.receiverFloor <= 1],
      ["wastedTie", model.wastedTie > 0 && model.wastedTie <= 1],
      ["limitBase", model.limitBase > 0],
      ["giverHalfLife", model.giverHalfLife > 0],
      ["gate", gate === "recorded" || gate === "strict"],
      [
        "receiverHalfLives",
        lives.length > 0 &&
          lives.every(({ days }) => days > 0 && days <= 1e6) &&
          lives.every(({ upTo }, i) => (upTo === undefined) === (i === lives.length - 1)) &&
          lives.every(({ upTo = Infinity }, i) => i === 0 || upTo > (lives[i - 1]?.upTo ?? 0)),
      ],
    ];
    for (const [name, holds] of laws) {
      const what = `ledger.${name}`;
      if (!holds) throw unfit(what, "within its range");
    }
    return model;
  });
}

/** A favor point amount as the ledger keeps it: an integer number of thousandths. */
export function thousandths(amount: number): number {
  return Math.round(amount * 1000) + 0;
}
