import { WarmpathError } from "../base/index.js";
import {
  emailKey,
  foldCompany,
  foldName,
  isRoleMailbox,
  normalizeProfileUrl,
  type Person,
} from "../people/index.js";
import { checkPerson } from "./check-records.js";

/** What `Network.suppress` takes: a person, an id, an address, a profile's address, or a list of ids and addresses. */
export type Suppressed = Person | string | readonly string[];

/**
 * Every key by which one human may come back with a file: their ids, addresses, profile, and name with company. A mailbox of an
 * office (`info@`) is nobody's key.
 * @param idsOf All ids that mean the person of an id.
 * @throws WarmpathError `INVALID_ARGUMENT` for what holds no key, `INVALID_PERSON`, `INVALID_ID`.
 */
export function suppressionKeys(
  given: Suppressed,
  network: { readonly person: (id: string) => Person | undefined },
  idsOf: (id: string) => readonly string[],
): readonly string[] {
  const list: readonly unknown[] = Array.isArray(given) ? given : [given];
  const keys = list.flatMap((one) => {
    if (typeof one !== "string") {
      checkPerson(one as Person);
      return [...keysOfPerson(one as Person, true), ...keysOfKnown((one as Person).id)];
    }
    return [...wordKeys(one), ...keysOfKnown(one)];
  });
  if (keys.length > 0 && !keys.includes("")) return keys;
  throw new WarmpathError("INVALID_ARGUMENT", "whom to suppress is to be a person, an id or an address");

  function keysOfKnown(id: string): readonly string[] {
    const person = network.person(id);
    return person === undefined ? [] : [...idsOf(id), ...keysOfPerson(person, true)];
  }
}

/** The keys of a record; `ownOnly` leaves out those that several humans hold. */
export function keysOfPerson(person: Person, ownOnly = false): readonly string[] {
  const { id, emails = [], profileUrl, company = "" } = person;
  const name = foldName(person.name ?? [person.firstName, person.lastName].filter(Boolean).join(" "));
  const firm = foldCompany(company);
  const mails = emails.filter((email) => !ownOnly || !isRoleMailbox(emailKey(email) ?? ""));
  return [
    ...wordKeys(id),
    ...mails.flatMap(wordKeys),
    ...(profileUrl === undefined ? [] : wordKeys(profileUrl)),
    ...(name === "" || firm === "" ? [] : [JSON.stringify([name, firm])]),
  ];
}

/** A word as it stands, and as the address that it may be. */
function wordKeys(word: string): string[] {
  const forms = [emailKey(word), normalizeProfileUrl(word)].filter((form) => form !== undefined);
  return [word, ...forms.filter((form) => form !== word)];
}
