import {
  type FoundPath,
  findPathsSharing,
  type IntroductionPath,
  newSharedWork,
  type PathRequest,
  type SharedWork,
} from "../paths/index.js";
import type { AskStatus } from "../tracking/index.js";
import { askedOnce, decisionsFor } from "./ask-once.js";
import { MAX_PATHS, wholeRequest } from "./check-request.js";
import type { PlanTarget } from "./introduction-plan.js";
import { legsAsBrought } from "./legs-as-brought.js";
import { namedInstead } from "./named-instead.js";
import { isClosedTo, tiesShown } from "./plan-readiness.js";
import type { DayRequest } from "./plan-request.js";
import type { PlanningDay } from "./planning-day.js";
import { buyerOf } from "./resolve-target.js";

/** The paths that a plan may use, as a person reads them: the declined connectors of its target left out. */
export function pathsFor(...of: Parameters<typeof ratedPathsFor>): readonly IntroductionPath[] {
  return ratedPathsFor(...of).map((path) => path.describe());
}

/** The same in numbers, each to be told in words where somebody reads it. */
export function ratedPathsFor(
  day: PlanningDay,
  request: DayRequest,
  seekers: readonly string[],
  target: PlanTarget,
  history: readonly AskStatus[],
  onStopped: () => void = () => undefined,
): readonly FoundPath[] {
  const declined = history.filter((status) => isClosedTo(day, status)).map(({ ask }) => ask.connector);
  const { k, maxHops, exclude } = wholeRequest(day, request);
  const wanted: PathRequest = {
    seekers,
    target: buyerOf(day, target, seekers),
    k:
      request.diversity === undefined || request.diversity === false
        ? k
        : Math.min(MAX_PATHS, k * day.settings.search.diversityPool),
    maxHops,
    exclude: new Set([...exclude, ...declined].filter((id) => id !== target.id)),
    askContext: day.askContext,
    tieShown: tiesShown(history, seekers),
    inference: day.settings.inference,
    maxScanned: day.settings.search.maxScanned,
    onStopped,
    ...(request.headcount === undefined ? {} : { headcount: request.headcount }),
    ...(request.inferTies === undefined ? {} : { inferTies: request.inferTies }),
    ...(request.signal === undefined ? {} : { signal: request.signal }),
  };
  const asking = { seekers, decisions: decisionsFor(day, seekers, request.decisions) };
  const masks = request.maskKey !== undefined;
  const search = (more: Partial<PathRequest>, work: SharedWork) => {
    const found = findPathsSharing(day.compiled, { ...wanted, ...more, maskedTies: masks }, work);
    const tied = found.filter(
      ({ legs }) => !legs.some(({ asker, asked }) => day.facts.isNotTied(asker, asked)),
    );
    return { found, once: askedOnce(day, legsAsBrought(day, tied, history), asking) };
  };
  for (let { k } = wanted; ; k *= 2) {
    const { found, once } = search({ k }, day.workFor(seekers, masks));
    if (once.length < wanted.k && found.length >= k) continue;
    const best = once.slice(0, wanted.k);
    const named = namedInstead(day, history, seekers);
    return named.size === 0
      ? best
      : withNamed(best, [...named.keys()], wanted, day, (more, work) => search(more, work).once);
  }
}

/** The best paths, with one through each who was named, should none of the best lead through them. */
function withNamed(
  best: readonly FoundPath[],
  named: readonly string[],
  { seekers, k }: Pick<PathRequest, "seekers" | "k">,
  day: PlanningDay,
  search: (more: Pick<PathRequest, "notAskedBySeekers">, work: SharedWork) => readonly FoundPath[],
): readonly FoundPath[] {
  const known = seekers.flatMap((seeker) => day.network.neighbors(seeker));
  const missing = named
    .filter((id) => known.includes(id) && !best.some(({ people }) => people[1] === id))
    .slice(0, k)
    .flatMap((id) => {
      const others = new Set(known.filter((one) => one !== id));
      return search({ notAskedBySeekers: others }, newSharedWork()).slice(0, 1);
    });
  return [...best.slice(0, k - missing.length), ...missing];
}
