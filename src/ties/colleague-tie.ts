import { checkShape, logit, madeOf, sigmoid, unfit, type WarmpathError } from "../base/index.js";
import type { JobRank, TitlePair } from "../people/index.js";
import type { PartialTieModel } from "./partial-tie-model.js";
import { resolveTieModel } from "./resolve-tie-model.js";
import type { TieModel } from "./tie-model.js";

/** What is known of two people of one organization: its size, and what their titles tell. */
export interface Colleagues extends Partial<TitlePair> {
  /** People who work there. Where it is not known, the expectation over a prior is used. */
  readonly headcount?: number | undefined;
  /** How many of them one has seen: the headcount is at least that. @defaultValue 0 */
  readonly colleaguesSeen?: number | undefined;
  readonly sameOffice?: boolean | undefined;
}

/**
 * Probability that two people of one organization are really tied: min(0.5, 3.7 n^-0.63) (README, Unseen ties). It is
 * shifted in log-odds by what they share and by who they are. Office +2.2, function +1.3 to +2.5 by size or -0.5 where it
 * differs, rank +0.2, a senior end +0.5 each, an assistant to the other +1. Two chiefs or vice presidents, or one's assistant and they,
 * know each other no less than in a firm of 3% the people. It is never above the cap. Without a headcount it is the
 * expectation over a lognormal prior (median 200, sigma 1.8) cut below at `colleaguesSeen`.
 *
 * ```ts
 * colleagueTie({ headcount: 200 }); // 0.131
 * ```
 * @throws WarmpathError `INVALID_ARGUMENT` for a headcount below 1 or a number seen below 0.
 */
export function colleagueTie(
  colleagues: Colleagues = {},
  options: { readonly model?: PartialTieModel | undefined } = {},
): number {
  return madeOf("colleagues", () => {
    checkShape(options, "object", "options");
    const model = resolveTieModel(options.model);
    const { headcount, colleaguesSeen = 0 } = colleagues;
    if (headcount !== undefined && !(headcount >= 1 && headcount < Number.POSITIVE_INFINITY))
      throw bad("headcount");
    if (!(colleaguesSeen >= 0 && colleaguesSeen < Number.POSITIVE_INFINITY)) throw bad("colleaguesSeen");
    const odds = oddsBySize(colleagues, model);
    return headcount === undefined ? expectedOdds(colleaguesSeen, odds, model) : odds(headcount);
  });
}

/** The odds of two such people as a function of the firm's size. */
function oddsBySize(colleagues: Colleagues, model: TieModel): (people: number) => number {
  const { inference } = model;
  const { rank, otherRank } = colleagues;
  const { isAssistant = false } = colleagues;
  const equal =
    (colleagues.sameOffice === true ? inference.sameOffice : 0) +
    (colleagues.sameRank === true ? inference.sameRank : 0) +
    (isAssistant ? inference.assistant : 0);
  const fixed =
    equal +
    (colleagues.isCustomerFacing === true ? inference.customerFacing : 0) +
    seniority(rank, model) +
    seniority(otherRank, model);
  const lead = inference.leaders > 0 && LEADERS.has(otherRank) && (LEADERS.has(rank) || isAssistant);
  return (people) => {
    const plain = shareTied(people, model);
    let shift = fixed + functionShift(colleagues, people, people, model);
    if (lead) {
      // In a circle of so few seniority tells nothing more.
      const few = people * inference.leaders;
      const circle = logit(shareTied(few, model)) - logit(plain);
      shift = Math.max(shift, circle + equal + functionShift(colleagues, people, few, model));
    }
    if (shift === 0) return plain;
    const shifted = sigmoid(logit(plain) + shift);
    const from = Math.max(plain, inference.knee * inference.cap);
    const left = inference.cap - from;
    if (shift < 0 || shifted <= from) return shifted;
    return left === 0 ? inference.cap : inference.cap - left * Math.exp((from - shifted) / left);
  };
}

function seniority(rank: JobRank | undefined, { inference }: TieModel): number {
  if (rank === undefined) return 0;
  if (rank === "junior") return -inference.junior;
  if (rank === "director") return inference.director;
  return SENIOR.has(rank) ? inference.senior : 0;
}

/** One function ties people the more, the larger their circle is; who runs a small firm is of every function. */
function functionShift(
  colleagues: Colleagues,
  people: number,
  circle: number,
  { inference }: TieModel,
): number {
  const { sameFunction, sameFunctionLarge, functionFrom, functionTo } = inference;
  const way = Math.log(circle / functionFrom) / Math.log(functionTo / functionFrom);
  const same = sameFunction + (sameFunctionLarge - sameFunction) * Math.min(1, Math.max(0, way));
  const { rank, otherRank } = colleagues;
  const leads = rank === "founder" || rank === "chief";
  if (colleagues.sameFunction === true || (leads && people < inference.smallFirm)) return same;
  const isOwnCircle = colleagues.runsFirm === true && otherRank !== undefined && SENIOR.has(otherRank);
  if (isOwnCircle) return inference.wholeFirm * same;
  return colleagues.sameFunction === false ? -inference.differentFunction : 0;
}

const SENIOR: ReadonlySet<JobRank> = new Set<JobRank>(["founder", "chief", "vp"]);
/** Without founders: that is how partners are read, of whom a law firm has many. */
const LEADERS: ReadonlySet<JobRank | undefined> = new Set<JobRank>(["chief", "vp"]);

function shareTied(people: number, model: TieModel): number {
  const { cap, share, decay } = model.inference;
  return Math.min(cap, share * people ** -decay);
}

/**
 * Expectation of the odds over the headcounts that are possible, with ln n = mu + sigma t and t normal above `from`.
 * The density relative to `from` is exp(-from u - u²/2), u = t - from, which stays exact far out in the tail. Simpson's
 * rule on both sides of the kink where the cap ends; what is cut off above weighs less than e^-40.
 */
function expectedOdds(seen: number, odds: (people: number) => number, model: TieModel): number {
  const { cap, share, decay, headcountMedian, headcountSigma } = model.inference;
  const place = (people: number) => Math.log(people / headcountMedian) / headcountSigma;
  const from = Math.max(-9, place(seen));
  const end = Math.sqrt(from * from + 80) - from;
  const kink = Math.min(end, Math.max(0, place((share / cap) ** (1 / decay)) - from));
  const weight = (u: number) => Math.exp(-u * (from + u / 2) - lift);
  const lift = from < 0 ? (from * from) / 2 : 0;
  const value = (u: number) => weight(u) * odds(headcountMedian * Math.exp(headcountSigma * (from + u)));
  const whole = simpson(weight, 0, kink) + simpson(weight, kink, end);
  return Math.min(cap, (simpson(value, 0, kink) + simpson(value, kink, end)) / whole);
}

function simpson(f: (x: number) => number, from: number, to: number): number {
  if (to <= from) return 0;
  const step = (to - from) / STEPS;
  let sum = f(from) + f(to);
  for (let k = 1; k < STEPS; k++) sum += (k % 2 === 1 ? 4 : 2) * f(from + k * step);
  return (sum * step) / 3;
}

function bad(what: string): WarmpathError {
  return unfit(what, "a number of people");
}

/** Even. At 240 the error is below 1e-8, and below 2e-6 of the value however far the cut (measured on a grid of 2,000,000). */
const STEPS = 240;
