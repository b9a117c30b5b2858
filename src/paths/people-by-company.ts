import { addTo } from "../base/index.js";
import type { Network } from "../network/index.js";
import { companyKeys } from "../people/index.js";

/** Ids of those who work at each company now, by every key under which it is found, in the order of `ids`. */
export function peopleByCompany(network: Network, ids: readonly string[]): ReadonlyMap<string, string[]> {
  const groups = new Map<string, string[]>();
  const keysOf = new Map<string, readonly string[]>();
  for (const id of ids) {
    const { company } = network.person(id) ?? {};
    if (company === undefined) continue;
    const keys = keysOf.get(company) ?? companyKeys(company);
    keysOf.set(company, keys);
    for (const key of keys) addTo(groups, key, id);
  }
  return groups;
}
