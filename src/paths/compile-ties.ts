import { type AbortSignalLike, throwIfAborted } from "../base/index.js";
import type { Viewpoint } from "../network/index.js";
import type { TieEvidence } from "../people/index.js";
import { ArcIndex } from "../search/index.js";
import type { TieScore, TieScorer } from "../ties/index.js";
import type { SavedScores } from "./compiled-bytes.js";
import { Neighbors } from "./neighbors.js";
import { NetworkFingerprint } from "./network-fingerprint.js";
import type { Numbering } from "./numbering.js";
import { consentAt, copyScore, keepScore, type Scores, SIDES } from "./tie-scores.js";

/**
 * The ties that everybody may use, in numbers; with a mask key those that they may use without names too. They follow the network
 * (follow-ties.ts), so that arrays may have room behind the last tie.
 */
export interface CompiledTies extends Scores {
  /** Numbers that ties have had so far. */
  count: number;
  /** Those of ties that are gone, for new ones. */
  readonly free: number[];
  /** The two ends of each tie, the smaller id first; {@link NO_NODE} where it is gone. */
  from: Uint32Array;
  to: Uint32Array;
  /** Who is tied to whom by these ties, with the tie's numbers: what paths may lead over. */
  usable: Neighbors;
  index: ArcIndex;
  /**
   * Consents since the index was built, to be laid over each query; 0 where a tie is gone. By {@link arcOf} source and target:
   * putting one into the index would cost a pass over all arcs.
   */
  readonly changed: Map<number, number>;
}

/** One number for an arc. */
export function arcOf(source: number, target: number): number {
  return source * MOST_PEOPLE + target;
}

/** Its source and target again. */
export function endsOfArc(arc: number): readonly [number, number] {
  return [Math.floor(arc / MOST_PEOPLE), arc % MOST_PEOPLE];
}

const MOST_PEOPLE = 2 ** 26;

/**
 * Problem: strength and consent of every tie that everybody may use. O(ties + sum of the smaller degrees), most of it reading
 * evidence.
 */
export function compileTies(
  view: Viewpoint,
  numbering: Numbering,
  scorer: TieScorer,
  signal: AbortSignalLike | undefined,
): CompiledTies {
  throwIfAborted(signal);
  const { from, to, evidence } = readTies(view, numbering);
  const ties = emptyTies(numbering, from, to);
  const overlaps = ties.usable.overlaps(from, to);
  for (let tie = 0; tie < overlaps.length; tie++) {
    if (tie % ABORT_EVERY === 0) throwIfAborted(signal);
    scoreTie(ties, tie, overlaid(evidence[tie]!, overlaps[tie]!), scorer);
  }
  ties.index = indexOf(ties, numbering, scorer);
  return ties;
}

/** Ties without scores and index. */
function emptyTies({ ids }: Numbering, from: Uint32Array, to: Uint32Array): CompiledTies {
  const sides = (): Float64Array => new Float64Array(2 * from.length);
  return {
    count: from.length,
    free: [],
    from,
    to,
    strengths: sides(),
    silences: sides(),
    consents: sides().fill(Number.NaN),
    usable: new Neighbors(ids.length, from, to),
    index: NO_INDEX,
    changed: new Map(),
  };
}

/** Scores a tie from both its sides by its evidence, the overlap in it. */
export function scoreTie(ties: CompiledTies, tie: number, evidence: TieEvidence, scorer: TieScorer): void {
  const [told, turned] = scorer.scores(evidence);
  keepScore(ties, tie, 0, told);
  keepScore(ties, tie, 1, turned);
}

/** The ties of a network with saved scores; undefined where these are of other ties, another day or another model. */
export function tiesOfScores(
  view: Viewpoint,
  numbering: Numbering,
  scorer: TieScorer,
  { strengths, silences, index, fingerprint }: SavedScores,
): CompiledTies | undefined {
  const read = readTies(view, numbering);
  const [a, b] = fingerprintOf(numbering, scorer, read);
  if (a !== fingerprint[0] || b !== fingerprint[1]) return undefined;
  const ties = emptyTies(numbering, read.from, read.to);
  // The buffer is the caller's, and others may be made of it.
  return { ...ties, strengths: strengths.slice(), silences: silences.slice(), index };
}

/** Of all that the scores of ties depend on. */
export function fingerprintOf(
  { ids }: Numbering,
  scorer: TieScorer,
  { from, to, evidence }: ReadTies,
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
  scorer: TieScorer,
  open: CompiledTies,
  scoreOf: (evidence: TieEvidence, from: number, to: number, isTurned: boolean) => TieScore,
): CompiledTies {
  if (view.isAllShared) return open;
  const { from, to, evidence } = readTies(view, numbering);
  const ties = emptyTies(numbering, from, to);
  for (let tie = 0; tie < evidence.length; tie++) {
    const [a, b] = [from[tie]!, to[tie]!];
    const known = open.usable.tieBetween(a, b);
    for (const side of SIDES) {
      if (known >= 0) copyScore(open, known, ties, tie, side);
      else keepScore(ties, tie, side, scoreOf(evidence[tie]!, a, b, side === 1));
    }
  }
  ties.index = indexOf(ties, numbering, scorer);
  return ties;
}

/** Evidence with the overlap of the two's neighbors, where it tells none itself and they have one. */
export function overlaid(evidence: TieEvidence, overlap: number): TieEvidence {
  if (overlap === 0 || evidence.overlap !== undefined) return evidence;
  const { interactions, connectedOn, closeness, contexts, vouches } = evidence;
  // Named one by one: a spread of each of a million ties takes longer than to score them.
  return { interactions, connectedOn, closeness, contexts, overlap, vouches } as TieEvidence;
}

/** Ties as the network tells them. */
interface ReadTies extends Pick<CompiledTies, "from" | "to"> {
  readonly evidence: readonly TieEvidence[];
}

/** All ties that may be used, by number in the order of the network. */
export function readTies(view: Viewpoint, numbering: Numbering): ReadTies {
  const evidence: TieEvidence[] = [];
  const from = new Uint32Array(view.mostTies);
  const to = new Uint32Array(view.mostTies);
  view.forEachEvidence((tie, told) => {
    const number = evidence.push(told) - 1;
    from[number] = numbering.of(tie.from) as number;
    to[number] = numbering.of(tie.to) as number;
  });
  return { from: from.subarray(0, evidence.length), to: to.subarray(0, evidence.length), evidence };
}

/**
 * Every tie both ways, and one node more for a buyer whom nobody is. No array more than needed. At a million ties each one is
 * megabytes. It may set off a garbage collection that takes longer than all else here.
 */
export function indexOf(ties: CompiledTies, { ids }: Numbering, scorer: TieScorer): ArcIndex {
  const { from, usable } = ties;
  const targets = usable.others;
  const sources = new Uint32Array(targets.length);
  const probabilities = new Float64Array(targets.length);
  let at = 0;
  for (let node = 0; node < ids.length; node++) {
    for (const tie of usable.tiesOf(node)) {
      sources[at] = node;
      probabilities[at++] = consentAt(ties, scorer, tie, from[tie] === node ? 0 : 1);
    }
  }
  return ArcIndex.build({ nodeCount: ids.length + 1, sources, targets, probabilities });
}

const NO_INDEX = ArcIndex.build({ nodeCount: 1, sources: [], targets: [], probabilities: [] });
const ABORT_EVERY = 4096;
