import { safeText } from "../../base/index.js";
import { normalizeProfileUrl } from "../../people/index.js";
import { isAutomaticText, markOf } from "../evidence-rules.js";
import { readDate } from "../table/calendar-date.js";
import type { TableSpec } from "../table/find-header.js";
import type { TableRow } from "../table/table-reader.js";

/** A row of a mailbox, without its content. */
export interface Message {
  readonly row: number;
  readonly conversation: string;
  readonly from: string;
  readonly fromUrl: string | undefined;
  readonly to: string;
  readonly toUrls: readonly string[];
  /** The instant in UTC, undefined where it can't be read. */
  readonly at: string | undefined;
  /** INCOMING or OUTGOING in 2018, else empty. */
  readonly direction: string;
  readonly skip: "MESSAGE_DRAFT" | "MESSAGE_SPONSORED" | undefined;
  /** True where its words say that a machine sent it. */
  readonly isAutomatic: boolean;
  /** The same for messages of the same words but for the greeting; 0 for short ones. */
  readonly mark: number;
}

type Column =
  | "conversation"
  | "from"
  | "fromUrl"
  | "to"
  | "toUrls"
  | "date"
  | "subject"
  | "content"
  | "direction"
  | "draft"
  | "draftOf";

/** `messages.csv` from 2018 on. */
export const MESSAGES: TableSpec<Column> = {
  columns: {
    conversation: "conversation id",
    from: "from",
    fromUrl: "sender profile url",
    to: "to",
    toUrls: "recipient profile urls",
    date: "date",
    subject: "subject",
    content: "content",
    direction: "direction",
    draft: "is message draft",
    draftOf: "is conversation draft",
  },
  isHeader: (found) => ["from", "to", "date", "content"].every((column) => found.has(column as Column)),
  expected: ["FROM", "SENDER PROFILE URL", "TO", "RECIPIENT PROFILE URLS", "DATE", "CONTENT"],
};

/**
 * A function that tells what a row says; its content only tells whether somebody wrote it to somebody. Names and addresses come again
 * in thousands of rows, so each is made clean once.
 */
export function messageReader(): (row: TableRow<Column>) => Message {
  const clean = once(safeText);
  const name = once((text) => text);
  const address = once(normalizeProfileUrl);
  const addresses = once((text) => {
    const urls = text.split(/[,;]/).map(normalizeProfileUrl);
    return [...new Set(urls)].filter((url) => url !== undefined);
  });
  return ({ row, cell }) => {
    const fromUrl = address(cell("fromUrl"));
    const direction = cell("direction");
    const draft = /^yes$/i.test(cell("draft")) || /^yes$/i.test(cell("draftOf"));
    const sponsored = fromUrl === undefined && cell("content").includes("spinmail-quill-editor");
    return {
      row,
      conversation: name(cell("conversation")),
      from: clean(cell("from")),
      fromUrl,
      // Some tools that split and join exports write a semicolon.
      to: clean(cell("to").replace(/;\s?/g, ", ")),
      toUrls: addresses(cell("toUrls")),
      at: readDate(cell("date"), "mdy")?.instant,
      direction: direction && name(direction.toUpperCase()),
      isAutomatic: isAutomaticText(cell("subject"), cell("content")),
      mark: markOf(cell("content")),
      skip: draft ? "MESSAGE_DRAFT" : sponsored ? "MESSAGE_SPONSORED" : undefined,
    };
  };
}

function once<T>(compute: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (cell) => {
    const made = known.get(cell);
    if (made !== undefined || known.has(cell)) return made as T;
    // A cell is a slice that keeps its whole chunk in memory; a string put together and cut again is not.
    const text = ` ${cell}`.slice(1);
    const value = compute(text);
    known.set(text, value);
    return value;
  };
}
