import { chanceReader, DealBook, outcomeOf, REPEATED_DEAL } from "../crm/crm-deals.js";
import type { ClosedDeal, DealsTold } from "../crm/crm-tags.js";
import { foldWord, yesOrNo } from "../crm/crm-words.js";
import type { TableRow } from "../table/table-reader.js";
import { rowOf } from "./fields-of.js";
import { isDeleted, keyOf, type PersonOf } from "./record-identity.js";
import type { DealField } from "./record-shape.js";
import { dateOf, type RecordTable } from "./record-table.js";

/** What deals that have ended tell of those contacts who are known, by their ids in the system. */
export function readDeals(
  table: RecordTable,
  contactsOfDeal: ReadonlyMap<string, readonly string[]>,
  personOf: PersonOf,
): ReadonlyMap<string, DealsTold> {
  const book = new DealBook();
  const rows = table.given.map((given) => rowOf<DealField>(given.record, given.place, given.shape.deal));
  const chanceOf = chanceReader(rows.map(({ cell }) => cell("chance")));
  table.given.forEach((given, at) => {
    const { row, cell, cells } = rows[at] as TableRow<DealField>;
    const id = keyOf(cell("id"));
    const named = [...cells("contacts").map(keyOf), ...(contactsOfDeal.get(id) ?? [])];
    const contacts = [...new Set(named)].filter((key) => personOf(key) !== undefined);
    const isWon = yesOrNo(cell("won"));
    const isClosed = yesOrNo(cell("isClosed"));
    const isWonStage = given.shape.wonStage !== undefined && foldWord(cell("stage")) === given.shape.wonStage;
    const outcome = outcomeOf({
      won: isClosed === false ? false : (isWon ?? (isWonStage ? true : undefined)),
      // What is closed and not won is lost.
      lost: yesOrNo(cell("lost")) ?? (isClosed && isWon === false ? true : undefined),
      stage: cell("stage"),
      chance: chanceOf(cell("chance")),
    });
    if (isDeleted(given) || foldWord(cell("stage")) === "deleted")
      table.skip(row, "ROW_DELETED", "it was deleted.");
    else if (outcome === undefined || isClosed === false)
      table.skip(row, "DEAL_OPEN", "neither won nor lost, as far as it tells.");
    else if (named.length === 0) table.skip(row, "DEAL_WITHOUT_CONTACT", "it names no contact.");
    else if (contacts.length === 0) table.skip(row, "CONTACT_UNKNOWN", "none of its contacts is known.");
    else {
      const closed = cell("closed");
      const day = dateOf(closed)?.day;
      if (closed !== "" && day === undefined) table.tell({ ...UNREADABLE, row });
      const deal: ClosedDeal = { outcome, ...(day && { day }) };
      if (book.add(id, deal, contacts)) table.tell({ ...REPEATED_DEAL, row });
    }
  });
  return book.ofContact;
}

const UNREADABLE = {
  code: "DATE_UNREADABLE",
  severity: "warning",
  message: "Not a date; the deal is kept without a day.",
  column: "closed",
} as const;
