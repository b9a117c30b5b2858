import { checkId } from "../base/index.js";
import type { PlannerState } from "./planner-state.js";

/**
 * Removes a person from network, buyers and journal, and keeps them out of later imports.
 * @returns The number of texts erased from the journal.
 * @throws WarmpathError `INVALID_ID`.
 */
export function erasePerson(state: PlannerState, personId: string, names: readonly string[]): number {
  const { network, journal, buyers, strangers } = state;
  const buyer = buyers.get(checkId(personId));
  const { name } = buyer ?? network.person(personId) ?? {};
  for (const key of [personId, buyer]) if (key !== undefined) network.suppress(key);
  buyers.delete(personId);
  strangers.delete(personId);
  if (network.has(personId)) network.removePerson(personId);
  return journal.erase(personId, { names: name === undefined ? names : [name, ...names] });
}
