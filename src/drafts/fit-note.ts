import { afterGreeting, fitParagraphs, joinText, type Sentence } from "./compose.js";
import type { Desk } from "./draft-base.js";

/**
 * A note in one size after the other until it is within the channel's limit; the last one is the smallest there is.
 * `compose` gets the desk with the longest name that fits, and the most units of a free text of the user's.
 */
export function fitNote(
  compose: (desk: Desk, ownMax: number) => readonly (readonly Sentence[])[],
  desk: Desk,
): { text: string; parts: readonly Sentence[] } {
  const room = desk.limits.noteMax ?? Number.POSITIVE_INFINITY;
  const max = Math.min(desk.limits.noteWarn ?? room, room);
  const between = room <= ONE_LINE ? " " : "\n\n";
  let kept: Sentence[][] = [];
  for (const [nameMax, ownMax, least] of SIZES) {
    kept = fitParagraphs(compose({ ...desk, nameMax }, ownMax), max, between, least);
    if (joinText(kept, between).length <= max) break;
  }
  const done = afterGreeting(kept, desk.pack, room <= ONE_LINE);
  const text = joinText(done, between);
  return { text: room <= ONE_LINE ? text.replace(/\n/g, " ") : text, parts: done.flat() };
}

/** The suffix of sentences for a note on one line. */
export function shortIn(desk: Desk): "" | ".short" {
  return (desk.limits.noteMax ?? ONE_LINE + 1) <= ONE_LINE ? ".short" : "";
}

/** A note of at most so many units is written on one line. */
const ONE_LINE = 300;

/** No sentence has so high a `drop`. */
const NEVER = 99;

/** Longest name, longest free text, and from which `drop` on a sentence may go: tried in this order. */
const SIZES: readonly (readonly [number, number, number])[] = [
  [120, 300, NEVER],
  [120, 160, NEVER],
  [120, 110, NEVER],
  [120, 160, 4],
  [120, 110, 4],
  [120, 70, 4],
  [120, 45, 4],
  [40, 70, 4],
  [40, 45, 4],
  [120, 45, 1],
  [40, 45, 1],
  [24, 36, 1],
  [18, 24, 1],
];
