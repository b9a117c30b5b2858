import { type AbortSignalLike, checkKeys, keysOf, madeOf } from "../base/index.js";
import type { Network } from "../network/index.js";
import type { CompanyAliases } from "../people/index.js";
import type { PartialTieModel } from "../ties/index.js";
import { CompiledNetwork } from "./compiled-network.js";

/** As of when a network is looked at, and by which numbers. */
export interface CompileOptions {
  readonly now: Date | string;
  readonly tieModel?: PartialTieModel;
  /** Names of one company. @defaultValue the package's own table */
  readonly companyAliases?: CompanyAliases;
  /** One of the same network, day and numbers: what nothing new bears on is taken over from it, and the result is the same without. */
  readonly previous?: CompiledNetwork;
  readonly signal?: AbortSignalLike;
}

/**
 * A network made ready for the queries of one day: what `findPaths`, `reachTargets`, `inferTies` and `maskPath` are asked with, as
 * often as one likes. It takes in new evidence of known ties by itself. Costs one scoring per tie and a sort.
 * @throws WarmpathError `INVALID_ARGUMENT`, `INVALID_DATE`; the signal's reason.
 * @example
 * const compiled = compiledOn(network, { now: "2026-03-20" });
 * findPaths(compiled, { seekers: ["me"], target: network.person("bob"), k: 3, maxHops: 3 });
 */
export function compiledOn(network: Network, options: CompileOptions): CompiledNetwork {
  return madeOf("options", () => {
    checkKeys(options, KEYS, "options");
    return CompiledNetwork.compile(network, options);
  });
}

const KEYS: readonly string[] = keysOf<CompileOptions>({
  now: true,
  tieModel: true,
  companyAliases: true,
  previous: true,
  signal: true,
});
