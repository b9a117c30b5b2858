import { roundForPlan } from "../base/index.js";
import type { CompiledView } from "./compiled-view.js";
import { describePath } from "./describe-path.js";
import { indexOfRelay } from "./farther-relays.js";
import type { FoundTies } from "./found-ties.js";
import { type InferredTie, inferredTie } from "./inferred-ties.js";
import type { FoundPath, Leg, LegNumbers } from "./introduction-path.js";
import { lastLeg, targetContext } from "./last-leg.js";
import { guessNumbers, seenNumbers } from "./leg-numbers.js";
import type { PathRequest } from "./path-request.js";
import { pairOf, type SharedWork } from "./shared-work.js";

/** Whoever asks the target themselves: the numbers of the target's yes, and the tie where nobody has seen it. */
interface LastAsk {
  readonly leg: LegNumbers;
  readonly guess: InferredTie | undefined;
}

/**
 * Puts paths of one query, as node numbers, into the numbers of their legs. What it takes to tell them in words is kept aside, since of
 * many paths few are read. `inferred` is looked at now and may be cleared afterwards.
 */
export function rateWith(
  view: CompiledView,
  request: PathRequest,
  inferred: FoundTies,
  shared: SharedWork,
): (nodes: readonly number[]) => FoundPath {
  const lastAsks = new Map<number, LastAsk>();
  /** None for a seeker who is the target themselves. */
  const lastAskOf = (node: number | undefined, asker = ""): LastAsk | undefined =>
    node === undefined
      ? undefined
      : known(lastAsks, node, () => lastAsk(view, request, inferred, { node, asker }));
  const told = { known: shared.legs, last: new Map<string, Leg>() };
  return (nodes) => {
    const people = nodes.map((node) => view.ids[node] ?? request.target.id);
    const last = nodes.length - 2;
    const before = nodes.slice(0, last).map((node, i) => {
      const [asker, asked] = [people[i]!, people[i + 1]!];
      const index = indexOfRelay(i, (at) => request.seekers.includes(people[at]!));
      return known(shared.numbers, index * PAIRS + pairOf(view, node, nodes[i + 1]!), () =>
        seenNumbers(view, asker, asked, (score, scorer) =>
          index === 1
            ? (shared.firstAsks.get(pairOf(view, node, nodes[i + 1]!)) as number)
            : scorer.consent({ ...score, role: "relay", index }),
        ),
      );
    });
    const end = lastAskOf(nodes[last], people[last]);
    const legs = end === undefined ? before : [...before, end.leg];
    return {
      people,
      legs,
      probability: roundForPlan(legs.reduce((product, { consent }) => product * consent, 1)),
      describe: () => describePath(view, request, { people, guess: end?.guess }, told),
    };
  };
}

function lastAsk(
  view: CompiledView,
  request: PathRequest,
  inferred: FoundTies,
  { node, asker }: { readonly node: number; readonly asker: string },
): LastAsk {
  const { id } = request.target;
  const asLast = lastLeg(view, request);
  if (inferred.has(node)) {
    const guess = inferredTie(view, node, inferred);
    return { guess, leg: guessNumbers(view, guess, id, { asLast, shown: request.tieShown?.(asker) }) };
  }
  const context = { ...targetContext(request, asker), ...asLast };
  const leg = seenNumbers(view, asker, id, (score, scorer) => scorer.consent({ ...context, ...score }));
  return { guess: undefined, leg };
}

function known<K, T>(all: Map<K, T>, key: K, find: () => T): T {
  let one = all.get(key);
  if (one === undefined) {
    one = find();
    all.set(key, one);
  }
  return one;
}

/** More than any two of a network have as their number. */
const PAIRS = 2 ** 50;
