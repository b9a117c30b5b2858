import { type AbortSignalLike, madeOf } from "../base/index.js";
import type { Network } from "../network/index.js";
import type { PartialTieModel } from "../ties/index.js";
import { writeScores } from "./compiled-bytes.js";
import { CompiledNetwork } from "./compiled-network.js";

/**
 * A network compiled for the day of `now`, as one buffer that can be saved or sent to a worker. A planner of the same network, day
 * and settings that gets it as `compiled` plans without scoring a tie again.
 * @returns Scores of all ties that everybody may use and the arc index; no name, no id. 32 bytes a tie and those of the index.
 * @throws WarmpathError `INVALID_DATE`, or `INVALID_ARGUMENT` for the settings.
 */
export function compileNetwork(
  network: Network,
  options: {
    readonly now: Date | string;
    readonly settings?: { readonly ties?: PartialTieModel };
    readonly signal?: AbortSignalLike;
  },
): ArrayBuffer {
  return madeOf("options", () => {
    const { now, settings, signal } = options;
    const tieModel = settings?.ties;
    const compiled = CompiledNetwork.compile(network, {
      now,
      ...(tieModel === undefined ? {} : { tieModel }),
      ...(signal && { signal }),
    });
    const ties = compiled.ties(false);
    return writeScores({ ...ties, fingerprint: compiled.fingerprint() });
  });
}
