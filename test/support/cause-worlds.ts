import { mergeBlocks } from "../../src/ask-order/ask-blocks.js";
import { numberRoutes } from "../../src/ask-order/ask-problem.js";
import { CauseGroups } from "../../src/ask-order/cause-groups.js";
import { cheapestMove, type PricedGroups } from "../../src/ask-order/cause-play.js";
import { commonCauseOf } from "../../src/ask-order/common-cause.js";
import {
  keyOfGroups,
  type Result,
  valueOfBlocks,
  withGroups,
  without,
} from "../../src/ask-order/policy-value.js";
import { ResidualRoutes } from "../../src/ask-order/residual-routes.js";
import type { AskPolicyInput } from "../../src/planning/index.js";
import { equalGuesses, guessedWorld, mixedGuesses, sureGuesses } from "./guessed-worlds.js";
import { seededRandom } from "./random.js";

const shapes = [
  { connectors: 3, behind: 0.3 },
  { connectors: 3, twoWays: 0.6, seen: 0.2 },
  { connectors: 3, perColleague: 3, twoWays: 0.3 },
];
/** A world of guesses as its search has it: the groups of routes beside the cause, the last ask taken off. */
export function causeWorld(input: AskPolicyInput) {
  const numbers = numberRoutes(input);
  const residual = new ResidualRoutes();
  const routes = residual.routes(residual.start(numbers.routes));
  const common = commonCauseOf(routes, numbers);
  if (common === undefined) return undefined;
  const groups = new CauseGroups(numbers, residual, common.cause);
  const chance = numbers.probability[common.cause]!;
  /** The same routes with the names of their asks, and the cause of this chance. */
  const named = (some: readonly (readonly number[])[], causeChance: number) => {
    const used = [...new Set(some.flat())];
    return {
      asks: used.map((ask) => ({
        id: `${ask}`,
        probability: ask === common.cause ? causeChance : numbers.probability[ask]!,
        cost: numbers.cost[ask]!,
      })),
      routes: some.map((route) => route.map(String)),
    };
  };
  const value = input.value === undefined ? Number.POSITIVE_INFINITY : input.value / 4;
  return { numbers, groups, common, chance, named, ids: groups.apart(common.inner), value };
}
/** As plans have them, and of all kinds. */
export function causeWorlds(count: number, from = 0) {
  const plans = Array.from({ length: count }, (_, i) => guessedWorld(from + i, shapes[i % 3]!));
  const mixed = Array.from({ length: count }, (_, i) => mixedGuesses(seededRandom(from + i)));
  // Half of the asks of these are sure.
  const sure = mixed.map((input, i) => {
    const { chance } = seededRandom(i);
    const isSure = (id: string) => id !== "cold" && chance(0.5);
    return { ...input, asks: input.asks.map((ask) => (isSure(ask.id) ? { ...ask, probability: 1 } : ask)) };
  });
  const equal = Array.from({ length: count }, (_, i) => equalGuesses(seededRandom(from + i)));
  const surest = Array.from({ length: count }, (_, i) => sureGuesses(seededRandom(from + i)));
  return [...plans, ...mixed, ...sure, ...equal, ...surest]
    .map(causeWorld)
    .filter((world) => world !== undefined);
}

/** Asking by `cheapestMove`, every answer gone through; once the cause has failed, in rising price. */
export function playedByPrice(game: PricedGroups, start: readonly number[]): Result {
  const { groups, chance, value } = game;
  const known = new Map<string, Result>();
  const failing = (ids: readonly number[]): Result => {
    const lists = ids
      .map((id) => groups.plain(id))
      .filter((id) => id >= 0)
      .map((id) => groups.blocks(id, 1).blocks);
    return lists.length === 0 ? { success: 0, cost: 0 } : valueOfBlocks(mergeBlocks(lists), value);
  };
  const play = (ids: readonly number[]): Result => {
    const found = known.get(keyOfGroups(ids));
    if (found !== undefined) return found;
    const next = cheapestMove(game, ids);
    if (next === undefined) return { success: 0, cost: 0 };
    const move = groups.moves(ids[next.at]!).find(({ index }) => index === next.index)!;
    let [success, cost] = [0, move.cost];
    for (const [outcomes, p] of [
      [move.yes, move.probability],
      [move.no, 1 - move.probability],
    ] as const) {
      for (const { kind, chance: share, left } of outcomes) {
        const then = withGroups(without(ids, next.at), left);
        const held = kind === "success" ? 1 : kind === "cause" ? chance : 0;
        const rest =
          kind === "success" ? { success: 0, cost: 0 } : kind === "cause" ? failing(then) : play(then);
        success += p * share * (held + (1 - held) * rest.success);
        cost += p * share * (1 - held) * rest.cost;
      }
    }
    known.set(keyOfGroups(ids), { success, cost });
    return { success, cost };
  };
  return play(start);
}
