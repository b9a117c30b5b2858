import type { Network } from "../network/network.js";
import type { Person, Tie, Visibility } from "../people/index.js";

/**
 * Who may use a tie that a seeker's case tells of. It is for everybody, unless it would show somebody, or something of somebody, that not
 * everybody may see by now. What was told of the tie before keeps its reach.
 */
export function reachOfTold(
  network: Network,
  seeker: string,
  source: string,
  { from, to }: Pick<Tie, "from" | "to">,
): Visibility {
  const isTold = network
    .tieRecords(from, to)
    .some(
      ({ owner, from: teller, source: of }) =>
        (owner ?? teller) === seeker && (of === source || teller === seeker),
    );
  if (isTold) return "shared";
  const [all, own] = [network.seenBy([]), network.seenBy(seeker)];
  const isOpen = (id: string): boolean =>
    !network.has(id) ||
    network.canonical(id) === seeker ||
    (all.mayName(id) && factsOf(all.person(id)) === factsOf(own.person(id)));
  return isOpen(from) && isOpen(to) ? "shared" : "private";
}

/** What is told of a person whoever knows them; tags and stays have owners of their own. */
function factsOf(person: Person | undefined): string {
  return JSON.stringify({ ...person, tags: undefined, spells: undefined, sources: undefined });
}
