import { checkShape, compareCodeUnits, madeOf } from "../base/index.js";
import type { AskStatus } from "./ask-status.js";

/** A target on whom more than one seeker has an open ask. */
export interface Collision {
  readonly target: string;
  readonly seekers: readonly string[];
  /** Ids of the asks. */
  readonly asks: readonly string[];
}

/** The targets on whom teammates' open asks collide, in order of ids. */
export function collisions(records: readonly AskStatus[]): readonly Collision[] {
  return madeOf("records", () => {
    checkShape(records, ["object"], "records");
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
  });
}
