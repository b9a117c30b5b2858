import type { Visibility } from "../people/index.js";
import type { Network } from "./network.js";

/**
 * How a person is known to several viewers: `shared` where one of his ties is, or is a viewer's own (an end of it, or told by
 * him), where he is a viewer, and where he has no tie at all; else `masked` where one of his ties is, else `private`. Only of a
 * `shared` person may anything be told to them.
 */
export function personVisibility(
  network: Pick<Network, "canonical" | "tiesOf" | "tieRecords">,
  person: string,
  viewers: readonly string[],
): Visibility {
  const id = network.canonical(person);
  const isViewer = (one: string): boolean => viewers.some((viewer) => network.canonical(viewer) === one);
  const ties = network.tiesOf(id);
  if (isViewer(id) || ties.length === 0) return "shared";
  const isOpen = ties.some(
    ({ from, to, visibility }) =>
      visibility === "shared" ||
      isViewer(from === id ? to : from) ||
      network.tieRecords(from, to).some(({ owner }) => owner !== undefined && isViewer(owner)),
  );
  if (isOpen) return "shared";
  return ties.some(({ visibility }) => visibility === "masked") ? "masked" : "private";
}
