import { compareCodeUnits, roundForPlan, shortId } from "../base/index.js";
import { coarse, oneDigit } from "../paths/coarse.js";
import {
  type CompiledNetwork,
  type IntroductionPath,
  type MaskedPath,
  type MaskedPerson,
  type MaskOptions,
  maskPath,
  replaceIds,
} from "../paths/index.js";
import { whyAsk } from "../planning/plan-words.js";
import type { AskReveal, IntroductionPlan, PlanAsk } from "./introduction-plan.js";
import { titlesFor } from "./titles-for.js";

/** Paths to several targets, and their asks, as they may be handed to the seekers. */
export interface MaskedPaths {
  /** Who stands behind the opaque ids, as far as may be told. */
  readonly people: readonly MaskedPerson[];
  /** One of the paths without the names behind masked ties. */
  path(path: IntroductionPath): IntroductionPath;
  /** An ask over one of the paths; one that touches a hidden person keeps one digit of its numbers and loses its evidence. */
  ask(ask: PlanAsk): PlanAsk;
}

/**
 * Masks paths each by itself, so that somebody who is hidden on the one may be the named target of another. Without a key nothing is
 * masked: such paths were left out before.
 * @throws WarmpathError `INVALID_ARGUMENT` for a key of less than 16 characters.
 */
export function maskPaths(
  compiled: CompiledNetwork,
  paths: readonly IntroductionPath[],
  {
    seekers,
    maskKey,
    leastCrowd,
  }: { seekers: readonly string[]; maskKey?: string | undefined; leastCrowd: number },
): MaskedPaths {
  if (maskKey === undefined) return { people: [], path: (path) => path, ask: (ask) => ask };
  const options = { viewers: seekers, key: maskKey, leastCrowd };
  const keyOf = (people: readonly string[]): string => JSON.stringify(people);
  const shown = new Map(paths.map((path) => [keyOf(path.people), maskPath(compiled, path, options)]));
  const labels = new Map(
    [...shown.values()].flatMap(({ masked }) => masked.map((one) => [one.id, one] as const)),
  );
  return {
    people: [...labels.values()].sort((a, b) => compareCodeUnits(a.id, b.id)),
    path(path) {
      const { masked: _, ...own } = shown.get(keyOf(path.people)) as MaskedPath;
      return own;
    },
    ask(ask) {
      const people = [ask.seeker, ...ask.legs.map(({ asked }) => asked)];
      const path = shown.get(keyOf(people));
      if (path === undefined || path.masked.length === 0) return ask;
      const names = new Map(people.map((id, i) => [id, path.people[i] as string]));
      // Positions and dates stay back with the legs.
      const own = coarseAsk({
        ...replaceIds(ask, names),
        id: shortId("ask_", maskKey, ask.id),
        legs: path.legs,
      });
      const reveal = revealOf(compiled, ask, { ...options, masked: path.masked });
      return { ...own, why: whyAsk(own), reveal };
    },
  };
}

/** An ask whose numbers tell no more than its masked legs do: from twelve digits one could compute who stands behind them. */
function coarseAsk(ask: PlanAsk): PlanAsk {
  const probability = ask.legs.reduce((product, { consent }) => product * consent, 1);
  const { trustLoss, ...readiness } = ask.readiness;
  const { style: _, ...rest } = ask;
  return {
    ...rest,
    readiness: trustLoss === undefined ? readiness : { ...readiness, trustLoss: oneDigit(trustLoss) },
    probability: roundForPlan(ask.legs.length === 0 ? coarse(ask.probability) : probability),
    cost: oneDigit(ask.cost),
    price: oneDigit(ask.price),
  };
}

/** The same for what a plan adds up over its asks. */
function coarsePlan(plan: IntroductionPlan): IntroductionPlan {
  const joint = coarse(plan.jointProbability);
  const [low, high] = plan.jointInterval;
  return {
    ...plan,
    jointProbability: joint,
    jointInterval: [Math.min(joint, coarse(low)), Math.max(joint, coarse(high))],
    expectedCost: oneDigit(plan.expectedCost),
    expectedValue: oneDigit(plan.expectedValue),
  };
}

/** Whom to ask that those who are hidden on a request be named. It is who told of the tie, if they are none of them, else the keeper. */
function revealOf(
  { network }: CompiledNetwork,
  ask: PlanAsk,
  { viewers, key, masked }: MaskOptions & Pick<MaskedPath, "masked">,
): AskReveal {
  const view = network.seenBy(viewers, { maskKey: key });
  const { plain } = view;
  const people = new Set([ask.seeker, ...ask.legs.map(({ asked }) => asked), ...viewers]);
  const owner = ask.legs
    .filter(({ asker, asked, inferred }) => !inferred && !plain.mayUse(asker, asked))
    .flatMap(({ asker, asked }) => view.tie(asker, asked)?.sightings.map(({ owner }) => owner) ?? [])
    .filter((id) => !people.has(id) && plain.mayName(id))
    .sort(compareCodeUnits)[0];
  return { hidden: masked.map(({ id }) => id), ...(owner === undefined ? {} : { owner }) };
}

/**
 * A plan that may be handed to its seekers although some of its paths lead over masked ties of others. Whoever is hidden is
 * told by an opaque id and a label, in paths, asks and everything else. An ask that touches a hidden person keeps one
 * digit of its numbers and loses its evidence. So it is with the plan's sums, and with all prices, that they stay in order. It is for the one behind the id to agree: `reveal` says whom to ask for that.
 * @throws WarmpathError `INVALID_ARGUMENT` for a key of less than 16 characters.
 */
export function maskPlan(
  compiled: CompiledNetwork,
  plan: IntroductionPlan,
  { key, leastCrowd }: { readonly key: string; readonly leastCrowd: number },
): IntroductionPlan {
  const options = { viewers: plan.seekers, key, leastCrowd };
  const masked = plan.paths.map((path) => maskPath(compiled, path, options));
  const names = new Map<string, string>();
  for (const [i, path] of masked.entries()) {
    for (const [index, id] of path.people.entries()) {
      const own = (plan.paths[i] as IntroductionPath).people[index] as string;
      if (own !== id) names.set(own, id);
    }
  }
  const labels = new Map(masked.flatMap((path) => path.masked.map((person) => [person.id, person] as const)));
  const titleOf = titlesFor(compiled, plan.seekers, [plan.target]);
  const mayName = (id: string): boolean => compiled.network.seenBy(plan.seekers).mayName(id);
  const peopleOf = (ask: PlanAsk): readonly string[] => [ask.seeker, ...ask.legs.map(({ asked }) => asked)];
  const isHidden = (ask: PlanAsk | undefined): boolean =>
    ask !== undefined && peopleOf(ask).some((id) => names.has(id));
  // All prices alike, so that they rise with the order still.
  const priced = (ask: PlanAsk): PlanAsk => (names.size === 0 ? ask : { ...ask, price: oneDigit(ask.price) });
  const maskAsk = (ask: PlanAsk, index: number): PlanAsk => {
    const people = peopleOf(ask);
    if (!isHidden(ask)) {
      // What sets somebody apart from a hidden one would tell of that one.
      return index >= 0 && isHidden(plan.asks[index + 1])
        ? { ...ask, why: whyAsk(ask, { index, titleOf }) }
        : ask;
    }
    const path = plan.paths.find((one) => one.people.join("\u0000") === people.join("\u0000"));
    const { legs = [], masked: hidden = [] } = path === undefined ? {} : maskPath(compiled, path, options);
    // Positions and dates stay back with the legs.
    const shown = coarseAsk({ ...replaceIds(ask, names), id: shortId("ask_", key, ask.id), legs });
    const reveal = revealOf(compiled, ask, { ...options, masked: hidden });
    // A buyer who is known by masked ties alone goes with the request as the seeker named them.
    const { known: _, ...buyer } = plan.target;
    const isNamed = ask.buyer !== undefined || mayName(plan.target.id);
    return { ...shown, why: whyAsk(shown, { index }), reveal, ...(isNamed ? {} : { buyer }) };
  };
  const { flip: _, ...whole } = plan;
  const shown = {
    ...(names.size === 0 ? plan : coarsePlan(whole)),
    paths: masked.map(({ masked: _, ...path }) => path),
    asks: plan.asks.map(maskAsk).map(priced),
    waiting: plan.waiting.map((ask) => maskAsk(ask, -1)).map(priced),
    masked: [...labels.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
  return replaceIds(shown, names);
}
