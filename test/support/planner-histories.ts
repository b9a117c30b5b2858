import { utcDay } from "../../src/base/index.js";
import { IntroductionPlanner, Journal } from "../../src/index.js";
import { Network, type NetworkImport } from "../../src/network/index.js";
import type { Person, Tie } from "../../src/people/index.js";
import type { IntroductionPlan, PlanAsk, PlannerEvent } from "../../src/planner/index.js";
import { type Random, seededRandom } from "./random.js";

const SEEKERS = ["me", "ben"] as const;
const CONNECTORS = ["c0", "c1", "c2"] as const;
const TARGETS = ["t0", "t1"] as const;
const FIRST_DAY = utcDay("2026-01-05");
/** The connector who asked not to be asked in these days. */
const BLACKOUT = { connector: "c1", blackouts: [{ from: "2026-02-01", to: "2026-03-10" }] };

/** What the model remembers of an ask: the rules of readiness said once more, by hand. */
interface ModelAsk {
  readonly id: string;
  readonly connector: string;
  readonly target: string;
  readonly asked: number;
  answer: "open" | "yes" | "no" | "not-tied" | "other" | "withdrawn";
  answered: number;
}

interface World {
  readonly files: readonly NetworkImport[];
  readonly doNotAsk: readonly string[];
}

/** How much was looked at, and each law that did not hold. */
export interface Histories {
  readonly plans: number;
  readonly asks: number;
  readonly faults: readonly string[];
}

/**
 * Histories of plan, ask, answer, save, load and plan again over a small world, each step against the laws: nobody is asked past a cap, a
 * waiting time, a blackout, a refusal or their own wish; what is saved and loaded plans the same; so do files in another order and
 * twice; somebody who has to do with nobody changes nothing; and a stronger tie never lowers the joint chance.
 */
export function checkHistories(first: number, count: number): Histories {
  const faults: string[] = [];
  let plans = 0;
  let asks = 0;
  for (let seed = first; seed < first + count; seed++) {
    const random = seededRandom(seed);
    const world = worldOf(random);
    let planner = plannerOf(world, new Journal());
    const model: ModelAsk[] = [];
    let day = FIRST_DAY;
    for (let step = 0; step < 5; step++) {
      day += random.below(45);
      answerSome(planner, model, day, random);
      const request = { seeker: random.pick(SEEKERS), target: random.pick(TARGETS), now: isoOf(day) };
      const plan = planner.plan(request);
      plans++;
      for (const ask of plan.asks)
        for (const law of broken(ask, plan, model, day, world))
          faults.push(`${law} of seed ${seed}, step ${step}`);
      const [ask] = plan.asks;
      if (ask !== undefined && random.chance(0.8)) {
        asks++;
        planner.record({ id: `s${seed}-${step}`, type: "ask.sent", at: request.now, ask });
        const { id, connector, target } = ask;
        model.push({ id, connector, target, asked: day, answer: "open", answered: day });
      }
      if (random.chance(0.3)) {
        const text = JSON.stringify(planner);
        planner = IntroductionPlanner.fromJSON(JSON.parse(text));
        if (JSON.stringify(planner) !== text) faults.push(`saved twice of seed ${seed}, step ${step}`);
      }
    }
    const last = { seeker: random.pick(SEEKERS), target: random.pick(TARGETS), now: isoOf(day) };
    const told = JSON.stringify(planner.plan(last));
    const [what, other] = random.pick(variants(world, planner, random));
    if (JSON.stringify(other().plan(last)) !== told) faults.push(`${what} of seed ${seed}`);
    const [weaker, stronger] = [world, withCloserTie(world, random)].map(
      (one) => plannerOf(one, new Journal()).plan({ ...last, k: 50 }).jointProbability,
    );
    if ((stronger as number) < (weaker as number) - 1e-12) faults.push(`a stronger tie of seed ${seed}`);
  }
  return { plans, asks, faults };
}

function worldOf(random: Random): World {
  const people = (ids: readonly string[]): Person[] =>
    ids.map((id) => ({
      id,
      name: `Name ${id.toUpperCase()}`,
      company: id.startsWith("t") ? `Firm ${id}` : "Own",
    }));
  const evidence = () => ({ closeness: random.below(7) / 10, connectedOn: "2024-01-01" });
  const files = SEEKERS.map((owner): NetworkImport => {
    const own = CONNECTORS.filter(() => random.chance(0.8));
    const ties: Tie[] = own.map((to) => ({ from: owner, to, evidence: evidence() }));
    for (const connector of own)
      for (const to of [...TARGETS, ...CONNECTORS])
        if (to > connector && random.chance(0.5))
          ties.push({ from: connector, to, owner, evidence: evidence() });
    return { people: people([...SEEKERS, ...CONNECTORS, ...TARGETS]), ties, owner };
  });
  return { files, doNotAsk: random.chance(0.2) ? ["c2"] : [] };
}

function plannerOf({ files, doNotAsk }: World, journal: Journal): IntroductionPlanner {
  const network = new Network();
  for (const file of files) network.import(file);
  for (const id of doNotAsk) network.setDoNotAsk(id, true);
  return new IntroductionPlanner({ network, journal, settings: { asking: { connectors: [BLACKOUT] } } });
}

/** The same records in other ways. */
function variants(
  world: World,
  planner: IntroductionPlanner,
  random: Random,
): readonly (readonly [string, () => IntroductionPlanner])[] {
  const { journal } = planner;
  const shuffled = <T>(list: readonly T[]): T[] =>
    list
      .map((one) => [random.next(), one] as const)
      .sort(([a], [b]) => a - b)
      .map(([, one]) => one);
  const turned = (file: NetworkImport): NetworkImport => ({
    ...file,
    people: shuffled(file.people),
    ties: shuffled(file.ties),
  });
  const doubled = { ...world, files: shuffled([...world.files, ...world.files.map(turned)]) };
  const stranger = { people: [{ id: "zz", name: "Zed Stranger", company: "Elsewhere" }], ties: [] };
  return [
    ["saved and loaded", () => IntroductionPlanner.fromJSON(JSON.parse(JSON.stringify(planner)))],
    ["files in another order and twice", () => plannerOf(doubled, journal)],
    ["somebody unrelated", () => plannerOf({ ...world, files: [...world.files, stranger] }, journal)],
  ];
}

/** The same with one tie closer than it was. */
function withCloserTie({ files, doNotAsk }: World, random: Random): World {
  const place = random.below(files[0]?.ties.length ?? 0);
  const [one, ...more] = files as [NetworkImport, ...NetworkImport[]];
  const ties = one.ties.map((tie, i) =>
    i === place
      ? { ...tie, evidence: { ...tie.evidence, closeness: (tie.evidence.closeness ?? 0) + 0.3 } }
      : tie,
  );
  return { files: [{ ...one, ties }, ...more], doNotAsk };
}

/** What a plan's ask breaks: the model's own reading of the rules. */
function broken(
  { connector, target, seeker, legs }: PlanAsk,
  { seekers }: IntroductionPlan,
  model: readonly ModelAsk[],
  day: number,
  { doNotAsk }: World,
): readonly string[] {
  const own = model.filter((ask) => ask.connector === connector);
  // An ask that nobody answered is given up some day; before that it is open.
  const open = own.filter(({ answer, asked }) => answer === "open" && day - asked < LEAST_WAIT);
  const since = (days: number): number => own.filter(({ asked }) => day - asked < days).length;
  const [from, to] = [BLACKOUT.blackouts[0]?.from, BLACKOUT.blackouts[0]?.to].map((one) =>
    utcDay(one as string),
  );
  const laws: readonly (readonly [string, boolean])[] = [
    ["open", open.length > 0],
    ["quarter", since(90) >= 2],
    ["year", since(365) >= 4],
    ["cooldown", own.some(({ answer, answered }) => WAITED.has(answer) && day - answered < 30)],
    ["after a no", own.some(({ answer, answered }) => answer === "no" && day - answered < 90)],
    [
      "target refused",
      own.some((ask) => ask.answer === "no" && ask.target === target && day - ask.answered < 180),
    ],
    [
      "not tied",
      legs.some(({ asker, asked }) => asker === connector && asked === target) &&
        own.some((ask) => ask.answer === "not-tied" && ask.target === target),
    ],
    ["blackout", connector === BLACKOUT.connector && day >= (from as number) && day <= (to as number)],
    ["do not ask", doNotAsk.includes(connector)],
    ["another seeker", !seekers.includes(seeker)],
  ];
  return laws.filter(([, isBroken]) => isBroken).map(([law]) => law);
}

/** Days for which silence is certainly no answer yet. */
const LEAST_WAIT = 2;
const WAITED: ReadonlySet<ModelAsk["answer"]> = new Set(["yes", "no", "other"]);

/** Answers to some open asks, on a day up to today. */
function answerSome(
  planner: IntroductionPlanner,
  model: readonly ModelAsk[],
  day: number,
  random: Random,
): void {
  for (const ask of model) {
    if (ask.answer !== "open" || random.chance(0.4)) continue;
    const answered = ask.asked + random.below(day - ask.asked + 1);
    const event = { id: `a-${ask.id}`, at: isoOf(answered), ask: ask.id };
    const [answer, given] = random.pick<readonly [ModelAsk["answer"], object]>([
      ["yes", { type: "ask.agreed" }],
      ["no", { type: "ask.declined" }],
      ["no", { type: "ask.declined", answer: "no" }],
      ["not-tied", { type: "ask.declined", answer: "not-tied" }],
      ["other", { type: "ask.declined", answer: "ask-someone-else" }],
      ["withdrawn", { type: "ask.withdrawn" }],
    ]);
    planner.record({ ...event, ...given } as PlannerEvent);
    ask.answer = answer;
    ask.answered = answered;
  }
}

function isoOf(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}
