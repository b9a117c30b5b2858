import { type AbortSignalLike, throwIfAborted } from "../base/index.js";
import type { Viewpoint } from "../network/index.js";
import type { TieEvidence } from "../people/index.js";
import { ArcIndex } from "../search/index.js";
import { isOneSided, type TieScore, type TieScorer } from "../ties/index.js";
import type { SavedScores } from "./compiled-bytes.js";
import { KnownTies, type ListedTies } from "./known-ties.js";
import { Neighbors } from "./neighbors.js";
import { NetworkFingerprint } from "./network-fingerprint.js";
import { consentAt, copyScore, keepScore, type Scores, SIDES } from "./tie-scores.js";

/** The ties that everybody may use, in numbers; with a mask key those that they may use without names too. */
export interface CompiledTies extends ListedTies, Scores {
  readonly evidence: readonly TieEvidence[];
  /** Who is tied to whom by these ties, with the tie's numbers: what paths may lead over. */
  readonly usable: Neighbors;
  readonly index: ArcIndex;
  /**
   * Consents since the index was built, to be laid over each query; 0 where a tie is gone. By source x ids.length + target:
   * putting one into the index would cost a pass over all arcs.
   */
  readonly changed: Map<number, number>;
}

/** By which numbers people go, and what scores their ties. */
export interface Numbering {
  readonly ids: readonly string[];
  readonly numbers: ReadonlyMap<string, number>;
  readonly scorer: TieScorer;
}

/**
 * Problem: strength and consent of every tie that everybody may use. O(ties + sum of the smaller degrees), most of it reading
 * evidence.
 *
 * A score is taken over from a `previous` result under the same scorer. That is where the evidence is the very same object and neither
 * end's neighbors has changed. Then its overlap is the same too, and a score depends on nothing else. The index is taken over
 * where people have the same numbers and few scores are new, which are then laid over it.
 */
export function compileTies(
  view: Viewpoint,
  numbering: Numbering,
  previous: CompiledTies | undefined,
  signal: AbortSignalLike | undefined,
): CompiledTies {
  throwIfAborted(signal);
  const { ids, numbers, scorer } = numbering;
  const read = readTies(view, numbering, previous);
  const { from, to, evidence } = read;
  const usable = new Neighbors(ids.length, from, to);
  const strengths = new Float64Array(2 * evidence.length);
  const silences = new Float64Array(2 * evidence.length);
  const consents = new Float64Array(2 * evidence.length).fill(Number.NaN);
  const scored = { ids, numbers, from, to, evidence, strengths, silences, consents, usable };
  /** Ties to score; all of them where there is no previous result. */
  const open = previous && takeOver(read, scored, numbering, previous);
  const overlaps =
    open === undefined
      ? usable.overlaps(from, to)
      : usable.overlaps(
          open.map((tie) => from[tie]!),
          open.map((tie) => to[tie]!),
        );
  for (let i = 0; i < overlaps.length; i++) {
    if (i % ABORT_EVERY === 0) throwIfAborted(signal);
    const tie = open === undefined ? i : open[i]!;
    const seen = overlaid(evidence[tie]!, overlaps[i]!);
    const score = scorer.score(seen);
    const other = isOneSided(seen) ? scorer.score(seen, true) : score;
    keepScore(scored, tie, 0, score);
    keepScore(scored, tie, 1, other);
  }
  const isFew =
    previous?.ids === ids && previous.changed.size + 2 * (overlaps.length + read.gone.length) <= MOST_LAID;
  if (!isFew || open === undefined) return { ...scored, index: indexOf(scored, scorer), changed: new Map() };
  const changed = new Map(previous.changed);
  const lay = (a: number, b: number, consents: readonly [number, number]): void => {
    changed.set(a * ids.length + b, consents[0]);
    changed.set(b * ids.length + a, consents[1]);
  };
  for (const tie of read.gone) lay(previous.from[tie]!, previous.to[tie]!, [0, 0]);
  for (const tie of open)
    lay(from[tie]!, to[tie]!, [consentAt(scored, scorer, tie, 0), consentAt(scored, scorer, tie, 1)]);
  return { ...scored, index: previous.index, changed };
}

/** The ties of a network with saved scores; undefined where these are of other ties, another day or another model. */
export function tiesOfScores(
  view: Viewpoint,
  numbering: Numbering,
  { strengths, silences, index, fingerprint }: SavedScores,
): CompiledTies | undefined {
  const { from, to, evidence } = readTies(view, numbering, undefined);
  const [a, b] = fingerprintOf(numbering, { from, to, evidence });
  if (a !== fingerprint[0] || b !== fingerprint[1]) return undefined;
  const usable = new Neighbors(numbering.ids.length, from, to);
  const consents = new Float64Array(strengths.length).fill(Number.NaN);
  return {
    ...numbering,
    from,
    to,
    evidence,
    strengths,
    silences,
    consents,
    usable,
    index,
    changed: new Map(),
  };
}

/** Of all that the scores of ties depend on. */
export function fingerprintOf(
  { ids, scorer }: Pick<Numbering, "ids" | "scorer">,
  { from, to, evidence }: Pick<CompiledTies, "from" | "to" | "evidence">,
): readonly [number, number] {
  const print = new NetworkFingerprint();
  print.word(scorer.day);
  print.text(JSON.stringify(scorer.model));
  for (const id of ids) print.text(id);
  for (let tie = 0; tie < evidence.length; tie++) {
    print.word(from[tie]!);
    print.word(to[tie]!);
    print.evidence(evidence[tie]!);
  }
  return print.words;
}

/**
 * The same with the masked ties beside those that are open, whose scores are taken over. What a masked tie's own score looks at
 * is open too: no overlap tells of another one.
 */
export function compileMasked(
  view: Viewpoint,
  numbering: Numbering,
  open: CompiledTies,
  scoreOf: (evidence: TieEvidence, from: number, to: number, isTurned: boolean) => TieScore,
): CompiledTies {
  const { ids, scorer } = numbering;
  const { from, to, evidence } = readTies(view, numbering, undefined);
  if (evidence.length === open.evidence.length) return open;
  const usable = new Neighbors(ids.length, from, to);
  const strengths = new Float64Array(2 * evidence.length);
  const silences = new Float64Array(2 * evidence.length);
  const consents = new Float64Array(2 * evidence.length).fill(Number.NaN);
  const scored = { ...numbering, from, to, evidence, strengths, silences, consents, usable };
  let next = 0;
  for (let tie = 0; tie < evidence.length; tie++) {
    // Both lists name the ties in the order of the network.
    const isOpen = open.from[next] === from[tie] && open.to[next] === to[tie];
    const known = next;
    if (isOpen) next++;
    for (const side of SIDES) {
      if (isOpen) copyScore(open, known, scored, tie, side);
      else keepScore(scored, tie, side, scoreOf(evidence[tie]!, from[tie]!, to[tie]!, side === 1));
    }
  }
  return { ...scored, index: indexOf(scored, scorer), changed: new Map() };
}

/** Evidence with the overlap of the two's neighbors, where it tells none itself and they have one. */
export function overlaid(evidence: TieEvidence, overlap: number): TieEvidence {
  if (overlap === 0 || evidence.overlap !== undefined) return evidence;
  const { interactions, connectedOn, closeness, contexts, vouches } = evidence;
  // Named one by one: a spread of each of a million ties takes longer than to score them.
  return { interactions, connectedOn, closeness, contexts, overlap, vouches } as TieEvidence;
}

/** The ties of a network, and where each was before. */
interface ReadTies extends Pick<CompiledTies, "from" | "to" | "evidence"> {
  /** Number that each tie had in the previous result, -1 where it or its evidence is new; empty without one. */
  readonly origins: Int32Array;
  /** Numbers of the previous result's ties whose two people have none of these. */
  readonly gone: readonly number[];
}

function readTies(
  view: Viewpoint,
  { ids, numbers }: Numbering,
  previous: CompiledTies | undefined,
): ReadTies {
  const evidence: TieEvidence[] = [];
  const size = view.mostTies;
  const from = new Uint32Array(size);
  const to = new Uint32Array(size);
  const origins = new Int32Array(previous === undefined ? 0 : size);
  const known = previous && new KnownTies(previous);
  /** New number of each person of the previous result. */
  const renumbered =
    previous && previous.ids !== ids ? previous.ids.map((id) => numbers.get(id) ?? -1) : undefined;
  view.forEachEvidence((tie, told) => {
    const index = evidence.push(told) - 1;
    const origin = known?.find(tie.from, tie.to) ?? -1;
    if (previous === undefined || origin < 0) {
      from[index] = numbers.get(tie.from) as number;
      to[index] = numbers.get(tie.to) as number;
      origins[index] = -1;
      return;
    }
    const [a, b] = [previous.from[origin]!, previous.to[origin]!];
    from[index] = renumbered?.[a] ?? a;
    to[index] = renumbered?.[b] ?? b;
    origins[index] = previous.evidence[origin] === told ? origin : -1;
  });
  const count = evidence.length;
  return {
    from: from.subarray(0, count),
    to: to.subarray(0, count),
    evidence,
    origins: origins.subarray(0, count),
    gone: known?.gone() ?? [],
  };
}

/** Fills in the scores that still hold, and returns the numbers of the other ties. */
function takeOver(
  { from, to, origins, gone }: ReadTies,
  scores: Scores,
  { ids, numbers }: Numbering,
  previous: CompiledTies,
): Uint32Array {
  const open = new Uint32Array(origins.length);
  let left = 0;
  const touched = new Uint8Array(ids.length);
  for (const tie of gone) {
    for (const node of [previous.from[tie]!, previous.to[tie]!]) {
      const now = numbers.get(previous.ids[node] as string);
      if (now !== undefined) touched[now] = 1;
    }
  }
  for (let tie = 0; tie < origins.length; tie++)
    if (origins[tie]! < 0) touched[from[tie]!] = touched[to[tie]!] = 1;
  for (let tie = 0; tie < origins.length; tie++) {
    const origin = origins[tie]!;
    if (origin < 0 || touched[from[tie]!] === 1 || touched[to[tie]!] === 1) open[left++] = tie;
    else for (const side of SIDES) copyScore(previous, origin, scores, tie, side);
  }
  return open.slice(0, left);
}

/**
 * Every tie both ways, and one node more for a buyer whom nobody is. No array more than needed. At a million ties each one is
 * megabytes. It may set off a garbage collection that takes longer than all else here.
 */
function indexOf(ties: Scores & Pick<CompiledTies, "ids" | "from" | "usable">, scorer: TieScorer): ArcIndex {
  const { ids, from, usable, strengths } = ties;
  const sources = new Uint32Array(strengths.length);
  const probabilities = new Float64Array(sources.length);
  let at = 0;
  for (let node = 0; node < ids.length; node++) {
    for (const tie of usable.tiesOf(node)) {
      sources[at] = node;
      probabilities[at++] = consentAt(ties, scorer, tie, from[tie] === node ? 0 : 1);
    }
  }
  return ArcIndex.build({ nodeCount: ids.length + 1, sources, targets: usable.others, probabilities });
}

/** Arcs that may lie over an index before it is built anew: each costs every query a little. */
const MOST_LAID = 1000;
const ABORT_EVERY = 4096;
