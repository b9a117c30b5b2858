import { addTo } from "../../base/index.js";
import { rowOf, textsAt } from "./fields-of.js";
import { isDeleted, keyOf } from "./record-identity.js";
import type { RecordTable } from "./record-table.js";

/** What records of their own join: contacts of a deal or an activity, companies of a contact, by ids. */
export interface RecordLinks {
  readonly contactsOfDeal: ReadonlyMap<string, readonly string[]>;
  readonly contactsOfActivity: ReadonlyMap<string, readonly string[]>;
  readonly companiesOfContact: ReadonlyMap<string, readonly string[]>;
}

/**
 * Reads associations: HubSpot's of versions 3 and 4 (`from`, `to` and a type such as `deal_to_contact`), Salesforce's roles of contacts in
 * opportunities, and plain pairs of ids. One that says neither which kinds it joins nor whose it is gets an issue.
 */
export function readLinks(table: RecordTable): RecordLinks {
  const contactsOfDeal = new Map<string, string[]>();
  const contactsOfActivity = new Map<string, string[]>();
  const companiesOfContact = new Map<string, string[]>();
  for (const given of table.given) {
    const { place, record, shape } = given;
    if (isDeleted(given)) {
      table.skip(place, "ROW_DELETED", "it was deleted.");
      continue;
    }
    const { cell } = rowOf(record, place, shape.association ?? {});
    const [deal, contact, company, activity] = (["deal", "contact", "company", "activity"] as const).map(
      (end) => keyOf(cell(end)),
    ) as [string, string, string, string];
    const pairs: (readonly [string, string, string, string])[] = [];
    if (contact !== "" && deal !== "") pairs.push(["deals", deal, "contacts", contact]);
    if (contact !== "" && activity !== "") pairs.push(["activities", activity, "contacts", contact]);
    if (contact !== "" && company !== "") pairs.push(["contacts", contact, "companies", company]);
    const [from = "", to = ""] = kindsOf(textsAt(record, "type|types.*|associationType|to.*.type"));
    const start = keyOf(textsAt(record, "from.id|fromObjectId|from")[0] ?? "");
    const ends = textsAt(record, "to.*.toObjectId|to.*.id|to.id|toObjectId|to");
    if (start !== "" && from !== "") for (const end of ends) pairs.push([from, start, to, keyOf(end)]);
    for (const [kind, id, other, otherId] of pairs) {
      link(kind, id, other, otherId);
      link(other, otherId, kind, id);
    }
    if (pairs.length === 0) table.skip(place, "RECORD_UNCLEAR", "it does not say what it joins.", "warning");
  }
  return { contactsOfDeal, contactsOfActivity, companiesOfContact };

  function link(kind: string, id: string, other: string, otherId: string): void {
    if (kind === "deals" && other === "contacts") addTo(contactsOfDeal, id, otherId);
    if (kind === "activities" && other === "contacts") addTo(contactsOfActivity, id, otherId);
    if (kind === "contacts" && other === "companies") addTo(companiesOfContact, id, otherId);
  }
}

/** The two kinds of a type such as `deal_to_contact`, `deals/contacts` or `0-3_to_0-1`. */
function kindsOf(types: readonly string[]): readonly string[] {
  for (const type of types) {
    const [from, to] = type
      .toLowerCase()
      .slice(0, 64)
      .split(/_to_|[/>]/);
    const kinds = [from, to].map((word = "") => ENDS.get(word.trim().replace(/^0-/, "")) ?? "");
    if (kinds.every((kind) => kind !== "")) return kinds;
  }
  return [];
}

const ENDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    contacts: "contact contacts person people 1",
    companies: "company companies 2",
    deals: "deal deals 3",
    activities:
      "engagement engagements call calls email emails meeting meetings task tasks note notes 48 49 47 27 46",
  }).flatMap(([kind, words]) => words.split(" ").map((word) => [word, kind] as const)),
);
