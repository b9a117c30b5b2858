import { checkShape } from "../base/index.js";
import type { Visibility } from "../people/index.js";
import { checkNetwork } from "./check-network.js";
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
  checkNetwork(network);
  checkShape(person, "text", "person");
  checkShape(viewers, ["text"], "viewers");
  const view = network.seenBy(viewers);
  if (view.mayName(person)) return "shared";
  return view.masked.mayCount(person) ? "masked" : "private";
}
