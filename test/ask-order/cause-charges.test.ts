import { describe, expect, it } from "vitest";
import { type AskBlock, priceOf } from "../../src/ask-order/ask-blocks.js";
import { pairCharges, type SingleAsk } from "../../src/ask-order/cause-charges.js";
import { seededRandom } from "../support/random.js";

const INFINITE = Number.POSITIVE_INFINITY;

/**
 * The least that asking all may cost, over all orders: each ask costs what it costs, and as long as others are left also what asking it
 * before them costs where the cause fails. That is `failing` x a x the sum, over prices up to its own, of the chance that one of them succeeds.
 */
function leastCost(asks: readonly SingleAsk[], failing: number, value: number): number {
  if (asks.length === 0) return 0;
  const early = ({ plain }: SingleAsk, others: readonly SingleAsk[]): number => {
    const most = Math.min(value, priceOf(plain));
    const ends = [0, ...others.map((other) => priceOf(other.plain)).filter((price) => price < most), most];
    ends.sort((a, b) => a - b);
    let sum = 0;
    for (let i = 1; i < ends.length; i++) {
      const cheaper = others.filter((other) => priceOf(other.plain) <= ends[i - 1]!);
      const fail = cheaper.reduce((product, other) => product * (1 - other.plain.probability), 1);
      sum += (ends[i]! - ends[i - 1]!) * (1 - fail);
    }
    return failing * plain.probability * sum;
  };
  return Math.min(
    ...asks.map((ask, i) => {
      const others = asks.filter((_, other) => other !== i);
      const { probability, cost } = ask.told;
      return cost + early(ask, others) + (1 - probability) * leastCost(others, failing, value);
    }),
  );
}

/** Asking all in rising price. */
function inRisingPrice(blocks: readonly AskBlock[]): number {
  let [open, cost] = [1, 0];
  for (const block of [...blocks].sort((a, b) => priceOf(a) - priceOf(b))) {
    cost += open * block.cost;
    open *= 1 - block.probability;
  }
  return cost;
}

function boundOf(asks: readonly SingleAsk[], failing: number, value: number): number {
  const { charges, short } = pairCharges(asks, failing, value);
  expect(charges.length).toBe(asks.length);
  expect(Math.min(short, ...charges)).toBeGreaterThanOrEqual(0);
  return inRisingPrice(asks.map(({ told }, i) => ({ ...told, cost: told.cost + charges[i]! }))) - short;
}

/** Asks that may know the target (`plain`) or write as a stranger. */
function drawn(seed: number) {
  const { next } = seededRandom(seed);
  return (count: number): SingleAsk[] =>
    Array.from({ length: count }, () => {
      const [own, cold, cost] = [0.02 + 0.4 * next() * next(), 0.6 * next(), 0.1 + next()];
      return {
        plain: { probability: own, cost },
        told: { probability: own + (1 - own) * cold, cost: 0.3 * cost },
      };
    });
}

describe("what asks are charged for one another", () => {
  it("makes of two what the better order costs", () => {
    const ask = drawn(1);
    let charged = 0;
    for (let i = 0; i < 60; i++) {
      const asks = ask(2);
      const value = i % 3 === 0 ? 4 : INFINITE;
      const least = leastCost(asks, 0.7, value);
      const { charges, short } = pairCharges(asks, 0.7, value);
      expect(short).toBe(0);
      expect(boundOf(asks, 0.7, value)).toBeLessThanOrEqual(least + 1e-12);
      // Twelve times half of what was missing.
      const sum = charges[0]! + charges[1]!;
      const short12 = sum / (2 ** 12 - 1);
      expect(boundOf(asks, 0.7, value)).toBeGreaterThanOrEqual(least - short12 - 1e-12);
      if (sum > 0) charged++;
    }
    expect(charged).toBeGreaterThan(15);
  });

  it("never goes above the best order of several, and makes up most of what lies between", () => {
    const ask = drawn(2);
    let [apart, open] = [0, 0];
    for (let i = 0; i < 40; i++) {
      const asks = ask(3 + (i % 3));
      const value = i % 4 === 0 ? 5 : INFINITE;
      const least = leastCost(asks, 0.7, value);
      const bound = boundOf(asks, 0.7, value);
      expect(bound).toBeLessThanOrEqual(least + 1e-12);
      apart += least - bound;
      open += least - inRisingPrice(asks.map(({ told }) => told));
    }
    expect(apart).toBeLessThanOrEqual(0.04 * open);
  });

  it("charges the first 60 alone, for one another", () => {
    // Of equals none is charged for the others, which keeps the pairs few.
    const [one, ...others] = drawn(3)(6);
    const many = [...others, ...new Array<SingleAsk>(58).fill(one!)];
    const { charges, short } = pairCharges(many, 0.7, INFINITE);
    const first = pairCharges(many.slice(0, 60), 0.7, INFINITE);
    expect(charges).toEqual([...first.charges, 0, 0, 0]);
    expect(short).toBe(first.short);
    expect(Math.max(...first.charges)).toBeGreaterThan(0);
    expect(pairCharges([], 0.7, 4)).toEqual({ charges: [], short: 0 });
  });
});
