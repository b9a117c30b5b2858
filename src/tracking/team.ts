import { compareCodeUnits } from "../base/index.js";
import type { AskStatus } from "./ask-status.js";

/** A target on whom more than one seeker has an open ask. */
export interface Collision {
  readonly target: string;
  readonly seekers: readonly string[];
  /** Ids of the asks. */
  readonly asks: readonly string[];
}

/** A no that the whole team remembers. */
export interface Decline {
  readonly target: string;
  /** Who said it: a connector, or the target themselves, which ends every route to them. */
  readonly by: string;
  readonly ask: string;
  /** ISO day. */
  readonly on: string;
  readonly answer?: AskStatus["answer"];
  /** Whom they named instead. */
  readonly suggested?: string;
}

/** The targets on whom teammates' open asks collide, in order of ids. */
export function collisions(records: readonly AskStatus[]): readonly Collision[] {
  const byTarget = new Map<string, AskStatus[]>();
  for (const record of records) {
    if (record.open) byTarget.set(record.ask.target, [...(byTarget.get(record.ask.target) ?? []), record]);
  }
  return [...byTarget]
    .map(([target, open]) => ({
      target,
      seekers: [...new Set(open.map(({ ask }) => ask.seeker))].sort(compareCodeUnits),
      asks: open.map(({ ask }) => ask.id).sort(compareCodeUnits),
    }))
    .filter(({ seekers }) => seekers.length > 1)
    .sort((x, y) => compareCodeUnits(x.target, y.target));
}

/** The open asks of others on a target, before one asks oneself. */
export function openAsksOfOthers(
  records: readonly AskStatus[],
  seeker: string,
  target: string,
): readonly AskStatus[] {
  return records.filter(({ open, ask }) => open && ask.target === target && ask.seeker !== seeker);
}

/** Every no so far, whoever of the team had asked; in order of day, then ask. */
export function declines(records: readonly AskStatus[]): readonly Decline[] {
  return records
    .filter(({ state }) => state === "declined" || state === "target-declined")
    .map(({ ask, state, since, answer, suggested }) => ({
      target: ask.target,
      by: state === "declined" ? ask.connector : ask.target,
      ask: ask.id,
      on: since,
      ...(state === "declined" && answer !== undefined ? { answer } : {}),
      ...(suggested === undefined ? {} : { suggested }),
    }))
    .sort((x, y) => compareCodeUnits(x.on, y.on) || compareCodeUnits(x.ask, y.ask));
}
