import { CampaignDraft } from "./campaign-draft.js";
import type { CampaignProblem } from "./campaign-problem.js";
import { placeInWeeks } from "./place-in-weeks.js";

/** Called now and then; throws where the work is to end. */
export type Tick = () => void;

/**
 * Lazy greedy (Minoux 1978). Gains only fall as asks are added, so the gain of an earlier round bounds it and few are
 * worked out anew. `merit` turns a gain into the order of choice (larger first, then the candidate's number); it must
 * rise with the gain. Chooses what plain greedy chooses.
 */
export function greedy(
  problem: CampaignProblem,
  merit: (gain: number, candidate: number) => number,
  tick: Tick,
): CampaignDraft {
  const draft = new CampaignDraft(problem);
  const heap: { candidate: number; merit: number; round: number }[] = [];
  problem.candidates.forEach((_, candidate) => {
    const gain = draft.gain(candidate);
    if (gain > 0 && merit(gain, candidate) > 0)
      heap.push({ candidate, merit: merit(gain, candidate), round: 0 });
  });
  heap.sort(before);
  for (let steps = 0; heap.length > 0; steps++) {
    if (steps % 1024 === 0) tick();
    const top = heap[0]!;
    const week = draft.firstWeek(top.candidate);
    const gain = week < 0 ? 0 : draft.gain(top.candidate);
    const worth = gain > 0 ? merit(gain, top.candidate) : 0;
    // What does not fit now never will: adding frees nothing.
    if (worth <= 0) replaceTop(heap, undefined);
    else if (top.round === draft.count) {
      draft.add(top.candidate, week);
      replaceTop(heap, undefined);
    } else replaceTop(heap, { candidate: top.candidate, merit: worth, round: draft.count });
  }
  return draft;
}

/**
 * Exchange, as long as it gains. It adds an ask that fits, or puts one in the place of the ask in its way that loses
 * least. In its way is one of the same connector or target, or the least of all where budget or week binds. At most
 * `passes` times over all.
 */
export function exchange(problem: CampaignProblem, draft: CampaignDraft, passes: number, tick: Tick): void {
  for (let pass = 0; pass < passes; pass++) {
    let better = false;
    const cheapest = weakest(draft);
    problem.candidates.forEach((_, candidate) => {
      if (candidate % 1024 === 0) tick();
      if (draft.week[candidate]! < 0 && improve(problem, draft, candidate, cheapest)) better = true;
    });
    if (!better) return;
  }
}

/**
 * Tries every set of at most a dozen candidates, and of each that could be best whether weeks can be found for it.
 * Without a better set than `draft`, that one is given back.
 */
export function exhaust(problem: CampaignProblem, draft: CampaignDraft, tick: Tick): CampaignDraft {
  let best = draft;
  let value = draft.net();
  const { candidates, worth, limits } = problem;
  // No set brings more than its asks bring one by one.
  const alone = candidates.map((one) => Math.max(0, worth[one.target]! * one.alone - one.cost));
  const after = alone.map((_, i) => alone.slice(i).reduce((a, b) => a + b, 0));
  const grow = (from: number, chosen: readonly number[], spent: number): void => {
    tick();
    if (chosen.length > 0 && spent <= limits.budget) {
      const trial = netOf(problem, chosen);
      if (trial > value + EPSILON) {
        const weeks = placeInWeeks(problem, chosen, tick);
        if (weeks !== undefined) {
          best = new CampaignDraft(problem);
          for (const candidate of chosen) best.add(candidate, weeks.get(candidate) as number);
          value = trial;
        }
      }
    }
    const here = chosen.reduce((sum, i) => sum + alone[i]!, 0);
    for (let i = from; i < candidates.length && here + after[i]! > value + EPSILON; i++) {
      if (alone[i]! > 0) grow(i + 1, [...chosen, i], spent + candidates[i]!.cost);
    }
  };
  grow(0, [], 0);
  return best;
}

function improve(
  problem: CampaignProblem,
  draft: CampaignDraft,
  candidate: number,
  cheapest: readonly number[],
): boolean {
  const { connector, target, alone, cost } = problem.candidates[candidate]!;
  const plain = draft.gain(candidate);
  const week = plain > EPSILON ? draft.firstWeek(candidate) : -1;
  if (week >= 0) {
    draft.add(candidate, week);
    return true;
  }
  const most = problem.worth[target]! * alone - cost;
  const rivals = new Set([
    ...draft.chosenOf("connector", connector),
    ...draft.chosenOf("target", target),
    ...cheapest,
  ]);
  for (const rival of rivals) {
    const old = draft.week[rival]!;
    if (old < 0) continue;
    const loss = draft.loss(rival);
    draft.remove(rival);
    // No gain is more than what the ask brings alone.
    const isBetter = most > loss && draft.gain(candidate) > loss + EPSILON;
    const fit = isBetter ? draft.firstWeek(candidate) : -1;
    if (fit >= 0) {
      draft.add(candidate, fit);
      return true;
    }
    draft.add(rival, old);
  }
  return false;
}

/** The few chosen asks that lose least. */
function weakest(draft: CampaignDraft): number[] {
  const rated = draft.chosen().map((candidate) => ({ candidate, loss: draft.loss(candidate) }));
  rated.sort((a, b) => a.loss - b.loss || a.candidate - b.candidate);
  return rated.slice(0, 3).map(({ candidate }) => candidate);
}

function netOf(problem: CampaignProblem, chosen: readonly number[]): number {
  const draft = new CampaignDraft(problem);
  for (const candidate of chosen) draft.add(candidate, 0);
  return draft.net();
}

interface Entry {
  readonly candidate: number;
  readonly merit: number;
  readonly round: number;
}

function before(a: Entry, b: Entry): number {
  return b.merit - a.merit || a.candidate - b.candidate;
}

/** Puts an entry (or the last one) in the place of the heap's first and lets it sink. */
function replaceTop(heap: Entry[], entry: Entry | undefined): void {
  const item = entry ?? heap.pop()!;
  if (heap.length === 0) return;
  let at = 0;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && before(heap[child + 1]!, heap[child]!) < 0) child++;
    if (before(item, heap[child]!) <= 0) break;
    heap[at] = heap[child]!;
    at = child;
  }
  heap[at] = item;
}

/** Gains below this are rounding, favor points. */
const EPSILON = 1e-9;
