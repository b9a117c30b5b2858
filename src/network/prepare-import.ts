import { checkId, WarmpathError } from "../base/index.js";
import type { Interaction, InteractionRecord, Person, Tie, Visibility } from "../people/index.js";
import { checkInteraction, checkPerson, checkTie, checkVisibility } from "./check-records.js";
import { keepPerson } from "./merge-person.js";
import { isTakenBack, isToldOf, type Tellers } from "./told-spells.js";

/** What `Network.import` takes: what every reader gives, or records made by hand. */
export interface NetworkImport {
  readonly people: readonly Person[];
  readonly ties: readonly Tie[];
  readonly interactions?: readonly InteractionRecord[];
  /** Id of the one whose records these are. @defaultValue of each tie and interaction its `from`, as readers put it */
  readonly owner?: string;
  /** Who may use ties that do not say so themselves. @defaultValue "shared" */
  readonly visibility?: Visibility;
}

/** An import's people and ties, checked, each tie with its owner. */
export interface PreparedImport {
  readonly people: readonly Person[];
  readonly ties: readonly (Tie & { readonly owner: string })[];
}

/**
 * Checks an import whole, gathers the interactions of two people into one tie, and leaves out what belongs to an owner who
 * has opted out: his ties, the spells he tells of others, and people whom these records name for nothing but those.
 * @throws WarmpathError `INVALID_ARGUMENT`, `INVALID_PERSON`, `INVALID_TIE`, `INVALID_EVIDENCE`, `INVALID_ID`, `UNKNOWN_PERSON`.
 */
export function prepareImport(
  records: NetworkImport,
  network: Tellers & { readonly has: (id: string) => boolean },
): PreparedImport {
  checkLists(records);
  const { canonical } = network;
  if (records.owner !== undefined) checkId(records.owner, "owner");
  if (records.visibility !== undefined) checkVisibility(records.visibility);
  const dropped = new Set<string>();
  const people = Array.from(records.people, (person) => {
    checkPerson(person);
    const id = canonical(person.id);
    if (person.spells?.some((spell) => isTakenBack(spell, id, network)) === true) dropped.add(id);
    return keepPerson({ ...person, id }, network);
  });
  const coming = new Set(people.map(({ id }) => id));
  const ties = [...records.ties, ...gather(records.interactions ?? [])].map((tie) => {
    checkTie(tie);
    const [from, to] = [canonical(tie.from), canonical(tie.to)];
    if (!(coming.has(from) || network.has(from)) || !(coming.has(to) || network.has(to))) {
      throw new WarmpathError(
        "UNKNOWN_PERSON",
        "an import's tie names a person who is neither in it nor known",
      );
    }
    const owner = canonical(tie.owner ?? records.owner ?? tie.from);
    return { ...tie, from, to, owner, visibility: tie.visibility ?? records.visibility ?? "shared" };
  });
  const kept = ties.filter(({ owner, from, to }) => {
    if (!network.isOptedOut(owner)) return true;
    dropped.add(from).add(to);
    return false;
  });
  if (dropped.size === 0) return { people, ties };
  const needed = new Set(kept.flatMap(({ from, to }) => [from, to]));
  for (const person of people) if (isToldOf(person)) needed.add(person.id);
  return {
    people: people.filter(({ id }) => !dropped.has(id) || needed.has(id) || network.isOptedOut(id)),
    ties: kept,
  };
}

function checkLists(records: NetworkImport): void {
  const { people, ties, interactions = [] } = records ?? {};
  if (![people, ties, interactions].every(Array.isArray)) {
    throw new WarmpathError("INVALID_ARGUMENT", "an import is to hold lists of people and ties");
  }
}

/** One tie for all interactions told between two people; one that is told twice in the same words counts once. */
function gather(records: readonly InteractionRecord[]): Tie[] {
  const byFrom = new Map<string, Map<string, Map<string, Interaction>>>();
  for (const [position, record] of records.entries()) {
    checkInteraction(record, position);
    const { from, to, at, direction, kind } = record;
    const byTo = byFrom.get(from) ?? new Map<string, Map<string, Interaction>>();
    const own = byTo.get(to) ?? new Map<string, Interaction>();
    own.set(`${at}|${direction}|${kind}`, { at, direction, kind });
    byFrom.set(from, byTo.set(to, own));
  }
  return [...byFrom].flatMap(([from, byTo]) =>
    [...byTo].map(([to, own]): Tie => ({ from, to, evidence: { interactions: [...own.values()] } })),
  );
}
