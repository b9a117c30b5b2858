import { mergeBlocks, priceOf } from "./ask-blocks.js";
import type { NumberedRoutes } from "./ask-problem.js";
import { CauseBound, type CauseGame } from "./cause-bound.js";
import { CauseGroups, type GroupMove, type GroupOutcome } from "./cause-groups.js";
import { type CommonCause, groupsBeside } from "./common-cause.js";
import type { PolicyValue } from "./policy-search.js";
import { keyOfGroups, type Result, valueOfBlocks, withGroup, without } from "./policy-value.js";
import type { ResidualRoutes } from "./residual-routes.js";
import { comparePrice, TIE } from "./route-structure.js";

/** Success and cost from a state on, and what to ask: a group by its place in the state, and a place in the group. */
interface Play {
  readonly success: number;
  readonly cost: number;
  readonly at: number;
  readonly move: number;
}

/**
 * Dynamic programming where a common cause ties the routes together. While the cause is not known a state is how many groups
 * of each form are left, so that connectors of one type count together. Once it is known, rising price is optimal. No fixed
 * order of priority is optimal before. States: at most the product of (1 + groups of a form) for groups of one ask each.
 * Where that is too much, one ask a state is taken. It is of the group of the lowest price when the cause, should all hang on it, ends the
 * search at what is left then. The bound is the better of two relaxations. In one the cause is told in advance (information relaxation,
 * Brown, Smith and Sun 2010). In the other no group is used up before the cause fails.
 */
export class CauseSearch {
  readonly #groups: CauseGroups;
  readonly #cause: number;
  readonly #chance: number;
  /** What reaching the end of the inner routes is worth; Infinity: try every route. */
  readonly #value: number;
  /** True where the asks that all routes end in cost more than they bring: nothing is asked. */
  readonly hopeless: boolean;
  readonly #ending: { readonly probability: number; readonly cost: number };
  readonly #start: readonly number[];
  readonly #rule: "every" | "cheapest";
  readonly #known = new Map<string, Play>();
  readonly #after = new Map<string, Play>();
  #left = 0;

  constructor(
    numbers: NumberedRoutes,
    residual: ResidualRoutes,
    { cause, inner, last }: CommonCause,
    value: number,
    maxStates: number,
  ) {
    this.#cause = cause;
    this.#chance = numbers.probability[cause]!;
    this.#groups = new CauseGroups(numbers, residual, cause);
    let probability = 1;
    let cost = 0;
    for (const ask of last) {
      cost += probability * numbers.cost[ask]!;
      probability *= numbers.probability[ask]!;
    }
    this.#ending = { probability, cost };
    this.hopeless = value < Number.POSITIVE_INFINITY && probability * value < cost;
    this.#value = value < Number.POSITIVE_INFINITY ? Math.max(0, probability * value - cost) : value;
    this.#start = groupsBeside(cause, inner)
      .map((group) => this.#groups.intern(group).group)
      .filter((group) => !this.#neverPays(group))
      .sort((a, b) => a - b);
    this.#rule = this.#statesAtMost(maxStates) <= maxStates ? "every" : "cheapest";
    this.#left = this.#rule === "every" ? maxStates : PLAY_OUT_STATES;
  }

  get exact(): boolean {
    return this.hopeless || this.#rule === "every";
  }

  /** States opened so far. */
  get states(): number {
    return this.#known.size;
  }

  /** Success and cost from the start; undefined where playing out takes too many states. */
  solve(): Pick<PolicyValue, "success" | "cost"> | undefined {
    if (this.hopeless) return { success: 0, cost: 0 };
    const inner = this.#visit(this.#start);
    if (inner === undefined) return undefined;
    const { probability, cost } = this.#ending;
    return { success: inner.success * probability, cost: inner.cost + inner.success * cost };
  }

  /** What no policy exceeds in expected value, drawn down towards what this one brings until `gap` is left of it. */
  bound(gap: number, work: number): number {
    const reached = this.#worth(this.#visit(this.#start)!);
    const game: CauseGame = {
      groups: this.#groups,
      chance: this.#chance,
      value: this.#value,
      worth: (result) => this.#worth(result),
      afterFailure: (ids) => this.#causeFailed(ids),
      reached: (ids) => {
        const play = this.#visit(ids);
        return play === undefined ? undefined : this.#worth(play);
      },
    };
    this.#left = PLAY_OUT_STATES;
    return new CauseBound(game, gap * Math.abs(reached), work).of(this.#start);
  }

  #worth({ success, cost }: Result): number {
    return (this.#value < Number.POSITIVE_INFINITY ? this.#value : -this.#ending.cost) * success - cost;
  }

  /** The ask to make where the cause is not known and no free ask is possible: its number, or -1 for stop. */
  choice(inner: readonly (readonly number[])[], limit: number): number {
    const found = groupsBeside(this.#cause, inner)
      .map((group) => this.#groups.intern(group))
      .sort((a, b) => a.group - b.group);
    const ids = found.map(({ group }) => group);
    if (!this.#known.has(keyOfGroups(ids))) this.#left = Math.max(1, limit);
    const play = this.#visit(ids) ?? this.#choose(ids);
    return play === undefined || play.move < 0 ? -1 : found[play.at]!.asks[play.move]!;
  }

  /** True where a group costs more than it brings even if the cause is sure: no best policy asks in it. */
  #neverPays(group: number): boolean {
    const { blocks, exact } = this.#groups.blocks(group, 0);
    return exact && comparePrice(priceOf(blocks[0]!), this.#value) > 0;
  }

  /** A bound on the states there are, once it is above `most` not worked out further. */
  #statesAtMost(most: number): number {
    let states = 1;
    for (let i = 0; i < this.#start.length && states <= most; ) {
      let end = i;
      while (this.#start[end] === this.#start[i]) end++;
      const forms = this.#groups.reachable(this.#start[i]!, 50);
      for (let k = 1; k <= end - i; k++) states = (states * (forms + k)) / k;
      i = end;
    }
    return states;
  }

  #visit(ids: readonly number[]): Play | undefined {
    if (!ids.some((id) => this.#groups.at(id).hasCause)) return this.#causeFailed(ids);
    const key = keyOfGroups(ids);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    if (this.#left-- <= 0) return undefined;
    let best: Play | undefined = this.#value < Number.POSITIVE_INFINITY ? STOP : undefined;
    const asked = this.#rule === "every" ? undefined : this.#choose(ids);
    for (let at = 0; at < ids.length; at++) {
      if (ids[at] === ids[at - 1] || (asked !== undefined && asked.at !== at)) continue;
      for (const move of this.#groups.moves(ids[at]!)) {
        if (asked !== undefined && asked.move !== move.place) continue;
        const rest = without(ids, at);
        const yes = this.#outcome(move.yes, rest);
        const no = yes && this.#outcome(move.no, rest);
        if (yes === undefined || no === undefined) return undefined;
        best = this.#better(at, move, yes, no, best);
      }
    }
    this.#known.set(key, best!);
    return best;
  }

  #outcome(
    outcomes: readonly GroupOutcome[],
    rest: readonly number[],
  ): { success: number; cost: number } | undefined {
    let success = 0;
    let cost = 0;
    for (const { chance, kind, group } of outcomes) {
      if (kind === "success") {
        success += chance;
        continue;
      }
      const ids = group < 0 ? rest : withGroup(rest, group);
      const play = kind === "group" ? this.#visit(ids) : this.#causeFailed(ids);
      if (play === undefined) return undefined;
      const failed = kind === "group" ? chance : chance * (1 - this.#chance);
      success += failed * play.success + (chance - failed);
      cost += failed * play.cost;
    }
    return { success, cost };
  }

  /** As in `PolicySearch`: gains that differ by rounding only are equal, and asking goes before stopping. */
  #better(at: number, move: GroupMove, yes: Result, no: Result, best: Play | undefined): Play {
    const p = move.probability;
    const success = p * yes.success + (1 - p) * no.success;
    const cost = move.cost + p * yes.cost + (1 - p) * no.cost;
    const found = { at, move: move.place, success, cost };
    if (best === undefined) return found;
    if (this.#value === Number.POSITIVE_INFINITY) {
      const end = this.#ending.cost;
      return cost + success * end < (best.cost + best.success * end) * (1 - TIE) ? found : best;
    }
    const gain = this.#value * success - cost - (this.#value * best.success - best.cost);
    const slack = TIE * (this.#value * success + cost);
    return (best.move < 0 ? gain >= -slack : gain > slack) ? found : best;
  }

  /** The group and move of the lowest price where the cause ends the search at what is left then; undefined where none pays. */
  #choose(ids: readonly number[]): Play | undefined {
    const costOfCause = this.#priceOfCause(ids);
    let best: Play | undefined;
    let least = Number.POSITIVE_INFINITY;
    for (let at = 0; at < ids.length; at++) {
      if (ids[at] === ids[at - 1]) continue;
      const { blocks, head } = this.#groups.blocks(ids[at]!, costOfCause);
      const price = priceOf(blocks[0]!);
      if (best !== undefined && comparePrice(price, least) >= 0) continue;
      least = price;
      best = { at, move: this.#groups.at(ids[at]!).asks.indexOf(head), success: 0, cost: 0 };
    }
    return comparePrice(least, this.#value) > 0 ? STOP : best;
  }

  /** What it costs, against success, that all hangs on the cause: it may fail, and then the rest is left. */
  #priceOfCause(ids: readonly number[]): number {
    const { success, cost } = this.#causeFailed(ids);
    const bounded = this.#value < Number.POSITIVE_INFINITY;
    const lost = bounded ? this.#value - (this.#value * success - cost) : cost;
    return (1 - this.#chance) * Math.max(0, lost);
  }

  /** Playing on once the cause has failed: what is left is in groups that share nothing, so rising price is optimal. */
  #causeFailed(ids: readonly number[]): Play {
    const plain = ids
      .map((id) => this.#groups.plain(id))
      .filter((id) => id >= 0)
      .sort((a, b) => a - b);
    const key = keyOfGroups(plain);
    let play = this.#after.get(key);
    if (play === undefined) {
      const lists = plain.map((id) => this.#groups.blocks(id, 0).blocks);
      const { success, cost } = valueOfBlocks(lists.length === 0 ? [] : mergeBlocks(lists), this.#value);
      play = { success, cost, at: -1, move: -1 };
      this.#after.set(key, play);
    }
    return play;
  }
}

/** States over which a policy that is not optimal is played out. */
const PLAY_OUT_STATES = 20_000;
const STOP: Play = { success: 0, cost: 0, at: -1, move: -1 };
