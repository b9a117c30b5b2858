import type { IntroductionPlan } from "../../src/index.js";
import {
  jointSuccess,
  jointSuccessBounds,
  legsOf,
  planRoutes,
  withConsents,
} from "../../src/planning/index.js";
import { spreadInterval } from "../../src/ties/index.js";
import { AnsweringWorld, type Truth } from "./answering-world.js";
import { uniforms } from "./learning-oracle.js";

/** How much the people of such worlds differ: standard deviations in log-odds, each world's own shifts drawn anew. */
export interface WorldKind {
  readonly name: string;
  /** Of the shift that all first legs share, and of the one that all last legs share. */
  readonly common: number;
  readonly connectors: number;
  readonly targets: number;
  readonly strengths: number;
  readonly knows: number;
  readonly cold: number;
}

/** As the intervals assume: half of .4² common and half each person's own, with three unknown terms of .2. */
export const AS_ASSUMED: WorldKind = {
  name: "as the intervals assume",
  common: 0.283,
  connectors: 0.447,
  targets: 0.447,
  strengths: 1,
  knows: 0.755,
  cold: 0.53,
};

export const WORLD_KINDS: readonly WorldKind[] = [
  AS_ASSUMED,
  { ...AS_ASSUMED, name: "people alike, the priors off by .4", common: 0.4, connectors: 0, targets: 0 },
  {
    ...AS_ASSUMED,
    name: "people differ by .5, strengths as said",
    connectors: 0.5,
    targets: 0.5,
    strengths: 0,
  },
  {
    ...AS_ASSUMED,
    name: "people differ by .3, strengths as said",
    connectors: 0.3,
    targets: 0.3,
    strengths: 0,
  },
];

export interface Coverage {
  readonly plans: number;
  readonly inside: number;
  /** The same of the rule of version 0.1: every leg by itself. */
  readonly insideBefore: number;
}

/** Of how many plans the true joint probability lies in the 90% interval, by whether the buyer's ties are seen or guessed. */
export function coverageOf(
  kind: WorldKind,
  worlds: number,
  learnFrom: number,
): Readonly<Record<"seen" | "guessed", Coverage>> {
  const counts = { seen: [0, 0, 0], guessed: [0, 0, 0] } as const satisfies Record<string, number[]>;
  for (let seed = 1; seed <= worlds; seed++) {
    const world = new AnsweringWorld(learnFrom + PLANS, truthOf(kind, seed), seed);
    const firms = Array.from({ length: learnFrom + PLANS }, (_, i) => i);
    if (learnFrom > 0) {
      world.round(firms.slice(0, learnFrom), "2026-11-02");
      world.planner.learn({ now: NOW });
    }
    for (const firm of firms.slice(learnFrom)) {
      count(counts.seen, world, world.planForKnown(firm, NOW));
      count(counts.guessed, world, world.planForGuessed(firm, NOW));
    }
  }
  const coverage = ([plans, inside, insideBefore]: readonly number[]): Coverage =>
    ({ plans, inside, insideBefore }) as Coverage;
  return { seen: coverage(counts.seen), guessed: coverage(counts.guessed) };
}

function truthOf({ common, knows, cold, ...kind }: WorldKind, seed: number): Truth {
  const random = uniforms(seed * 104_729);
  const normal = () => Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());
  return {
    ...kind,
    slope: 1,
    first: common * normal(),
    last: common * normal(),
    knows: knows * normal(),
    cold: cold * normal(),
  };
}

function count(counts: number[], world: AnsweringWorld, plan: IntroductionPlan): void {
  const { asks, ways } = planRoutes(world.truePaths(plan));
  const truth = jointSuccess({ asks, routes: ways.map(({ route }) => route) });
  const isIn = ([low, high]: readonly [number, number]): number => (truth >= low && truth <= high ? 1 : 0);
  counts[0]! += 1;
  counts[1]! += isIn(plan.jointInterval);
  counts[2]! += isIn(legByLeg(plan));
}

/** The interval of version 0.1: each leg moved by itself, nothing in common. */
function legByLeg({ paths }: IntroductionPlan): readonly [number, number] {
  const legs = legsOf(paths);
  const keys = [...legs.keys()];
  const inputs = [...legs.values()].map(({ consent, interval }) => ({ probability: consent, interval }));
  return spreadInterval(inputs, (consents) => {
    const moved = new Map(keys.map((key, i) => [key, consents[i]]));
    const { asks, ways } = planRoutes(withConsents(paths, (key) => moved.get(key)));
    return jointSuccessBounds({ asks, routes: ways.map(({ route }) => route) }).lower;
  }).interval;
}

const PLANS = 6;
const NOW = "2026-11-23";
