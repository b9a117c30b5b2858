import { checkShape, compareCodeUnits } from "../base/index.js";
import type { Person, TieEvidence } from "../people/index.js";
import { checkNetwork } from "./check-network.js";
import type { Network } from "./network.js";
import type { Viewpoint } from "./viewpoint.js";

/** A cell of an export: a text, a number, or nothing. */
export type Cell = string | number | undefined;

/** What exports tell of a person, in this order. */
export const PERSON_COLUMNS = [
  "id",
  "name",
  "firstName",
  "lastName",
  "company",
  "title",
  "emails",
  "profileUrl",
  "location",
  "doNotAsk",
] as const;

/** What exports tell of a tie, in this order; all but the two ends describe what was seen. */
export const TIE_COLUMNS = [
  "from",
  "to",
  "visibility",
  "connectedOn",
  "closeness",
  "overlap",
  "contexts",
  "interactions",
  "lastInteraction",
] as const;

/** Whose view of the network is written. */
export interface ExportOptions {
  /** Somebody, or a team of them, who get what they may see: as an export of `snapshotFor`. @defaultValue all there is: the keeper's view */
  readonly seeker?: string | readonly string[];
}

/** The network, or what a seeker may see of it. @throws WarmpathError `INVALID_ARGUMENT`, `INVALID_ID`. */
export function exported(
  network: Network,
  options: ExportOptions = {},
): Pick<Network | Viewpoint, "people" | "ties"> {
  checkNetwork(network);
  checkShape(options, "object", "options");
  const { seeker } = options;
  return seeker === undefined ? network : network.seenBy(seeker);
}

/** A row for each person, in code-unit order of ids. */
export function personRows(network: Network, options: ExportOptions): Cell[][] {
  return exported(network, options)
    .people()
    .map((person) =>
      PERSON_COLUMNS.map((column) => {
        if (column === "emails") return person.emails?.join("; ");
        if (column === "doNotAsk") return network.isDoNotAsk(person.id) ? "yes" : undefined;
        return person[column satisfies keyof Person];
      }),
    );
}

/** A row for each tie, in code-unit order of its ends. */
export function tieRows(network: Network, options: ExportOptions): Cell[][] {
  return exported(network, options)
    .ties()
    .map(({ from, to, visibility, evidence }) => {
      const { connectedOn, closeness, overlap, contexts, interactions } = evidence;
      return [
        from,
        to,
        visibility,
        connectedOn,
        closeness,
        overlap,
        contexts?.join("; "),
        interactions?.length,
        lastOf(interactions),
      ];
    });
}

function lastOf(interactions: TieEvidence["interactions"]): string | undefined {
  return interactions
    ?.map(({ at }) => at)
    .sort(compareCodeUnits)
    .at(-1);
}
