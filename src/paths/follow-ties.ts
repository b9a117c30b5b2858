import type { TieChange, Viewpoint } from "../network/index.js";
import { renumbered } from "../search/index.js";
import type { TieScorer } from "../ties/index.js";
import { arcOf, type CompiledTies, endsOfArc, indexOf, overlaid, scoreTie } from "./compile-ties.js";
import { longer, Neighbors, NO_NODE } from "./neighbors.js";
import type { Numbering } from "./numbering.js";
import { consentAt } from "./tie-scores.js";

/**
 * Problem: brings compiled ties, and the numbers of people, up to date with a network in which these changed. First what is gone goes out,
 * by the old numbers; then people get their new ones; then what is new comes in. A tie is scored anew where its own evidence may be
 * another. So it is where one of its people has other neighbors, since its overlap may be another then. O(changed ties and those of
 * their people), and one pass over all numbers where people came or went. Returns ids of all of whom something else may be known, and
 * the number that each old one has now, if that is another.
 *
 * `lists`: the open ties, and those with the masked ones where somebody has asked for them.
 */
export function followTies(
  lists: readonly CompiledTies[],
  view: Viewpoint,
  numbering: Numbering,
  scorer: TieScorer,
  changes: readonly TieChange[],
): { readonly people: ReadonlySet<string>; readonly moved: Int32Array | undefined } {
  const pairs = new Map<string, TieChange>();
  for (const one of changes) if (one.from !== one.to) pairs.set(JSON.stringify([one.from, one.to]), one);
  const changed = [...pairs.values()];
  const people = new Set(changes.flatMap(({ from, to }) => [from, to]));
  const views = [view, view.masked];
  const touched = new Set<string>();
  for (const [i, ties] of lists.entries()) takeOut(ties, views[i] as Viewpoint, numbering, changed, touched);
  const moved = numbering.follow(people, (id) => view.isKept(id));
  for (const [i, ties] of lists.entries()) {
    if (moved !== undefined) renumberTies(ties, moved, numbering, scorer);
    takeIn(ties, views[i] as Viewpoint, numbering, scorer, changed, touched, lists[0] as CompiledTies);
  }
  return { people, moved };
}

/** Takes out what of changed ties may not be used any more; `touched` gets ids of all whose neighbors are others, or will be. */
function takeOut(
  ties: CompiledTies,
  view: Viewpoint,
  numbering: Numbering,
  changed: readonly TieChange[],
  touched: Set<string>,
): void {
  const isMany = changed.length > MOST_MOVES;
  for (const { from, to } of changed) {
    const [a = NO_NODE, b = NO_NODE] = [numbering.of(from), numbering.of(to)];
    const tie = a === NO_NODE || b === NO_NODE ? -1 : ties.usable.tieBetween(a, b);
    const isUsed = view.evidenceOf(from, to) !== undefined;
    if (isUsed === tie >= 0) continue;
    touched.add(from).add(to);
    if (isUsed) continue;
    ties.from[tie] = ties.to[tie] = NO_NODE;
    ties.free.push(tie);
    if (!isMany) ties.usable.remove(a, b);
    ties.changed.set(arcOf(a, b), 0).set(arcOf(b, a), 0);
  }
  if (isMany) ties.usable = neighborsOf(ties, numbering);
}

/** Gives people the numbers that they have now: those of `moved`, rising. O(ties), but nothing is scored. */
function renumberTies(ties: CompiledTies, moved: Int32Array, numbering: Numbering, scorer: TieScorer): void {
  const { length } = numbering.ids;
  for (const ends of [ties.from, ties.to])
    for (let tie = 0; tie < ties.count; tie++) if (ends[tie] !== NO_NODE) ends[tie] = moved[ends[tie]!]!;
  ties.usable.renumber(moved, length);
  const laid = [...ties.changed];
  ties.changed.clear();
  if (moved.includes(-1)) {
    ties.index = indexOf(ties, numbering, scorer);
    return;
  }
  // The last node is kept free for a stranger.
  const nodes = new Int32Array(moved.length + 1).fill(length);
  nodes.set(moved);
  ties.index = renumbered(ties.index, nodes, length + 1);
  for (const [arc, consent] of laid) {
    const [source, target] = endsOfArc(arc);
    ties.changed.set(arcOf(moved[source]!, moved[target]!), consent);
  }
}

/** Takes in what is new of changed ties, and scores all that it bears on. `overlaps` are those of these neighbors. */
function takeIn(
  ties: CompiledTies,
  view: Viewpoint,
  numbering: Numbering,
  scorer: TieScorer,
  changed: readonly TieChange[],
  touched: ReadonlySet<string>,
  open: CompiledTies,
): void {
  const toScore = new Set<number>();
  const isMany = changed.length > MOST_MOVES;
  for (const { from, to } of changed) {
    if (view.evidenceOf(from, to) === undefined) continue;
    const [a, b] = [numbering.of(from) as number, numbering.of(to) as number];
    const known = ties.usable.tieBetween(a, b);
    const tie = known < 0 ? newTie(ties, a, b) : known;
    if (known < 0 && !isMany) ties.usable.add(a, b, tie);
    toScore.add(tie);
  }
  if (isMany) ties.usable = neighborsOf(ties, numbering);
  for (const id of touched) {
    const node = numbering.of(id);
    if (node !== undefined) for (const tie of ties.usable.tiesOf(node)) toScore.add(tie);
  }
  const numbers = Uint32Array.from(toScore);
  const [from, to] = [numbers.map((tie) => ties.from[tie]!), numbers.map((tie) => ties.to[tie]!)];
  const overlaps = open.usable.overlaps(from, to);
  for (const [i, tie] of numbers.entries()) {
    const [a, b] = [from[i]!, to[i]!];
    const before = ties.consents.slice(2 * tie, 2 * tie + 2);
    const evidence = view.evidenceOf(numbering.ids[a] as string, numbering.ids[b] as string);
    scoreTie(ties, tie, overlaid(evidence ?? {}, overlaps[i]!), scorer);
    const now = [consentAt(ties, scorer, tie, 0), consentAt(ties, scorer, tie, 1)] as const;
    if (now[0] !== before[0]) ties.changed.set(arcOf(a, b), now[0]);
    if (now[1] !== before[1]) ties.changed.set(arcOf(b, a), now[1]);
  }
  if (ties.changed.size <= Math.max(LEAST_LAID, ties.index.arcCount * MOST_LAID)) return;
  ties.index = indexOf(ties, numbering, scorer);
  ties.changed.clear();
}

function newTie(ties: CompiledTies, a: number, b: number): number {
  const tie = ties.free.pop() ?? ties.count++;
  if (tie >= ties.from.length) {
    for (const name of ["from", "to"] as const) ties[name] = longer(ties[name], tie + 1);
    for (const name of ["strengths", "silences", "consents"] as const)
      ties[name] = longer(ties[name], 2 * ties.from.length);
  }
  ties.from[tie] = a;
  ties.to[tie] = b;
  ties.consents.fill(Number.NaN, 2 * tie, 2 * tie + 2);
  return tie;
}

function neighborsOf({ from, to, count }: CompiledTies, { ids }: Numbering): Neighbors {
  return new Neighbors(ids.length, from.subarray(0, count), to.subarray(0, count));
}

/** Arcs that may lie over an index before it is built anew, and which part of its own: each costs every query a little. */
const LEAST_LAID = 1000;
const MOST_LAID = 1 / 128;
/** Ties put into or taken out of rows one by one; of more, rows are made anew. */
const MOST_MOVES = 16;
