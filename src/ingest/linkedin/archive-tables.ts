import { type ContactColumn, contactSpec } from "../table/contact-table.js";
import type { HeadRecords, TableSpec } from "../table/find-header.js";
import { beginsAs } from "../table/header-marks.js";
import { CONNECTED_ON, foldedAliases, PERSON_NAMES } from "../table/header-words.js";
import { MESSAGES } from "./message-rows.js";

/** The tables of a LinkedIn archive that are read, known by their headers; two pairs share one and differ by the file's name. */
export const PROFILE: TableSpec<"first" | "last" | "headline" | "maiden" | "location"> = table({
  first: "first name",
  last: "last name",
  headline: "headline",
  maiden: "maiden name",
  location: "geo location",
});
export const CONNECTIONS: TableSpec<"first" | "last" | "connectedOn"> = table({
  first: foldedAliases(PERSON_NAMES.first),
  last: foldedAliases(PERSON_NAMES.last),
  connectedOn: foldedAliases(CONNECTED_ON),
});
export const INVITATIONS: TableSpec<
  "from" | "to" | "sentAt" | "direction" | "message" | "inviter" | "invitee"
> = table(
  {
    from: "from",
    to: "to",
    sentAt: "sent at",
    direction: "direction",
    message: "message",
    inviter: "inviterprofileurl",
    invitee: "inviteeprofileurl",
  },
  ["message", "inviter", "invitee"],
);
export const RECOMMENDATIONS: TableSpec<"first" | "last" | "company" | "title" | "date" | "status"> = table({
  first: "first name",
  last: "last name",
  company: "company",
  title: "job title",
  date: "creation date",
  status: "status",
});
export const ENDORSEMENTS_RECEIVED: TableSpec<"first" | "last" | "url" | "date"> = table(
  {
    date: "endorsement date",
    first: "endorser first name",
    last: "endorser last name",
    url: "endorser public url",
  },
  ["url"],
);
export const ENDORSEMENTS_GIVEN: TableSpec<"first" | "last" | "url" | "date"> = table(
  {
    date: "endorsement date",
    first: "endorsee first name",
    last: "endorsee last name",
    url: "endorsee public url",
  },
  ["url"],
);
export const POSITIONS: TableSpec<"organization" | "title" | "from" | "to"> = table({
  organization: "company name",
  title: "title",
  from: "started on",
  to: "finished on",
});
export const EDUCATION: TableSpec<"organization" | "title" | "from" | "to"> = table({
  organization: "school name",
  title: "degree name",
  from: "start date",
  to: "end date",
});
export const NOTES: TableSpec<"first" | "last" | "url" | "note" | "created" | "edited"> = table(
  {
    first: "connection first name",
    last: "connection last name",
    url: "connection profile url",
    note: "note",
    created: "created on",
    edited: "edited on",
  },
  ["created", "edited"],
);
export const COMPANY_FOLLOWS: TableSpec<"organization" | "date"> = table({
  organization: "organization",
  date: "followed on",
});
export const EVENTS: TableSpec<"name" | "time" | "status"> = table({
  name: "event name",
  time: "event time",
  status: "status",
});
/** Known by its own headers alone: a table of another kind may name the same columns in words of its own. */
const { guesses: _, ...BOOK }: TableSpec<ContactColumn> = contactSpec(
  { company: "companies", email: "emails|email address", url: "profiles" },
  ["FirstName", "LastName", "Emails"],
);
export const IMPORTED_CONTACTS: TableSpec<ContactColumn> = {
  ...BOOK,
  // "Companies" and "Profiles" no other table has.
  isHeader: (found) =>
    (["first", "last", "email", "company", "url"] as const).every((column) => found.has(column)),
};

/** What a file of the archive is, by its header. */
export type ArchiveKind =
  | "profile"
  | "connections"
  | "messages"
  | "invitations"
  | "recommendations"
  | "endorsements-received"
  | "endorsements-given"
  | "positions"
  | "education"
  | "imported-contacts"
  | "notes"
  | "company-follows"
  | "events";

/** How each kind is told; the most telling headers first. */
export const KINDS: readonly (readonly [ArchiveKind, (head: HeadRecords) => boolean])[] = [
  ["messages", beginsAs(MESSAGES)],
  ["connections", beginsAs(CONNECTIONS)],
  ["profile", beginsAs(PROFILE)],
  ["invitations", beginsAs(INVITATIONS)],
  ["recommendations", beginsAs(RECOMMENDATIONS)],
  ["endorsements-received", beginsAs(ENDORSEMENTS_RECEIVED)],
  ["endorsements-given", beginsAs(ENDORSEMENTS_GIVEN)],
  ["positions", beginsAs(POSITIONS)],
  ["education", beginsAs(EDUCATION)],
  ["imported-contacts", beginsAs(IMPORTED_CONTACTS)],
  ["notes", beginsAs(NOTES)],
  ["company-follows", beginsAs(COMPANY_FOLLOWS)],
  ["events", beginsAs(EVENTS)],
];

/** A table all of whose columns make its header, but for the optional ones. */
function table<Column extends string>(
  columns: Readonly<Record<Column, string>>,
  optional: readonly NoInfer<Column>[] = [],
): TableSpec<Column> {
  const needed = (Object.keys(columns) as Column[]).filter((column) => !optional.includes(column));
  return {
    columns,
    isHeader: (found) => needed.every((column) => found.has(column)),
    expected: needed.map((column) => columns[column]),
  };
}
