import { type CampaignProblem, reachOf } from "./campaign-problem.js";

/**
 * A campaign in the making: chosen candidates, each with its week. Whatever is done to it, no capacity, cooldown, gap,
 * budget or weekly limit is broken, and no connector or target has two seekers.
 */
export class CampaignDraft {
  readonly #problem: CampaignProblem;
  /** Week of each candidate, -1 where it is not chosen. */
  readonly week: Int32Array;
  readonly #ofConnector: number[][];
  readonly #ofTarget: number[][];
  readonly #inWeek: Int32Array;
  /** The same of each seeker, one after the other. */
  readonly #ofSeeker: Int32Array;
  spent = 0;
  count = 0;

  constructor(problem: CampaignProblem) {
    this.#problem = problem;
    this.week = new Int32Array(problem.candidates.length).fill(-1);
    this.#ofConnector = problem.connectorIds.map(() => []);
    this.#ofTarget = problem.targetIds.map(() => []);
    this.#inWeek = new Int32Array(problem.weeks);
    this.#ofSeeker = new Int32Array(problem.weeks * problem.seekerIds.length);
  }

  /** The chosen candidates of one connector, or about one target. */
  chosenOf(kind: "connector" | "target", number: number): readonly number[] {
    return (kind === "connector" ? this.#ofConnector : this.#ofTarget)[number]!;
  }

  /** What adding the candidate brings, cost taken off. */
  gain(candidate: number): number {
    const { target, cost } = this.#problem.candidates[candidate]!;
    const set = this.#ofTarget[target]!;
    const { candidates, worth } = this.#problem;
    return worth[target]! * (reachOf(candidates, [...set, candidate]) - reachOf(candidates, set)) - cost;
  }

  /** What taking the candidate out loses, cost saved taken off. */
  loss(candidate: number): number {
    const { target, cost } = this.#problem.candidates[candidate]!;
    const set = this.#ofTarget[target]!;
    const { candidates, worth } = this.#problem;
    const rest = set.filter((other) => other !== candidate);
    return worth[target]! * (reachOf(candidates, set) - reachOf(candidates, rest)) - cost;
  }

  /** The first week in which the candidate fits, -1 where none does. */
  firstWeek(candidate: number): number {
    for (const week of this.weeksFor(candidate)) return week;
    return -1;
  }

  /** The weeks in which the candidate fits, rising. */
  *weeksFor(candidate: number): Generator<number> {
    const { limits, capacity, readyWeek, weeks, cooldownWeeks, gapWeeks, candidates } = this.#problem;
    const { connector, target, cost, seeker, readyWeek: ready } = candidates[candidate]!;
    const mine = this.#ofConnector[connector]!;
    const about = this.#ofTarget[target]!;
    if (mine.length >= capacity[connector]! || about.length >= limits.perTarget) return;
    if (this.spent + cost > limits.budget) return;
    const isOthers = (other: number): boolean => candidates[other]!.seeker !== seeker;
    if (mine.some(isOthers) || about.some(isOthers)) return;
    for (let week = Math.max(ready, readyWeek[connector]!); week < weeks; week++) {
      if (this.#inWeek[week]! + 1 > limits.asksPerWeek) continue;
      if (this.#ofSeeker[seeker * weeks + week]! + 1 > this.#problem.seekerPlaces) continue;
      if (this.#isClear(mine, week, cooldownWeeks) && this.#isClear(about, week, gapWeeks)) yield week;
    }
  }

  add(candidate: number, week: number): void {
    const { connector, target, cost, seeker } = this.#problem.candidates[candidate]!;
    this.#ofSeeker[seeker * this.#problem.weeks + week]!++;
    this.week[candidate] = week;
    this.#ofConnector[connector]!.push(candidate);
    this.#ofTarget[target]!.push(candidate);
    this.#inWeek[week]!++;
    this.spent += cost;
    this.count++;
  }

  remove(candidate: number): void {
    const { connector, target, cost, seeker } = this.#problem.candidates[candidate]!;
    this.#ofSeeker[seeker * this.#problem.weeks + this.week[candidate]!]!--;
    this.#inWeek[this.week[candidate]!]!--;
    this.week[candidate] = -1;
    for (const list of [this.#ofConnector[connector]!, this.#ofTarget[target]!]) {
      list.splice(list.indexOf(candidate), 1);
    }
    this.count--;
    // Summed anew where nothing is left, so that rounding does not build up.
    this.spent = this.count === 0 ? 0 : this.spent - cost;
  }

  /** Worth of the targets reached, summed in one order, costs taken off. */
  net(): number {
    let net = 0;
    this.#ofTarget.forEach((set, target) => {
      const sorted = [...set].sort((a, b) => a - b);
      net += this.#problem.worth[target]! * reachOf(this.#problem.candidates, sorted);
      for (const candidate of sorted) net -= this.#problem.candidates[candidate]!.cost;
    });
    return net;
  }

  chosen(): number[] {
    const chosen: number[] = [];
    this.week.forEach((week, candidate) => {
      if (week >= 0) chosen.push(candidate);
    });
    return chosen;
  }

  #isClear(others: readonly number[], week: number, apart: number): boolean {
    for (const other of others) if (Math.abs(this.week[other]! - week) < apart) return false;
    return true;
  }
}
