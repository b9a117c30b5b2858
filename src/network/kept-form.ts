import type { Person } from "../people/index.js";
import { checkPerson } from "./check-records.js";
import { isSame } from "./is-same.js";
import { keepPerson } from "./merge-person.js";
import type { PeopleGraph } from "./people-graph.js";
import { hasItem, isTakenBack, type Tellers } from "./provenance.js";

/**
 * A person's record, checked, in the form in which the network holds it. What tells just what is held of the person already is
 * held once for all who tell it.
 * @throws WarmpathError `INVALID_PERSON`, `INVALID_ID`.
 */
export function keptForm(person: Person, known: Pick<PeopleGraph, "lastTold">, tellers: Tellers): Person {
  const held = heldAs(person, known, tellers);
  if (held !== undefined && !isToldLess(person, tellers)) return held;
  checkPerson(person);
  const id = tellers.canonical(person.id);
  return keepPerson(id === person.id ? person : { ...person, id }, tellers);
}

function heldAs(
  person: Person,
  known: Pick<PeopleGraph, "lastTold">,
  { canonical }: Tellers,
): Person | undefined {
  try {
    const held = known.lastTold(canonical(person.id));
    return held !== undefined && isSame(person, held) ? held : undefined;
  } catch {
    // What cannot be read is refused with a reason later.
    return undefined;
  }
}

/** True for a record of which something is left out, since owners who have opted out told it. */
export function isToldLess(person: Person, tellers: Tellers): boolean {
  const { canonical, isOptedOut } = tellers;
  const { id, sources } = person;
  return (
    hasItem(person, (item) => isTakenBack(item, id, tellers)) ||
    sources?.some(({ owner }) => isOptedOut(canonical(owner))) === true
  );
}
