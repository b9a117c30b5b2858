import { compareCodeUnits } from "../base/index.js";
import {
  type CompanyOptions,
  foldCompany,
  isFreeMail,
  type Person,
  pastEmployers,
  sameCompany,
} from "../people/index.js";
import type { PlanningDay } from "./planning-day.js";

/** Whom some seekers may name at a company. */
export interface CompanyStaff {
  /** The name that most of its people's records use, else the one that was asked for. */
  readonly company: string;
  /** In code-unit order of ids; the seekers themselves and records of no person are left out. */
  readonly people: readonly Person[];
}

/**
 * Everybody who works at a company: by any of its names, or by its domain. A domain is that of people's addresses. Their records
 * tell the name of the company. Where none does, the domain's own first word may be it.
 */
export function staffAt(day: PlanningDay, asked: string, seekers: readonly string[]): CompanyStaff {
  const view = day.network.seenBy(seekers);
  const domain = domainOf(asked);
  const byMail = domain === undefined ? [] : view.people().filter((person) => isMailedAt(person, domain));
  const name = domain === undefined ? asked : (mostUsed(byMail) ?? asked.trim());
  const names = domain === undefined || byMail.length > 0 ? [name] : [name, domain.split(".")[0] as string];
  const ids = new Set(names.flatMap((one) => day.compiled.seenBy(seekers).worksAt(one)));
  for (const { id } of byMail) ids.add(id);
  const people = [...ids]
    .filter((id) => !seekers.includes(id) && view.mayName(id))
    .sort(compareCodeUnits)
    .flatMap((id) => view.person(id) ?? [])
    .filter(({ kind }) => kind === undefined);
  return { company: mostUsed(people) ?? name, people };
}

/** True for one with a stay on record at the company, or whose title names it as a past one. */
export function workedAt({ spells = [], title }: Person, company: string, options: CompanyOptions): boolean {
  return [
    ...spells.filter(({ kind }) => kind === "work").map(({ organization }) => organization),
    ...pastEmployers(title),
  ].some((one) => sameCompany(one, company, options));
}

/** True for a text that names a company, or its domain. */
export function namesCompany(text: unknown): text is string {
  return typeof text === "string" && (foldCompany(text) !== "" || domainOf(text) !== undefined);
}

/** The name that most records use, the first of as many. */
function mostUsed(people: readonly Person[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { company } of people)
    if (company !== undefined && foldCompany(company) !== "")
      counts.set(company, (counts.get(company) ?? 0) + 1);
  const [first] = [...counts].sort((a, b) => b[1] - a[1] || compareCodeUnits(a[0], b[0]));
  return first?.[0];
}

/** The domain of a company that a text is, without `www.`; undefined for what is none, and for a mail service that all may use. */
function domainOf(text: string): string | undefined {
  const domain = DOMAIN.exec(text.trim())?.[1]?.toLowerCase();
  return domain === undefined || isFreeMail(domain) ? undefined : domain;
}

function isMailedAt({ emails = [] }: Person, domain: string): boolean {
  return emails.some((email) => {
    const host = email.slice(email.lastIndexOf("@") + 1).toLowerCase();
    return host === domain || host.endsWith(`.${domain}`);
  });
}

const DOMAIN =
  /^(?:https?:\/\/)?(?:www\.|@)?([a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,3}\.[a-z]{2,24})(?:\/\S*)?$/i;
