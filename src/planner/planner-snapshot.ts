import { keysOf, type SnapshotForm, sealed, unsealed, WarmpathError } from "../base/index.js";
import type { JournalSnapshot } from "../journal/index.js";
import type { LearnedProfile } from "../learning/index.js";
import type { NetworkSnapshot } from "../network/index.js";
import { checkPeople } from "../people/check-people.js";
import type { Person } from "../people/index.js";
import type { PartialTieModel } from "../ties/index.js";
import type { PlanPolicy } from "./plan-policy.js";
import type { PlannerState } from "./planner-state.js";
import type { GivenSettings } from "./settings.js";

/** A planner as plain JSON. */
export interface PlannerSnapshot {
  readonly format: "warmpath.planner";
  /** 0.1 wrote version 1, without a checksum. */
  readonly version: 2;
  /** A sum of all that follows; of network and journal by their own checksums. */
  readonly checksum: string;
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

type Parts = Omit<PlannerSnapshot, "format" | "version" | "checksum">;

const FORM: SnapshotForm<Parts> = {
  what: "planner",
  format: "warmpath.planner",
  version: 2,
  keys: keysOf<Parts>({
    network: true,
    journal: true,
    settings: true,
    profile: true,
    tieModel: true,
    policy: true,
    buyers: true,
  }),
  sum: ({ network, journal, ...own }) => ({
    ...own,
    network: (network as Partial<NetworkSnapshot>).checksum ?? "none",
    chain: journal.chain.slice(0, journal.chain.indexOf("\n") + 1),
    vault: (journal.vault as Partial<JournalSnapshot["vault"]>).checksum ?? "none",
  }),
};

/** The whole state as plain JSON: the same bytes for the same state. */
export function plannerSnapshot(state: PlannerState, given: GivenSettings): PlannerSnapshot {
  const { network, journal, profile, buyers } = state;
  const parts: Parts = {
    network: network.toJSON(),
    journal: journal.toJSON(),
    ...(Object.keys(given).length === 0 ? {} : { settings: given }),
    ...(profile === undefined ? {} : { profile }),
    buyers: [...buyers.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
  return sealed(FORM, parts) as PlannerSnapshot;
}

/**
 * The parts of `snapshot` if they are as they were written, or of version 0.1; network and journal check their own.
 * @throws WarmpathError `INVALID_SNAPSHOT`, `SNAPSHOT_NEWER`.
 */
export function plannerParts(snapshot: unknown): Parts {
  const parts = unsealed(FORM, snapshot);
  const { network, journal, buyers } = parts;
  for (const part of [network, journal]) {
    if (typeof part !== "object" || part === null) throw invalid("with a network and a journal");
  }
  if (!Array.isArray(buyers)) throw invalid("with its buyers");
  checkPeople(buyers);
  return parts;
}

function invalid(expected: string): WarmpathError {
  return new WarmpathError("INVALID_SNAPSHOT", `a planner's snapshot is to be ${expected}`);
}
