import { minOf } from "../base/extremes.js";
import { type AskBlock, blocksAfter, mergeBlocks, priceOf } from "./ask-blocks.js";
import { pairCharges, type SingleAsk } from "./cause-charges.js";
import type { CauseGroups, GroupMove } from "./cause-groups.js";
import { type Result, valueOfBlocks } from "./policy-value.js";

/** What a bound on the play of a common cause needs of its search. */
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
}

/**
 * An upper bound on every policy: information relaxation with a penalty (Brown, Smith and Sun 2010). Whoever is told the cause in
 * advance plays best in both cases. The penalty is what an ask costs, where the cause fails, against the best play there. It counts as a
 * cost where the cause holds. It depends on which groups are left, by `pairCharges`. Undefined where a group's blocks are no optimum.
 */
export function causeBound(game: CauseGame, ids: readonly number[]): number | undefined {
  const { chance, value, worth, afterFailure } = game;
  const told = chargedTogether(game, ids);
  if (told === undefined) return undefined;
  const { success, cost } = valueOfBlocks(told.blocks, chance * value);
  const held = worth({ success, cost: cost / chance });
  return chance * held + (1 - chance) * worth(afterFailure(ids)) + told.short;
}

/** Groups that are open at one time, where the cause is sure; `short` is taken off the bound. */
interface Open {
  readonly blocks: readonly AskBlock[];
  readonly short: number;
}

/** Charges single asks for one another. What else is open only adds to what either order costs, so it is left out of that. */
function chargedTogether(game: CauseGame, ids: readonly number[]): Open | undefined {
  const known = new Map<number, Told | undefined>();
  const lists: (readonly AskBlock[])[] = [];
  const singles: (SingleAsk & { readonly at: number })[] = [];
  let below = 0;
  for (const id of ids) {
    if (!known.has(id)) known.set(id, toldOf(game, id));
    const told = known.get(id);
    if (told === undefined) return undefined;
    if (told.plain !== undefined)
      singles.push({ told: told.blocks[0]!, plain: told.plain, at: lists.length });
    lists.push(told.blocks);
    below += told.short;
  }
  const { charges, short } = pairCharges(singles, 1 - game.chance, game.value);
  singles.forEach(({ at, told: { probability, cost } }, i) => {
    lists[at] = [{ probability, cost: cost + charges[i]! }];
  });
  return { blocks: mergeBlocks(lists), short: short + below };
}

/** A group where the cause is sure; `plain` is what it is where the cause fails, if it is one ask that leaves nothing. */
interface Told extends Open {
  readonly plain?: AskBlock | undefined;
}

/** An ask costs `chance` of its cost, and its penalty where the cause fails. */
function toldOf(game: CauseGame, id: number): Told | undefined {
  const { groups, chance } = game;
  const [move, ...others] = groups.moves(id);
  const { probability, yes } = move!;
  const next = yes.find(({ left }) => left.length > 0);
  const opens = next?.kind === "on" && next.chance === 1;
  if (others.length > 0 || (next !== undefined && !opens)) {
    const { blocks, exact } = groups.blocksAtCost(id, 1, costsWithPenalty(game, id));
    return exact ? { blocks, short: 0 } : undefined;
  }
  const cost = chance * move!.cost + (1 - chance) * penaltyOf(game, id, move!);
  if (next !== undefined) {
    const below = chargedTogether(game, next.left);
    return (
      below && {
        blocks: blocksAfter(probability, cost, below.blocks),
        short: probability * below.short,
      }
    );
  }
  const won = yes.reduce((sum, one) => sum + (one.kind === "on" ? 0 : one.chance), 0);
  const blocks = [{ probability: probability * won, cost }];
  return { blocks, short: 0, plain: groups.blocksAfterFailure([id])[0] };
}

/** What the asks of a group cost, each with its least penalty, whatever was answered before. */
function costsWithPenalty(game: CauseGame, id: number): number[] {
  const { groups, chance } = game;
  const least = new Map<string, number>();
  const costs: number[] = [];
  const forms = [...groups.reachable(id, MOST_FORMS)];
  for (const form of forms) {
    for (const move of groups.moves(form)) {
      const key = groups.formOf(groups.at(form).asks[move.index]!);
      const penalty = forms.length < MOST_FORMS ? penaltyOf(game, form, move) : 0;
      const full = chance * move.cost + (1 - chance) * penalty;
      least.set(key, Math.min(full, least.get(key) ?? full));
    }
  }
  for (const ask of groups.at(id).asks) costs[ask] = least.get(groups.formOf(ask)) ?? 0;
  return costs;
}

/**
 * What an ask costs where the cause fails, against the best play there, whatever the other groups leave of the value. That is a mean,
 * over values, of what it costs with the group alone. Over the value this is made of straight lines: the least is at one of their ends.
 */
function penaltyOf({ groups, value }: CauseGame, id: number, move: GroupMove): number {
  const before = groups.blocksAfterFailure([id]);
  const after = (
    [
      [move.yes, move.probability],
      [move.no, 1 - move.probability],
    ] as const
  ).flatMap(([outcomes, chance]) =>
    outcomes
      .filter(({ kind }) => kind !== "success")
      .map((outcome) => ({
        chance: chance * outcome.chance,
        blocks: groups.blocksAfterFailure(outcome.left),
      })),
  );
  const at = (worth: number): number => {
    const lost = (blocks: readonly AskBlock[]): number => {
      const { success, cost } = valueOfBlocks(blocks, worth);
      return cost + (worth < Number.POSITIVE_INFINITY ? worth * (1 - success) : 0);
    };
    return after.reduce((sum, { chance, blocks }) => sum + chance * lost(blocks), move.cost) - lost(before);
  };
  const ends = [...before, ...after.flatMap(({ blocks }) => blocks)].map(priceOf);
  return Math.max(0, Math.min(at(value), minOf(ends.filter((end) => end < value).map(at))));
}

/** Forms of a group beyond this many are not gone through. */
const MOST_FORMS = 200;
