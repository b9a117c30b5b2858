import type { IntroductionPath } from "../../../src/paths/index.js";
import {
  type AskPolicyInput,
  diversePaths,
  jointSuccess,
  type LegFavor,
  planCampaign,
  planRoutes,
  solveAskPolicy,
} from "../../../src/planning/index.js";
import { madeUpNetwork, networkPlans, seeded, sharedNetworks } from "./network-plans.js";
import { playRoutes, type RouteOrder } from "./route-orders.js";

/** `npm run bench -- planning [times|paths|crossed|guesses|orders|diversity|campaign]`: solve times by size and method, and what the order is worth. */
export async function run(args: string[]): Promise<void> {
  const parts: Record<string, () => void> = {
    times,
    paths,
    crossed: crossedGaps,
    guesses,
    orders,
    diversity,
    campaign,
  };
  for (const [name, part] of Object.entries(parts)) if (args.length === 0 || args.includes(name)) part();
}

function times(): void {
  const rows: Record<string, unknown>[] = [];
  const time = (shape: string, input: AskPolicyInput) => {
    solveAskPolicy(input);
    const start = performance.now();
    const policy = solveAskPolicy(input);
    const solved = performance.now() - start;
    const answers = new Map([[policy.next(new Map()) ?? input.asks[0]!.id, false]]);
    policy.next(answers);
    const before = performance.now();
    for (let i = 0; i < 1_000; i++) policy.next(answers);
    rows.push({
      shape,
      asks: input.asks.length,
      routes: input.routes.length,
      method: policy.method,
      "solve ms": round(solved),
      "next µs": round(performance.now() - before),
      value: round(policy.expectedValue),
      "gap %": round(100 * policy.gap),
    });
  };
  const value = 8;
  for (const count of [5, 50, 500]) time("independent, shared last", { ...tree(count, 1), value });
  for (const count of [5, 50, 500]) time("forest, shared last", { ...tree(count, 3), value });
  for (const [asks, routes] of [
    [12, 6],
    [15, 8],
    [20, 10],
    [30, 12],
    [40, 20],
  ] as const) {
    time("crossed", { ...crossed(asks, routes, 3), value });
    time("crossed, least cost", crossed(asks, routes, 3));
  }
  console.table(rows);
  const joint = crossed(30, 12, 5);
  jointSuccess(joint);
  const start = performance.now();
  jointSuccess(joint);
  console.log(`joint success, 30 asks in 12 routes: ${round(performance.now() - start)} ms`);
}

/** Plans of 20 paths on networks: how their order is found, how far it can be from the best, and the processor's time. */
function paths(): void {
  for (const { name, plans } of plansOfNetworks(25, 20)) {
    const rows = [undefined, 20].map((value) => {
      const solved = plans.map((plan) => {
        const { asks, ways } = planRoutes(plan, { priceOf });
        const began = process.cpuUsage();
        const policy = solveAskPolicy({ asks, routes: ways.map(({ route }) => route), value });
        const { user, system } = process.cpuUsage(began);
        return { policy, ms: (user + system) / 1000 };
      });
      const gaps = solved.map(({ policy }) => 100 * policy.gap);
      return {
        value: value ?? "-",
        plans: plans.length,
        approximate: solved.filter(({ policy }) => policy.method === "approximate").length,
        "mean gap %": round(gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length),
        "largest gap %": round(Math.max(...gaps)),
        "slowest ms": round(Math.max(...solved.map(({ ms }) => ms))),
      };
    });
    console.log(`${name}: plans of at most 20 paths of 3 hops`);
    console.table(rows);
  }
}

/** Random routes of three asks each: how many are proved optimal, and how far the others can be from it. */
function crossedGaps(): void {
  const rows = [];
  for (const [asks, routes] of [
    [20, 10],
    [30, 12],
    [40, 20],
  ] as const) {
    for (const value of [undefined, 8]) {
      const solved = Array.from({ length: 20 }, (_, seed) => {
        const began = process.cpuUsage();
        const policy = solveAskPolicy({ ...crossed(asks, routes, 3, seed), value });
        const { user, system } = process.cpuUsage(began);
        return { policy, ms: (user + system) / 1000 };
      });
      const gaps = solved.map(({ policy }) => 100 * policy.gap).sort((a, b) => a - b);
      const times = solved.map(({ ms }) => ms).sort((a, b) => a - b);
      rows.push({
        asks,
        routes,
        value: value ?? "-",
        worlds: solved.length,
        optimal: solved.filter(({ policy }) => policy.method !== "approximate").length,
        "median gap %": round(gaps[10]!),
        "largest gap %": round(gaps[19]!),
        "median ms": round(times[10]!),
        "slowest ms": round(times[19]!),
      });
    }
  }
  console.table(rows);
}

/** Guesses about one target that share how it takes a note from a stranger, of few types and all different. */
function guesses(): void {
  const rows: Record<string, unknown>[] = [];
  for (const count of [10, 20, 50]) {
    for (const types of [1, 2, 4, count]) {
      for (const value of [undefined, 30, 60, 200]) {
        const input = guessed(count, types);
        const start = performance.now();
        const policy = solveAskPolicy({
          ...input,
          maxStates: 50_000,
          ...(value === undefined ? {} : { value }),
        });
        const joint = performance.now();
        jointSuccess(input);
        rows.push({
          connectors: count,
          types,
          value: value ?? "-",
          method: policy.method,
          "gap %": round(100 * policy.gap),
          brings: round(policy.expectedValue),
          "solve ms": round(joint - start),
          "joint ms": round(performance.now() - joint),
        });
      }
    }
  }
  console.table(rows);
}

function guessed(count: number, types: number): AskPolicyInput {
  const random = seeded(count + types);
  const kinds = Array.from({ length: types }, (_, i) => {
    const first = 0.1 + 0.5 * random();
    return { first, cost: 0.1 + first * (1.1 + (i % 3) / 2), odds: [0.006, 0.061, 0.2, 0.35][i % 4]! };
  });
  const cold = 0.08 / 0.3;
  const asks = [
    { id: "target", probability: 0.3, cost: 0.25 },
    { id: "cold", probability: cold, cost: 0 },
  ];
  const routes: string[][] = [];
  for (let i = 0; i < count; i++) {
    const { first, cost, odds } = kinds[i % types]!;
    asks.push({ id: `f${i}`, probability: first, cost });
    asks.push({ id: `k${i}`, probability: odds, cost: 0 }, { id: `w${i}`, probability: 0.25, cost: 0 });
    routes.push([`f${i}`, `k${i}`, "target"], [`f${i}`, `w${i}`, "cold", "target"]);
  }
  return { asks, routes };
}

/** Prices differ between people, as they do where some are owed more than others. */
function priceOf({ asked, size }: LegFavor): number {
  let hash = 7;
  for (const unit of asked) hash = (hash * 31 + unit.charCodeAt(0)) % 1009;
  return size * (1 + (hash % 10) / 3);
}

function orders(): void {
  const names: RouteOrder[] = ["most probable path first", "cheapest first", "random order"];
  for (const { name, plans } of plansOfNetworks(300, 5)) {
    const rows = [];
    for (const value of [undefined, 5, 10, 20]) {
      const sums = new Map<string, number>();
      const add = (key: string, amount: number) =>
        sums.set(key, (sums.get(key) ?? 0) + amount / plans.length);
      for (const paths of plans) {
        const routes = planRoutes(paths, { priceOf });
        const problem = { asks: routes.asks, routes: routes.ways.map(({ route }) => route), value };
        const policy = solveAskPolicy(problem);
        const gain = (success: number, cost: number) => (value === undefined ? cost : value * success - cost);
        add("this plan", gain(policy.successProbability, policy.expectedCost));
        for (const order of names) {
          const { success, cost } = playRoutes(routes, order, value);
          add(order, gain(success, cost));
        }
      }
      const rounded = Object.fromEntries([...sums].map(([key, sum]) => [key, round(sum, 4)]));
      rows.push({
        mean: value === undefined ? "cost until success, fp" : `value at ${value} fp, fp`,
        ...rounded,
      });
    }
    console.log(`${name}: ${plans.length} plans of 5 paths, at most 3 hops`);
    console.table(rows);
  }
}

function diversity(): void {
  for (const { name, plans } of plansOfNetworks(100, 30)) {
    let top = 0;
    let diverse = 0;
    for (const paths of plans) {
      const best = [...paths].sort((a, b) => b.probability - a.probability).slice(0, 5);
      top += diversePaths(best, { k: 5 }).jointProbability / plans.length;
      diverse += diversePaths(paths, { k: 5 }).jointProbability / plans.length;
    }
    console.log(
      `${name}: joint success of 5 of 30 paths, top five ${round(top, 4)}, diverse ${round(diverse, 4)}`,
    );
  }
}

function campaign(): void {
  const random = seeded(5);
  const pairs = new Map<string, { connector: string; target: string; probability: number; cost: number }>();
  while (pairs.size < 50_000) {
    const [connector, target] = [`c${Math.floor(random() * 2_000)}`, `t${Math.floor(random() * 5_000)}`];
    pairs.set(`${connector} ${target}`, {
      connector,
      target,
      probability: 0.1 + 0.6 * random(),
      cost: 0.2 + random(),
    });
  }
  for (const limits of [{}, { budget: 500, asksPerWeek: 100 }]) {
    const start = performance.now();
    const plan = planCampaign({
      targets: Array.from({ length: 5_000 }, (_, i) => ({
        id: `t${i}`,
        value: 2 + ((i * 7) % 10),
        consent: 0.2 + (i % 4) / 10,
        cost: 0.3,
      })),
      connectors: Array.from({ length: 2_000 }, (_, i) => ({ id: `c${i}` })),
      candidates: [...pairs.values()],
      start: "2026-01-05",
      limits,
    });
    const memory = Math.round(process.memoryUsage().rss / 1e6);
    console.log(
      `campaign ${JSON.stringify(limits)}: ${plan.asks.length} asks, ${round(performance.now() - start)} ms, ${memory} MB; ${plan.note}`,
    );
  }
}

function plansOfNetworks(count: number, k: number): { name: string; plans: IntroductionPath[][] }[] {
  const shared = sharedNetworks();
  return (shared.length > 0 ? shared : [madeUpNetwork()]).map(({ name, arcs }) => ({
    name,
    plans: networkPlans(arcs, count, k),
  }));
}

/** `count` routes; every `width` of them begin with the same ask, all end with the same. */
function tree(count: number, width: number): AskPolicyInput {
  const random = seeded(count);
  const ask = (id: string) => ({ id, probability: 0.2 + 0.6 * random(), cost: 0.1 + random() });
  const asks = [{ id: "t", probability: 0.5, cost: 0.3 }];
  const routes: string[][] = [];
  for (let i = 0; i < count; i++) {
    const root = `r${Math.floor(i / width)}`;
    if (i % width === 0) asks.push(ask(root));
    asks.push(ask(`m${i}`));
    routes.push([root, `m${i}`, "t"]);
  }
  return { asks, routes };
}

function crossed(asks: number, routes: number, length: number, seed = 0): AskPolicyInput {
  const random = seeded(asks * 100 + routes + 7919 * seed);
  return {
    asks: Array.from({ length: asks }, (_, i) => ({
      id: `a${i}`,
      probability: 0.1 + 0.8 * random(),
      cost: 0.1 + random(),
    })),
    routes: Array.from({ length: routes }, () => [
      ...new Set(Array.from({ length }, () => `a${Math.floor(random() * asks)}`)),
    ]),
  };
}

function round(amount: number, digits = 3): number {
  return Number(amount.toPrecision(digits));
}
