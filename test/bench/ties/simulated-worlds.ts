import {
  learnedModel,
  learnedTerms,
  learnProfile,
  type Outcome,
  reliabilityTable,
  scoreForecasts,
} from "../../../src/learning/index.js";
import { consent, defaultTieModel, TieScorer } from "../../../src/ties/index.js";
import { seededUniforms } from "./seeded-uniforms.js";

const NOW = "2026-11-22";
const SOURCES = ["clients", "friends", "vendors", "groups"];
const CONNECTORS = 80;

/** A world whose true consents are known: the formula's, turned by a slope and moved by source and connector. */
interface World {
  readonly slope: number;
  readonly shift: number;
  readonly sources: ReadonlyMap<string, number>;
  readonly connectors: readonly number[];
  readonly random: () => number;
}

/** Prints how calibration error falls with outcomes, and how often 90% intervals hold, over worlds with known consents. */
export function runSimulatedWorlds(): void {
  console.log("\nSimulated worlds (40): consents of fresh asks by the learned profile against the truth");
  console.log(
    "  calibration error: mean over ten bins of |forecast - true mean|; error: mean |forecast - truth| of an ask",
  );
  for (const outcomes of [0, 20, 100, 300, 1000, 3000, 10_000]) {
    const runs = Array.from({ length: 40 }, (_, k) => trial(outcomes, k + 1));
    const mean = (pick: (run: Trial) => number) =>
      runs.reduce((sum, run) => sum + pick(run), 0) / runs.length;
    const inside = runs.reduce((sum, run) => sum + run.inside, 0);
    const rates = runs.reduce((sum, run) => sum + run.rates, 0);
    const covered =
      rates === 0
        ? "no rates yet"
        : `${((100 * inside) / rates).toFixed(1)}% of ${rates} connectors' true rates`;
    console.log(
      `  ${String(outcomes).padStart(6)} outcomes: calibration error ${mean((r) => r.calibration).toFixed(4)}  error ${mean((r) => r.error).toFixed(4)}  Brier skill ${mean((r) => r.skill).toFixed(3)}  90% intervals hold ${covered}`,
    );
  }
}

interface Trial {
  readonly calibration: number;
  readonly error: number;
  readonly skill: number;
  readonly inside: number;
  readonly rates: number;
}

function trial(size: number, seed: number): Trial {
  const random = seededUniforms(seed * 7919);
  const normal = () => Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());
  const world: World = {
    slope: 0.6 + 0.6 * random(),
    shift: 0.8 * normal(),
    sources: new Map(SOURCES.map((source) => [source, 0.5 * normal()])),
    connectors: Array.from({ length: CONNECTORS }, () => 0.5 * normal()),
    random,
  };
  const asks = Array.from({ length: size }, () => ask(world));
  const outcomes = asks.map(({ outcome }) => outcome);
  const profile = learnProfile(outcomes, { now: NOW, halfLifeDays: Number.POSITIVE_INFINITY });
  const scorer = new TieScorer({ now: NOW, model: learnedModel(profile, { ...defaultTieModel.priors }) });
  const fresh = Array.from({ length: 4000 }, () => ask(world)).map(({ strength, truth, outcome }) => {
    const predicted = scorer.consent({ strength, role: "first", learned: learnedTerms(profile, outcome) });
    return { predicted, truth, success: outcome.result === "yes" ? (1 as const) : (0 as const) };
  });
  const bins = reliabilityTable(fresh);
  const calibration = bins.reduce((sum, bin) => {
    const members = fresh.filter(({ predicted }) => predicted >= bin.from && predicted <= bin.to);
    const truth = members.reduce((total, at) => total + at.truth, 0) / members.length;
    return sum + (members.length / fresh.length) * Math.abs(bin.forecast - truth);
  }, 0);
  return {
    calibration,
    error: fresh.reduce((sum, at) => sum + Math.abs(at.predicted - at.truth), 0) / fresh.length,
    skill: scoreForecasts(fresh)?.skill ?? 0,
    ...coverage(profile.rates, asks),
  };
}

/** How many connectors' true mean rate, over the asks made of them, lies in the interval that the profile states. */
function coverage(
  rates: ReturnType<typeof learnProfile>["rates"],
  asks: readonly ReturnType<typeof ask>[],
): { inside: number; rates: number } {
  let [inside, count] = [0, 0];
  for (const { level, key, interval } of rates) {
    if (level !== "connector") continue;
    const own = asks.filter(({ outcome }) => outcome.connector === key);
    const truth = own.reduce((sum, at) => sum + at.truth, 0) / own.length;
    count++;
    if (truth >= interval[0] && truth <= interval[1]) inside++;
  }
  return { inside, rates: count };
}

function ask(world: World): { outcome: Outcome; truth: number; strength: number } {
  const { random } = world;
  const strength = random();
  const source = SOURCES[Math.floor(random() * SOURCES.length)]!;
  const connector = Math.floor(random() * CONNECTORS);
  const predicted = consent({ strength, role: "first" }).probability;
  const logOdds =
    world.slope * Math.log(predicted / (1 - predicted)) +
    world.shift +
    world.sources.get(source)! +
    world.connectors[connector]!;
  const truth = 1 / (1 + Math.exp(-logOdds));
  const result = random() < truth ? "yes" : "no";
  return {
    outcome: { kind: "remote", source, connector: `c${connector}`, predicted, at: NOW, result },
    truth,
    strength,
  };
}
