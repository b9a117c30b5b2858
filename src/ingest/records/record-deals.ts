import { chanceReader, outcomeOf, REPEATED_DEAL } from "../crm/crm-deals.js";
import { foldWord, yesOrNo } from "../crm/crm-words.js";
import type { TableRow } from "../table/table-reader.js";
import { rowOf } from "./fields-of.js";
import type { RecordBook } from "./record-book.js";
import { contactsOf } from "./record-facts.js";
import { isDeleted, keyOf, keyOrContent } from "./record-identity.js";
import { keyIn, TO_FETCH, toldIn, whyPart } from "./record-parts.js";
import type { DealField } from "./record-shape.js";
import { dateOf, type RecordTable } from "./record-table.js";

/** Takes deals that have ended into a book. One that is open again, or deleted, goes; one of nobody known waits for its contacts. */
export function takeDeals(table: RecordTable, book: RecordBook): void {
  const rows = table.given.map((given) => rowOf<DealField>(given.record, given.index, given.shape.deal));
  const chanceOf = chanceReader(rows.map(({ cell }) => cell("chance")));
  const linked = book.linked("deals", "contacts");
  const came = new Set<string>();
  for (const [at, given] of table.given.entries()) {
    const { row, cell, cells } = rows[at] as TableRow<DealField>;
    const { deal: paths, wonStage } = given.shape;
    const id = keyIn(given, book);
    const held = book.deals.get(id);
    const isTold = toldIn(given, paths);
    const contacts = isTold("contacts") ? [...new Set(cells("contacts").map(keyOf))] : (held?.contacts ?? []);
    const all = [...contacts, ...(linked.get(id) ?? [])];
    const why = whyPart(given, paths, all.length > 0, book);
    if (why !== undefined) {
      table.skip(row, ...why);
      continue;
    }
    const isWon = yesOrNo(cell("won"));
    const isClosed = yesOrNo(cell("isClosed"));
    const isWonStage = wonStage !== undefined && foldWord(cell("stage")) === wonStage;
    const told = outcomeOf({
      won: isClosed === false ? false : (isWon ?? (isWonStage ? true : undefined)),
      // What is closed and not won is lost.
      lost: yesOrNo(cell("lost")) ?? (isClosed && isWon === false ? true : undefined),
      stage: cell("stage"),
      chance: chanceOf(cell("chance")),
    });
    const isOutcomeTold = isTold("stage", "won", "lost", "isClosed", "chance");
    const outcome = isOutcomeTold ? told : held?.outcome;
    if (given.tells === "some" && isOutcomeTold && outcome === undefined && isClosed === undefined) {
      // A stage's number says nothing by itself.
      table.skip(row, ...TO_FETCH);
      continue;
    }
    book.deals.delete(id);
    if (isDeleted(given) || foldWord(cell("stage")) === "deleted") {
      table.skip(row, "ROW_DELETED", "it was deleted.");
      continue;
    }
    if (outcome === undefined || isClosed === false) {
      table.skip(row, "DEAL_OPEN", "neither won nor lost, as far as it tells.");
      continue;
    }
    const closed = cell("closed");
    const day = isTold("closed") ? dateOf(closed)?.day : held?.day;
    const deal = { outcome, ...(day && { day }), contacts };
    const key = keyOrContent(id, deal);
    book.deals.set(key, deal);
    if (all.length === 0) table.skip(row, "DEAL_WITHOUT_CONTACT", "it names no contact.");
    else if (contactsOf(book, all).length === 0)
      table.skip(row, "CONTACT_UNKNOWN", "none of its contacts is known yet.");
    else if (closed !== "" && day === undefined) table.tell({ ...UNREADABLE, row });
    if (came.has(key)) table.tell({ ...REPEATED_DEAL, row });
    came.add(key);
  }
}

const UNREADABLE = {
  code: "DATE_UNREADABLE",
  severity: "warning",
  message: "Not a date; the deal is kept without a day.",
  column: "closed",
} as const;
