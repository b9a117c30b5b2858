import { logit, roundForPlan, shiftedChance, sigmoid } from "../base/index.js";
import type { IntroductionPath, Leg } from "../paths/index.js";
import { roleAt } from "../paths/score-leg.js";
import { jointSuccessBounds, legKey, legsOf, planRoutes } from "../planning/index.js";
import { type ConsentRole, consent, type TieModel } from "../ties/index.js";
import { guessSpread } from "../ties/inferred-tie.js";
import { priorSpread, UNKNOWN_TERMS } from "../ties/prior-spread.js";
import { spreadOfCauses } from "../ties/spread-interval.js";
import type { Settings } from "./settings.js";

/**
 * 90% interval of a plan's joint probability: every cause of doubt is moved by itself, and the joint success is computed
 * anew each time. The prior of a role is one cause for all its legs, the target's own will one for all last legs.
 * `probability` is the plan's own, which the answers so far may have changed. The interval is laid around it in the
 * same proportion of log-odds. Only the best paths are moved, `search.intervalPaths` of them.
 */
export function jointInterval(
  all: readonly IntroductionPath[],
  probability: number,
  { ties: model, search }: Pick<Settings, "ties" | "search">,
): readonly [number, number] {
  if (!(probability > 0 && probability < 1)) return [probability, probability];
  const paths = all.slice(0, search.intervalPaths);
  const causes = causesOf(paths, model);
  const share = Math.floor(SPLITS_IN_ALL / (2 * causes.length + 3));
  const maxSplits = Math.min(MAX_SPLITS, Math.max(LEAST_SPLITS, share));
  const joint = (moving: readonly Cause[], side: 0 | 1): number => {
    const { asks, ways } = planRoutes(paths.map((path) => movedPath(path, moving, side)));
    return jointSuccessBounds({ asks, routes: ways.map(({ route }) => route), maxSplits }).lower;
  };
  const middle = joint([], 0);
  if (!(middle > 0 && middle < 1)) return [probability, probability];
  const interval = spreadOfCauses(
    middle,
    (side) => causes.map((cause) => joint([cause], side)),
    (side) => joint(causes, side),
  );
  const shift = logit(probability) - logit(middle);
  return [moved(interval[0], shift), moved(interval[1], shift)];
}

/** Log-odds by which a cause moves a leg. It is the yes over a tie, and of a guess the odds of the tie and the yes to a stranger. */
type Shift = Readonly<Partial<Record<"consent" | "knows" | "cold", number>>>;

/** What a cause of doubt does to a leg at its low or high end; undefined where nothing. */
type Cause = (leg: Leg, role: ConsentRole, side: 0 | 1) => Shift | undefined;

function causesOf(paths: readonly IntroductionPath[], model: TieModel): Cause[] {
  const { common, own } = priorSpread("last", UNKNOWN_TERMS, model);
  const target = Math.hypot(common, own);
  const shared: Cause[] = (["first", "relay", "last"] as const).map((role) => {
    const isLast = role === "last";
    const half = isLast ? target : priorSpread(role, 0, model).common;
    // Who likes notes less than others do likes those of strangers less too.
    return (_, of, side) =>
      of === role ? { consent: SIGNS[side] * half, ...(isLast && { cold: SIGNS[side] * own }) } : undefined;
  });
  const roles = new Map(paths.flatMap(({ legs }) => legs.map((leg, i) => [legKey(leg), roleAt(legs, i)])));
  const ofOne = [...legsOf(paths)].flatMap(([key, leg]): Cause[] => {
    const role = roles.get(key) as ConsentRole;
    if (leg.inferred) return [];
    const known = role === "last" ? target : priorSpread(role, 0, model).common;
    const rest = restOf(leg.consent, leg.interval, known);
    return [(of, _, side) => (legKey(of) === key ? { consent: rest[side] } : undefined)];
  });
  return [...shared, ...ofOne, ...guessCauses(paths, target, model)];
}

/** All guesses of a plan rest on the same three numbers: the strength that they assume, the odds by size, the yes to a stranger. */
function guessCauses(paths: readonly IntroductionPath[], target: number, model: TieModel): Cause[] {
  if (!paths.some(({ legs }) => legs.at(-1)?.inferred === true)) return [];
  const { probability, interval } = consent({ strength: model.inference.strength, role: "last" }, { model });
  const strength = restOf(probability, interval, target);
  return [
    ({ inferred }, _, side) => (inferred ? { consent: strength[side] } : undefined),
    ({ inferred, tieProbability }, _, side) =>
      inferred ? { knows: guessSpread(tieProbability as number, model).knows[side] } : undefined,
    ({ inferred, tieProbability }, _, side) =>
      inferred ? { cold: guessSpread(tieProbability as number, model).cold[side] } : undefined,
  ];
}

/** What an interval has in log-odds beyond a known half-width, as shifts to its two ends. */
function restOf(
  probability: number,
  [low, high]: readonly [number, number],
  known: number,
): readonly [number, number] {
  const rest = (end: number): number =>
    Math.sqrt(Math.max(0, (logit(end) - logit(probability)) ** 2 - known ** 2));
  return [-rest(low), rest(high)];
}

function movedPath(path: IntroductionPath, causes: readonly Cause[], side: 0 | 1): IntroductionPath {
  const legs = path.legs.map((leg, i) => {
    const shifts = causes.flatMap((cause) => cause(leg, roleAt(path.legs, i), side) ?? []);
    return shifts.length === 0 ? leg : movedLeg(leg, shifts);
  });
  return { ...path, legs, probability: legs.reduce((product, leg) => product * leg.consent, 1) };
}

function movedLeg(leg: Leg, shifts: readonly Shift[]): Leg {
  const by = (what: keyof Shift): number => shifts.reduce((sum, shift) => sum + (shift[what] ?? 0), 0);
  const consentIfTied = shiftedChance(leg.consentIfTied, by("consent"));
  const { tieProbability, consentIfNot, willing } = leg;
  if (tieProbability === undefined || consentIfNot === undefined || willing === undefined)
    return { ...leg, consent: consentIfTied, consentIfTied };
  const odds = shiftedChance(tieProbability, by("knows"));
  const cold = Math.min(shiftedChance(consentIfNot, by("cold")), consentIfTied);
  const whole = odds * consentIfTied + (1 - odds) * willing * cold;
  return { ...leg, consent: whole, consentIfTied, consentIfNot: cold, tieProbability: odds };
}

function moved(end: number, shift: number): number {
  return end > 0 && end < 1 ? roundForPlan(sigmoid(logit(end) + shift)) : end;
}

const SIGNS: readonly [number, number] = [-1, 1];
/** Splits at most: an interval needs no more digits than its bounds have without them. */
const MAX_SPLITS = 2_000;
/** Splits for all joint successes of one interval, and the least for each. */
const SPLITS_IN_ALL = 20_000;
const LEAST_SPLITS = 50;
