import { rowOf, textsAt } from "./fields-of.js";
import type { KeptRecords, RecordBook } from "./record-book.js";
import { isDeleted, keyOf } from "./record-identity.js";
import type { RecordTable } from "./record-table.js";

/**
 * Takes associations into a book: HubSpot's of versions 3 and 4, Salesforce's roles of contacts in opportunities, and plain pairs of ids.
 * HubSpot's have `from`, `to` and a type such as `deal_to_contact`. One that is deleted parts the two. One that says neither which kinds it
 * joins nor whose it is gets an issue.
 */
export function takeLinks(table: RecordTable, book: RecordBook): void {
  for (const given of table.given) {
    const { place, record, shape } = given;
    const { cell } = rowOf(record, place, shape.association ?? {});
    const [deal, contact, company, activity] = (["deal", "contact", "company", "activity"] as const).map(
      (end) => keyOf(cell(end)),
    ) as [string, string, string, string];
    const links: KeptRecords["links"][number][] = [];
    if (contact !== "" && deal !== "") links.push(["deals", deal, "contacts", contact]);
    if (contact !== "" && activity !== "") links.push(["activities", activity, "contacts", contact]);
    if (contact !== "" && company !== "") links.push(["contacts", contact, "companies", company]);
    const [from = "", to = ""] = kindsOf(textsAt(record, "type|types.*|associationType|to.*.type"));
    const start = keyOf(textsAt(record, "from.id|fromObjectId|from")[0] ?? "");
    const ends = textsAt(record, "to.*.toObjectId|to.*.id|to.id|toObjectId|to");
    if (start !== "" && from !== "") for (const end of ends) links.push([from, start, to, keyOf(end)]);
    const isGone = isDeleted(given);
    for (const link of links) {
      if (isGone) book.links.delete(JSON.stringify(link));
      else book.links.set(JSON.stringify(link), link);
    }
    if (isGone) table.skip(place, "ROW_DELETED", "it was deleted.");
    else if (links.length === 0)
      table.skip(place, "RECORD_UNCLEAR", "it does not say what it joins.", "warning");
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
