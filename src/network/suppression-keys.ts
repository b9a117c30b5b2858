import { isReadableWhole, unfit } from "../base/index.js";
import {
  emailKey,
  foldCompany,
  isRoleMailbox,
  nameKeys,
  normalizeProfileUrl,
  type Person,
} from "../people/index.js";
import { checkPerson } from "./check-records.js";

/** What `Network.suppress` takes: a person, an id, an address, a profile's address, or a list of ids and addresses. */
export type Suppressed = Person | string | readonly string[];

/**
 * Every key by which one human may come back with a file: their ids, addresses, profile, and name with each employer. A mailbox of an
 * office (`info@`) is nobody's key.
 * @param known All ids that mean the person of an id, and what all tell of them.
 * @throws WarmpathError `INVALID_ARGUMENT` for what holds no key, `INVALID_PERSON`, `INVALID_ID`.
 */
export function suppressionKeys(given: Suppressed, known: (id: string) => KnownAs): readonly string[] {
  if (typeof given === "object" && !isReadableWhole(given)) throw unfit("whom to suppress", "readable");
  const list: readonly unknown[] = Array.isArray(given) ? given : [given];
  const keys = list.flatMap((one) => {
    if (typeof one === "string") return [...wordKeys(one), ...keysOfKnown(known(one))];
    checkPerson(one as Person);
    const { ids, records } = known((one as Person).id);
    return [
      ...keysOfPerson(one as Person, true),
      ...keysOfKnown({ ids, records: [one as Person, ...records] }),
    ];
  });
  if (keys.length > 0 && !keys.includes("")) return keys;
  throw unfit("whom to suppress", "a person, an id or an address");
}

/** What is known of somebody. */
export interface KnownAs {
  readonly ids: readonly string[];
  readonly records: readonly Person[];
}

/** Of what several tell of one person: with each of the names at each of the companies. */
function keysOfKnown({ ids, records }: KnownAs): readonly string[] {
  if (records.length === 0) return [];
  const companies = records.flatMap(employersOf);
  return [
    ...ids,
    ...records.flatMap((record) =>
      [...new Set(companies)].flatMap((company) => keysOfPerson({ ...record, company }, true)),
    ),
  ];
}

/** What names somebody in a text: names, addresses of their own, a profile's address. */
export function wordsOf({ records }: KnownAs): readonly string[] {
  return records.flatMap((record) => [
    nameOf(record),
    [record.firstName, record.lastName].filter(Boolean).join(" "),
    ...ownMails(record),
    record.profileUrl ?? "",
  ]);
}

/** The keys of a record; `ownOnly` leaves out those that several humans hold. */
export function keysOfPerson(person: Person, ownOnly = false): readonly string[] {
  const { id, emails = [], profileUrl } = person;
  const firms = employersOf(person)
    .map((one) => foldCompany(one))
    .filter((firm) => firm !== "");
  const mails = ownOnly ? ownMails(person) : emails;
  return [
    ...wordKeys(id),
    ...mails.flatMap(wordKeys),
    ...(profileUrl === undefined ? [] : wordKeys(profileUrl)),
    ...nameKeys(nameOf(person)).flatMap((name) => firms.map((firm) => JSON.stringify([name, firm]))),
  ];
}

/** Where somebody works and worked. */
function employersOf({ company = "", spells = [] }: Person): readonly string[] {
  return [company, ...spells.flatMap(({ kind, organization }) => (kind === "work" ? organization : []))];
}

function nameOf({ name, firstName, lastName }: Person): string {
  return name ?? [firstName, lastName].filter(Boolean).join(" ");
}

function ownMails({ emails = [] }: Person): readonly string[] {
  return emails.filter((email) => !isRoleMailbox(emailKey(email) ?? ""));
}

/** A word as it stands, and as the address that it may be. */
function wordKeys(word: string): string[] {
  const forms = [emailKey(word), normalizeProfileUrl(word)].filter((form) => form !== undefined);
  return [word, ...forms.filter((form) => form !== word)];
}
