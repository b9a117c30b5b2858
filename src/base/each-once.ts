import { oneSpelling } from "./time.js";

/** What an interaction is told apart by. */
interface Told {
  readonly at: string;
  readonly direction: string;
  readonly kind: string;
  readonly automatic?: boolean;
}

/**
 * Interactions without those that are told again: of two people one of a kind, direction and instant is one event, however its time is
 * spelt. Of a day there may be several. The list itself where none is.
 */
export function eachOnce<One extends Told>(list: readonly One[]): readonly One[] {
  if (areInOrder(list)) return list;
  const seen = new Set<string>();
  return list.filter((one) => {
    const { at, direction, kind, automatic }: Partial<Told> = one ?? {};
    if (!isInstant(at) || typeof direction !== "string" || typeof kind !== "string") return true;
    const key = `${oneSpelling(at)}|${direction}|${kind}|${automatic === true}`;
    return !seen.has(key) && seen.add(key) !== undefined;
  });
}

/** True where instants rise in one spelling, as a network keeps them: then none is told twice. */
function areInOrder(list: readonly Told[]): boolean {
  let before = "";
  for (const one of list) {
    const at = one?.at;
    if (!isInstant(at)) continue;
    if (at <= before || oneSpelling(at) !== at) return false;
    before = at;
  }
  return true;
}

function isInstant(at: unknown): at is string {
  return typeof at === "string" && at.length > DAY;
}

/** Letters of a day. */
const DAY = 10;
