import { WarmpathError } from "../base/index.js";
import type { Person } from "../people/index.js";
import type { KnownTie } from "./network.js";

/** A network as plain JSON: people and ties in code-unit order of their ids. */
export interface NetworkSnapshot {
  readonly format: "warmpath.network";
  readonly version: 1;
  readonly people: readonly Person[];
  readonly ties: readonly KnownTie[];
  readonly doNotAsk: readonly string[];
}

export const FORMAT = "warmpath.network";
export const VERSION = 1;

/**
 * Returns `snapshot` if it has a snapshot's outer form; its people and ties are checked where they are taken in.
 * @throws WarmpathError `INVALID_SNAPSHOT`, `SNAPSHOT_NEWER`.
 */
export function checkSnapshot(snapshot: unknown): NetworkSnapshot {
  if (typeof snapshot !== "object" || snapshot === null) throw invalid("an object");
  const { format, version, people, ties, doNotAsk } = snapshot as Partial<Record<string, unknown>>;
  if (format !== FORMAT) throw invalid(`of format ${FORMAT}`);
  if (typeof version !== "number" || !Number.isInteger(version) || version < 1)
    throw invalid("of a whole version");
  if (version > VERSION) {
    throw new WarmpathError("SNAPSHOT_NEWER", "the snapshot is of a newer version than this library reads", {
      version,
      newest: VERSION,
    });
  }
  if (!Array.isArray(people) || !Array.isArray(ties) || !Array.isArray(doNotAsk)) {
    throw invalid("with lists of people, ties and doNotAsk");
  }
  if (new Set(people.map((person) => person?.id)).size !== people.length)
    throw invalid("with each person once");
  return snapshot as NetworkSnapshot;
}

function invalid(expected: string): WarmpathError {
  return new WarmpathError("INVALID_SNAPSHOT", `a network snapshot is to be ${expected}`);
}
