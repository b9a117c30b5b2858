import { checkId, isReadableWhole, unfit } from "../base/index.js";
import { type IdentityDecision, type MergedPair, type Resolution, resolvePeople } from "../people/index.js";
import type { SharingPreferences } from "./sharing-preferences.js";
import type { Viewpoint } from "./viewpoint.js";

/**
 * Merges that are decided and can be made: both ids are known people, and no refusal stands against it. Refusals and the choice of the
 * id that is kept go by the rules of `resolvePeople`.
 */
export function decidedMerges(
  decisions: readonly IdentityDecision[],
  known: { has(id: string): boolean },
): Pick<Resolution, "merged"> {
  const isKnown = (id: string) => known.has(id);
  const open = decisions.filter(({ a, b, same }) => same && isKnown(a) && isKnown(b));
  if (open.length === 0) return { merged: [] };
  const ids = new Set(decisions.flatMap(({ a, b }) => [a, b]).filter(isKnown));
  return resolvePeople(
    [...ids].map((id) => ({ id })),
    { decisions },
  );
}

/** Pairs that an import tells to all, as far as its owner hears of the one who is kept. The other id is no secret then. */
export function toldPairs(
  merged: readonly MergedPair[],
  { tellers }: SharingPreferences,
  view: Pick<Viewpoint, "mayCount" | "viewers">,
): readonly MergedPair[] {
  const told = merged.filter(({ keep }) => view.mayCount(keep));
  const [owner] = view.viewers;
  for (const { gone } of told)
    tellers.note(gone, [{ visibility: "shared", ...(owner !== undefined && { owner }) }]);
  return told;
}

/** @throws WarmpathError `INVALID_ARGUMENT` unless they are a list of answers about two ids each, `INVALID_ID`. */
export function checkDecisions(decisions: readonly IdentityDecision[]): readonly IdentityDecision[] {
  const isOne = (one: unknown): one is IdentityDecision =>
    typeof one === "object" && one !== null && "same" in one && typeof one.same === "boolean";
  if (!isReadableWhole(decisions) || !Array.isArray(decisions) || !Array.from(decisions).every(isOne))
    throw unfit("decisions", "a list of { a, b, same }");
  for (const { a, b } of decisions) for (const id of [a, b]) checkId(id);
  return decisions;
}
