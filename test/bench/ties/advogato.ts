import { existsSync, readFileSync } from "node:fs";
import { fitLogistic, type LogisticFit } from "../../../src/learning/index.js";
import { ArcIndex, type Reach, reach } from "../../../src/search/index.js";
import { areaUnderCurve } from "./auc.js";
import { seededUniforms } from "./seeded-uniforms.js";

interface Trust {
  readonly from: number;
  readonly to: number;
  readonly level: number;
}

/** Who trusts whom, without the hidden trusts. */
interface Known {
  readonly out: ReadonlyMap<number, readonly Trust[]>;
  readonly into: ReadonlyMap<number, readonly Trust[]>;
  readonly mean: number;
}

type Predictor = (from: number, to: number) => number | undefined;

/**
 * Hides 10% of Advogato's trusts (levels .6, .8, 1) and predicts each from the rest: by the product along the most probable
 * path, by the number of hops, by means, and by paths of two trusts shrunk as rates are shrunk in learning (README of `learning`).
 */
export function runAdvogato(path: string): void {
  if (!existsSync(path)) {
    console.log(`advogato: ${path} is not there; skipped`);
    return;
  }
  const { hidden, rest } = split(readTrusts(path));
  const known = knowledge(rest);
  const nodeCount = Math.max(...[...hidden, ...rest].map(({ from, to }) => Math.max(from, to))) + 1;
  const columns = (of: (trust: Trust) => number) => rest.map(of);
  const index = (probability: (level: number) => number) =>
    ArcIndex.build({
      nodeCount,
      sources: columns(({ from }) => from),
      targets: columns(({ to }) => to),
      probabilities: columns(({ level }) => probability(level)),
    });
  const [byTrust, byHops] = [reachOf(index((level) => level)), reachOf(index(() => 0.5))];
  const learned = learnLevels(known, rest);
  const predictors: [string, Predictor][] = [
    ["mean of all trusts", () => known.mean],
    ["max-product path", (from, to) => reached(byTrust(from).probability[to])],
    [
      "shortest path: .8 to the power of hops",
      (from, to) => reached(0.8 ** (byHops(from).hops[to] as number)),
    ],
    ["mean of the target's trusts received", (_, to) => meanLevel(known.into.get(to))],
    ["mean of the source's trusts given", (from) => meanLevel(known.out.get(from))],
    ["last trusts of paths of two, by first trust", (from, to) => overTwo(known, from, to)],
    ["the same, shrunk to target and source means", (from, to) => shrunk(known, from, to)],
    ["learned from those: expected level", (from, to) => expectedLevel(learned, known, from, to)],
    ["learned from those: likeliest level", (from, to) => middleLevel(learned, known, from, to)],
  ];
  console.log(
    `\nAdvogato: ${hidden.length} of ${hidden.length + rest.length} trusts hidden; mean level ${known.mean.toFixed(3)}`,
  );
  console.log(
    "  (nothing to go by: the mean of all; AUC: does a Master certificate, 1, score above the others)",
  );
  const areas = predictors.map(
    ([name, predict]) => [name, report(name, predict, hidden, known.mean)] as const,
  );
  const product = areas[1]!;
  const better = areas.filter(([, area]) => area > product[1]).map(([name]) => name);
  console.log(
    better.length === 0
      ? "  => the max-product path is best"
      : `  => BASELINES WIN over the max-product path: ${better.join("; ")}`,
  );
}

function report(name: string, predict: Predictor, hidden: readonly Trust[], fallback: number): number {
  const said = hidden.map(({ from, to }) => predict(from, to));
  const values = said.map((x) => x ?? fallback);
  const misses = hidden.map(({ level }, k) => level - values[k]!);
  const mean = (list: readonly number[]) => list.reduce((sum, x) => sum + x, 0) / list.length;
  const nearest = hidden.map(({ level }, k) => {
    const level0 = [0.6, 0.8, 1].reduce((a, b) =>
      Math.abs(b - values[k]!) < Math.abs(a - values[k]!) ? b : a,
    );
    return level0 === level ? 1 : 0;
  });
  const auc = areaUnderCurve(
    values,
    hidden.map(({ level }) => (level === 1 ? 1 : 0)),
  );
  console.log(
    `  ${name.padEnd(46)} MAE ${mean(misses.map(Math.abs)).toFixed(4)}  RMSE ${Math.sqrt(mean(misses.map((x) => x * x))).toFixed(4)}  level right ${(100 * mean(nearest)).toFixed(1)}%  AUC ${auc.toFixed(3)}  covers ${(100 * mean(said.map((x) => (x === undefined ? 0 : 1)))).toFixed(0)}%`,
  );
  return auc;
}

/** Paths of up to six trusts from a source, the last one asked for kept: the hidden trusts come source by source. */
function reachOf(index: ArcIndex): (source: number) => Reach {
  let last: { readonly source: number; readonly reach: Reach } | undefined;
  return (source) => {
    if (last?.source !== source) last = { source, reach: reach(index, { sources: source, maxHops: 6 }) };
    return last.reach;
  };
}

/** A probability above 0 (no path has 0, or .8 to the power of 255). */
function reached(probability: number | undefined): number | undefined {
  return probability !== undefined && probability > 1e-9 ? probability : undefined;
}

/** Is the level .8 or more, and is it 1: two logistic models, learned on the trusts that are known, each left out in turn. */
function learnLevels(known: Known, rest: readonly Trust[]): readonly LogisticFit[] {
  const rows = rest.map((trust) => features(known, trust.from, trust.to, trust));
  return [0.8, 1].map((least) =>
    fitLogistic(
      { rows, outcomes: rest.map(({ level }) => (level >= least ? 1 : 0)) },
      { least: 0, ridge: 1 },
    ),
  );
}

function chances(learned: readonly LogisticFit[], known: Known, from: number, to: number): number[] {
  const row = features(known, from, to);
  return learned.map(({ intercept, coefficients }) => {
    const logOdds = row.reduce((sum, x, k) => sum + x * (coefficients[k] ?? 0), intercept);
    return 1 / (1 + Math.exp(-logOdds));
  });
}

function expectedLevel(learned: readonly LogisticFit[], known: Known, from: number, to: number): number {
  const [some, full] = chances(learned, known, from, to);
  return 0.6 + 0.2 * ((some as number) + (full as number));
}

/** The median level, which makes the mean absolute error least. */
function middleLevel(learned: readonly LogisticFit[], known: Known, from: number, to: number): number {
  const [some, full] = chances(learned, known, from, to);
  return (full as number) >= 0.5 ? 1 : (some as number) >= 0.5 ? 0.8 : 0.6;
}

/** Shrunk means of the target, of the source and of the paths of two, all rising with trust; without the trust itself. */
function features(known: Known, from: number, to: number, except?: Trust): number[] {
  const own = (trusts: readonly Trust[] | undefined) => (trusts ?? []).filter((trust) => trust !== except);
  const shrink = (sum: number, n: number, mean: number) => (sum + STRENGTH * mean) / (n + STRENGTH);
  const total = (trusts: readonly Trust[]) => trusts.reduce((sum, { level }) => sum + level, 0);
  const [into, out] = [own(known.into.get(to)), own(known.out.get(from))];
  const received = shrink(total(into), into.length, known.mean);
  const given = shrink(total(out), out.length, known.mean);
  const { sum, weight } = opinions(known, from, to);
  return [received, given, shrink(sum, weight, received), Math.log1p(into.length)].map((x) => 5 * x);
}

function meanLevel(trusts: readonly Trust[] | undefined): number | undefined {
  if (trusts === undefined) return undefined;
  return trusts.reduce((sum, { level }) => sum + level, 0) / trusts.length;
}

/** What those whom the source trusts say of the target, each by how much they are trusted. */
function overTwo(known: Known, from: number, to: number): number | undefined {
  const { sum, weight } = opinions(known, from, to);
  return weight === 0 ? undefined : sum / weight;
}

function opinions(known: Known, from: number, to: number): { sum: number; weight: number } {
  const trusted = new Map((known.out.get(from) ?? []).map((trust) => [trust.to, trust.level]));
  let [sum, weight] = [0, 0];
  for (const { from: friend, level } of known.into.get(to) ?? []) {
    const trust = trusted.get(friend);
    if (trust === undefined) continue;
    sum += trust * level;
    weight += trust;
  }
  return { sum, weight };
}

/** (M mu + s)/(M + n) three times: the target's trusts on the mean, the source's habit added, the paths' opinions on both. */
function shrunk(known: Known, from: number, to: number): number {
  const shrink = (trusts: readonly Trust[] | undefined, mean: number, strength: number) =>
    ((trusts ?? []).reduce((sum, { level }) => sum + level, 0) + strength * mean) /
    ((trusts?.length ?? 0) + strength);
  const received = shrink(known.into.get(to), known.mean, STRENGTH);
  const given = shrink(known.out.get(from), known.mean, STRENGTH);
  const prior = received + given - known.mean;
  const { sum, weight } = opinions(known, from, to);
  const paths = weight === 0 ? prior : sum / weight + given - known.mean;
  return Math.min(1, Math.max(0.6, (STRENGTH * prior + weight * paths) / (STRENGTH + weight)));
}

const STRENGTH = 4;

function knowledge(trusts: readonly Trust[]): Known {
  const [out, into] = [new Map<number, Trust[]>(), new Map<number, Trust[]>()];
  const add = (map: Map<number, Trust[]>, key: number, trust: Trust) => {
    const list = map.get(key);
    if (list === undefined) map.set(key, [trust]);
    else list.push(trust);
  };
  for (const trust of trusts) {
    add(out, trust.from, trust);
    add(into, trust.to, trust);
  }
  return { out, into, mean: meanLevel(trusts) ?? 0 };
}

function readTrusts(path: string): Trust[] {
  return readFileSync(path, "utf8")
    .trim()
    .split("\n")
    .filter((line) => /^\d/.test(line))
    .map((line) => line.trim().split(/\s+/).map(Number) as [number, number, number])
    .filter(([from, to]) => from !== to)
    .map(([from, to, level]) => ({ from, to, level }));
}

function split(trusts: readonly Trust[]): { hidden: Trust[]; rest: Trust[] } {
  const random = seededUniforms(20141);
  const [hidden, rest]: [Trust[], Trust[]] = [[], []];
  for (const trust of trusts) (random() < 0.1 ? hidden : rest).push(trust);
  return { hidden: hidden.sort((a, b) => a.from - b.from), rest };
}
