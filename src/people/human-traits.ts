import { compareCodeUnits } from "../base/index.js";
import type { CompanyAliases } from "./company-aliases.js";
import { normalizeEmail } from "./email.js";
import { companyKeys } from "./fold-company.js";
import { foldName } from "./fold-name.js";
import { isFreeMail } from "./free-mail.js";
import type { Person, Source } from "./person.js";
import { normalizeProfileUrl } from "./profile-url.js";
import { isRoleMailbox } from "./role-mailboxes.js";

/** Everything that the records of one human say, folded. */
export interface HumanTraits {
  readonly id: string;
  /** Among all humans in code-unit order of ids. */
  place: number;
  readonly names: Set<string>;
  /** All companies, of earlier times too, by every key. */
  readonly companies: Set<string>;
  /** Whole name and company as one record tells both. */
  readonly nameAndCompany: Set<string>;
  readonly domains: Set<string>;
  /** Own addresses by domain, those of a free provider and of a function left out. */
  readonly workMails: Set<string>;
  readonly urls: Set<string>;
  readonly sources: Source[];
}

/** One entry for each human, in code-unit order of ids. */
export function traitsOf(people: readonly Person[], aliases?: CompanyAliases): HumanTraits[] {
  const byId = new Map<string, HumanTraits>();
  const keysOf = memo((company: string) => companyKeys(company, aliases));
  for (const person of people) {
    const traits = byId.get(person.id) ?? noTraits(person.id);
    byId.set(person.id, traits);
    const names = namesOf(person);
    for (const name of names) traits.names.add(name);
    const own = keysOf(person.company ?? "");
    const [key] = own;
    if (key !== undefined && names[0] !== undefined && isWholeName(names[0]))
      traits.nameAndCompany.add(`${names[0]}|${key}`);
    for (const company of own) traits.companies.add(company);
    for (const { organization, kind } of person.spells ?? []) {
      if (kind === "work") for (const company of keysOf(organization)) traits.companies.add(company);
    }
    for (const email of person.emails ?? []) {
      const address = normalizeEmail(email);
      const domain = address?.split("@")[1];
      if (address === undefined || domain === undefined || isFreeMail(domain)) continue;
      traits.domains.add(domain);
      if (!isRoleMailbox(address)) traits.workMails.add(address);
    }
    const url = person.profileUrl === undefined ? undefined : normalizeProfileUrl(person.profileUrl);
    if (url !== undefined) traits.urls.add(url);
    traits.sources.push(...(person.sources ?? []));
  }
  const sorted = [...byId.values()].sort((x, y) => compareCodeUnits(x.id, y.id));
  sorted.forEach((traits, place) => {
    traits.place = place;
  });
  return sorted;
}

/** True where two sets have an item in common. */
export function meet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const item of a) if (b.has(item)) return true;
  return false;
}

/** The folded name, and the other way round where it is written as "Smith, Bob". */
export function namesOf({ name, firstName = "", lastName = "" }: Person): string[] {
  const written = name ?? `${firstName} ${lastName}`;
  const [family = "", given = "", ...more] = written.slice(0, 512).split(",");
  const isTurned = more.length === 0 && given.trim() !== "" && !GENERATION.test(given);
  const names = [isTurned ? foldName(`${given} ${family}`) : "", foldName(written)];
  return [...new Set(names)].filter((folded) => folded !== "");
}

function noTraits(id: string): HumanTraits {
  return {
    id,
    place: 0,
    names: new Set(),
    companies: new Set(),
    nameAndCompany: new Set(),
    domains: new Set(),
    workMails: new Set(),
    urls: new Set(),
    sources: [],
  };
}

/** True for a given and a family name, none of them an initial, or a name that its script writes without blanks. */
function isWholeName(folded: string): boolean {
  const words = folded.split(" ");
  if (words.length === 1)
    return /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]{2,}$/u.test(folded);
  return words.every((word) => word.length > 1 || /[^a-z]/.test(word));
}

function memo<T>(compute: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const value = known.get(text) ?? compute(text);
    known.set(text, value);
    return value;
  };
}

const GENERATION = /^\s*(?:[js]r\.?|junior|senior|i{2,3}|iv|ph\.?d\.?|mba|m\.?d\.?)\s*$/i;
