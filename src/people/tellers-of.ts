import { checkShape } from "../base/index.js";
import type { Tie } from "./tie.js";

/** A tie as far as it says who told of it. */
export interface ToldTie extends Pick<Tie, "from" | "owner"> {
  /** Where several told of it, each of them. */
  readonly sightings?: readonly { readonly owner: string }[];
}

/** Ids of all who told of a tie: each of several, or its owner, or who stands first where it names none. */
export function tellersOf(tie: ToldTie): readonly string[] {
  checkShape(tie, { from: "text", owner: "text?", sightings: "any" }, "tie");
  const { from, owner = from, sightings } = tie;
  if (sightings === undefined) return [owner];
  checkShape(sightings, [{ owner: "text" }], "tie.sightings");
  return [...new Set(sightings.map((sighting) => sighting.owner))];
}
