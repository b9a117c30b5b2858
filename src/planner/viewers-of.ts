import { checkId, checkKeys, unfit, WarmpathError } from "../base/index.js";
import type { Network } from "../network/network.js";
import { seekersOf } from "./check-request.js";
import { VIEWER_KEYS } from "./option-keys.js";
import type { ViewerOptions } from "./planner-options.js";

/** For whom a result is made; undefined: the keeper's view. @throws WarmpathError `INVALID_ARGUMENT`, `UNKNOWN_PERSON`. */
export function viewersOf(
  state: { readonly network: Network },
  options: ViewerOptions,
): readonly string[] | undefined {
  checkKeys(options, VIEWER_KEYS, "options");
  const { seeker } = options;
  const seekers = seeker === undefined ? undefined : seekersOf(state, { seeker });
  if (seekers?.length === 0) throw unfit("seeker", "at least one id");
  for (const id of seekers ?? []) checkKnown(state.network, id);
  return seekers;
}

/** One who is hidden from the seeker is as if nobody were there. @throws WarmpathError `INVALID_ID`, `UNKNOWN_PERSON`. */
export function checkKnown(network: Network, id: string, seeker: string = id): void {
  if (!network.seenBy(seeker).mayName(checkId(id))) {
    throw new WarmpathError("UNKNOWN_PERSON", "the one asked about is to be a person of the network");
  }
}
