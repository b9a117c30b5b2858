import { readFileSync } from "node:fs";
import type { Interaction } from "../../../src/people/index.js";

/** One message: sender, receiver, and its time in days since the first message of the file. */
export interface Message {
  readonly from: number;
  readonly to: number;
  readonly day: number;
}

/** Reads SNAP's CollegeMsg.txt: `SRC DST UNIXTS`, in time order. */
export function readCollegeMessages(path: string): Message[] {
  const rows = readFileSync(path, "utf8")
    .trim()
    .split("\n")
    .map((line) => line.trim().split(/\s+/).map(Number) as [number, number, number]);
  const start = Math.min(...rows.map(([, , time]) => time));
  return rows.map(([from, to, time]) => ({ from, to, day: (time - start) / 86_400 }));
}

/** A pair with a message before the cut: what was seen of it, and whether the two write again in the window after it. */
export interface Pair {
  readonly people: readonly [number, number];
  /** Times in days of the messages before the cut, rising, with direction as the smaller id sees it. */
  readonly messages: readonly { readonly day: number; readonly out: boolean }[];
  readonly again: 0 | 1;
}

/** Pairs with any message before day `cut`, and whether there is one from `cut` to `end`. */
export function pairsOfWindow(messages: readonly Message[], cut: number, end: number): Pair[] {
  const pairs = new Map<
    number,
    { people: [number, number]; messages: { day: number; out: boolean }[]; again: 0 | 1 }
  >();
  for (const { from, to, day } of messages) {
    const [a, b] = from < to ? [from, to] : [to, from];
    const key = a * 100_000 + b;
    let pair = pairs.get(key);
    if (day < cut) {
      pair ??= { people: [a, b], messages: [], again: 0 };
      pairs.set(key, pair);
      pair.messages.push({ day, out: from === a });
    } else if (day < end && pair !== undefined) pair.again = 1;
  }
  return [...pairs.values()];
}

/** The day on which the file is made to begin; the cut is `dayText(cut)`. */
export function dayText(day: number): string {
  return new Date(Date.UTC(2004, 3, 15) + Math.floor(day) * 86_400_000).toISOString().slice(0, 10);
}

export function interactionsOf(pair: Pair): Interaction[] {
  return pair.messages.map(({ day, out }) => ({
    at: dayText(day),
    direction: out ? "out" : "in",
    kind: "message",
  }));
}
