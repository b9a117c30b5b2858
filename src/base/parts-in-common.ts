/**
 * Watches a walk through a value in memory, whose parts may stand in many places. A pair of a pair of the same part, 40 deep, is a million
 * million parts that no JSON text could hold. The walk tells each list or record that it comes to, and how many parts that has.
 * Once it met a million parts again, one in a hundred is to be new, so it stays linear in what there is. One in some
 * hundreds is looked at, which costs next to nothing.
 * @throws TypeError
 */
export function partsInCommon(): (holder: object, parts: number) => void {
  const seen = new Set<object>();
  let [since, all, again] = [0, 0, 0];
  return (holder, parts) => {
    since += parts;
    if (since < EACH) return;
    all += since;
    if (seen.has(holder)) again += since;
    else seen.add(holder);
    since %= EACH;
    if (again > MOST_AGAIN && again > all * MOST_SHARE) throw new TypeError("one part is held too often");
  };
}

/** Parts from one look to the next. */
const EACH = 512;
/** Parts met again that are let pass in any value: as many as some hundred milliseconds of work. */
const MOST_AGAIN = 1_000_000;
/** The largest share of parts met again, beyond that. */
const MOST_SHARE = 0.99;
