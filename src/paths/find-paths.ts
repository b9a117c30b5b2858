import { checkShape, madeOf, unfit } from "../base/index.js";
import { type ArcOverlay, kBestPaths, type RawPath, reach, withArcs } from "../search/index.js";
import type { CompiledNetwork } from "./compiled-network.js";
import type { CompiledView } from "./compiled-view.js";
import { compareFarther, fartherFrom } from "./farther-relays.js";
import { type Askers, blockedNodes, firstAsksLaid, numberIn } from "./first-asks.js";
import type { FoundTies } from "./found-ties.js";
import { guessBar } from "./guess-bar.js";
import { limitsOf } from "./inference-limits.js";
import { findTies } from "./inferred-ties.js";
import type { FoundPath, IntroductionPath } from "./introduction-path.js";
import { lastLeg, targetContext } from "./last-leg.js";
import { inferredConsents } from "./leg-numbers.js";
import { callersRequest, MAX_HOPS, type PathRequest } from "./path-request.js";
import { PromisingLegs } from "./promising-legs.js";
import { rateWith } from "./rate-path.js";
import { newSharedWork, SHARED_WORK, type SharedWork } from "./shared-work.js";

/**
 * The k most probable introduction paths from the seekers to the target, best first. The order is that of
 * `kBestPaths`: equal ones by fewer hops, then by ids in code-unit order.
 *
 * The legs that depend on who asks and who is sought are overlaid on the compiled network. They are the seekers' own asks, the
 * target's yes, private ties of a seeker, and ties inferred to the target.
 * @throws WarmpathError `INVALID_ARGUMENT` for k, maxHops or a limit of inference out of bounds and for no seeker,
 * `UNKNOWN_PERSON` for a seeker nobody knows. `NETWORK_CHANGED` where `compiled` no longer serves: people, ties or who may use
 * them have changed since, other than by new evidence of a known tie. The signal's reason when aborted.
 */
export function findPaths(compiled: CompiledNetwork, given: PathRequest): readonly IntroductionPath[] {
  return madeOf("request", () => {
    const request = callersRequest(given);
    const view = viewFor(compiled, request);
    const { askContext, notAskedBySeekers } = request;
    const isPlain = askContext === undefined && notAskedBySeekers === undefined;
    const shared = isPlain ? { ...view.work, legs: new Map() } : newSharedWork();
    return found(view, request, shared).map((path) => path.describe());
  });
}

/**
 * The same in numbers, each path to be told in words where somebody reads it. What other targets of the same seekers have in common is
 * taken from `shared`, and put there.
 */
export function findPathsSharing(
  compiled: CompiledNetwork,
  given: PathRequest,
  shared: SharedWork,
): readonly FoundPath[] {
  return madeOf("request", () => {
    checkShape(shared, SHARED_WORK, "shared");
    const request = callersRequest(given);
    return found(viewFor(compiled, request), request, shared);
  });
}

/** What the seekers see, with all changes taken in. */
function viewFor(compiled: CompiledNetwork, request: PathRequest): CompiledView {
  checkShape(compiled, { takeInChanges: "function" }, "compiled");
  compiled.takeInChanges();
  if (!Number.isInteger(request.k) || request.k < 1) {
    throw unfit("k", "a whole number from 1");
  }
  checkAskers(compiled, request);
  return compiled.seenBy(request.seekers, request.maskedTies ?? true);
}

function found(view: CompiledView, request: PathRequest, shared: SharedWork): readonly FoundPath[] {
  return view.compiled.space.withFound((inferred) => search(view, request, inferred, shared));
}

/**
 * The index holds the consent of the second one asked in a row. Whoever is asked third agrees less often, so that a path's number in
 * it is a bound. As many paths are listed as it takes until no other one can be among the k best.
 */
function search(
  view: CompiledView,
  request: PathRequest,
  inferred: FoundTies,
  shared: SharedWork,
): readonly FoundPath[] {
  for (let wanted = request.k; ; wanted *= 2) {
    inferred.clear();
    const { overlay, paths } = listPaths(view, { ...request, k: wanted }, inferred, shared);
    const farther = paths.map((path) => fartherFrom(view, overlay.seekers, path));
    const ranked = farther.some(({ far }) => far) ? farther.sort(compareFarther) : farther;
    const least = ranked[request.k - 1]?.probability;
    const isSettled = least !== undefined && least >= (paths.at(-1) as RawPath).probability;
    if (paths.length < wanted || isSettled) {
      const rate = rateWith(view, request, inferred, shared);
      return ranked.slice(0, request.k).map(({ path }) => rate(path.nodes));
    }
  }
}

function listPaths(
  view: CompiledView,
  request: PathRequest,
  inferred: FoundTies,
  shared: SharedWork,
): { readonly overlay: QueryOverlay; readonly paths: readonly RawPath[] } {
  const overlay = overlayFor(view, request, inferred, shared);
  const found = kBestPaths(view.index, {
    sources: overlay.seekers,
    targets: [overlay.target],
    k: request.k,
    maxHops: request.maxHops,
    blockedNodes: overlay.blocked,
    overlay: overlay.arcs,
    budget: { maxScanned: request.maxScanned },
    ...(request.signal === undefined ? {} : { signal: request.signal }),
  });
  if (found.stopped === "budget") request.onStopped?.();
  return { overlay, paths: found.paths };
}

/** The arcs that one request lays over the index, with its ends in node numbers. */
interface QueryOverlay {
  readonly seekers: readonly number[];
  readonly target: number;
  readonly blocked: readonly number[];
  readonly arcs: ArcOverlay;
}

/**
 * Lays the legs of seekers and target over the index. The target's own ties in it hold consents of passing on, so they are
 * blocked, and the number that nobody has stands for them. Unless they are a seeker themselves.
 */
function overlayFor(
  view: CompiledView,
  request: PathRequest,
  inferred: FoundTies,
  shared: SharedWork,
): QueryOverlay {
  const { compiled } = view;
  const own = compiled.numberOf(request.target.id) ?? compiled.strangerNumber;
  const { k, maxHops } = request;
  const { seekers, arcs } = firstAsksLaid(view, request, shared);
  const others = blockedNodes(compiled, request).filter((node) => node !== own);
  const isSeeker = seekers.includes(own);
  const target = isSeeker ? own : compiled.strangerNumber;
  const closed = isSeeker || own === target ? others : [...others, own];
  const last = { sources: [] as number[], targets: [] as number[], probabilities: [] as number[] };
  // One hop leads from a seeker, and to a seeker lead the legs of all.
  const legs =
    maxHops > 1 && !isSeeker ? new PromisingLegs(k, bestWays(view, request, others, shared), own) : undefined;
  forEachLastLeg(
    view,
    request,
    inferred,
    (node, consent) => {
      if (legs?.isOpen(node, consent) === false) return;
      last.sources.push(node);
      last.targets.push(target);
      last.probabilities.push(consent);
    },
    legs,
  );
  return { seekers, target, blocked: closed, arcs: withArcs(view.index, last, arcs) };
}

/** The best way to everybody within one hop less than asked for, one pass for all targets that close the same nodes. */
function bestWays(
  view: CompiledView,
  request: PathRequest,
  blockedNodes: readonly number[],
  shared: SharedWork,
): Float64Array {
  const { arcs, passes, seekers: sources } = firstAsksLaid(view, request, shared);
  const { maxHops, signal } = request;
  const key = JSON.stringify([maxHops, blockedNodes]);
  let best = passes.get(key);
  if (best === undefined) {
    best = reach(view.index, {
      sources,
      maxHops: maxHops - 1,
      blockedNodes,
      overlay: arcs,
      signal,
    }).probability;
    if (passes.size >= MOST_PASSES) passes.clear();
    passes.set(key, best);
  }
  return best;
}

/**
 * Calls back with whoever may ask the target and the target's consent then: over seen ties, and over inferred ones, which are
 * put into `inferred`. No node comes twice. With `legs` guesses that cannot matter are left out.
 */
export function forEachLastLeg(
  view: CompiledView,
  request: PathRequest,
  inferred: FoundTies,
  callback: (node: number, consent: number) => void,
  legs?: PromisingLegs,
): void {
  const { compiled } = view;
  const asLast = lastLeg(view, request);
  const target = compiled.numberOf(request.target.id);
  const seekers = new Set(request.seekers.map((id) => numberIn(compiled, id)));
  if (target !== undefined) {
    view.forEachTieOf(
      target,
      (node, score) => {
        const isSeeker = seekers.has(node);
        // Whoever asks the target, what the caller knows of asking counts only where a seeker asks.
        const context = isSeeker ? targetContext(request, compiled.ids[node] as string) : undefined;
        const consent = compiled.scorer.consent({ ...context, ...score(), ...asLast });
        legs?.expect(node, consent);
        callback(node, consent);
      },
      true,
    );
  }
  legs?.settle();
  // What is on record of a guess may make more of it than its odds.
  const bar = legs && request.tieShown === undefined ? guessBar(view, asLast, legs) : undefined;
  findTies(view, request, inferred, bar);
  legs?.settle();
  const consentOf = inferredConsents(view, asLast, request.tieShown);
  for (const node of inferred.nodes) callback(node, consentOf(node, inferred));
}

/** The checks that all queries for paths share: hops, limits of inference, and seekers whom the network holds. */
export function checkAskers(compiled: CompiledNetwork, { maxHops, seekers, inference }: Askers): void {
  if (!Number.isInteger(maxHops) || maxHops < 1 || maxHops > MAX_HOPS) {
    throw unfit("maxHops", `a whole number from 1 to ${MAX_HOPS}`);
  }
  if (seekers.length === 0) throw unfit("seeker", "one person at least");
  for (const seeker of seekers) numberIn(compiled, seeker);
  limitsOf(inference);
}

/** Passes that are kept at a time, each a number a node. */
const MOST_PASSES = 16;
