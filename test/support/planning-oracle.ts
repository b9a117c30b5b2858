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
  const place = new Map([...byId.keys()].map((id, i) => [id, i]));
  const placed = kept.map((route) => route.map((id) => place.get(id)!));
  const list = [...byId.values()];
  const memo = new Map<number, number>();

  const live = (answers: Answers) => kept.filter((route) => route.every((id) => answers.get(id) !== false));
  const done = (answers: Answers) => kept.some((route) => route.every((id) => answers.get(id) === true));
  const given = (answers: Answers): Given =>
    Int8Array.from(list, ({ id }) => (answers.has(id) ? (answers.get(id) ? 1 : -1) : 0));
  const open = (answers: Given): number[] => {
    const alive = placed.filter((route) => route.every((ask) => answers[ask] !== -1));
    const found = (anyRoute ? placed : alive).map((route) => route.find((ask) => answers[ask] !== 1) ?? -1);
    return [...new Set(found)].filter(
      (ask) => ask >= 0 && answers[ask] === 0 && alive.some((route) => route.includes(ask)),
    );
  };
  function after(answers: Given, ask: number): number {
    const { cost, probability } = list[ask]!;
    const [yes, no] = [1, -1].map((answer) => from(answers.map((one, i) => (i === ask ? answer : one)))) as [
      number,
      number,
    ];
    return -cost + probability * yes + (1 - probability) * no;
  }
  function from(answers: Given): number {
    if (placed.some((route) => route.every((ask) => answers[ask] === 1))) return value ?? 0;
    const key = answers.reduce((all, answer) => 3 * all + answer + 1, 0);
    const known = memo.get(key);
    if (known !== undefined) return known;
    const options = open(answers).map((ask) => after(answers, ask));
    if (value !== undefined || options.length === 0) options.push(0);
    const result = Math.max(...options);
    memo.set(key, result);
    return result;
  }
  return {
    live,
    done,
    possible: (answers: Answers): string[] => open(given(answers)).map((ask) => list[ask]!.id),
    afterAsk: (answers: Answers, id: string): number => after(given(answers), place.get(id)!),
    /** Expected value from here on under the best policy; value counts where success is reached. */
    best: (answers: Answers): number => from(given(answers)),
  };
}

/** Of each ask: 1 a yes, -1 a refusal, 0 not asked. */
type Given = Int8Array;

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
