import { addTo } from "../base/index.js";
import type { Interaction, InteractionRecord } from "../people/index.js";
import { checkInteraction } from "./check-records.js";
import { compareInteractions, keepInteraction } from "./merge-evidence.js";

/** All that one person told of their interactions with another, from the side that the tie of the two is kept on. */
export interface Gathered {
  readonly from: string;
  readonly to: string;
  /** One of them as it was given. */
  readonly record: InteractionRecord;
  readonly interactions: readonly Interaction[];
}

/** The interactions told from one person to another, together; one that is told twice in the same words counts once. */
export function* gatherInteractions(
  records: readonly InteractionRecord[],
  endOf: (id: string) => string,
  byRecord = false,
): Generator<Gathered> {
  const byFrom = new Map<string, InteractionRecord[]>();
  for (const [position, record] of records.entries()) {
    checkInteraction(record, position);
    addTo(byFrom, record.from, record);
  }
  for (const [id, list] of byFrom) {
    const from = endOf(id);
    const byTo = new Map<string, { readonly to: string; record: InteractionRecord; own: Interaction[] }>();
    for (const record of list) {
      const to = endOf(record.to);
      const interaction = keepInteraction(record, to < from);
      const key = byRecord ? record.to : to;
      const known = byTo.get(key);
      if (known === undefined) byTo.set(key, { to, record, own: [interaction] });
      else known.own.push(interaction);
    }
    for (const { to, record, own } of byTo.values())
      yield { from, to, record, interactions: own.length < 2 ? own : distinct(own) };
  }
}

function distinct(list: Interaction[]): Interaction[] {
  list.sort(compareInteractions);
  return list.filter((one, i) => i === 0 || compareInteractions(one, list[i - 1] as Interaction) !== 0);
}
