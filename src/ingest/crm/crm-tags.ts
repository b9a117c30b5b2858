import { TAG_CODES, type Tag } from "../../people/index.js";
import { industryTags } from "./crm-industry.js";
import { lower, type Satisfaction } from "./crm-satisfaction.js";
import { type RoleMeaning, rolesOf } from "./crm-words.js";

/** A deal that has ended. */
export interface ClosedDeal {
  readonly outcome: "won" | "lost";
  /** The day on which it was won or lost. */
  readonly day?: string;
  readonly satisfaction?: Satisfaction;
}

/** What all of a contact's deals tell: put together once, however many rows they have. */
export interface DealsTold {
  readonly tags: readonly Tag[];
  readonly satisfaction: Satisfaction | undefined;
}

/** A role, and which field told it, in our own words. */
export interface ToldRole extends RoleMeaning {
  readonly by: "lifecycle stage" | "contact type" | "company type" | "company's lifecycle stage" | "label";
}

/** The roles that a cell tells, with the field that it is of. */
export function toldRoles(cell: string, by: ToldRole["by"]): readonly ToldRole[] {
  return cell === "" ? NO_ROLES : rolesOf(cell).map((role) => ({ ...role, by }));
}

/** All that a CRM tells of a contact's place in its owner's business. */
export interface CustomerHistory {
  readonly deals?: DealsTold | undefined;
  readonly roles: readonly ToldRole[];
  /** Industries by `industriesOf`: of their own record, else of their company's. */
  readonly industries?: readonly string[] | undefined;
  /** The day on which they became a customer, as their own record has it. */
  readonly since?: string | undefined;
  /** What their own record tells of satisfaction, and what their company's does. */
  readonly own?: Satisfaction | undefined;
  readonly company?: Satisfaction | undefined;
}

/**
 * The tags that a contact's standing brings, one for each code. Evidence is put together from our own words, months and numbers,
 * never from a cell's text; of an industry the code is.
 *
 * A won deal makes a client. The evidence tells since when (the earliest sale). `at` is the latest one, since an ask comes best
 * right after a sale (1.8 of examples/guides/practice.md). A lost one makes somebody who showed interest (2.4), beside what else they are. Whoever is told to be
 * discontent, or a customer no more, is no happy customer (4.9); of whom nothing is told may be one. Satisfaction is taken from their own record, else from
 * their latest deal, else from their company. A low one, and that they are a competitor's, are private.
 */
export function tagsOf(standing: CustomerHistory): Tag[] {
  const satisfaction = standing.own ?? standing.deals?.satisfaction ?? standing.company;
  const tags = [
    ...(standing.deals?.tags ?? []),
    ...roleTags(standing),
    ...industryTags(standing.industries ?? []),
  ].map((tag) =>
    tag.code === HAPPY
      ? { ...tag, evidence: `${tag.evidence}, ${satisfaction?.evidence ?? "satisfaction not known"}` }
      : tag,
  );
  const isUnhappy =
    satisfaction?.level === "low" || standing.roles.some(({ role }) => role === "former customer");
  const kept = isUnhappy ? tags.filter(({ code }) => code !== HAPPY) : tags;
  return firstOfEach(satisfaction === undefined ? kept : [...kept, satisfactionTag(satisfaction)]);
}

/** What deals that have ended tell of one who has a part in all of them. */
export function dealsTold(deals: readonly ClosedDeal[]): DealsTold {
  return { tags: dealTags(deals), satisfaction: ofDeals(deals) };
}

function dealTags(deals: readonly ClosedDeal[]): Tag[] {
  const tags: Tag[] = [];
  const won = sum(deals, "won");
  if (won.count > 0) {
    const since = won.first === undefined ? "" : `client since ${won.first.slice(0, 7)}, `;
    tags.push(dated(TAG_CODES.client, since + won.words, won.last), dated(HAPPY, won.words, won.last));
  }
  const lost = sum(deals, "lost");
  if (lost.count > 0) {
    const last = lost.last === undefined ? "" : `, ${lost.count > 1 ? "last " : ""}${lost.last.slice(0, 7)}`;
    tags.push(dated(TAG_CODES.businessContact, lost.words + last, lost.last));
  }
  return tags;
}

function roleTags({ roles, since }: CustomerHistory): Tag[] {
  return roles.flatMap(({ role, by, codes }) =>
    codes.map((code): Tag => {
      const told = `${role} by ${by}`;
      if (code === TAG_CODES.competitor) return { code, evidence: told, private: true };
      if (role !== "customer" || since === undefined) return { code, evidence: told };
      return dated(code, code === HAPPY ? told : `client since ${since.slice(0, 7)}, ${told}`, since);
    }),
  );
}

function satisfactionTag({ level, evidence }: Satisfaction): Tag {
  return { code: `satisfaction:${level}`, evidence, ...(level === "low" ? { private: true } : {}) };
}

/** How many deals ended so, and the first and the last day known of them. */
function sum(deals: readonly ClosedDeal[], outcome: ClosedDeal["outcome"]): DealSum {
  const ended = deals.filter((deal) => deal.outcome === outcome);
  const days = ended.flatMap(({ day }) => day ?? []).sort();
  const words = ended.length === 1 ? `${outcome} deal` : `${ended.length} ${outcome} deals`;
  return { count: ended.length, words, first: days[0], last: days.at(-1) };
}

interface DealSum {
  readonly count: number;
  readonly words: string;
  readonly first: string | undefined;
  readonly last: string | undefined;
}

/** What the latest deal tells; of several of one day, or without a day, the lowest. */
function ofDeals(deals: readonly ClosedDeal[]): Satisfaction | undefined {
  let latest = "";
  let told: Satisfaction | undefined;
  for (const { day = "", satisfaction } of deals) {
    if (satisfaction === undefined || day < latest) continue;
    told = day > latest ? satisfaction : lower(told, satisfaction);
    latest = day;
  }
  return told;
}

function dated(code: string, evidence: string, at: string | undefined): Tag {
  return { code, evidence, ...(at === undefined ? {} : { at }) };
}

function firstOfEach(tags: readonly Tag[]): Tag[] {
  const byCode = new Map<string, Tag>();
  for (const tag of tags) if (!byCode.has(tag.code)) byCode.set(tag.code, tag);
  return [...byCode.values()];
}

const HAPPY = TAG_CODES.happyCustomer;
/** One for all rows without any, which are most of a large table. */
const NO_ROLES: readonly ToldRole[] = [];
