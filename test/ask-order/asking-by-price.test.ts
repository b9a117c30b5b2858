import { describe, expect, it } from "vitest";
import { comparePrice, priceOf } from "../../src/ask-order/ask-blocks.js";
import { cheapestMove, playByPrice } from "../../src/ask-order/cause-play.js";
import { causeWorlds, playedByPrice } from "../support/cause-worlds.js";
import { seededRandom } from "../support/random.js";

describe("asking by price beside a common cause", () => {
  it.each([0, 5, 10, 15, 20, 25, 30])(
    "brings what going through every answer says it does (worlds from %i)",
    (from) => {
      for (const { groups, chance, ids, value } of causeWorlds(5, from)) {
        for (const worth of [value, 2, 8]) {
          const game = { groups, chance, value: worth };
          const result = playByPrice(game, ids)!;
          const plain = playedByPrice(game, ids);
          expect(result.success).toBeCloseTo(plain.success, 10);
          expect(result.cost).toBeCloseTo(plain.cost, 10);
        }
      }
    },
  );

  it("begins in the first group of the lowest price, one that brings just its cost included", () => {
    const { below } = seededRandom(21);
    let [tied, stopped] = [0, 0];
    for (const { groups, chance, ids, numbers } of causeWorlds(5)) {
      const some = ids.filter(() => below(3) > 0);
      const prices = some.map((id) => priceOf(groups.blocks(id, chance).blocks[0]!));
      const least = Math.min(...prices);
      const first = prices.findIndex((price) => comparePrice(price, least) === 0);
      if (prices.filter((price) => comparePrice(price, least) === 0).length > 1) tied++;
      for (const [value, pays] of [
        [Number.POSITIVE_INFINITY, true],
        [least * (1 + 1e-9), true],
        [least, true],
        [least * (1 - 1e-9), false],
      ] as const) {
        const move = cheapestMove({ groups, chance, value }, some);
        if (some.length === 0 || (!pays && least > 0)) {
          expect(move).toBeUndefined();
          stopped++;
          continue;
        }
        expect([move!.at, move!.price]).toEqual([first, prices[first]]);
        const { asks } = groups.at(some[first]!);
        expect(asks[move!.index]).toBe(groups.blocks(some[first]!, chance).head);
        expect(numbers.cost[asks[move!.index]!]).toBeGreaterThanOrEqual(0);
      }
    }
    expect(Math.min(tied, stopped)).toBeGreaterThan(3);
  });
});
