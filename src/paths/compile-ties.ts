import { type AbortSignalLike, throwIfAborted } from "../base/index.js";
import type { Network } from "../network/index.js";
import type { TieEvidence } from "../people/index.js";
import { ArcIndex } from "../search/index.js";
import type { TieScorer } from "../ties/index.js";
import { Circles } from "./circles.js";

/** A network's ties in numbers. A tie's number is its place among those that are not private. */
export interface CompiledTies {
  readonly ids: readonly string[];
  /** The two ends and the evidence of each tie. */
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  readonly evidence: readonly TieEvidence[];
  /** Strength of each tie; changed where evidence changes. */
  readonly strengths: Float64Array;
  /** Consent of passing on over each tie, as the index was built. */
  readonly consents: Float64Array;
  readonly circles: Circles;
  readonly index: ArcIndex;
  /** 1 where a person is known by private ties alone. */
  readonly hidden: Uint8Array;
  /** Those at the other end of a person's private ties. */
  readonly privateContacts: ReadonlyMap<number, readonly number[]>;
}

interface Numbering {
  readonly ids: readonly string[];
  readonly numbers: ReadonlyMap<string, number>;
  readonly scorer: TieScorer;
}

/**
 * Problem: strength and consent of every tie. O(ties + sum of the smaller circles), most of it reading evidence.
 *
 * From a `previous` result under the same scorer a score is taken over where the evidence is the very same object and neither
 * end's circle has changed: then its overlap is the same too, and a score depends on nothing else.
 */
export function compileTies(
  network: Network,
  numbering: Numbering,
  previous: CompiledTies | undefined,
  signal: AbortSignalLike | undefined,
): CompiledTies {
  throwIfAborted(signal);
  const { ids, scorer } = numbering;
  const { from, to, evidence, privateContacts } = readTies(network, numbering);
  const circles = new Circles(ids.length, from, to);
  const hidden = new Uint8Array(ids.length);
  for (const node of privateContacts.keys()) if (circles.degree(node) === 0) hidden[node] = 1;
  const count = evidence.length;
  const strengths = new Float64Array(count);
  const probabilities = new Float64Array(count * 2);
  const consents = probabilities.subarray(0, count);
  const open = takeOver({ ids, from, to, evidence, strengths, consents }, numbering, previous);
  const overlaps = circles.overlaps(
    open.map((tie) => from[tie]!),
    open.map((tie) => to[tie]!),
  );
  for (let i = 0; i < open.length; i++) {
    if (i % ABORT_EVERY === 0) throwIfAborted(signal);
    const tie = open[i]!;
    const strength = scorer.strength(overlaid(evidence[tie]!, overlaps[i]!));
    strengths[tie] = strength;
    consents[tie] = scorer.consent({ strength, role: "relay" });
  }
  probabilities.copyWithin(count, 0, count);
  const sources = new Uint32Array(count * 2);
  const targets = new Uint32Array(count * 2);
  sources.set(from);
  sources.set(to, count);
  targets.set(to);
  targets.set(from, count);
  const index = ArcIndex.build({ nodeCount: ids.length + 1, sources, targets, probabilities });
  return { ids, from, to, evidence, strengths, consents, circles, index, hidden, privateContacts };
}

/** Evidence with the overlap of the two's circles, where it tells none itself and they have one. */
export function overlaid(evidence: TieEvidence, overlap: number): TieEvidence {
  if (overlap === 0 || evidence.overlap !== undefined) return evidence;
  const { interactions, connectedOn, closeness, contexts } = evidence;
  // Named one by one: a spread of each of a million ties takes longer than to score them.
  return { interactions, connectedOn, closeness, contexts, overlap } as TieEvidence;
}

function readTies(
  network: Network,
  { numbers }: Numbering,
): Pick<CompiledTies, "from" | "to" | "evidence" | "privateContacts"> {
  const evidence: TieEvidence[] = [];
  const from = new Uint32Array(network.tieCount);
  const to = new Uint32Array(network.tieCount);
  const privateContacts = new Map<number, number[]>();
  const addPrivate = (node: number, other: number): void => {
    const others = privateContacts.get(node);
    if (others === undefined) privateContacts.set(node, [other]);
    else others.push(other);
  };
  network.forEachTie((tie) => {
    const [a, b] = [numbers.get(tie.from) as number, numbers.get(tie.to) as number];
    if (tie.visibility === "private") {
      addPrivate(a, b);
      addPrivate(b, a);
      return;
    }
    from[evidence.length] = a;
    to[evidence.length] = b;
    evidence.push(tie.evidence);
  });
  const count = evidence.length;
  return { from: from.slice(0, count), to: to.slice(0, count), evidence, privateContacts };
}

/** Fills in the scores that still hold, and returns the numbers of the other ties. */
function takeOver(
  ties: Omit<CompiledTies, "circles" | "index" | "hidden" | "privateContacts">,
  { ids, numbers }: Numbering,
  previous: CompiledTies | undefined,
): Uint32Array {
  const { from, to, evidence, strengths, consents } = ties;
  const count = evidence.length;
  const open = new Uint32Array(count);
  if (previous === undefined) return open.map((_, tie) => tie);
  const nowOf = Int32Array.from(previous.ids, (id) => numbers.get(id) ?? -1);
  const touched = new Uint8Array(ids.length);
  const touch = (node: number): void => {
    if (node >= 0) touched[node] = 1;
  };
  const origins = new Int32Array(count).fill(-1);
  // Networks keep the order of their ties: what is new comes last, and what is gone is passed over.
  let at = 0;
  const known = previous.evidence.length;
  for (let tie = 0; tie < count; tie++) {
    let j = at;
    while (j < known && j < at + LOOK_AHEAD && previous.evidence[j] !== evidence[tie]) j++;
    const isFound = previous.evidence[j] === evidence[tie] && j < at + LOOK_AHEAD;
    if (isFound && nowOf[previous.from[j]!] === from[tie] && nowOf[previous.to[j]!] === to[tie]) {
      origins[tie] = j;
      for (; at < j; at++) {
        touch(nowOf[previous.from[at]!]!);
        touch(nowOf[previous.to[at]!]!);
      }
      at++;
    } else {
      touch(from[tie]!);
      touch(to[tie]!);
    }
  }
  for (; at < known; at++) {
    touch(nowOf[previous.from[at]!]!);
    touch(nowOf[previous.to[at]!]!);
  }
  let left = 0;
  for (let tie = 0; tie < count; tie++) {
    const origin = origins[tie]!;
    if (origin < 0 || touched[from[tie]!] === 1 || touched[to[tie]!] === 1) open[left++] = tie;
    else {
      strengths[tie] = previous.strengths[origin]!;
      consents[tie] = previous.consents[origin]!;
    }
  }
  return open.slice(0, left);
}

/** Ties that may have gone between two that stay. */
const LOOK_AHEAD = 64;
const ABORT_EVERY = 4096;
