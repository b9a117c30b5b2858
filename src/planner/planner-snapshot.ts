import { WarmpathError } from "../base/index.js";
import type { JournalSnapshot } from "../journal/index.js";
import type { LearnedProfile } from "../learning/index.js";
import type { NetworkSnapshot } from "../network/index.js";
import type { Person } from "../people/index.js";
import type { PartialTieModel } from "../ties/index.js";
import type { PlanPolicy } from "./plan-policy.js";
import type { GivenSettings } from "./settings.js";

/** A planner as plain JSON. */
export interface PlannerSnapshot {
  readonly format: "warmpath.planner";
  readonly version: 1;
  readonly network: NetworkSnapshot;
  readonly journal: JournalSnapshot;
  /** What was given in place of the defaults. */
  readonly settings?: GivenSettings;
  /** What outcomes taught, where it is in use. */
  readonly profile?: LearnedProfile;
  /** Only in snapshots of 0.1, which are read all the same. */
  readonly tieModel?: PartialTieModel;
  /** As `tieModel`. */
  readonly policy?: Partial<PlanPolicy>;
  /** Buyers of recorded asks whom the network does not hold. */
  readonly buyers: readonly Person[];
}

export const PLANNER_FORMAT = "warmpath.planner";
export const PLANNER_VERSION = 1;

/**
 * Returns `snapshot` if it has a planner's outer form; network and journal check their own parts.
 * @throws WarmpathError `INVALID_SNAPSHOT`, `SNAPSHOT_NEWER`.
 */
export function checkPlannerSnapshot(snapshot: unknown): PlannerSnapshot {
  if (typeof snapshot !== "object" || snapshot === null) throw invalid("an object");
  const { format, version, buyers } = snapshot as Partial<Record<string, unknown>>;
  if (format !== PLANNER_FORMAT) throw invalid(`of format ${PLANNER_FORMAT}`);
  if (typeof version !== "number" || !Number.isInteger(version) || version < 1)
    throw invalid("of a whole version");
  if (version > PLANNER_VERSION) {
    throw new WarmpathError("SNAPSHOT_NEWER", "the snapshot is of a newer version than this library reads", {
      version,
      newest: PLANNER_VERSION,
    });
  }
  const { network, journal } = snapshot as Partial<Record<string, unknown>>;
  for (const part of [network, journal]) {
    if (typeof part !== "object" || part === null) throw invalid("with a network and a journal");
  }
  if (!Array.isArray(buyers) || buyers.some((buyer) => typeof buyer?.id !== "string"))
    throw invalid("with its buyers");
  return snapshot as PlannerSnapshot;
}

function invalid(expected: string): WarmpathError {
  return new WarmpathError("INVALID_SNAPSHOT", `a planner's snapshot is to be ${expected}`);
}
