import { utcDay } from "../../../src/base/index.js";
import { seededRandom } from "../random.js";
import {
  answerSome,
  anybody,
  anyTarget,
  attempt,
  happen,
  isoOf,
  type Life,
  record,
  reloaded,
  send,
} from "./life-days.js";
import { brokenLimits } from "./life-limits.js";
import { COMPANIES, nameOf } from "./life-names.js";
import { breachesOf } from "./life-rules.js";
import {
  LANGUAGES,
  type Looked,
  type Reader,
  readAccount,
  readPlan,
  readRest,
  readWeek,
  type TextKind,
} from "./life-texts.js";
import { readTools } from "./life-tools.js";
import { linesOf, MaskedNames } from "./life-words.js";
import { FIRST_DAY, lifeWorld } from "./life-world.js";

/** What a life was looked at for: how many texts, how many of them new, and what is wrong. */
export interface Lived {
  readonly texts: number;
  readonly plans: number;
  readonly asks: number;
  readonly saved: number;
  readonly faults: readonly string[];
}

/** Takes in each sentence with its language once, for whoever reads them by eye. */
export type Sentences = Map<string, Set<string>>;

/**
 * Lives the months of one made-up team day by day: plans, requests and their answers, favors, sales, merges, erasures, more imports, saving and loading. After each day all that is told
 * of it is read and held against the rules.
 */
export function live(seed: number, days: number, sentences?: Sentences): Lived {
  const random = seededRandom(seed);
  const faults = new Set<string>();
  const world = lifeWorld(random);
  const life: Life = {
    world,
    planner: world.planner,
    day: utcDay(FIRST_DAY),
    asks: [],
    erased: new Set(),
    events: 0,
  };
  const seen = new Set<string>();
  const count = { texts: 0, plans: 0, saved: 0, days: random.below(3) };
  const names = new MaskedNames(world);
  for (const message of world.issues) faultsIn("import", "en", "result", message);
  for (let day = 0; day < days; day++) {
    life.day += random.below(20);
    const seeker = random.pick(world.owners).id;
    for (let i = 0; i < 3; i++) happen(life, seeker, random);
    answerSome(life, seeker, random);
    try {
      lookAt(life, seeker);
    } catch (error) {
      faults.add(`seed ${seed}: throws ${(error as Error).stack}`);
    }
  }
  return { ...count, asks: life.asks.length, faults: [...faults] };

  function lookAt(life: Life, seeker: string): void {
    const { planner } = life;
    const now = isoOf(life.day);
    const language = LANGUAGES[count.days++ % LANGUAGES.length] ?? ["en", undefined];
    const looked: Looked = { planner, seeker, now, language };
    const others = world.owners.filter(({ id }) => id !== seeker);
    const forbidden = [
      ...life.erased,
      ...others.flatMap(({ id }) => (world.hidden.get(id) ?? []).map(nameOf)),
    ];
    const read: Reader = (where, language, kind, value) => {
      for (const text of linesOf(value, kind)) {
        faultsIn(where, language, kind, text);
        for (const name of forbidden)
          if (text.includes(name))
            faults.add(`${where} ${language}: names ${name}: ${text.slice(0, 200)}, seed ${seed}`);
      }
    };
    const plan = attempt(() => planner.plan({ seeker, target: anyTarget(life, seeker, random), now }));
    if (plan !== undefined) {
      count.plans++;
      for (const law of brokenLimits(life, plan)) faults.add(`${law} of seed ${seed} on ${now}`);
      readPlan(looked, plan, random, read);
      const [ask] = plan.asks;
      if (ask !== undefined && random.chance(0.7)) send(life, ask, random);
    }
    readWeek(looked, read);
    for (const action of planner.next({ seeker, now }).slice(0, 3))
      if (random.chance(0.4)) record(life, { ...action.done });
    attempt(() =>
      readAccount(looked, random.pick(COMPANIES), random.chance(0.3) ? ["VP Operations"] : [], read),
    );
    const people = [...new Set([1, 2, 3].map(() => anybody(life, seeker, random)))];
    readRest(looked, people, random, read);
    readTools(looked, people, random, read);
    if (random.chance(0.3)) {
      count.saved++;
      const before: string[] = [];
      const after: string[] = [];
      readWeek(looked, (...all) => before.push(JSON.stringify(all)));
      life.planner = reloaded(life);
      (life.world as { planner: typeof planner }).planner = life.planner;
      readWeek({ ...looked, planner: life.planner }, (...all) => after.push(JSON.stringify(all)));
      const i = before.findIndex((text, at) => text !== after[at]);
      if (i >= 0) faults.add(`loaded, another text: ${before[i]?.slice(0, 40)} of seed ${seed}`);
    }
  }

  function faultsIn(where: string, language: string, kind: TextKind, text: string): void {
    const key = `${language} ${kind} ${text}`;
    count.texts++;
    if (seen.has(key)) return;
    seen.add(key);
    if (sentences !== undefined) {
      const own = sentences.get(language) ?? new Set();
      own.add(`[${where}] ${text}`);
      sentences.set(language, own);
    }
    for (const breach of breachesOf(text, names.masked(text), language, kind))
      faults.add(`${where} ${language} ${breach}, seed ${seed}`);
  }
}
