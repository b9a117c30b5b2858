import type { AskNumbers } from "./ask-problem.js";
import { curveOfAsk, NO_CURVE, type PriceCurve } from "./price-curve.js";

type Route = readonly number[];

/**
 * What no policy exceeds, at every value up to `most`. Each cost is charged only when success comes by way of its ask. Ask k with price u_k
 * charges u_k, less what the asks that only k opens charge on that route, and never less than 0. The price is set so that the
 * expected charge is at most the cost. For chains and forests it is the price of the index. A clairvoyant who pays these charges takes
 * the cheapest route that is all yes.
 */
export function chargeCurve(routes: readonly Route[], numbers: AskNumbers, most: number): PriceCurve {
  const work = new Charges(routes, numbers);
  return leastCharge(
    routes.map((route) => ({ at: work.charge(route, -1), asks: route })),
    numbers,
    most,
  );
}

/** What asks and routes charge. */
class Charges {
  readonly #numbers: AskNumbers;
  readonly #holders = new Map<number, Route[]>();
  /** For each ask one that comes before it in all its routes, as late as possible in the first of them; -1 where none does. */
  readonly #opener = new Map<number, number>();
  readonly #price = new Map<number, number>();

  constructor(routes: readonly Route[], numbers: AskNumbers) {
    this.#numbers = numbers;
    for (const route of routes) {
      for (const ask of route) {
        const known = this.#holders.get(ask);
        if (known === undefined) this.#holders.set(ask, [route]);
        else known.push(route);
      }
    }
    for (const [ask, through] of this.#holders) {
      const first = through[0]!;
      const opens = (other: number) =>
        through.every((route) => {
          const at = route.indexOf(other);
          return at >= 0 && at < route.indexOf(ask);
        });
      let at = first.indexOf(ask) - 1;
      if (through.length > 1) while (at >= 0 && !opens(first[at]!)) at--;
      this.#opener.set(ask, at < 0 ? -1 : first[at]!);
    }
  }

  /** What the asks of a route that hang on `opener` charge together (-1: those that hang on none). */
  charge(route: Route, opener: number): number {
    let sum = 0;
    for (const ask of route) {
      if (this.#opener.get(ask) === opener) sum += Math.max(this.#priceOf(ask), this.charge(route, ask));
    }
    return sum;
  }

  #priceOf(ask: number): number {
    const known = this.#price.get(ask);
    if (known !== undefined) return known;
    const { probability, cost } = this.#numbers;
    const [p, c] = [probability[ask]!, cost[ask]!];
    const through = this.#holders.get(ask)!;
    let price = 0;
    const steps = through.map((route) => ({ at: this.charge(route, ask), asks: this.#hung(route, ask) }));
    if (steps.some(({ asks }) => asks.length === 0)) price = c / p;
    else if (steps.length === 1) {
      const [{ at, asks }] = steps as [Step];
      price = at + c / asks.reduce((product, other) => product * probability[other]!, p);
    } else {
      const below = leastCharge(steps, this.#numbers, Number.POSITIVE_INFINITY);
      price = curveOfAsk(p, c, below, NO_CURVE, Number.POSITIVE_INFINITY).prices[0]!;
    }
    this.#price.set(ask, price);
    return price;
  }

  /** The asks of a route that only this one opens. */
  #hung(route: Route, on: number): Route {
    return route.filter((ask) => {
      let above = this.#opener.get(ask)!;
      while (above >= 0 && above !== on) above = this.#opener.get(above)!;
      return above === on;
    });
  }
}

interface Step {
  readonly at: number;
  readonly asks: Route;
}

/**
 * The distribution of the least charge of a success. The asks of most routes are gone through, yes and no. Beyond `MOST_SPLIT` of them
 * each route has a copy of its own, which makes some success likelier (Harris 1960), so a bound remains.
 */
function leastCharge(all: readonly Step[], { probability }: AskNumbers, most: number): PriceCurve {
  const steps = all.filter(({ at }) => at <= most).sort((a, b) => a.at - b.at);
  const count = new Map<number, number>();
  for (const { asks } of steps) for (const ask of asks) count.set(ask, (count.get(ask) ?? 0) + 1);
  const split: number[] = [];
  for (const [ask, times] of count) if (times > 1 && probability[ask]! < 1) split.push(ask);
  if (split.length > MOST_SPLIT) split.sort((a, b) => count.get(b)! - count.get(a)!).length = MOST_SPLIT;
  const size = steps.length;
  const own = new Float64Array(size).fill(1);
  const needs = new Int32Array(size);
  steps.forEach(({ asks }, i) => {
    for (const ask of asks) {
      const bit = split.indexOf(ask);
      if (bit < 0) own[i]! *= probability[ask]!;
      else needs[i]! |= 1 << bit;
    }
  });
  const masses = new Array<number>(size).fill(0);
  for (let answers = 0; answers < 1 << split.length; answers++) {
    let open = 1;
    for (let bit = 0; bit < split.length; bit++) {
      const p = probability[split[bit]!]!;
      open *= (answers >> bit) & 1 ? p : 1 - p;
    }
    for (let i = 0; i < size; i++) {
      if ((needs[i]! & ~answers) !== 0) continue;
      const mass = open * own[i]!;
      masses[i]! += mass;
      open -= mass;
    }
  }
  return { prices: steps.map(({ at }) => at), masses };
}

/** Asks whose answers are gone through: 2^6 cases. */
const MOST_SPLIT = 6;
