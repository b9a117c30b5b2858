import { checkId, checkShape } from "../base/index.js";
import type { PlannerState } from "./planner-state.js";

/**
 * Removes a person from network, buyers, journal, and what was set or learned of them, and keeps them out of later imports.
 * @returns The number of texts erased from the journal, and the ids of the person.
 * @throws WarmpathError `INVALID_ID`.
 */
export function erasePerson(
  state: PlannerState,
  personId: string,
  names: readonly string[],
): { readonly erased: number; readonly gone: ReadonlySet<string> } {
  checkShape(names, ["text"], "names");
  const { network, journal, buyers, strangers } = state;
  // Of a buyer for whom was only planned, too, the name is known.
  const buyer = buyers.get(checkId(personId)) ?? strangers.person(personId, () => true);
  for (const key of [personId, buyer]) if (key !== undefined) network.suppress(key);
  // What the caller calls them is kept out with each company that anybody tells of them.
  for (const name of names) network.suppress({ ...buyer, id: personId, name });
  const own = [buyer?.name, ...["name", "address"].map((field) => journal.vault.read(personId, field))];
  const words = [...names, ...own].filter((word) => word !== undefined);
  const { ids, names: known } = network.removePerson(personId, words);
  let erased = 0;
  for (const id of ids) {
    buyers.delete(id);
    strangers.delete(id);
    erased += journal.erase(id, { names: known });
  }
  const gone = new Set(ids);
  state.forget(gone);
  return { erased, gone };
}
