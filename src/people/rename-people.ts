import { checkShape, soundOf } from "../base/index.js";
import type { Spell, Tag } from "./person.js";
import type { Resolution } from "./resolve-people.js";

/** Records of people and ties, such as an import. */
export interface NamedRecords {
  readonly people: readonly {
    readonly id: string;
    readonly spells?: readonly Spell[];
    readonly tags?: readonly Tag[];
  }[];
  readonly ties: readonly { readonly from: string; readonly to: string; readonly owner?: string }[];
  readonly interactions?: readonly { readonly from: string; readonly to: string }[];
  /** Id of the one whose records all these are. */
  readonly owner?: string;
}

/**
 * Records with the ids of a resolution, for `network.import`, which makes one of records with one id. Owners of ties, spells,
 * tags and of the whole are renamed too. What was a tie between two records of one human is dropped.
 */
export function renamePeople<Records extends NamedRecords>(
  records: Records,
  resolution: Pick<Resolution, "merged">,
): Records {
  return soundOf(
    "records",
    () => {
      checkShape(records, { people: ["object"], ties: ["object"] }, "records");
      checkShape(resolution, { merged: [{ keep: "text", gone: "text" }] }, "resolution");
      const { merged } = resolution;
      const map = new Map(merged.map(({ keep, gone }) => [gone, keep]));
      const name = (id: string): string => map.get(id) ?? id;
      const owned = <T extends { readonly owner?: string }>(item: T): T =>
        item.owner === undefined ? item : { ...item, owner: name(item.owner) };
      const rename = <T extends { readonly from: string; readonly to: string; readonly owner?: string }>(
        list: readonly T[],
      ): T[] =>
        list
          .map((item) => ({ ...owned(item), from: name(item.from), to: name(item.to) }))
          .filter(({ from, to }) => from !== to);
      return {
        ...owned(records),
        people: records.people.map((person) => ({
          ...person,
          id: name(person.id),
          ...(person.spells === undefined ? {} : { spells: person.spells.map(owned) }),
          ...(person.tags === undefined ? {} : { tags: person.tags.map(owned) }),
        })),
        ties: rename(records.ties),
        ...(records.interactions === undefined ? {} : { interactions: rename(records.interactions) }),
      };
    },
    4,
  );
}
