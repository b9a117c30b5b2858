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
  /** Standard error of the share inside; the plans of a world share its luck. */
  readonly error: number;
}

/**
 * Of how many plans the true joint probability lies in the 90% interval, by whether the buyer's ties are seen or guessed. `from` is the
 * first of the worlds' seeds.
 */
export function coverageOf(
  kind: WorldKind,
  worlds: number,
  learnFrom: number,
  from = 1,
): Readonly<Record<"seen" | "guessed", Coverage>> {
  const rows = { seen: [] as Coverage[], guessed: [] as Coverage[] };
  for (let seed = from; seed < from + worlds; seed++) {
    const world = new AnsweringWorld(learnFrom + PLANS, truthOf(kind, seed), seed);
    const firms = Array.from({ length: learnFrom + PLANS }, (_, i) => i);
    if (learnFrom > 0) {
      world.round(firms.slice(0, learnFrom), "2026-11-02");
      world.planner.learn({ now: NOW });
    }
    const asked = firms.slice(learnFrom);
    rows.seen.push(
      counted(
        world,
        asked.map((firm) => world.planForKnown(firm, NOW)),
      ),
    );
    rows.guessed.push(
      counted(
        world,
        asked.map((firm) => world.planForGuessed(firm, NOW)),
      ),
    );
  }
  return { seen: summed(rows.seen), guessed: summed(rows.guessed) };
}

function summed(rows: readonly Coverage[]): Coverage {
  const sum = (of: "plans" | "inside" | "insideBefore"): number =>
    rows.reduce((total, row) => total + row[of], 0);
  const [plans, inside] = [sum("plans"), sum("inside")];
  const squares = rows.reduce((total, row) => total + (row.inside / row.plans - inside / plans) ** 2, 0);
  return { plans, inside, insideBefore: sum("insideBefore"), error: Math.sqrt(squares) / rows.length };
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

function counted(world: AnsweringWorld, plans: readonly IntroductionPlan[]): Coverage {
  const share = (of: (plan: IntroductionPlan) => readonly [number, number]): number =>
    plans.filter((plan) => {
      const { asks, ways } = planRoutes(world.truePaths(plan));
      const truth = jointSuccess({ asks, routes: ways.map(({ route }) => route) });
      const [low, high] = of(plan);
      return truth >= low && truth <= high;
    }).length;
  const inside = share(({ jointInterval }) => jointInterval);
  return { plans: plans.length, inside, insideBefore: share(legByLeg), error: 0 };
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
