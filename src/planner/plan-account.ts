import { compareCodeUnits, roundForPlan, shortId, WarmpathError } from "../base/index.js";
import { findPaths, type IntroductionPath } from "../paths/index.js";
import { foldCompany, type Person, sameCompany, titleLikeness } from "../people/index.js";
import { planAsksForAny, type Readiness, readinessKey } from "../planning/index.js";
import type { AccountInsider, AccountPerson, AccountPlan, AccountRequest } from "./account-plan.js";
import { checkRequest, seekersOf, wholeRequest } from "./check-request.js";
import type { PlanAsk, Refusal } from "./introduction-plan.js";
import { connectorReadiness } from "./plan-readiness.js";
import type { PlanningDay } from "./planning-day.js";
import { recordsChecked } from "./records-checked.js";

/**
 * Who is known at a company, who of the seekers' contacts is or was there, and one plan for reaching any of those who are wanted. Wanted
 * are people with one of the roles, and a role itself where nobody known holds it. The first who is reached is enough.
 * @throws WarmpathError `INVALID_ARGUMENT` for no company, no list of roles, numbers out of range; `UNKNOWN_PERSON` for a seeker.
 */
export function planAccount(day: PlanningDay, request: Omit<AccountRequest, "now">): AccountPlan {
  const seekers = seekersOf(day, request);
  const { k = day.settings.search.paths, value, roles } = request;
  checkRequest(day, { k, ...(value === undefined ? {} : { value }) }, seekers);
  checkAccount(request);
  const staff = staffOf(day, request.company, seekers);
  const company = nameOfCompany(staff, request.company);
  const wanted = wantedOf(day, company, staff, roles).slice(0, MOST_WANTED);
  const found = wanted.map((one) => ({ ...one, paths: pathsTo(day, one.target, seekers, k) }));
  const people = found
    .map(({ target, role, paths, known }) => personOf(target, { role, company, path: paths[0], known }))
    .sort(
      (a, b) =>
        b.probability - a.probability || compareCodeUnits(a.person ?? a.role ?? "", b.person ?? b.role ?? ""),
    );
  const paths = found.flatMap((one) => one.paths);
  const plan = planAsksForAny({
    paths,
    day: day.date,
    value,
    readiness: readinessFor(day, paths, value),
    maxStates: day.settings.search.maxStates,
    costs: {
      model: day.settings.asking.costs,
      priceOf: ({ asker, asked, size }) => day.priceOf(asker, asked, size, seekers),
    },
  });
  const buyers = new Map(found.map(({ target, known }) => [target.id, known ? undefined : target]));
  const askOf = (ask: (typeof plan.asks)[number]): PlanAsk => {
    const buyer = buyers.get(ask.target);
    return { ...ask, day: day.date, ...(buyer === undefined ? {} : { buyer }) };
  };
  const insiders = insidersOf(day, request.company, staff, people, seekers);
  const refusal = paths.length === 0 ? nobodyThere(staff.length, insiders.length) : undefined;
  return {
    day: day.date,
    company,
    people,
    insiders,
    ...plan,
    asks: plan.asks.map(askOf),
    waiting: plan.waiting.map(askOf),
    ...recordsChecked(day, seekers),
    ...(refusal === undefined ? {} : { refusal }),
  };
}

function checkAccount({ company, roles }: Omit<AccountRequest, "now">): void {
  if (typeof company !== "string" || (foldCompany(company) === "" && domainOf(company) === undefined))
    throw new WarmpathError("INVALID_ARGUMENT", "company is to be the name of a company, or its domain", {
      what: "company",
    });
  const isList =
    roles === undefined ||
    (Array.isArray(roles) && roles.every((role) => typeof role === "string" && role.trim() !== ""));
  if (!isList)
    throw new WarmpathError("INVALID_ARGUMENT", "roles is to be a list of positions", { what: "roles" });
}

/** Everybody at the company whom the seekers may name, in code-unit order of ids, themselves left out. */
function staffOf(day: PlanningDay, company: string, seekers: readonly string[]): readonly Person[] {
  const view = day.network.seenBy(seekers);
  const domain = domainOf(company);
  const ids = new Set(day.compiled.seenBy(seekers).worksAt(company));
  if (domain !== undefined) {
    for (const person of view.people())
      if (person.emails?.some((email) => isOfDomain(email, domain))) ids.add(person.id);
  }
  return [...ids]
    .filter((id) => !seekers.includes(id) && view.mayName(id))
    .sort(compareCodeUnits)
    .flatMap((id) => view.person(id) ?? []);
}

interface Wanted {
  readonly target: Person;
  readonly role?: string | undefined;
  readonly known: boolean;
}

/** Without roles everybody there. With roles those who hold one, and each role that nobody known holds. */
function wantedOf(
  day: PlanningDay,
  company: string,
  staff: readonly Person[],
  roles: readonly string[] | undefined,
): readonly Wanted[] {
  const usable = staff.filter(({ id, kind }) => !day.network.isDoNotAsk(id) && kind !== "organization");
  if (roles === undefined || roles.length === 0) return usable.map((target) => ({ target, known: true }));
  const taken = new Set<string>();
  return roles.flatMap((role): Wanted[] => {
    const holders = usable.filter(({ id, title }) => !taken.has(id) && holdsRole(title, role));
    for (const { id } of holders) taken.add(id);
    if (holders.length > 0) return holders.map((target) => ({ target, role, known: true }));
    const id = shortId("t_", "role", role.trim().toLowerCase(), foldCompany(company));
    return [{ target: { id, title: role, company }, role, known: false }];
  });
}

/** True for a title in the role's function, and of its rank where the role tells one; else for one that holds its words. */
function holdsRole(title: string | undefined, role: string): boolean {
  if (title === undefined) return false;
  if (title.toLowerCase().includes(role.trim().toLowerCase())) return true;
  const { sameFunction, sameRank, otherRank } = titleLikeness(title, role);
  return sameFunction === true && (otherRank === undefined || sameRank);
}

function pathsTo(
  day: PlanningDay,
  target: Person,
  seekers: readonly string[],
  k: number,
): readonly IntroductionPath[] {
  const { maxHops } = wholeRequest(day, { seeker: seekers, target: target.id });
  const { id, name, company, title, spells } = target;
  const buyer = { id, ...defined({ name, company, title, spells }) };
  return findPaths(day.compiled, {
    seekers,
    target: buyer,
    k,
    maxHops,
    exclude: new Set(),
    askContext: day.askContext,
    inference: day.settings.inference,
  });
}

function personOf(
  target: Person,
  {
    role,
    company,
    path,
    known,
  }: {
    readonly role: string | undefined;
    readonly company: string;
    readonly path: IntroductionPath | undefined;
    readonly known: boolean;
  },
): AccountPerson {
  const { id, name, title } = target;
  return {
    ...(known ? { person: id } : {}),
    ...defined({ name, title: known ? title : undefined, role }),
    company: target.company ?? company,
    probability: path?.probability ?? 0,
    ...(path === undefined ? {} : { path }),
  };
}

/** Contacts who work there now or once did, the strongest tie first. */
function insidersOf(
  day: PlanningDay,
  company: string,
  staff: readonly Person[],
  people: readonly AccountPerson[],
  seekers: readonly string[],
): readonly AccountInsider[] {
  const view = day.network.seenBy(seekers);
  const now = new Set(staff.map(({ id }) => id));
  const wanted = people.flatMap(({ person }) => person ?? []);
  const contacts = new Set(seekers.flatMap((seeker) => view.neighbors(seeker)));
  const insiders = [...contacts].flatMap((id): AccountInsider[] => {
    const person = view.person(id);
    const was = person?.spells?.some(
      ({ kind, organization }) => kind === "work" && sameCompany(organization, company),
    );
    if (person === undefined || seekers.includes(id) || (!now.has(id) && was !== true)) return [];
    const strength = Math.max(...seekers.map((seeker) => day.compiled.strength(seeker, id, seekers)));
    return [
      {
        person: id,
        ...defined({ title: person.title }),
        former: !now.has(id),
        strength: roundForPlan(strength),
        mayKnow: wanted.filter((other) => other !== id).slice(0, MOST_KNOWN),
      },
    ];
  });
  return insiders.sort((a, b) => b.strength - a.strength || compareCodeUnits(a.person, b.person));
}

function readinessFor(
  day: PlanningDay,
  paths: readonly IntroductionPath[],
  value: number | undefined,
): ReadonlyMap<string, Readiness> {
  const readiness = new Map<string, Readiness>();
  for (const { people } of paths) {
    const [seeker, connector] = people as readonly [string, string];
    const key = readinessKey(seeker, connector);
    if (readiness.has(key)) continue;
    const target = people.at(-1) as string;
    readiness.set(key, connectorReadiness(day, { seeker, connector, target, value }));
  }
  return readiness;
}

function nobodyThere(staff: number, insiders: number): Refusal {
  const message =
    staff === 0 && insiders === 0
      ? "Nobody at this company is known, and none of your contacts works there or did. A colleague's export may close the gap."
      : "People at this company are known, but nobody leads to them. A colleague's export may close the gap.";
  return { code: "no-path", message };
}

/** The name that most records of the company use, the first of as many; else the one asked for. */
function nameOfCompany(staff: readonly Person[], asked: string): string {
  const counts = new Map<string, number>();
  for (const { company } of staff)
    if (company !== undefined) counts.set(company, (counts.get(company) ?? 0) + 1);
  const [first] = [...counts].sort((a, b) => b[1] - a[1] || compareCodeUnits(a[0], b[0]));
  return first?.[0] ?? asked;
}

/** The domain that a text is, without `www.`; undefined for what is none. */
function domainOf(text: string): string | undefined {
  const match = /^(?:https?:\/\/)?(?:www\.)?([a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,4})\/?$/i.exec(
    text.trim(),
  );
  return match?.[1]?.toLowerCase();
}

function isOfDomain(email: string, domain: string): boolean {
  const host = email.slice(email.lastIndexOf("@") + 1).toLowerCase();
  return host === domain || host.endsWith(`.${domain}`);
}

function defined<T extends object>(values: T): { readonly [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    readonly [K in keyof T]?: NonNullable<T[K]>;
  };
}

/** People of one company whom a plan looks for paths to. */
const MOST_WANTED = 50;
/** Wanted people named beside an insider. */
const MOST_KNOWN = 5;
