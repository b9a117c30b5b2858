import type { Visibility } from "../people/index.js";
import type { Network } from "./network.js";
import { hasItem, isToldOf } from "./told-items.js";

/**
 * How a person is known to several viewers: `shared` where one of them told of them (a tie, a spell, a tag) or is that person, where one of
 * their ties is shared or a viewer's own, and where nobody told of them at all: they were added by hand. Else `masked` where one of their
 * ties is, else `private`: others alone told of them. Only of a `shared` person may anything be told to them.
 */
export function personVisibility(
  network: Pick<Network, "canonical" | "person" | "tiesOf" | "tieRecords">,
  person: string,
  viewers: readonly string[],
): Visibility {
  const id = network.canonical(person);
  const known = network.person(id);
  const isViewer = (one: string | undefined): boolean =>
    one !== undefined && viewers.some((viewer) => network.canonical(viewer) === one);
  if (isViewer(id) || (known !== undefined && hasItem(known, ({ owner }) => isViewer(owner))))
    return "shared";
  const ties = network.tiesOf(id);
  if (ties.length === 0) return isToldOf(known) ? "private" : "shared";
  const isOpen = ties.some(
    ({ from, to, visibility }) =>
      visibility === "shared" ||
      isViewer(from === id ? to : from) ||
      network.tieRecords(from, to).some(({ owner }) => isViewer(owner)),
  );
  if (isOpen) return "shared";
  return ties.some(({ visibility }) => visibility === "masked") ? "masked" : "private";
}
