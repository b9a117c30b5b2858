import { compareCodeUnits } from "../base/index.js";
import type { MergedPair } from "../people/index.js";
import type { Viewpoint } from "./viewpoint.js";

/**
 * Pairs to merge under ids that tell of nothing hidden. Somebody whom everybody knows keeps an id that everybody may know. Another one
 * would tell of a hidden record, and may be made of its address. Of several such ids it is the first in code-unit order.
 */
export function openlyKept(
  pairs: readonly MergedPair[],
  canonical: (id: string) => string,
  everybody: Pick<Viewpoint, "mayName">,
): readonly MergedPair[] {
  if (pairs.every(({ keep }) => everybody.mayName(canonical(keep)))) return pairs;
  const into = new Map<string, string>();
  const keptOf = (id: string): string => {
    let kept = id;
    for (let next = into.get(kept); next !== undefined; next = into.get(kept)) {
      // Halving the way each time keeps a long chain short.
      const further = into.get(next);
      if (further !== undefined) into.set(kept, further);
      kept = next;
    }
    return kept;
  };
  const ids = new Set<string>();
  for (const { keep, gone } of pairs) {
    ids.add(canonical(keep)).add(canonical(gone));
    const [kept, other] = [keptOf(canonical(keep)), keptOf(canonical(gone))];
    if (kept !== other) into.set(other, kept);
  }
  const open = new Map<string, string>();
  for (const id of [...ids].sort(compareCodeUnits)) {
    const kept = keptOf(id);
    if (!open.has(kept) && !everybody.mayName(kept) && everybody.mayName(id)) open.set(kept, id);
  }
  return [
    ...pairs.filter(({ keep }) => !open.has(keptOf(canonical(keep)))),
    ...[...ids].flatMap((gone) => {
      const keep = open.get(keptOf(gone));
      return keep === undefined || keep === gone ? [] : [{ keep, gone }];
    }),
  ];
}
