import { checkShape, isoDay, madeOf, percent, roundForPlan, utcDay } from "../base/index.js";
import type { Leg } from "../paths/index.js";
import { legKey, legsOf, withConsents } from "./consents.js";
import { type AskPlan, checkPaths, type PlanAsksInput, planAsks } from "./plan-asks.js";
import { comparePaths } from "./plan-routes.js";
import { readyPaths } from "./ready-paths.js";
import { orderOfAsks, solvePlan } from "./solve-plan.js";

/** The smallest change of one consent that puts the second ask before the first. */
export interface OrderFlip {
  readonly asker: string;
  readonly asked: string;
  /** The consent as it is, and from where on the order is the other way round. */
  readonly from: number;
  readonly to: number;
  /** Who is asked first then. */
  readonly first: string;
  readonly why: string;
}

/** Most that one leg is solved again, both ways together. */
const SOLVES = 20;
/** `maxStates` of these solves, at most. */
const MOST_STATES = 2_000;
/** Those first in the order, and their best paths, among whom a change is sought: work grows as their square. Planned again are all. */
const [FOREMOST, FOREMOST_PATHS] = [40, 100];
/** Shares of the way to 0 and 1 that are tried before the change is halved down; beyond the first for asks that both lose. */
const PROBES = [1, 0.9, 0.4];
/** The change as it was found among the two, and more of it where the others hold the first in its place. */
const FARTHER = [1, 1.02, 1.1, 1.3];
/** Two asks whose order turns with a smaller change of consent are level. */
const LEVEL = 1e-6;

/**
 * What would make the second ask the first one. Of all legs of the two connectors' paths it is the one whose consent
 * has to change least, either way. The odds given the tie change with it. The order is taken to turn once on the way
 * from a consent to the ends. Each leg is solved again at most 20 times, with at most 2,000 states, which tells the
 * change to a thousandth. Two whom less than a percent sets apart are said to be level. With `to` the asks are planned again in
 * full, so it does flip their order. Undefined where no such change is found, or there are fewer than two asks. Also where
 * something else than consent holds the first in its place, or the routes cross so much that 2,000 states do not solve them.
 * @param plan - Of the same input, where there is one already.
 * @throws WarmpathError as `planAsks`.
 */
export function whatWouldFlip(
  input: PlanAsksInput,
  plan?: Pick<AskPlan, "asks" | "method">,
): OrderFlip | undefined {
  return madeOf("input", () => {
    checkShape(input, "object", "input");
    const day = isoDay(utcDay(input.day, "day"));
    checkPaths(input);
    if (plan !== undefined) checkShape(plan, { asks: [{ connector: "text" }], method: "text" }, "plan");
    return flipOf(input, day, plan ?? planAsks(input));
  });
}

function flipOf(
  input: PlanAsksInput,
  day: string,
  plan: Pick<AskPlan, "asks" | "method">,
): OrderFlip | undefined {
  const inOrder = plan.asks.map(({ connector }) => connector);
  const [first, second] = inOrder;
  if (first === undefined || second === undefined) return undefined;
  const foremost = new Set(inOrder.slice(0, FOREMOST));
  const ready = readyPaths([...input.paths].sort(comparePaths), { ...input, day });
  const through = ready.filter(({ people }) => people[1] === first || people[1] === second);
  // Where the order is no index, which of the two comes first hangs on the others but a little: the change is sought without them.
  const paths =
    plan.method === "independent" || plan.method === "forest"
      ? ready.filter(({ people }) => foremost.has(people[1] ?? "")).slice(0, FOREMOST_PATHS)
      : through;
  const quick = { ...input, maxStates: Math.min(input.maxStates ?? MOST_STATES, MOST_STATES) };
  /** Once set, the routes cross too much to be solved again and again. */
  let crossed = solvePlan(paths, quick).policy.method === "approximate";
  const flipsAt = (leg: Leg, consent: number): boolean => {
    if (crossed) return false;
    const changed = solvePlan(
      withConsents(paths, (key) => (key === legKey(leg) ? consent : undefined)),
      quick,
    );
    crossed = changed.policy.method === "approximate";
    return !crossed && orderOfAsks(changed, 1)[0]?.path.people[1] === second;
  };
  let best: { readonly leg: Leg; readonly to: number } | undefined;
  let least = 1;
  for (const leg of legsOf(through).values()) {
    const to = nearestFlip(leg.consent, least, (consent) => flipsAt(leg, consent));
    if (crossed) return undefined;
    if (to === undefined || (best !== undefined && Math.abs(to - leg.consent) >= least)) continue;
    best = { leg, to };
    least = Math.abs(to - leg.consent);
  }
  if (best === undefined) return undefined;
  const { asker, asked, consent: from } = best.leg;
  const to = FARTHER.map((by) => roundForPlan(Math.min(1, Math.max(0, from + by * (best.to - from))))).find(
    (consent) => {
      const changed = withConsents(input.paths, (key) => (key === legKey(best.leg) ? consent : undefined));
      return planAsks({ ...input, paths: changed }).asks[0]?.connector === second;
    },
  );
  if (to === undefined) return undefined;
  // The two are told apart in whole percents or not by numbers at all.
  const isOfFirst = through.some(
    ({ people }) => people[1] === first && people.includes(asker) && people.includes(asked),
  );
  const place = isOfFirst ? "first" : "second";
  const isYou = through.some(({ people }) => people[0] === asker);
  const ofBuyer = `the buyer's yes to ${isYou ? "you" : `the ${place} one`}`;
  const whose =
    asked === input.target
      ? ofBuyer
      : `${isYou ? "the" : "a yes on the way over the"} ${place} one${isYou ? "'s yes" : ""}`;
  const why = whyFlip(whose, from, to);
  return { asker, asked, from, to, first: second, why };
}

/** The change in words; the two numbers are told apart in whole percents or not by numbers at all. */
function whyFlip(whose: string, from: number, to: number): string {
  const then = "you would ask the second one first";
  if (percent(to) === percent(from))
    return `The two are level: were the chance of ${whose} just ${to > from ? "above" : "below"} ${percent(from)}, ${then}.`;
  if (to === 0 || percent(to) === "0%")
    return `Only without any chance of ${whose} would the second one come first.`;
  return `Were the chance of ${whose} ${percent(to)} instead of ${percent(from)}, ${then}.`;
}

/** The consent nearest to `from` where the order flips, no farther than `reach`; halved by ratio, so that small changes are told as well. */
function nearestFlip(from: number, reach: number, flips: (consent: number) => boolean): number | undefined {
  let solves = 0;
  const at = (way: number, distance: number): number =>
    roundForPlan(Math.min(1, Math.max(0, from + way * distance)));
  const flipping = (ways: readonly number[], distance: number): number[] =>
    ways.filter((way) => {
      const consent = at(way, distance);
      if (consent === from) return false;
      solves++;
      return flips(consent);
    });
  const limit = Math.min(reach, Math.max(from, 1 - from));
  let far = limit;
  let ways: number[] = [];
  for (const share of PROBES) {
    far = limit * share;
    ways = flipping([-1, 1], far);
    if (ways.length > 0) break;
  }
  if (ways.length === 0) return undefined;
  let near = LEVEL;
  while (near < far && solves + ways.length <= SOLVES) {
    const middle = Math.sqrt(near * far);
    const open = flipping(ways, middle);
    if (open.length === 0) near = middle;
    else [ways, far] = [open, middle];
  }
  const [one, other = one] = ways.map((way) => at(way, far)) as [number, number?];
  return Math.abs(other - from) < Math.abs(one - from) ? other : one;
}
