import type { Person } from "../../people/index.js";
import { nameKey } from "../reader-id.js";

/** Ids by folded name; undefined where several people have it, so that none is taken for another. */
export function uniqueNames(people: readonly Person[]): Map<string, string | undefined> {
  const names = new Map<string, string | undefined>();
  for (const { id, name } of people) {
    const key = nameKey(name ?? "");
    if (key === "") continue;
    const other = names.get(key);
    names.set(key, names.has(key) && other !== id ? undefined : id);
  }
  return names;
}
