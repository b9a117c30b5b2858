import type { Visibility } from "../people/index.js";
import type { Network } from "./network.js";

/**
 * How a person is known to several viewers: by name, by masked records alone, or not at all.
 * @deprecated since 0.2: `network.seenBy(viewers)` answers with `mayName` and `mayCount`.
 */
export function personVisibility(
  network: Pick<Network, "seenBy">,
  person: string,
  viewers: readonly string[],
): Visibility {
  const view = network.seenBy(viewers);
  if (view.mayName(person)) return "shared";
  return view.masked.mayCount(person) ? "masked" : "private";
}
