import { existsSync } from "node:fs";
import { TieScorer } from "../../../src/ties/index.js";
import { areaUnderCurve } from "../ties/auc.js";
import { dayText, type Message, readCollegeMessages } from "../ties/college-messages.js";

const WINDOWS = [
  [45, 75],
  [60, 90],
  [90, 120],
  [120, 180],
] as const;

/** One who writes again after the cut, what was seen of the two before it, and whether an answer came within seven days. */
interface Written {
  readonly days: readonly { readonly day: number; readonly out: boolean }[];
  readonly answered: 0 | 1;
}

type Score = (written: Written) => number;

/** Prints how well scores of a tie tell whether a message is answered within seven days: College messages, four windows. */
export function printAnswers(path: string): void {
  if (!existsSync(path)) {
    console.log(`\n3.4 Answers: ${path} is not there; skipped`);
    return;
  }
  const messages = readCollegeMessages(path);
  console.log(
    "\n3.4 Is a message answered within 7 days? CollegeMsg; area under the curve by what was seen before the cut",
  );
  for (const [cut, end] of WINDOWS) {
    const cases = writtenIn(messages, cut, end);
    const answered = cases.map(({ answered }) => answered);
    const [now, before] = [strengthOf(cut), strengthOf(cut, "0.1")];
    const rows: readonly (readonly [string, Score])[] = [
      ["strength", now],
      ["strength of 0.1", before],
      ["messages counted", ({ days }) => days.length],
      ["days with a message", ({ days }) => distinct(days)],
      ["recency alone", ({ days }) => days.at(-1)!.day],
      ["days they wrote", ({ days }) => distinct(days.filter(({ out }) => !out))],
    ];
    const areas = rows.map(([name, score]) => [name, areaUnderCurve(cases.map(score), answered)] as const);
    const best = [...areas].sort((a, b) => b[1] - a[1])[0]!;
    console.log(
      `  ${cut}->${end}: ${cases.length} writers, ${share(answered)} answered; ${areas.map(([name, area]) => `${name} ${area.toFixed(3)}`).join(", ")}${best[0] === "strength" ? "" : `; BASELINE WINS: ${best[0]}`}`,
    );
    const alone = cases.filter(({ days }) => days.every(({ out }) => out) && distinct(days) >= 3);
    if (alone.length > 0)
      console.log(
        `    only they themselves wrote before, on 3 days or more: ${alone.length}, ${share(alone.map((one) => one.answered))} answered; mean strength ${mean(alone.map(now)).toFixed(2)}, of 0.1 ${mean(alone.map(before)).toFixed(2)}; of all ${mean(cases.map(now)).toFixed(2)} and ${mean(cases.map(before)).toFixed(2)}`,
      );
  }
}

function strengthOf(cut: number, preset?: "0.1"): Score {
  const scorer = new TieScorer({ now: dayText(cut), ...(preset && { model: { preset } }) });
  return ({ days }) =>
    scorer.strength({
      interactions: days.map(({ day, out }) => ({
        at: dayText(day),
        direction: out ? "out" : "in",
        kind: "message",
      })),
    });
}

/** Everybody who writes in the window to somebody they had a message with before it, by their first message there. */
function writtenIn(messages: readonly Message[], cut: number, end: number): Written[] {
  const before = new Map<string, Message[]>();
  const add = (key: string, message: Message): void => {
    const known = before.get(key);
    if (known === undefined) before.set(key, [message]);
    else known.push(message);
  };
  const first = new Map<string, Message>();
  for (const message of messages) {
    const { from, to, day } = message;
    if (day < cut) for (const key of [`${from} ${to}`, `${to} ${from}`]) add(key, message);
    else if (day < end && !first.has(`${from} ${to}`)) first.set(`${from} ${to}`, message);
  }
  return [...first].flatMap(([key, { from, to, day }]): Written[] => {
    const days = before.get(key)?.map((message) => ({ day: message.day, out: message.from === from }));
    if (days === undefined) return [];
    const isAnswer = (m: Message): boolean =>
      m.from === to && m.to === from && m.day > day && m.day <= day + 7;
    return [{ days, answered: messages.some(isAnswer) ? 1 : 0 }];
  });
}

function distinct(days: readonly { readonly day: number }[]): number {
  return new Set(days.map(({ day }) => Math.floor(day))).size;
}

function mean(list: readonly number[]): number {
  return list.reduce((sum, x) => sum + x, 0) / list.length;
}

function share(list: readonly number[]): string {
  return `${(100 * mean(list)).toFixed(1)}%`;
}
