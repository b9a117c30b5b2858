import { safeText } from "../../base/index.js";
import { normalizeProfileUrl } from "../../people/index.js";
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
    const urls = text.split(",").map(normalizeProfileUrl);
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
      to: clean(cell("to")),
      toUrls: addresses(cell("toUrls")),
      at: readDate(cell("date"), "mdy")?.instant,
      direction: direction && name(direction.toUpperCase()),
      isAutomatic: isAutomatic(cell("subject"), cell("content")),
      mark: markOf(cell("content")),
      skip: draft ? "MESSAGE_DRAFT" : sponsored ? "MESSAGE_SPONSORED" : undefined,
    };
  };
}

function isAutomatic(subject: string, content: string): boolean {
  return (
    AUTOMATIC.test(subject) || AUTOMATIC.test(content.slice(0, MAX_BEGINNING)) || LIST_MAIL.test(content)
  );
}

/** A hash of 53 bits (after cyrb53, public domain), since the words themselves are not kept. */
function markOf(content: string): number {
  const words = content.replace(GREETING, "").trim();
  if (words.length < LEAST_WORDS) return 0;
  let [one, other] = [0xdeadbeef, 0x41c6ce57];
  for (let i = 0; i < words.length && i < MAX_MARKED; i++) {
    const unit = words.charCodeAt(i);
    one = Math.imul(one ^ unit, 2654435761);
    other = Math.imul(other ^ unit, 1597334677);
  }
  one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(other ^ (other >>> 13), 3266489909);
  other = Math.imul(other ^ (other >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909);
  return 4294967296 * (2097151 & other) + (one >>> 0);
}

/** What mail programs put before an answer that nobody wrote; English, German, Spanish and French. */
const AUTOMATIC =
  /^\W*(?:automatic(?: e-?mail)? (?:reply|response)|auto(?:mated)?[- ]?(?:reply|response|responder)|(?:i am|i['’]m)?\s?(?:currently )?out of (?:the )?office|this is an auto|abwesenheit(?:snotiz|sassistent)?\b|automatische (?:antwort|e-?mail)|außer haus:|respuesta automática|fuera de (?:la )?oficina|réponse automatique|message d['’]absence|absen(?:ce|t)e? du bureau)/i;
/** Only what goes to many tells how to be left out. */
const LIST_MAIL =
  /\bunsubscribe (?:here|from|link)\b|\bto unsubscribe\b|\bnewsletter (?:abbestellen|abmelden)\b/i;
/** "Hi Ann," and the like: one word or a few up to a comma, an exclamation mark or the end of a line. */
const GREETING = /^[^,!.?\n]{0,40}[,!\n]\s*/;
/** UTF-16 units: of a beginning, of words that two may share by chance, and of those that are looked at. */
const MAX_BEGINNING = 120;
const LEAST_WORDS = 40;
const MAX_MARKED = 400;

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
