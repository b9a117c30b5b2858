import type { Ask } from "../../src/ask-order/ask-problem.js";

/** Oracle: the best adaptive policy by plain enumeration of all answers, 3^asks states. Slow and obvious. */
export interface OracleInput {
  readonly asks: readonly Ask[];
  readonly routes: readonly (readonly string[])[];
  readonly value?: number | undefined;
}
export type Answers = ReadonlyMap<string, boolean>;

/** `anyRoute`: an ask counts as possible through a route that holds a refusal too (to measure how much that matters). */
export function oracle({ asks, routes, value }: OracleInput, anyRoute = false) {
  const byId = new Map(asks.map((ask) => [ask.id, ask]));
  const kept = routes.filter((route) => route.every((id) => byId.get(id)!.probability > 0));
  const ids = asks.map((ask) => ask.id);
  const memo = new Map<string, number>();

  const live = (answers: Answers) => kept.filter((route) => route.every((id) => answers.get(id) !== false));
  const done = (answers: Answers) => kept.some((route) => route.every((id) => answers.get(id) === true));
  function possible(answers: Answers): string[] {
    const alive = live(answers);
    const useful = new Set(alive.flat());
    const found = new Set<string>();
    for (const route of anyRoute ? kept : alive) {
      const next = route.find((id) => answers.get(id) !== true);
      if (next !== undefined && !answers.has(next) && useful.has(next)) found.add(next);
    }
    return [...found];
  }
  function afterAsk(answers: Answers, id: string): number {
    const ask = byId.get(id)!;
    const yes = best(new Map(answers).set(id, true));
    const no = best(new Map(answers).set(id, false));
    return -ask.cost + ask.probability * yes + (1 - ask.probability) * no;
  }
  /** Expected value from here on under the best policy; value counts where success is reached. */
  function best(answers: Answers): number {
    if (done(answers)) return value ?? 0;
    const key = ids.map((id) => (answers.has(id) ? (answers.get(id) ? "y" : "n") : "-")).join("");
    const known = memo.get(key);
    if (known !== undefined) return known;
    const options = possible(answers).map((id) => afterAsk(answers, id));
    if (value !== undefined || options.length === 0) options.push(0);
    const result = Math.max(...options);
    memo.set(key, result);
    return result;
  }
  return { best, afterAsk, possible, live, done };
}

/** Plays a policy out over all answers. */
export function playOut(input: OracleInput, next: (answers: Answers) => string | undefined) {
  const byId = new Map(input.asks.map((ask) => [ask.id, ask]));
  const { done, possible } = oracle(input);
  const result = { success: 0, cost: 0 };
  const walk = (answers: Answers, probability: number): void => {
    const id = next(answers);
    if (id === undefined) {
      if (done(answers)) result.success += probability;
      return;
    }
    if (!possible(answers).includes(id)) throw new Error(`asks ${id}, which is not possible on a live route`);
    const ask = byId.get(id)!;
    result.cost += probability * ask.cost;
    if (ask.probability > 0) walk(new Map(answers).set(id, true), probability * ask.probability);
    if (ask.probability < 1) walk(new Map(answers).set(id, false), probability * (1 - ask.probability));
  };
  walk(new Map(), 1);
  return result;
}

/** Probability that at least one route is all yes, over all answers. */
export function jointOracle({ asks, routes }: OracleInput): number {
  let sum = 0;
  for (let mask = 0; mask < 2 ** asks.length; mask++) {
    const yes = new Set(asks.filter((_, i) => mask & (1 << i)).map((ask) => ask.id));
    if (!routes.some((route) => route.every((id) => yes.has(id)))) continue;
    sum += asks.reduce((p, ask) => p * (yes.has(ask.id) ? ask.probability : 1 - ask.probability), 1);
  }
  return sum;
}
