import { isReadable, isRecord, unfit } from "../../base/index.js";
import { type Json, textsAt } from "../records/fields-of.js";
import { listOf } from "../records/record-lists.js";
import type { NamedAddress } from "./address-people.js";
import { decodeWords, mailAddresses } from "./mail-addresses.js";

/** What the headers of one mail say; no body is looked at. */
export interface MailMessage {
  readonly from: readonly NamedAddress[];
  readonly to: readonly NamedAddress[];
  readonly date: string;
  readonly subject: string;
  /** Of the conversation: the first mail that it refers to, else itself. */
  readonly thread: string;
  readonly id: string;
  readonly isDraft: boolean;
  readonly isSpam: boolean;
  readonly header: (name: string) => string;
}

/** Header texts, mailboxes in mbox form, or messages as Gmail's and Microsoft Graph's APIs give them: one, a list, or pages of them. */
export type MailInput = string | readonly unknown[] | Readonly<Record<string, unknown>>;

/** Every mail of an input; undefined for what is none. @throws WarmpathError `INVALID_ARGUMENT` for no input. */
export function* mailMessages(input: MailInput): Generator<MailMessage | undefined> {
  if (typeof input === "string") {
    const given = /^\s*[[{]/.test(input) ? parsed(input) : undefined;
    if (given !== undefined) yield* mailMessages(given);
    else for (const block of headerBlocks(input)) yield ofHeaders(block);
    return;
  }
  if (!isReadable(input)) throw unfit("mail", "texts or messages of an API");
  // Gmail's pages name their items `messages`.
  const ofPage = (page: unknown): readonly unknown[] =>
    isRecord(page) && Array.isArray(page["messages"]) ? page["messages"] : [page];
  for (const one of (listOf(input) ?? [input]).flatMap(ofPage)) {
    if (typeof one === "string") yield* mailMessages(one);
    else yield isRecord(one) && isReadable(one) ? ofJson(one) : undefined;
  }
}

function parsed(text: string): MailInput | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * The headers of each mail of a text, unfolded. A line such as `From x Tue Mar  3 10:00:00 2026` behind an empty one starts a mail of a
 * mailbox. Where the first of them tells no time, "From " alone does, and then a body may pass for a mail.
 */
function* headerBlocks(text: string): Generator<readonly string[]> {
  const isMailbox = text.startsWith("From ");
  const tellsTime = STARTS_MAIL.test(text.slice(0, MOST_START));
  const starts = (line: string, before: string): boolean =>
    isMailbox &&
    line.startsWith("From ") &&
    (!tellsTime || (before === "" && STARTS_MAIL.test(line.slice(0, MOST_START))));
  let lines: string[] = [];
  let [isHead, before] = [true, ""];
  for (let at = 0; at <= text.length; ) {
    const next = text.indexOf("\n", at);
    const line = text.slice(at, next < 0 ? undefined : next).replace(/\r$/, "");
    at = next < 0 ? text.length + 1 : next + 1;
    const isStart = starts(line, before);
    before = line;
    if (isStart) {
      if (lines.length > 0) yield lines;
      [lines, isHead] = [[], true];
    } else if (!isHead) continue;
    else if (line.trim() === "") isHead = lines.length === 0;
    else if (/^[ \t]/.test(line) && lines.length > 0) lines.push(`${lines.pop()} ${line.trim()}`);
    else if (lines.length < MOST_HEADERS) lines.push(line.slice(0, MOST_LENGTH));
  }
  if (lines.length > 0) yield lines;
}

function ofHeaders(lines: readonly string[]): MailMessage | undefined {
  const headers: (readonly [string, string])[] = lines.flatMap((line) => {
    const [, name, value] = /^([!-9;-~]{1,80}):(.*)$/s.exec(line) ?? [];
    return name === undefined ? [] : [[name, (value as string).trim()] as const];
  });
  return headers.length === 0 ? undefined : ofPairs(headers);
}

function ofPairs(pairs: readonly (readonly [string, string])[]): MailMessage {
  const byName = new Map<string, string>();
  for (const [name, value] of pairs) {
    const key = name.toLowerCase();
    const known = byName.get(key);
    byName.set(key, known === undefined ? value : /^(?:to|cc|bcc)$/.test(key) ? `${known}, ${value}` : known);
  }
  const header = (name: string): string => byName.get(name) ?? "";
  const id = header("message-id");
  const [thread = id] = /<[^<>\s]+>/.exec(header("references") || header("in-reply-to")) ?? [];
  return {
    from: mailAddresses(header("from") || header("sender")),
    to: ["to", "cc", "bcc"].flatMap((name) => mailAddresses(header(name))),
    date: header("date"),
    subject: decodeWords(header("subject")),
    thread,
    id,
    isDraft: false,
    isSpam: /^yes/i.test(header("x-spam-flag")),
    header,
  };
}

/** Gmail has headers as pairs in `payload`, Graph addresses as fields of their own. */
function ofJson(message: Json): MailMessage | undefined {
  const { payload, internetMessageHeaders } = message;
  const list = isRecord(payload) ? payload["headers"] : internetMessageHeaders;
  const pairs = (Array.isArray(list) ? list : []).flatMap((one: unknown) => {
    const [name, value] = [textsAt(one, "name")[0], textsAt(one, "value")[0]];
    return name === undefined || value === undefined ? [] : [[name, value] as const];
  });
  const labels = textsAt(message, "labelIds.*");
  const text = (paths: string): string => textsAt(message, paths)[0] ?? "";
  const told = ofPairs(pairs);
  const named = (path: string): NamedAddress[] =>
    [message[path]].flat().flatMap((one: unknown) => {
      const email = textsAt(one, "emailAddress.address")[0];
      return email === undefined ? [] : [{ name: textsAt(one, "emailAddress.name")[0] ?? "", email }];
    });
  const from = [...named("from"), ...told.from];
  const to = ["toRecipients", "ccRecipients", "bccRecipients"].flatMap(named);
  if (from.length === 0 && to.length === 0 && told.to.length === 0) return undefined;
  return {
    ...told,
    from,
    to: to.length > 0 ? to : told.to,
    date: told.date || text("sentDateTime|receivedDateTime|internalDate"),
    subject: told.subject || text("subject"),
    thread: text("threadId|conversationId") || told.thread,
    id: told.id || text("internetMessageId|id"),
    isDraft: text("isDraft") === "true" || labels.includes("DRAFT"),
    isSpam: told.isSpam || labels.includes("SPAM") || labels.includes("TRASH"),
  };
}

const STARTS_MAIL = /^From \S{1,200} [A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d /;
const MOST_START = 300;
/** Of one mail: far more than real ones have. */
const MOST_HEADERS = 500;
const MOST_LENGTH = 65_536;
