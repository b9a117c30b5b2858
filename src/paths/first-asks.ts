import { WarmpathError } from "../base/index.js";
import { withArcs } from "../search/index.js";
import type { CompiledNetwork } from "./compiled-network.js";
import type { CompiledView } from "./compiled-view.js";
import type { PathRequest } from "./path-request.js";
import { type FirstAsks, type LaidArcs, pairOf, type SharedWork } from "./shared-work.js";

/** Who asks, whoever is sought. */
export type Askers = Omit<PathRequest, "target" | "k">;

/** The seekers' asks, laid over the index once for all their targets. */
export function firstAsksLaid(
  view: CompiledView,
  request: Askers,
  { laid, firstAsks }: SharedWork,
): FirstAsks {
  const key = JSON.stringify(request.seekers);
  let first = laid.get(key);
  if (first === undefined) {
    const { arcs, seekers } = overlayFirstAsks(view, request, firstAsks);
    first = view.firstAsks;
    if (first === undefined || !isSame(first, seekers, arcs))
      first = { seekers, laid: arcs, arcs: withArcs(view.index, arcs), passes: new Map() };
    view.firstAsks = first;
    laid.set(key, first);
  }
  return first;
}

/** True where the seekers' asks come to the very same as before: a record of somebody else changes none of them. */
function isSame({ seekers, laid }: FirstAsks, others: readonly number[], arcs: LaidArcs): boolean {
  const lists = Object.keys(arcs) as (keyof LaidArcs)[];
  return isAlike(seekers, others) && lists.every((list) => isAlike(laid[list], arcs[list]));
}

function isAlike(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((number, i) => number === b[i]);
}

/** Only the seekers' asks of their own contacts, towards no target in particular. */
export function overlayFirstAsks(
  view: CompiledView,
  request: Askers,
  firstAsks: Map<number, number> = new Map(),
): { readonly arcs: LaidArcs; readonly seekers: readonly number[]; readonly blocked: readonly number[] } {
  const { compiled } = view;
  const seekers = new Set(request.seekers);
  const arcs = layFirstAsks(view, request, seekers, firstAsks);
  layOver(view, seekers, compiled.strangerNumber, arcs);
  const sources = [...seekers].map((id) => numberIn(compiled, id));
  return { arcs, seekers: sources, blocked: blockedNodes(compiled, request) };
}

function layFirstAsks(
  view: CompiledView,
  request: Askers,
  seekers: ReadonlySet<string>,
  firstAsks: Map<number, number>,
): LaidArcs {
  const { compiled } = view;
  const arcs = noArcs();
  for (const seeker of seekers) {
    const source = numberIn(compiled, seeker);
    view.forEachTieOf(source, (node, score) => {
      const asked = compiled.ids[node] as string;
      const pair = pairOf(compiled, source, node);
      let consent = request.notAskedBySeekers?.has(asked) ? 0 : firstAsks.get(pair);
      if (consent === undefined) {
        const context = request.askContext?.(seeker, asked);
        consent =
          context === undefined
            ? compiled.scorer.ofTie(score(), "first")
            : compiled.scorer.consent({ ...context, ...score(), role: "first" });
        firstAsks.set(pair, consent);
      }
      lay(arcs, source, node, consent);
    });
  }
  return arcs;
}

/** Who may stand on no way: those not to be asked, who are no persons, who are excluded. */
export function blockedNodes(compiled: CompiledNetwork, request: Askers): readonly number[] {
  const seekers = new Set(request.seekers);
  const out = [...compiled.network.doNotAsk(), ...compiled.places.noPersons, ...(request.exclude ?? [])]
    .filter((id) => !seekers.has(id))
    .map((id) => compiled.numberOf(id))
    .filter((node): node is number => node !== undefined);
  return [...new Set(out)];
}

/** What lies over the index for the seekers. Left out are the legs that this query lays itself, and a seeker's own that lead back to a seeker. */
function layOver(view: CompiledView, seekers: ReadonlySet<string>, target: number, arcs: LaidArcs): void {
  const own = new Set([...seekers].map((id) => numberIn(view.compiled, id)));
  view.forEachArcOver((from, to, consent, isTheirs) => {
    if (isTheirs && own.has(to)) return;
    // Of two arcs laid between the same two the better counts, so that a tie that is gone takes nothing else away.
    if (consent === 0 || (!own.has(from) && to !== target)) lay(arcs, from, to, consent);
  });
}

function noArcs(): LaidArcs {
  return { sources: [], targets: [], probabilities: [] };
}

function lay(arcs: LaidArcs, source: number, target: number, probability: number): void {
  arcs.sources.push(source);
  arcs.targets.push(target);
  arcs.probabilities.push(probability);
}

/** @throws WarmpathError `UNKNOWN_PERSON` for whom the network does not hold. */
export function numberIn(compiled: CompiledNetwork, id: string): number {
  const number = compiled.numberOf(id);
  if (number === undefined)
    throw new WarmpathError("UNKNOWN_PERSON", "a seeker is to be a person of the network");
  return number;
}
