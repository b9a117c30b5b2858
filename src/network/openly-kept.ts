import { compareCodeUnits, memoized } from "../base/index.js";
import type { MergedPair } from "../people/index.js";
import { chainEnd } from "./chain-end.js";
import type { PeopleGraph } from "./people-graph.js";
import { recordsOfPerson } from "./person-records.js";
import type { Viewpoint } from "./viewpoint.js";

/**
 * Pairs to merge under ids that tell of nothing hidden: the most open id of those of one human is kept. Another one would tell of a hidden
 * record, and may be made of its address. Of several that are more open than the one to be kept it is the first in code-unit order.
 */
export function openlyKept(
  pairs: readonly MergedPair[],
  canonical: (id: string) => string,
  graph: Pick<PeopleGraph, "kept">,
  everybody: Pick<Viewpoint, "mayName" | "masked">,
): readonly MergedPair[] {
  const rankOf = memoized((id: string): number => {
    const kept = graph.kept(id);
    const isTold =
      kept !== undefined && recordsOfPerson(kept).some(({ visibility }) => visibility === "shared");
    if (isTold || everybody.mayName(id)) return 2;
    return everybody.masked.mayCount(id) ? 1 : 0;
  });
  if (pairs.every(({ keep }) => rankOf(canonical(keep)) === 2)) return pairs;
  const into = new Map<string, string>();
  const keptOf = (id: string): string => chainEnd(into, id);
  const ids = new Set<string>();
  for (const { keep, gone } of pairs) {
    ids.add(canonical(keep)).add(canonical(gone));
    const [kept, other] = [keptOf(canonical(keep)), keptOf(canonical(gone))];
    if (kept !== other) into.set(other, kept);
  }
  const open = new Map<string, string>();
  for (const id of [...ids].sort(compareCodeUnits)) {
    const kept = keptOf(id);
    if (rankOf(id) > rankOf(open.get(kept) ?? kept)) open.set(kept, id);
  }
  return [
    ...pairs.filter(({ keep }) => !open.has(keptOf(canonical(keep)))),
    ...[...ids].flatMap((gone) => {
      const keep = open.get(keptOf(gone));
      return keep === undefined || keep === gone ? [] : [{ keep, gone }];
    }),
  ];
}
