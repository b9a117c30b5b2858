import { type Issue, type IssueCode, unfit } from "../../base/index.js";
import type { InteractionRecord, Person } from "../../people/index.js";
import { isAutomaticText, isMachineAddress, LARGEST_GROUP, markOf, massMail } from "../evidence-rules.js";
import type { Import, ReadLimits } from "../import.js";
import { Occasions } from "../occasions.js";
import { checkReaderOptions } from "../owner.js";
import type { IdOf } from "../reader-id.js";
import { dateOf } from "../records/record-table.js";
import { checkLimits } from "../table/limits.js";
import { AddressPeople } from "./address-people.js";
import { type MailInput, type MailMessage, mailMessages } from "./mail-messages.js";

/** How to read the headers of mails. */
export interface MailOptions extends Pick<ReadLimits, "maxRows"> {
  /** Whose mailbox it is; `emails` tell what they sent from what they got, so there is to be one at least. */
  readonly owner: Person;
  /** Ids of the caller's own. @defaultValue ids made of address and name, which hold neither */
  readonly idOf?: IdOf;
  /** Name under which people keep where they came from. @defaultValue "mail" */
  readonly file?: string;
}

/**
 * Reads who wrote to whom and when out of mail headers. They are texts of RFC 5322 (`.eml`, an mbox, several in a list), or messages of
 * Gmail's and Microsoft Graph's APIs. Bodies are not looked at. What the owner sent is `out` to each recipient, 8 at most;
 * what they got is `in` from its sender. Automatic replies are marked, as is what the owner sent to five people or more under
 * one subject. Lists, bulk mail, spam, drafts and what machines send are skipped. A mail counts as a row, `issue.row` is its place.
 * @throws WarmpathError `INVALID_ARGUMENT` for no mail or an owner without an address, and as `readLinkedInConnections` does.
 * @example
 * readMailHeaders("From: ada@x.example\nTo: Ben Ito <ben@acme.example>\nDate: Tue, 3 Mar 2026 10:00:00 +0100\n", {
 *   owner: { id: "me", emails: ["ada@x.example"] },
 * });
 */
export function readMailHeaders(mail: MailInput, options: MailOptions): Import {
  const owner = checkReaderOptions(options);
  if ((owner.emails ?? []).length === 0) throw unfit("owner", "one with the addresses of the mailbox");
  const { maxRows } = checkLimits(options);
  const issues: Issue[] = [];
  const people = new AddressPeople(owner, options.idOf, options.file ?? "mail", issues);
  const occasions = new Occasions(owner.id);
  const found: { readonly one: InteractionRecord; readonly mark: number }[] = [];
  const seen = new Set<string>();
  let [rowsRead, rowsSkipped] = [0, 0];
  for (const message of mailMessages(mail)) {
    if (rowsRead === maxRows) {
      issues.push({
        code: "ROW_LIMIT",
        severity: "error",
        message: `Only ${maxRows} mails were read.`,
        row: maxRows,
      });
      break;
    }
    const row = ++rowsRead;
    const skip = message === undefined ? UNREADABLE : whySkipped(message, seen);
    if (skip !== undefined || message === undefined) {
      rowsSkipped++;
      const [code, why] = skip ?? UNREADABLE;
      issues.push({ code, severity: "info", message: `Mail skipped: ${why}`, row });
      continue;
    }
    if (!take(message, row)) rowsSkipped++;
  }
  const mass = massMail(
    found.map(({ mark }) => mark),
    (at) => found[at]?.one.to as string,
  );
  const told = found.map(({ one, mark }) => (mass.has(mark) ? { ...one, automatic: true } : one));
  const report = { rowsRead, rowsKept: rowsRead - rowsSkipped, rowsSkipped };
  return { ...people.finish(told, occasions), ties: [], issues, report };

  /** False for a mail that is not the owner's. */
  function take(message: MailMessage, row: number): boolean {
    const tell = (code: IssueCode, severity: Issue["severity"], text: string): void =>
      void issues.push({ code, severity, message: text, row });
    const isSent = message.from.some((one) => people.isOwn(one));
    if (!isSent && !message.to.some((one) => people.isOwn(one))) {
      tell("OWNER_UNCLEAR", "info", "Mail skipped: none of the owner's addresses sent or got it.");
      return false;
    }
    const recipients = message.to.filter((one) => !people.isOwn(one));
    // "Ito, Ben" without quotes is two, of whom one has no address.
    if (recipients.filter(({ email }) => email.includes("@")).length > LARGEST_GROUP) {
      tell("GROUP_TOO_LARGE", "info", "A mail to so many tells of no tie; kept without one.");
      return true;
    }
    const others = (isSent ? recipients : message.from).flatMap((one) => people.keyOf(one, row) ?? []);
    // Before it stands the day of the week, behind it the name of its zone.
    const [date = ""] = message.date.replace(/^[A-Za-z]{2,3},/, "").split("(", 1);
    const at = dateOf(date.trim());
    if (others.length === 0)
      tell("RECIPIENT_UNCLEAR", "info", "No person's address; kept without an interaction.");
    if (at === undefined) {
      tell(
        message.date === "" ? "DATE_MISSING" : "DATE_UNREADABLE",
        "warning",
        "No interaction from this mail.",
      );
      return true;
    }
    const all = [...others, ...recipients.flatMap((one) => people.keyOf(one, row) ?? [])];
    occasions.note("conversation", message.thread, [], at.day, all);
    const isReply = isAutomaticText(message.subject, "") || AUTO.test(message.header("auto-submitted"));
    const mark =
      isSent && !/^\s*(?:re|aw|fwd?|wg|sv|rv|tr)\s*:/i.test(message.subject)
        ? markOf(message.subject, LEAST_SUBJECT)
        : 0;
    for (const to of new Set(others)) {
      const direction = isSent ? "out" : "in";
      const one: InteractionRecord = { from: owner.id, to, at: at.instant, direction, kind: "message" };
      found.push({ one: isReply ? { ...one, automatic: true } : one, mark });
    }
    return true;
  }
}

type Why = readonly [IssueCode, string];

function whySkipped({ header, from, id, isDraft, isSpam }: MailMessage, seen: Set<string>): Why | undefined {
  if (isDraft) return ["MESSAGE_DRAFT", "a draft."];
  const isBulk =
    isSpam ||
    header("list-id") !== "" ||
    header("list-unsubscribe") !== "" ||
    /^(?:bulk|list|junk)$/i.test(header("precedence").trim()) ||
    /^auto-generated/i.test(header("auto-submitted").trim()) ||
    from.some(({ email }) => isMachineAddress(email));
  if (isBulk) return ["ACTIVITY_AUTOMATIC", "a list, bulk mail, or a machine's."];
  if (id !== "" && seen.has(id)) return ["ID_REPEATED", "it came before."];
  seen.add(id);
  return undefined;
}

const UNREADABLE: Why = ["RECORD_UNREADABLE", "no headers of a mail."];
/** RFC 3834: whatever is not "no" was sent by a machine. */
const AUTO = /^\s*(?!no\b)\w/i;
/** UTF-16 units of a subject that many share only if it was sent to many (an assumption). */
const LEAST_SUBJECT = 8;
