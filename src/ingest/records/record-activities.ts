import type { IssueCode } from "../../base/index.js";
import type { InteractionKind, InteractionRecord } from "../../people/index.js";
import { foldWord, yesOrNo } from "../crm/crm-words.js";
import { isCompletedWord } from "../crm/salesforce-activities.js";
import { isMachineWritten, LARGEST_GROUP } from "../evidence-rules.js";
import type { TableRow } from "../table/table-reader.js";
import { hasAt, rowOf } from "./fields-of.js";
import type { KeptActivity, RecordBook } from "./record-book.js";
import { contactsOf, usersOf } from "./record-facts.js";
import { isDeleted, keyOf, keyOrContent } from "./record-identity.js";
import type { GivenRecord } from "./record-lists.js";
import { keyIn, toldIn, whyPart } from "./record-parts.js";
import type { ActivityField } from "./record-shape.js";
import { dateOf, type RecordTable } from "./record-table.js";

/** Whose activities count, and until which day. */
export interface ActivityRules {
  /** Key of the user who the owner is; empty where none is told. */
  readonly user: string;
  /** `YYYY-MM-DD`: what is dated later has not happened. */
  readonly today: string | undefined;
}

/**
 * Takes into a book what the owner did with contacts. Records count as theirs where the user says so; without one only where all that can be used belong
 * to one user. What is open, cancelled, not answered, or a machine's counts nothing, and goes if it counted before. One with several contacts is one of
 * each, 8 at most, and a meeting or conversation of all.
 */
export function takeActivities(table: RecordTable, book: RecordBook, rules: ActivityRules): void {
  const rows = table.given.map((given) =>
    rowOf<ActivityField>(given.record, given.index, given.shape.activity),
  );
  const linked = book.linked("activities", "contacts");
  const came = new Map<string, number>();
  for (const [at, given] of table.given.entries()) {
    const one = rows[at] as TableRow<ActivityField>;
    const { row, cell, cells } = one;
    const id = keyIn(given, book);
    const held = book.activities.get(id);
    const isTold = toldIn(given, given.shape.activity);
    const wanting = whyPart(given, given.shape.activity, held !== undefined, book);
    if (wanting !== undefined) {
      table.skip(row, ...wanting);
      continue;
    }
    book.activities.delete(id);
    const kind = isTold("type", "subtype") ? kindOf(one, given.word) : held?.kind;
    const user = isTold("user") ? keyOf(cell("user")) : (held?.user ?? "");
    const why = whyUnused(given, one, user, rules) ?? whyNoContact(kind, given, one);
    if (why !== undefined) {
      table.skip(row, ...why);
      continue;
    }
    const contacts = isTold("contacts") ? [...new Set(cells("contacts").map(keyOf))] : (held?.contacts ?? []);
    const all = new Set([...contacts, ...(linked.get(id) ?? [])]);
    const date = dateOf(isTold("at") ? cell("at") : (held?.at ?? ""));
    const direction = isTold("direction") ? directionOf(cell("direction")) : held?.direction;
    if (all.size > LARGEST_GROUP) table.skip(row, "GROUP_TOO_LARGE", "one of so many tells of no tie.");
    else if (date === undefined)
      table.skip(row, cell("at") === "" ? "DATE_MISSING" : "DATE_UNREADABLE", "no day is told.");
    else if (rules.today !== undefined && date.day > rules.today)
      table.skip(row, "DATE_IN_FUTURE", "it is still to come.");
    else if (direction === undefined) table.skip(row, "DIRECTION_UNKNOWN", "neither out nor in nor both.");
    else {
      const automatic = isTold("automatic") ? yesOrNo(cell("automatic")) === true : held?.automatic === true;
      const activity = {
        at: date.instant,
        direction,
        kind: kind as InteractionKind,
        ...(automatic && { automatic }),
        contacts,
        user,
      };
      const key = keyOrContent(id, activity);
      book.activities.set(key, activity);
      came.set(key, row);
      if (contactsOf(book, contacts, linked.get(id)).length === 0)
        table.skip(row, "CONTACT_UNKNOWN", "none of its contacts is known yet.");
    }
  }
  // Where no record names a user, all are the owner's own.
  if (rules.user !== "" || usersOf(book).size < 2) return;
  for (const [key, row] of came) {
    const { user } = book.activities.get(key) as KeptActivity;
    const why = user === "" ? "it names no user." : "several users' records; pass userId.";
    if (!table.isSkipped(row)) table.skip(row, "USER_UNKNOWN", why);
  }
}

type Why = readonly [IssueCode, string];

function whyUnused(
  given: GivenRecord,
  { cell }: TableRow<ActivityField>,
  user: string,
  rules: ActivityRules,
): Why | undefined {
  if (isDeleted(given)) return ["ROW_DELETED", "it was deleted."];
  if (rules.user !== "" && user !== rules.user)
    return user === "" ? ["USER_UNKNOWN", "it names no user."] : ["USER_OTHER", "another user's."];
  if (isMachineWritten(cell("subject"), cell("body")))
    return ["ACTIVITY_AUTOMATIC", "written by a machine; nobody met or wrote."];
  const [status, done] = [foldWord(cell("status")), yesOrNo(cell("done"))];
  if (yesOrNo(cell("cancelled")) === true || NOT_HELD.has(status))
    return ["EVENT_NOT_ATTENDED", "it did not take place, or nobody answered."];
  const isDone = done ?? (toldIn(given, given.shape.activity)("status") ? isCompletedWord(status) : true);
  if (done === false || (isTask(given, cell) && !isDone)) return ["TASK_OPEN", "not completed."];
  return undefined;
}

function whyNoContact(
  kind: InteractionKind | undefined,
  { record, tells, shape: { activity } }: GivenRecord,
  { cell }: TableRow<ActivityField>,
): Why | undefined {
  if (kind === undefined) return ["KIND_UNKNOWN", "neither a call nor a mail nor a meeting."];
  const isBare = tells === "all" && cell("subject") === "" && cell("body") === "";
  if (kind === "meeting" && isBare && hasAt(record, `${activity.subject}|${activity.body}`))
    return ["ACTIVITY_AUTOMATIC", "without subject and text it is a block in a calendar, no meeting."];
  return undefined;
}

function isTask({ word }: GivenRecord, cell: TableRow<ActivityField>["cell"]): boolean {
  return /^(?:tasks?|027)$/.test(word) || foldWord(cell("type")) === "task";
}

function kindOf({ cell, cells }: TableRow<ActivityField>, word: string): InteractionKind | undefined {
  for (const text of [cell("type"), ...cells("subtype"), word]) {
    const kind = KINDS.get(foldWord(text).replaceAll(" ", ""));
    if (kind !== undefined) return kind;
  }
  return undefined;
}

/** HubSpot's `EMAIL` is one that was sent; its calls that name no direction are of both. */
function directionOf(text: string): InteractionRecord["direction"] | undefined {
  const word = foldWord(text).replaceAll(" ", "");
  if (/^(?:in|inbound|incoming|incomingemail|received)$/.test(word)) return "in";
  if (/^(?:out|outbound|outgoing|email|forwardedemail|sent)$/.test(word)) return "out";
  return /^(?:both|internal|call|meeting|task|note)?$/.test(word) ? "both" : undefined;
}

const KINDS: ReadonlyMap<string, InteractionKind> = new Map(
  Object.entries({
    call: "call calls phone phonecall 048",
    meeting: "meeting meetings event events calendarevent calendarevents lunch 047",
    message:
      "email emails mail incomingemail forwardedemail message messages communication communications sms whatsapp linkedinmessage 049 018",
    comment: "comment comments",
    like: "like likes",
  }).flatMap(([kind, words]) => words.split(" ").map((word) => [word, kind as InteractionKind] as const)),
);
/** Outcomes and states of what nobody took part in or answered: HubSpot's own words, and plain ones. */
const NOT_HELD: ReadonlySet<string> = new Set(
  "canceled|cancelled|no show|noshow|rescheduled|declined|busy|no answer|failed|missed|queued|ringing|connecting|calling crm user|bounced|scheduled email|sending".split(
    "|",
  ),
);
