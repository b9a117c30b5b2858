import { checkShape, isReadableWhole, madeOf, WarmpathError } from "../base/index.js";
import { isStranger } from "../people/index.js";
import type { Leg } from "./introduction-path.js";

/** How well whoever asks knows the one asked: they know them, they know of them, or nobody has seen a tie. */
export type Familiarity = "knows" | "knows-of" | "not-seen";

/**
 * Whether whoever asks on a leg knows the one asked. There was contact both can remember, or else they are no strangers by the
 * record (`isStranger` of people). A bare connection is to know of somebody.
 */
export function familiarityOf(leg: Pick<Leg, "inferred" | "evidence">): Familiarity {
  return madeOf("leg", () => {
    checkShape(leg, { evidence: "object" }, "leg");
    if (!isReadableWhole(leg.evidence) || !Array.isArray(leg.evidence.interactions ?? []))
      throw new WarmpathError("INVALID_EVIDENCE", "a leg's evidence cannot be read");
    const { inferred, evidence } = leg;
    if (inferred) return "not-seen";
    const { interactions = [] } = evidence;
    const isHeard = interactions.some(
      ({ kind, direction, automatic }) =>
        automatic !== true && (kind === "meeting" || kind === "call" || direction !== "out"),
    );
    return isHeard || !isStranger({ state: "never-spoken", evidence }) ? "knows" : "knows-of";
  });
}
