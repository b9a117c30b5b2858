import { WarmpathError } from "../base/index.js";
import type { Person } from "../people/index.js";
import type { PersonRecord } from "./person-records.js";
import { hasSources } from "./provenance.js";

/**
 * How a record for everybody brings its person into everybody's view, from the weakest on. Absent: not at all, their ties do. `added` by
 * hand: yes. `tied`: added by hand with ties of which not all are everybody's, which alone say who may see them. `listed`: yes, a file
 * or they themselves told of them, and not for the sake of a tie.
 */
export type InView = "added" | "tied" | "listed";

const RANKS: readonly (InView | undefined)[] = [undefined, "added", "tied", "listed"];

/** What two records of one teller and reach are together: the order in which they came leaves no trace. */
export function strongestView(a: InView | undefined, b: InView | undefined): InView | undefined {
  return RANKS.indexOf(a) > RANKS.indexOf(b) ? a : b;
}

/** @throws WarmpathError `INVALID_PERSON` for what a saved state does not hold. */
export function checkInView(value: unknown): InView {
  if (value !== undefined && RANKS.includes(value as InView)) return value as InView;
  throw new WarmpathError("INVALID_PERSON", "a record that puts somebody in view is to say how");
}

/** True for a record that brings its person into everybody's view, whatever their ties are. */
export function putsInView({ visibility, inView }: PersonRecord): boolean {
  return visibility === "shared" && (inView === "added" || inView === "listed");
}

/** How a record brings its person into view that does not say it: whom no tie and no owner's word told of was in view. */
export function viewOfOld(
  { visibility }: PersonRecord,
  { person }: { readonly person: Person },
  isTied: (id: string) => boolean,
): InView | undefined {
  return visibility === "shared" && !isTied(person.id) && !hasSources(person) ? "added" : undefined;
}
