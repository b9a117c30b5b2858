import { comparePrice, priceOf } from "./ask-blocks.js";
import type { NumberedRoutes } from "./ask-problem.js";
import { causeBound } from "./cause-bound.js";
import { CauseGroups, type GroupMove, type GroupOutcome } from "./cause-groups.js";
import { cheapestMove, type PricedGroups, playByPrice } from "./cause-play.js";
import { type CommonCause, groupsBeside } from "./common-cause.js";
import type { PolicyValue } from "./policy-search.js";
import { isBetter, keyOfGroups, type Result, valueOfBlocks, withGroups, without } from "./policy-value.js";
import type { ResidualRoutes } from "./residual-routes.js";

/** Success and cost from a state on, and what to ask: a group by its index in the state, and an index in the group. */
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
 * Where that is too much, one ask a state is taken. It is of the group of the lowest price if each had the cause for itself. The bound is
 * `causeBound`.
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
  readonly #priced: PricedGroups;
  #left: number;

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
    this.hopeless = probability * value < cost;
    this.#value = value < Number.POSITIVE_INFINITY ? Math.max(0, probability * value - cost) : value;
    this.#priced = { groups: this.#groups, chance: this.#chance, value: this.#value };
    this.#start = this.#groups.apart(inner).filter((group) => !this.#neverPays(group));
    this.#rule = this.#statesAtMost(maxStates) <= maxStates ? "every" : "cheapest";
    this.#left = maxStates;
  }

  get exact(): boolean {
    return this.hopeless || this.#rule === "every";
  }

  /** Success and cost from the start; undefined where single groups have too many states. */
  solve(): Pick<PolicyValue, "success" | "cost"> | undefined {
    if (this.hopeless) return { success: 0, cost: 0 };
    const inner = this.#rule === "every" ? this.#visit(this.#start) : playByPrice(this.#priced, this.#start);
    if (inner === undefined) return undefined;
    const { probability, cost } = this.#ending;
    return { success: inner.success * probability, cost: inner.cost + inner.success * cost };
  }

  /** What no policy exceeds in expected value; undefined where the groups do not allow it. */
  bound(): number | undefined {
    return causeBound(
      {
        groups: this.#groups,
        chance: this.#chance,
        value: this.#value,
        worth: (result) => this.#worth(result),
        afterFailure: (ids) => this.#causeFailed(ids),
      },
      this.#start,
    );
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
    this.#left = limit;
    const play = (this.#rule === "every" ? this.#visit(ids) : undefined) ?? this.#choose(ids);
    return play.move < 0 ? -1 : found[play.at]!.asks[play.move]!;
  }

  /** True where a group costs more than it brings even if the cause is sure: no best policy asks in it. */
  #neverPays(group: number): boolean {
    const { blocks, exact } = this.#groups.blocks(group, 1);
    return exact && comparePrice(priceOf(blocks[0]!), this.#value) > 0;
  }

  /** A bound on the states there are, once it is above `most` not worked out further. */
  #statesAtMost(most: number): number {
    let states = 1;
    for (let i = 0; i < this.#start.length && states <= most; ) {
      let end = i;
      while (this.#start[end] === this.#start[i]) end++;
      const others = this.#groups.states(this.#start[i]!, Math.min(most, MOST_STATES_OF_GROUP)) - 1;
      for (let k = 1; k <= end - i; k++) states = (states * (others + k)) / k;
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
    for (let at = 0; at < ids.length; at++) {
      if (ids[at] === ids[at - 1]) continue;
      for (const move of this.#groups.moves(ids[at]!)) {
        const rest = without(ids, at);
        const yes = this.#outcome(move.yes, rest);
        const no = yes && this.#outcome(move.no, rest);
        if (no === undefined) return undefined;
        best = this.#better(at, move, yes!, no, best);
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
    for (const { chance, kind, left } of outcomes) {
      if (kind === "success") {
        success += chance;
        continue;
      }
      const ids = withGroups(rest, left);
      const play = kind === "on" ? this.#visit(ids) : this.#causeFailed(ids);
      if (play === undefined) return undefined;
      const failed = kind === "on" ? chance : chance * (1 - this.#chance);
      success += failed * play.success + (chance - failed);
      cost += failed * play.cost;
    }
    return { success, cost };
  }

  /** The better of a move with its two results and what was best so far; of equals the first. */
  #better(at: number, move: GroupMove, yes: Result, no: Result, best: Play | undefined): Play {
    const p = move.probability;
    const success = p * yes.success + (1 - p) * no.success;
    const cost = move.cost + p * yes.cost + (1 - p) * no.cost;
    const found = { at, move: move.index, success, cost };
    if (best === undefined) return found;
    return isBetter(found, best, this.#value, best.move < 0, this.#ending.cost) ? found : best;
  }

  /** The group and move of the lowest price; to stop where none pays. */
  #choose(ids: readonly number[]): Play {
    const move = cheapestMove(this.#priced, ids);
    return move === undefined ? STOP : { at: move.at, move: move.index, success: 0, cost: 0 };
  }

  /** Playing on once the cause has failed: what is left is in groups that share nothing, so rising price is optimal. */
  #causeFailed(ids: readonly number[]): Play {
    const key = keyOfGroups(ids);
    let play = this.#after.get(key);
    if (play === undefined) {
      play = { ...STOP, ...valueOfBlocks(this.#groups.blocksAfterFailure(ids), this.#value) };
      this.#after.set(key, play);
    }
    return play;
  }
}

/** States of one group beyond which it is not gone through. */
const MOST_STATES_OF_GROUP = 2_000;
const STOP: Play = { success: 0, cost: 0, at: -1, move: -1 };
