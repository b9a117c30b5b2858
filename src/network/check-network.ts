import { checkShape } from "../base/index.js";
import type { Network } from "./network.js";

/**
 * Checks what is to be a network itself: an heir of one, or one behind a proxy, cannot read what it holds, its size first.
 * @throws WarmpathError `INVALID_ARGUMENT`.
 */
export function checkNetwork(network: Pick<Network, "seenBy">): void {
  checkShape(network, { size: "number", seenBy: "function" }, "network");
}
