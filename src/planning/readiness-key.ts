import { checkShape } from "../base/index.js";
import type { Readiness } from "./planned-ask.js";

/** Key of the readiness that holds between this seeker and this connector only: both ids as JSON. */
export function readinessKey(seeker: string, connector: string): string {
  checkShape(seeker, "text", "seeker");
  checkShape(connector, "text", "connector");
  return JSON.stringify([seeker, connector]);
}

/** Readiness of a connector towards a seeker: of the two, else of the connector, else nothing is known. */
export function readinessOf(
  seeker: string,
  connector: string,
  readiness: ReadonlyMap<string, Readiness> | undefined,
): Readiness {
  return readiness?.get(readinessKey(seeker, connector)) ?? readiness?.get(connector) ?? NOTHING_KNOWN;
}

const NOTHING_KNOWN: Readiness = { gate: "unknown", unmet: ["deposit"] };
