import { isoDay, roundForPlan, utcDay } from "../base/index.js";
import type { IntroductionPath, Leg } from "../paths/index.js";
import { orderOfAsks, type PlanAsksInput, readyPaths, solvePlan } from "./plan-asks.js";
import { comparePaths } from "./plan-routes.js";
import { percent } from "./plan-words.js";

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

/** Places on the way to 0 or 1 that are tried before the change is halved down. */
const STEPS = 24;
const HALVINGS = 30;

/**
 * What would make the second ask the first one: of all legs of the two connectors' paths, the one whose consent has to change
 * least, either way (the odds given the tie change with it). The result is solved again, so `to` does flip the order;
 * undefined where no single consent does, or there are fewer than two asks.
 * @throws WarmpathError as `planAsks`.
 */
export function whatWouldFlip(input: PlanAsksInput): OrderFlip | undefined {
  const day = isoDay(utcDay(input.day, "day"));
  const paths = readyPaths([...input.paths].sort(comparePaths), { ...input, day });
  const [first, second] = orderOfAsks(solvePlan(paths, input)).map(({ path }) => path.people[1]!);
  if (first === undefined || second === undefined) return undefined;
  let best: OrderFlip | undefined;
  for (const leg of legsOf(paths, [first, second])) {
    const flips = (consent: number): boolean => {
      const changed = paths.map((path) => withConsent(path, leg, consent));
      return orderOfAsks(solvePlan(changed, input))[0]?.path.people[1] === second;
    };
    for (const end of [0, 1]) {
      const to = nearestFlip(leg.consent, end, flips);
      if (
        to === undefined ||
        (best !== undefined && Math.abs(to - leg.consent) >= Math.abs(best.to - best.from))
      )
        continue;
      const { asker, asked, consent: from } = leg;
      const why = `At a consent of ${percent(to)} instead of ${percent(from)} on this leg, the second ask would go first.`;
      best = { asker, asked, from, to, first: second, why };
    }
  }
  return best;
}

/** The first place from `from` towards `end` where the order flips, rounded so that it still does. */
function nearestFlip(from: number, end: number, flips: (consent: number) => boolean): number | undefined {
  let near = from;
  for (let step = 1; step <= STEPS; step++) {
    let far = step === STEPS ? end : from + ((end - from) * step) / STEPS;
    if (!flips(far)) {
      near = far;
      continue;
    }
    for (let i = 0; i < HALVINGS; i++) {
      const middle = (near + far) / 2;
      if (flips(middle)) far = middle;
      else near = middle;
    }
    const rounded = roundForPlan(far);
    return flips(rounded) ? rounded : far;
  }
  return undefined;
}

function legsOf(paths: readonly IntroductionPath[], connectors: readonly string[]): Leg[] {
  const legs = new Map<string, Leg>();
  for (const path of paths) {
    if (!connectors.includes(path.people[1]!)) continue;
    for (const leg of path.legs) legs.set(JSON.stringify([leg.asker, leg.asked]), leg);
  }
  return [...legs.values()];
}

function withConsent(
  path: IntroductionPath,
  { asker, asked, consent: from }: Leg,
  consent: number,
): IntroductionPath {
  const legs = path.legs.map((leg) => {
    if (leg.asker !== asker || leg.asked !== asked) return leg;
    return {
      ...leg,
      consent,
      consentIfTied: Math.min(1, leg.inferred ? (leg.consentIfTied * consent) / from : consent),
    };
  });
  return { ...path, legs };
}
