import type { RawPath } from "../search/index.js";
import type { CompiledView } from "./compiled-view.js";
import { explainPath } from "./explain-path.js";
import { indexOfRelay } from "./farther-relays.js";
import type { FoundTies } from "./found-ties.js";
import { inferredTie } from "./inferred-ties.js";
import type { IntroductionPath, Leg } from "./introduction-path.js";
import { lastLeg, targetContext } from "./last-leg.js";
import type { PathRequest } from "./path-request.js";
import { scoreInferredLeg, scoreSeenLeg } from "./score-leg.js";

/**
 * A path with each leg as a person reads it. A leg that was told before is the same object: from `known` up to the last
 * connector, from `last` for the target.
 */
export function describePath(
  view: CompiledView,
  request: PathRequest,
  inferred: FoundTies,
  path: RawPath,
  legs: { readonly known: Map<string, Leg>; readonly last: Map<string, Leg> },
): IntroductionPath {
  const people = path.nodes.map((node) => view.ids[node] ?? request.target.id);
  const isSeeker = (id: string): boolean => request.seekers.includes(id);
  return explainPath(
    view,
    people,
    people.slice(1).map((asked, i): Leg => {
      const asker = people[i] as string;
      if (i === people.length - 2)
        return knownLeg(legs.last, asker, () => lastLegOn(view, request, inferred, asker, path.nodes[i]!));
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
  inferred: FoundTies,
  asker: string,
  node: number,
): Leg {
  const { id } = request.target;
  const asLast = lastLeg(view, request);
  if (inferred.has(node)) {
    const shown = request.tieShown?.(asker);
    return scoreInferredLeg(view, inferredTie(view, node, inferred), id, { asLast, shown });
  }
  return scoreSeenLeg(view, asker, id, "last", { ...targetContext(request, asker), ...asLast });
}

function knownLeg(legs: Map<string, Leg>, key: string, score: () => Leg): Leg {
  const known = legs.get(key);
  if (known !== undefined) return known;
  const leg = score();
  legs.set(key, leg);
  return leg;
}
