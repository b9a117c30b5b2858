import { addTo, type Issue } from "../../base/index.js";
import { foldCompany, type InteractionRecord, type Spell, type Tag, type Tie } from "../../people/index.js";
import { DealBook } from "../crm/crm-deals.js";
import { tagsOf } from "../crm/crm-tags.js";
import { managerTies, type ReportLine } from "../crm/salesforce-managers.js";
import { Occasions } from "../occasions.js";
import type { KeptActivity, KeptCompany, RecordBook } from "./record-book.js";

/** What all records together tell of a contact, beside who they are. */
export interface ContactFacts {
  readonly id: string;
  /** Name of their company where only its own record tells it; empty where theirs does, or nothing. */
  readonly company: string;
  readonly tags: readonly Tag[];
  readonly spells: readonly Spell[];
  readonly interactions: readonly InteractionRecord[];
  /** Ties to those whom they report to. */
  readonly ties: readonly Tie[];
}

/** What a book tells of each contact, by their keys. */
export interface BookFacts {
  readonly ofContact: ReadonlyMap<string, ContactFacts>;
  /** Meetings and conversations of the owner with several. */
  readonly ownSpells: readonly Spell[];
  /** Of the ties to managers, by the rows in `rows`. */
  readonly issues: readonly Issue[];
}

/**
 * Puts together what the records of a book tell. The same records give the same, in whichever order they came.
 * @param user Key of the system's user who the owner is; empty where none is told
 * @param rows Row of each contact that just came, by key
 */
export function factsOf(
  book: RecordBook,
  owner: string,
  user: string,
  rows: ReadonlyMap<string, number> = new Map(),
): BookFacts {
  const issues: Issue[] = [];
  const companiesOf = book.linked("contacts", "companies");
  const people = new Map([...book.contacts].map(([key, { id }]) => [key, id]));
  const lines: ReportLine[] = [];
  const employers = new Map<string, KeptCompany | undefined>();
  for (const [key, { companies, company, manager }] of book.contacts) {
    const own = companies.map((one) => book.standing("companies", one));
    const all = [...own, ...(companiesOf.get(key) ?? [])];
    const employer = all.map((one) => book.companies.get(one)).find((one) => one !== undefined);
    employers.set(key, employer);
    const named = company || foldCompany(employer?.name ?? "");
    const above = book.standing("contacts", manager);
    lines.push({ row: rows.get(key) ?? 0, key, manager: above, account: all[0] ?? "", company: named });
  }
  const ties = new Map<string, Tie[]>();
  for (const tie of managerTies(lines, people, owner, issues)) addTo(ties, tie.from, tie);
  const deals = dealsIn(book);
  const occasions = new Occasions(owner);
  const met = metIn(book, owner, user, occasions);
  const spells = occasions.spells();
  const ofContact = new Map<string, ContactFacts>();
  for (const [key, { id, roles, industries, since, company, seen }] of book.contacts) {
    const employer = employers.get(key);
    const history = {
      deals: deals.get(key),
      roles: [...roles, ...(employer?.roles ?? [])],
      industries: industries ?? employer?.industries,
      since,
    };
    ofContact.set(key, {
      id,
      company: company === "" ? (employer?.name ?? "") : "",
      tags: tagsOf(history).map((tag): Tag => ({ ...tag, owner })),
      spells: spells.get(id) ?? [],
      interactions: [...seen.map((one) => ({ ...one, from: owner, to: id })), ...(met.get(id) ?? [])],
      ties: ties.get(id) ?? [],
    });
  }
  return { ofContact, ownSpells: spells.get(owner) ?? [], issues: issues.filter(({ row }) => row !== 0) };
}

function dealsIn(book: RecordBook): DealBook["ofContact"] {
  const linked = book.linked("deals", "contacts");
  const told = new DealBook();
  for (const [key, { contacts, ...deal }] of book.deals) {
    const own = contacts.map((contact) => book.standing("contacts", contact));
    const all = [...own, ...(linked.get(key) ?? [])].filter((contact) => book.contacts.has(contact));
    told.add(key, deal, all);
  }
  return told.ofContact;
}

/** What counts as the owner's: where no user is told, all activities or, as soon as several users are named, none. */
function metIn(
  book: RecordBook,
  owner: string,
  user: string,
  occasions: Occasions,
): ReadonlyMap<string, InteractionRecord[]> {
  const met = new Map<string, InteractionRecord[]>();
  if (user === "" && usersOf(book).size > 1) return met;
  const linked = book.linked("activities", "contacts");
  for (const [key, activity] of [...book.activities].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const { contacts, user: _, ...contact } = activity;
    const ids = contactsOf(book, contacts, linked.get(key)).filter((id) => id !== owner);
    if (ids.length > 1 && !key.startsWith("{"))
      occasions.note(
        contact.kind === "meeting" ? "meeting" : "conversation",
        `record ${key}`,
        ids,
        contact.at.slice(0, 10),
      );
    for (const to of ids) addTo(met, to, { from: owner, to, ...contact });
  }
  return met;
}

/** Ids of those whom an activity or a deal names and the book knows. */
export function contactsOf(
  book: RecordBook,
  named: readonly string[],
  linked: readonly string[] = [],
): readonly string[] {
  const keys = [...named, ...linked].map((key) => book.standing("contacts", key));
  return [...new Set(keys.flatMap((key) => book.contacts.get(key)?.id ?? []))];
}

/** Users whose activities are known. */
export function usersOf({ activities }: RecordBook): ReadonlySet<KeptActivity["user"]> {
  return new Set([...activities.values()].map(({ user }) => user));
}
