import { addTo } from "../base/index.js";
import { type CompanyAliases, companyKeys, type Person } from "../people/index.js";

/** Ids of those who work at each company now, by every key under which it is found, in the order of the people. */
export function peopleByCompany(
  people: Iterable<readonly [node: number, person: Person]>,
  aliases: CompanyAliases,
): ReadonlyMap<string, string[]> {
  const groups = new Map<string, string[]>();
  const keysOf = new Map<string, readonly string[]>();
  for (const [, { id, company }] of people) {
    if (company === undefined) continue;
    const keys = keysOf.get(company) ?? companyKeys(company, aliases);
    keysOf.set(company, keys);
    for (const key of keys) addTo(groups, key, id);
  }
  return groups;
}
