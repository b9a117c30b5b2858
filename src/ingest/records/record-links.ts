import { isReadable, isRecord } from "../../base/index.js";
import { rowOf, textsAt } from "./fields-of.js";
import type { KeptRecords, RecordBook } from "./record-book.js";
import { isDeleted, keyOf } from "./record-identity.js";
import type { GivenRecord } from "./record-lists.js";
import { TO_FETCH } from "./record-parts.js";
import type { RecordTable } from "./record-table.js";

/**
 * Takes associations into a book: HubSpot's of versions 3 and 4, Salesforce's roles of contacts in opportunities, and plain pairs of ids.
 * HubSpot's have `from`, `to` and a type such as `deal_to_contact`. One that is deleted parts the two. One that says neither which kinds it
 * joins nor whose it is gets an issue.
 */
export function takeLinks(table: RecordTable, book: RecordBook): void {
  for (const given of table.given) {
    const { index, record, shape } = given;
    const { cell } = rowOf(record, index, shape.association ?? {});
    const [deal, contact, company, activity] = (["deal", "contact", "company", "activity"] as const).map(
      (end) => keyOf(cell(end)),
    ) as [string, string, string, string];
    const links: KeptRecords["links"][number][] = [];
    if (contact !== "" && deal !== "") links.push(["deals", deal, "contacts", contact]);
    if (contact !== "" && activity !== "") links.push(["activities", activity, "contacts", contact]);
    if (contact !== "" && company !== "") links.push(["contacts", contact, "companies", company]);
    const [from = "", to = ""] = kindsOf(
      textsAt(record, "type|types.*|associationType|to.*.type"),
      textsAt(record, "to.*.associationTypes.*.typeId|associationTypes.*.typeId"),
    );
    const start = keyOf(textsAt(record, "from.id|fromObjectId|from")[0] ?? "");
    const ends = textsAt(record, "to.*.toObjectId|to.*.id|to.id|toObjectId|to");
    if (start !== "" && from !== "") for (const end of ends) links.push([from, start, to, keyOf(end)]);
    const isGone = isDeleted(given);
    for (const link of links) {
      if (isGone) book.links.delete(JSON.stringify(link));
      else book.links.set(JSON.stringify(link), link);
    }
    if (links.length === 0 && given.tells !== "all") table.skip(index, ...TO_FETCH);
    else if (links.length === 0)
      table.skip(index, "RECORD_UNCLEAR", "it does not say what it joins.", "warning");
    else if (isGone) table.skip(index, "ROW_DELETED", "it was deleted.");
  }
}

/**
 * Takes what a record itself says whom it belongs to, as HubSpot's do that were asked for with their associations: `{ deals: { results: [{ id }] } }`. Each of
 * these lists is whole: whoever is no longer in it belongs there no more.
 */
export function takeOwnLinks(given: GivenRecord, kind: string, id: string, book: RecordBook): void {
  const lists = given.record["associations"];
  if (id === "" || !isRecord(lists) || !isReadable(lists)) return;
  for (const [name, list] of Object.entries(lists)) {
    const other = ENDS.get(name.toLowerCase());
    if (other === undefined || other === kind || !isRecord(list)) continue;
    const told = new Set(textsAt(list, "results.*.id|results.*.toObjectId").map(keyOf));
    // Calls and meetings are one kind here and two lists there, so a list takes only itself back.
    for (const [text, [a, key, b, otherKey]] of book.links)
      if (
        a === kind &&
        book.standing(a, key) === id &&
        b === other &&
        other !== "activities" &&
        !told.has(otherKey)
      )
        book.links.delete(text);
    for (const otherKey of told) {
      const link = [kind, id, other, otherKey] as const;
      book.links.set(JSON.stringify(link), link);
    }
  }
}

/** The two kinds of a type such as `deal_to_contact`, `deals/contacts` or `0-3_to_0-1`, else of HubSpot's number of a type. */
function kindsOf(types: readonly string[], numbers: readonly string[]): readonly string[] {
  for (const number of numbers) {
    const kinds = TYPE_NUMBERS.get(number);
    if (kinds !== undefined) return kinds;
  }
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

const [CONTACTS, COMPANIES, DEALS, ACTIVITIES] = ["contacts", "companies", "deals", "activities"] as const;
/** HubSpot's own types of associations, from and to: of companies, deals, calls, mails, meetings, notes and tasks with contacts. */
const TYPE_NUMBERS: ReadonlyMap<string, readonly [string, string]> = new Map<
  string,
  readonly [string, string]
>([
  ...["1", "279"].map((number) => [number, [CONTACTS, COMPANIES]] as const),
  ...["2", "280"].map((number) => [number, [COMPANIES, CONTACTS]] as const),
  ["3", [DEALS, CONTACTS]],
  ["4", [CONTACTS, DEALS]],
  ...["193", "197", "199", "201", "203"].map((number) => [number, [CONTACTS, ACTIVITIES]] as const),
  ...["194", "198", "200", "202", "204"].map((number) => [number, [ACTIVITIES, CONTACTS]] as const),
]);
const ENDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    contacts: "contact contacts person people 1",
    companies: "company companies 2",
    deals: "deal deals 3",
    activities:
      "engagement engagements call calls email emails meeting meetings task tasks note notes 48 49 47 27 46",
  }).flatMap(([kind, words]) => words.split(" ").map((word) => [word, kind] as const)),
);
