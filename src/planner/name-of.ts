import { checkId } from "../base/index.js";
import type { PlannerState } from "./planner-state.js";
import { peopleOfAsk } from "./record-events.js";

/**
 * The name of anybody that a result names. That is a person of the network whom the viewers may see. Or somebody whom it does not hold,
 * to those who asked or planned for them. Without viewers everybody has a name: the keeper's view.
 * @throws WarmpathError `INVALID_ID`.
 */
export function nameOf(
  state: PlannerState,
  id: string,
  viewers: readonly string[] | undefined,
): string | undefined {
  const { network } = state;
  if (network.has(checkId(id))) {
    const person = network.canonical(id);
    if (viewers === undefined) return network.person(person)?.name;
    const view = network.seenBy(viewers);
    return view.mayName(person) ? view.person(person)?.name : undefined;
  }
  const isViewer = (one: string): boolean => viewers?.includes(network.canonical(one)) ?? true;
  const planned = state.strangers.person(id, isViewer)?.name;
  if (planned !== undefined) return planned;
  const isAsker =
    viewers === undefined ||
    state.tracker.asks().some(({ ask }) => isViewer(ask.seeker) && peopleOfAsk(ask).includes(id));
  return isAsker ? state.buyers.get(id)?.name : undefined;
}
