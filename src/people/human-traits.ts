import { compareCodeUnits, memoized } from "../base/index.js";
import type { CompanyAliases } from "./company-aliases.js";
import { mailboxKey, normalizeEmail } from "./email.js";
import { companyKeys } from "./fold-company.js";
import { foldName, isNameSuffix, nameWithBrackets, writtenName } from "./fold-name.js";
import { isFreeMail } from "./free-mail.js";
import { namesSeveral } from "./name-kind.js";
import type { Person, Source, Spell } from "./person.js";
import { namePreparer, type PreparedName } from "./prepared-name.js";
import { normalizeProfileUrl } from "./profile-url.js";

/** Everything that one record says, or all records of one human, folded; no list holds an item twice. */
export interface Traits {
  readonly names: readonly PreparedName[];
  /** All companies, of earlier times too, by every key. */
  readonly companies: readonly string[];
  /** Whole name and company as one record tells both. */
  readonly nameAndCompany: readonly string[];
  /** Keys of all addresses, see `emailKey`. */
  readonly mails: readonly string[];
  /** Addresses, normalised, those of a free provider left out. */
  readonly workMails: readonly string[];
  readonly domains: readonly string[];
  readonly urls: readonly string[];
  readonly sources: readonly Source[];
}

/** The traits of a human, with the id and its index among all humans in code-unit order of ids. */
export interface HumanTraits extends Traits {
  readonly id: string;
  readonly index: number;
}

/** Reads what records say, for all lists that it is given: each text that repeats (a name, a company) is folded once. */
export type TraitsReader = (people: readonly Person[]) => Traits[];

/** A reader that has folded nothing yet. */
export function traitsReader(aliases?: CompanyAliases): TraitsReader {
  const keysOf = memoized((company: string) => companyKeys(company, aliases));
  const prepared = namePreparer();
  const listOfDomain = memoized((domain: string) => [domain]);
  const isOfSeveral = memoized(namesSeveral);
  const foldedNames = memoized((written: string) => namesAsWritten(written).map(prepared));
  const traits = (person: Person, isSourced: boolean): Traits => {
    const written = writtenName(person);
    const names = foldedNames(written);
    // The card of a couple is neither of them.
    const ofOne = isOfSeveral(written) ? NO_ADDRESSES : person;
    const own = keysOf(person.company ?? "");
    const [name, company] = [names[0], own[0]];
    const isNamed = isSourced && name !== undefined && company !== undefined && isWholeName(name.name);
    const url = ofOne.profileUrl === undefined ? undefined : normalizeProfileUrl(ofOne.profileUrl);
    return {
      names,
      companies: withPast(own, person.spells, keysOf),
      nameAndCompany: isNamed ? [`${name.name}|${company}`] : NONE,
      ...mailsOf(ofOne.emails, listOfDomain),
      urls: url === undefined ? NONE : [url],
      sources: person.sources ?? NO_SOURCES,
    };
  };
  return (people) => {
    // Without a single source names merge nobody.
    const isSourced = people.some(({ sources = [] }) => sources.length > 0);
    return people.map((person) => traits(person, isSourced));
  };
}

/** The traits of those with one id in one, by indices of the ids. */
export function joinTraits(
  size: number,
  indexOf: (item: number) => number,
  items: readonly Traits[],
): Traits[] {
  const parts: (Traits | Traits[] | undefined)[] = new Array(size).fill(undefined);
  items.forEach((traits, item) => {
    const index = indexOf(item);
    const known = parts[index];
    if (known === undefined) parts[index] = traits;
    else if (Array.isArray(known)) known.push(traits);
    else parts[index] = [known, traits];
  });
  return parts.map((part) => (Array.isArray(part) ? joined(part) : (part as Traits)));
}

/** One entry for each id, in code-unit order; `ids` tells whose each item is. */
export function traitsOf(ids: readonly string[], items: readonly Traits[]): HumanTraits[] {
  const indices = new Map<string, number>();
  for (const id of ids) indices.set(id, 0);
  const sorted = [...indices.keys()].sort(compareCodeUnits);
  sorted.forEach((id, index) => {
    indices.set(id, index);
  });
  const all = joinTraits(sorted.length, (item) => indices.get(ids[item] as string) as number, items);
  // Written out: copies by `...` cost a third of a whole run here.
  return all.map(({ names, companies, nameAndCompany, mails, workMails, domains, urls, sources }, index) => {
    const id = sorted[index] as string;
    return { names, companies, nameAndCompany, mails, workMails, domains, urls, sources, id, index };
  });
}

/** True where two lists have an item in common. */
export function meet(a: readonly string[], b: readonly string[]): boolean {
  if (a.length === 0 || b.length === 0) return false;
  if (a.length * b.length <= FEW) return a.some((item) => b.includes(item));
  const held = new Set(b);
  return a.some((item) => held.has(item));
}

/** The part of an address behind its sign. */
function domainOf(address: string): string {
  return address.slice(address.lastIndexOf("@") + 1);
}

function withPast(
  own: readonly string[],
  spells: readonly Spell[] = [],
  keysOf: (company: string) => readonly string[],
): readonly string[] {
  const past = spells.filter(({ kind }) => kind === "work");
  return past.length === 0
    ? own
    : distinct([...own, ...past.flatMap(({ organization }) => keysOf(organization))]);
}

type Mails = Pick<Traits, "mails" | "workMails" | "domains">;
type ListOf = (domain: string) => readonly string[];

function mailsOf(emails: readonly string[] = NONE, listOfDomain: ListOf): Mails {
  if (emails.length === 0) return NO_MAILS;
  if (emails.length === 1) return mailsOfOne(emails[0] as string, listOfDomain);
  const all = emails.map((email) => mailsOfOne(email, listOfDomain));
  return {
    mails: distinct(all.flatMap(({ mails }) => mails)),
    workMails: distinct(all.flatMap(({ workMails }) => workMails)),
    domains: distinct(all.flatMap(({ domains }) => domains)),
  };
}

function mailsOfOne(email: string, listOfDomain: ListOf): Mails {
  const address = normalizeEmail(email);
  if (address === undefined) return NO_MAILS;
  const domain = domainOf(address);
  const mails = [mailboxKey(address)];
  if (isFreeMail(domain)) return { mails, workMails: NONE, domains: NONE };
  return { mails, workMails: mails[0] === address ? mails : [address], domains: listOfDomain(domain) };
}

/** The folded name, and the other way round where it is written as "Smith, Bob". */
function namesAsWritten(written: string): readonly string[] {
  const [family = "", given = "", ...more] = written.slice(0, 512).split(",");
  const isTurned = more.length === 0 && given.trim() !== "" && !isNameSuffix(given);
  const further = nameWithBrackets(written) ?? "";
  const names = [isTurned ? foldName(`${given} ${family}`) : "", foldName(written), further];
  return distinct(names.filter((folded) => folded !== ""));
}

function joined(parts: readonly Traits[]): Traits {
  return {
    names: together(parts, ({ names }) => names),
    companies: together(parts, ({ companies }) => companies),
    nameAndCompany: together(parts, ({ nameAndCompany }) => nameAndCompany),
    mails: together(parts, ({ mails }) => mails),
    workMails: together(parts, ({ workMails }) => workMails),
    domains: together(parts, ({ domains }) => domains),
    urls: together(parts, ({ urls }) => urls),
    sources: together(parts, ({ sources }) => sources),
  };
}

/** All items of the parts' lists, no item twice; one of the lists itself where it holds all. */
function together<T>(parts: readonly Traits[], of: (part: Traits) => readonly T[]): readonly T[] {
  let all: readonly T[] = [];
  for (const part of parts) {
    const list = of(part);
    if (all.length === 0) all = list;
    else if (list !== all && list.some((item) => !all.includes(item))) all = distinct([...all, ...list]);
  }
  return all;
}

function distinct<T>(list: readonly T[]): readonly T[] {
  return list.length < 2 ? list : [...new Set(list)];
}

/** True for a given and a family name, none of them an initial, or a name that its script writes without blanks. */
function isWholeName(folded: string): boolean {
  const words = folded.split(" ");
  if (words.length === 1)
    return /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]{2,}$/u.test(folded);
  return words.every((word) => word.length > 1 || /[^a-z]/.test(word));
}

const NONE: readonly string[] = [];
const NO_ADDRESSES: Pick<Person, "emails" | "profileUrl"> = {};
const NO_MAILS = { mails: NONE, workMails: NONE, domains: NONE };
const NO_SOURCES: readonly Source[] = [];
/** Up to so many comparisons a walk through both lists is quicker than a set. */
const FEW = 64;
