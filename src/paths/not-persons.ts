import type { CompiledNetwork } from "./compiled-network.js";

/** Ids of those whose name is of no person (a department, an address, a number): in no path's middle. Found once for each network. */
export function notPersons(compiled: CompiledNetwork): readonly string[] {
  const known = FOUND.get(compiled);
  if (known !== undefined) return known;
  const { network, ids } = compiled;
  const found = ids.filter((id) => network.person(id)?.kind !== undefined);
  FOUND.set(compiled, found);
  return found;
}

const FOUND = new WeakMap<CompiledNetwork, readonly string[]>();
