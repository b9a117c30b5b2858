import type { CompiledView } from "./compiled-view.js";
import { explainPath } from "./explain-path.js";
import { indexOfRelay } from "./farther-relays.js";
import type { InferredTie } from "./inferred-ties.js";
import type { IntroductionPath, Leg } from "./introduction-path.js";
import { lastLeg, targetContext } from "./last-leg.js";
import type { PathRequest } from "./path-request.js";
import { scoreInferredLeg, scoreSeenLeg } from "./score-leg.js";

/**
 * A path with each leg as a person reads it; `guess`: the last tie, where nobody has seen it. A leg that was told before is the
 * same object: from `known` up to the last connector, from `last` for the target.
 */
export function describePath(
  view: CompiledView,
  request: PathRequest,
  { people, guess }: { readonly people: readonly string[]; readonly guess: InferredTie | undefined },
  legs: { readonly known: Map<string, Leg>; readonly last: Map<string, Leg> },
): IntroductionPath {
  const isSeeker = (id: string): boolean => request.seekers.includes(id);
  return explainPath(
    view,
    people,
    people.slice(1).map((asked, i): Leg => {
      const asker = people[i] as string;
      if (i === people.length - 2)
        return knownLeg(legs.last, asker, () => lastLegOn(view, request, guess, asker));
      const index = isSeeker(asker) ? 1 : indexOfRelay(i, (at) => isSeeker(people[at] as string));
      return knownLeg(legs.known, JSON.stringify([index, asker, asked]), () =>
        isSeeker(asker)
          ? scoreSeenLeg(view, asker, asked, "first", request.askContext?.(asker, asked))
          : scoreSeenLeg(view, asker, asked, "relay", { index }),
      );
    }),
  );
}

function lastLegOn(
  view: CompiledView,
  request: PathRequest,
  guess: InferredTie | undefined,
  asker: string,
): Leg {
  const { id } = request.target;
  const asLast = lastLeg(view, request);
  if (guess !== undefined)
    return scoreInferredLeg(view, guess, id, { asLast, shown: request.tieShown?.(asker) });
  return scoreSeenLeg(view, asker, id, "last", { ...targetContext(request, asker), ...asLast });
}

function knownLeg(legs: Map<string, Leg>, key: string, score: () => Leg): Leg {
  const known = legs.get(key);
  if (known !== undefined) return known;
  const leg = score();
  legs.set(key, leg);
  return leg;
}
