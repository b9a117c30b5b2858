import type { AskBlock } from "./ask-blocks.js";
import { mergeBlocks } from "./ask-blocks.js";
import type { CauseGroups, GroupOutcome } from "./cause-groups.js";
import { keyOfGroups, type Result, valueOfBlocks, withGroup, without } from "./policy-value.js";

/** What a bound on the play of a common cause needs of its program. */
export interface CauseGame {
  readonly groups: CauseGroups;
  /** Probability of the cause. */
  readonly chance: number;
  /** Of success; Infinity: try every route. */
  readonly value: number;
  /** Value x success - cost; without a value what success costs at the end counts. */
  worth(result: Result): number;
  /** The best play once the cause has failed. */
  afterFailure(groups: readonly number[]): Result;
  /** What some policy brings from here on; undefined where that is not known. */
  reached(groups: readonly number[]): number | undefined;
}

/**
 * An upper bound on every policy, drawn down by branch and bound. A state's bound is the better of two relaxations. In the one
 * the cause is told in advance (information relaxation, Brown, Smith and Sun 2010). In the other all but the group that came to
 * the cause is left when it fails. That may be more than `slack` above what a policy reaches. Then each possible ask
 * is looked at, with the bounds of the states behind it. Bounds of groups are what is counted: at most `work` of them.
 */
export class CauseBound {
  readonly #game: CauseGame;
  readonly #known = new Map<string, number>();
  readonly #drawn = new Map<string, number>();
  readonly #slack: number;
  #left: number;

  constructor(game: CauseGame, slack: number, work: number) {
    this.#game = game;
    this.#slack = slack;
    this.#left = work;
  }

  /** Bound from these groups on. */
  of(ids: readonly number[]): number {
    const { groups, value } = this.#game;
    const plain = this.#plainBound(ids);
    if (this.#left <= 0 || !ids.some((id) => groups.at(id).hasCause)) return plain;
    const reached = this.#game.reached(ids) ?? Number.NEGATIVE_INFINITY;
    if (plain - reached <= this.#slack) return plain;
    const key = keyOfGroups(ids);
    const known = this.#drawn.get(key);
    if (known !== undefined) return known;
    const moves: {
      readonly quick: number;
      readonly by: (bound: (ids: readonly number[]) => number) => number;
    }[] = [];
    for (let at = 0; at < ids.length; at++) {
      if (ids[at] === ids[at - 1]) continue;
      const rest = without(ids, at);
      for (const { probability, cost, yes, no } of groups.moves(ids[at]!)) {
        const by = (bound: (ids: readonly number[]) => number): number =>
          probability * this.#outcome(yes, rest, bound) +
          (1 - probability) * this.#outcome(no, rest, bound) -
          cost;
        moves.push({ quick: by((next) => this.#plainBound(next)), by });
      }
    }
    moves.sort((a, b) => b.quick - a.quick);
    let most = value < Number.POSITIVE_INFINITY ? 0 : Number.NEGATIVE_INFINITY;
    for (const { quick, by } of moves) {
      if (quick <= most) break;
      const near = quick <= reached + this.#slack;
      most = Math.max(
        most,
        near
          ? quick
          : Math.min(
              quick,
              by((next) => this.of(next)),
            ),
      );
    }
    const drawn = Math.min(plain, most);
    this.#drawn.set(key, drawn);
    return drawn;
  }

  #outcome(
    outcomes: readonly GroupOutcome[],
    rest: readonly number[],
    bound: (ids: readonly number[]) => number,
  ): number {
    const { chance: q, worth, afterFailure } = this.#game;
    const success = worth({ success: 1, cost: 0 });
    let sum = 0;
    for (const { chance, kind, group } of outcomes) {
      if (kind === "success") sum += chance * success;
      else {
        const next = group < 0 ? rest : withGroup(rest, group);
        sum += chance * (kind === "group" ? bound(next) : q * success + (1 - q) * worth(afterFailure(next)));
      }
    }
    return sum;
  }

  /** The better of the two relaxations. */
  #plainBound(ids: readonly number[]): number {
    const key = keyOfGroups(ids);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    this.#left -= ids.length;
    const { groups, chance, value, worth, afterFailure } = this.#game;
    const failed = worth(afterFailure(ids));
    let bound = Number.POSITIVE_INFINITY;
    const told = this.#merged(ids, () => 0);
    if (told !== undefined) bound = chance * worth(valueOfBlocks(told, value)) + (1 - chance) * failed;
    if (value < Number.POSITIVE_INFINITY) {
      const ended = this.#merged(ids, (at) => {
        const left = groups.leavesNothing(ids[at]!) ? worth(afterFailure(without(ids, at))) : failed;
        return (1 - chance) * Math.max(0, value - left);
      });
      if (ended !== undefined) bound = Math.min(bound, worth(valueOfBlocks(ended, value)));
    }
    this.#known.set(key, bound);
    return bound;
  }

  /** Blocks of all groups where the cause is sure and costs what is said; undefined where a group's are no optimum. */
  #merged(ids: readonly number[], costAt: (at: number) => number): readonly AskBlock[] | undefined {
    const lists: (readonly AskBlock[])[] = [];
    for (let at = 0; at < ids.length; at++) {
      if (at > 0 && ids[at] === ids[at - 1]) {
        lists.push(lists[at - 1]!);
        continue;
      }
      const { blocks, exact } = this.#game.groups.blocks(ids[at]!, costAt(at));
      if (!exact) return undefined;
      lists.push(blocks);
    }
    return lists.length === 0 ? [] : mergeBlocks(lists);
  }
}
