import { existsSync } from "node:fs";
import { fitCalibration, fitLogistic, scoreForecasts } from "../../../src/learning/index.js";
import { defaultTieModel, TieScorer } from "../../../src/ties/index.js";
import { areaUnderCurve } from "./auc.js";
import {
  dayText,
  interactionsOf,
  type Message,
  type Pair,
  pairsOfWindow,
  readCollegeMessages,
} from "./college-messages.js";

/** A cut between what is known and the window in which "do they write again" is answered; train: the same, earlier. */
interface Window {
  readonly name: string;
  readonly cut: number;
  readonly end: number;
  readonly train: readonly (readonly [number, number])[];
  /** The bold row and the row fitted elsewhere of the README of `ties`, where it has the window. */
  readonly table?: { readonly bold: number; readonly fitted?: number };
}

const WINDOWS: readonly Window[] = [
  { name: "60→90", cut: 60, end: 90, train: [[30, 60]], table: { bold: 0.828, fitted: 0.838 } },
  { name: "50→end", cut: 50, end: 1e9, train: [[25, 50]], table: { bold: 0.767, fitted: 0.774 } },
  { name: "90→120", cut: 90, end: 120, train: [[60, 90]], table: { bold: 0.845 } },
  { name: "45→75 own", cut: 45, end: 75, train: [[15, 45]] },
  { name: "70→100 own", cut: 70, end: 100, train: [[40, 70]] },
  {
    name: "120→150 own",
    cut: 120,
    end: 150,
    train: [
      [60, 90],
      [90, 120],
    ],
  },
  {
    name: "150→180 own",
    cut: 150,
    end: 180,
    train: [
      [90, 120],
      [120, 150],
    ],
  },
];

/** Everything that a score may look at, all of it from before the cut. */
interface Case {
  readonly pair: Pair;
  readonly now: string;
  readonly cut: number;
  readonly days: number;
  readonly silence: number;
  /** ln(1 + days), -ln(1 + silence), reciprocity, and how lately each of the two was seen writing to anybody. */
  readonly features: readonly number[];
}

type Score = (at: Case) => number;

const { days: DAYS, silence: SILENCE, reciprocity: RECIPROCITY } = defaultTieModel.strength;
const TERMS = [DAYS, SILENCE, RECIPROCITY];

/** Scores of a pair that nothing is fitted for: the rows of the README of `ties` and the library's own defaults. */
const FIXED: readonly (readonly [string, Score])[] = [
  ["messages counted", ({ pair }) => pair.messages.length],
  ["distinct days with a message", ({ days }) => days],
  ["recency alone", ({ silence }) => -silence],
  ["exponential sum, half-life 7 d", (at) => exponentialSum(at, 7)],
  ["exponential sum, 110 d, saturated", (at) => 1 - Math.exp(-exponentialSum(at, 110) / 5)],
  [
    "1.2 ln(1+days) - .6 ln(1+silence) + .6 recip",
    ({ features: [d, s, r] }) => 1.2 * d! + 0.6 * s! + 0.6 * r!,
  ],
  ["tieStrength, defaults (its limit at 0)", ({ pair, now }) => strengthOf(now, pair)],
  ["the strength model's three terms", ({ features }) => dot(features, TERMS)],
  ["the same, with both last seen (.2)", ({ features }) => dot(features, [...TERMS, 0.2])],
];

/** Prints area under the curve and log loss of each score on each window. */
export function runCollegeWindows(path: string): void {
  if (!existsSync(path)) {
    console.log(`college-msg: ${path} is not there; skipped`);
    return;
  }
  const messages = readCollegeMessages(path);
  console.log(
    "\nDo the two write again? CollegeMsg; log loss of each score after Platt's scaling on the earlier windows",
  );
  for (const window of WINDOWS) runWindow(messages, window);
}

function runWindow(messages: readonly Message[], window: Window): void {
  const test = casesOf(messages, window.cut, window.end);
  const train = window.train.flatMap(([cut, end]) => casesOf(messages, cut, end));
  const again = test.map(({ pair }) => pair.again);
  const rate = again.reduce<number>((sum, y) => sum + y, 0) / again.length;
  const constant = again.map((success) => ({ predicted: rate, success }));
  console.log(
    `\n${window.name}: ${test.length} pairs, ${(rate * 100).toFixed(2)}% write again; trained on ${window.train.map((w) => w.join("→")).join(", ")}; log loss of the rate itself ${scoreForecasts(constant)?.logLoss.toFixed(4)}`,
  );
  const aucs = new Map<string, number>();
  const print = (name: string, score: Score) => {
    const auc = areaUnderCurve(test.map(score), again);
    aucs.set(name, auc);
    console.log(
      `  ${name.padEnd(46)} AUC ${auc.toFixed(4)}  log loss ${calibratedLoss(score, train, test).toFixed(4)}`,
    );
  };
  for (const [name, score] of FIXED) print(name, score);
  const three = fitted(train, 3);
  const four = fitted(train, 4);
  print("fitted: the same three terms", ({ features }) => dot(features, three));
  print("fitted: three terms and lastSeen", ({ features }) => dot(features, four));
  verdict(window, aucs);
}

function verdict(window: Window, aucs: ReadonlyMap<string, number>): void {
  const rows = FIXED.slice(0, 6).map(([name]) => [name, aucs.get(name) ?? 0] as const);
  const [best, most] = [...rows].sort((a, b) => b[1] - a[1])[0]!;
  const bold = window.table?.bold ?? (rows[5]?.[1] as number);
  const gap = (aucs.get("the strength model's three terms") ?? 0) - bold;
  const fit3 = aucs.get("fitted: the same three terms") ?? 0;
  const fit4 = aucs.get("fitted: three terms and lastSeen") ?? 0;
  console.log(
    `  => defaults ${gap >= -0.005 ? "reach" : "MISS"} the bold row (${signed(gap)}); best simple row: ${best} ${most.toFixed(4)}; fitted three ${signed(fit3 - most)}, fitted four ${signed(fit4 - most)}${window.table?.fitted ? `; table's fitted row ${window.table.fitted}: ${signed(fit3 - window.table.fitted)} / ${signed(fit4 - window.table.fitted)}` : ""}`,
  );
}

function signed(x: number): string {
  return `${x >= 0 ? "+" : ""}${x.toFixed(4)}`;
}

function casesOf(messages: readonly Message[], cut: number, end: number): Case[] {
  const seen = new Map<number, number>();
  for (const { from, to, day } of messages) {
    if (day >= cut) continue;
    seen.set(from, day);
    if (!seen.has(to)) seen.set(to, Number.NEGATIVE_INFINITY);
  }
  const now = dayText(cut);
  return pairsOfWindow(messages, cut, end).map((pair) => {
    const lastSeen = pair.people.map((person) => {
      const day = seen.get(person) as number;
      return Number.isFinite(day) ? Math.floor(day) : 0;
    });
    const days = new Set(pair.messages.map(({ day }) => Math.floor(day))).size;
    const silence = cut - Math.floor(pair.messages.at(-1)!.day);
    const out = pair.messages.filter((message) => message.out).length;
    const mutual = Math.min(out, pair.messages.length - out);
    const seenLately = lastSeen.reduce((sum, day) => sum + Math.log(21) - Math.log(1 + cut - day), 0);
    const features = [Math.log(1 + days), -Math.log(1 + silence), mutual / (mutual + 2), seenLately];
    return { pair, now, cut, days, silence, features };
  });
}

function exponentialSum({ pair, cut }: Case, halfLife: number): number {
  return pair.messages.reduce((sum, { day }) => sum + 2 ** (-(cut - day) / halfLife), 0);
}

const scorers = new Map<string, TieScorer>();

function strengthOf(now: string, pair: Pair): number {
  const scorer = scorers.get(now) ?? new TieScorer({ now });
  scorers.set(now, scorer);
  return scorer.strength({ interactions: interactionsOf(pair) });
}

function dot(features: readonly number[], weights: readonly number[]): number {
  return weights.reduce((sum, weight, k) => sum + weight * features[k]!, 0);
}

/** Weights of the terms fitted to earlier windows: none below 0, drawn lightly to the defaults. */
function fitted(train: readonly Case[], terms: 3 | 4): readonly number[] {
  const fit = fitLogistic(
    {
      rows: train.map(({ features }) => features.slice(0, terms)),
      outcomes: train.map(({ pair }) => pair.again),
    },
    { least: 0, prior: [...TERMS, 0.2].slice(0, terms), ridge: 1 },
  );
  return fit.coefficients;
}

/** Log loss on the test after Platt's scaling learned in training; the score enters as a log-odds, standardised. */
function calibratedLoss(score: Score, train: readonly Case[], test: readonly Case[]): number {
  const known = train.map(score);
  const mean = known.reduce((sum, x) => sum + x, 0) / known.length;
  const spread = Math.sqrt(known.reduce((sum, x) => sum + (x - mean) ** 2, 0) / known.length) || 1;
  const chance = (x: number) => 1 / (1 + Math.exp(-Math.min(30, Math.max(-30, (x - mean) / spread))));
  const calibration = fitCalibration(
    train.map(({ pair }, k) => ({ predicted: chance(known[k]!), success: pair.again })),
  );
  const { slope, intercept } = calibration.method === "none" ? { slope: 1, intercept: 0 } : calibration;
  const points = test.map((at) => {
    const forecast = chance(score(at));
    const logOdds = slope * Math.log(forecast / (1 - forecast)) + intercept;
    return { predicted: 1 / (1 + Math.exp(-logOdds)), success: at.pair.again };
  });
  return scoreForecasts(points)?.logLoss ?? Number.NaN;
}
