import { type Issue, type IssueCode, memoized, safeText, utcDay } from "../../base/index.js";
import {
  foldCompany,
  joinName,
  normalizeEmail,
  normalizeProfileUrl,
  type Person,
  type Spell,
  type Tie,
  titleLikeness,
} from "../../people/index.js";
import { affiliationsOf, splitCompanies } from "../affiliations-of.js";
import { feed, type ReadControl, type ReadInput, type Reading } from "../bytes/feed.js";
import type { ReadLimits } from "../import.js";
import { OwnedRows } from "../owned-rows.js";
import { checkReaderOptions } from "../owner.js";
import { type IdOf, idOfRow, type ReadRow } from "../reader-id.js";
import { type DateOrder, dateOrderOf, needsOrder, readDate } from "../table/calendar-date.js";
import type { TableSpec } from "../table/find-header.js";
import { CONNECTED_ON, foldedAliases, PERSON_NAMES } from "../table/header-words.js";
import { TableReader, type TableRow } from "../table/table-reader.js";

/** How to read a `Connections.csv`. */
export interface LinkedInConnectionsOptions extends ReadLimits, ReadControl {
  /** Name of the file, which its people keep as where they were read. @defaultValue the name of the format */
  readonly file?: string;
  /** Whose connections these are. */
  readonly owner: Person;
  /** Ids of the caller's own, such as a CRM's. @defaultValue ids made of the profile URL, which hold no name */
  readonly idOf?: IdOf;
  /** Order of dates such as `5/3/2021`. @defaultValue what the column shows; dates that stay unclear are dropped */
  readonly dateOrder?: DateOrder;
  /** The day on which the file is read; given, later dates are reported as `DATE_IN_FUTURE`. */
  readonly now?: Date | string;
}

/**
 * Reads LinkedIn's `Connections.csv` of any year (2018 to now, and the Outlook layout before), as downloaded or saved again by
 * a spreadsheet. The text above the header may be there or not, columns come in any order, separated by comma, semicolon or
 * tab, UTF-8 or UTF-16. Each row that names a person becomes a person and a tie of the owner's. Rows of restricted members
 * (a date and nothing else) are skipped, each with an issue. `issue.row` is the row that a spreadsheet shows. A whole file gives the
 * import at once, chunks a promise of it.
 *
 * @throws WarmpathError `COLUMNS_NOT_FOUND` where no header is found (an empty text too) and `ENCODING_UNKNOWN` for bytes that
 * are no text. `INVALID_ID` for an owner or `idOf` without a proper id, `INVALID_ARGUMENT` for other bad options.
 *
 * @example
 * const { people, ties, issues, report } = readLinkedInConnections(text, { owner: { id: "me", name: "Ada Park" } });
 */
export function readLinkedInConnections<Input extends ReadInput>(
  input: Input,
  options: LinkedInConnectionsOptions,
): Reading<Input> {
  const owner = checkReaderOptions(options, "dateOrder", "now");
  const today = options.now === undefined ? Number.POSITIVE_INFINITY : utcDay(options.now, "now");
  const issues: Issue[] = [];
  const rows: TableRow<Column>[] = [];
  const reader = new TableReader(CONNECTIONS, options, issues, (row) => rows.push(row));
  return feed(input, options, issues, reader, () => {
    const order = options.dateOrder ?? dateOrderOf(rows.map((row) => row.cell("connectedOn")));
    const contacts = new OwnedRows(owner, issues, options.file ?? "linkedin-connections");
    const ownWork = ownWorkOf(owner);
    // Many connections are of one company, and of one day.
    const keyOf = memoized(foldCompany);
    const dayOf = memoized((text: string) => readDate(text, order)?.day);
    for (const one of rows) {
      const read = readRow(one, dayOf, order, today, issues);
      if (read === undefined) continue;
      const { row, connectedOn, ...fields } = read;
      const told = {
        companies: splitCompanies(fields.company ?? ""),
        title: fields.title ?? "",
      };
      const { company, spells } = affiliationsOf(told, owner.id);
      const person: Person = {
        id: idOfRow(read, options.idOf),
        ...fields,
        ...(company !== "" && { company }),
        ...(spells.length > 0 && { spells }),
      };
      contacts.keep(person, row, evidenceOf(ownWork, person, connectedOn, keyOf));
    }
    issues.sort((a, b) => (a.row ?? 0) - (b.row ?? 0));
    return contacts.toImport(reader.rowsRead);
  });
}

type Column = "first" | "last" | "url" | "email" | "company" | "position" | "connectedOn";

const CONNECTIONS: TableSpec<Column> = {
  columns: {
    first: foldedAliases(PERSON_NAMES.first),
    last: foldedAliases(PERSON_NAMES.last),
    url: "url|profile url|linkedin url|public profile url",
    email: "email address|e mail address|email|e mail|e mail adresse",
    company: "company|company name|unternehmen|entreprise|empresa|azienda",
    position: "position|job title|poste|cargo|posizione|functie",
    connectedOn: foldedAliases(CONNECTED_ON),
  },
  guesses: { email: "email", company: "company", title: "position", url: "url", link: "url" },
  singleLine: true,
  isHeader: (found) => found.has("first") && (found.has("last") || found.has("connectedOn")),
  expected: ["First Name", "Last Name", "URL", "Email Address", "Company", "Position", "Connected On"],
};

/** The row's person, or undefined where it names none; what is wrong with it goes to `issues`. */
function readRow(
  { row, cell }: TableRow<Column>,
  dayOf: (text: string) => string | undefined,
  order: DateOrder | undefined,
  today: number,
  issues: Issue[],
): ReadRow | undefined {
  const warn = (code: IssueCode, message: string, column: string) =>
    issues.push({ code, severity: "warning", message, row, column });
  const firstName = cell("first");
  const lastName = cell("last");
  const name = joinName(firstName, lastName, safeText);
  if (name === "") {
    const rest = cell("url") + cell("email") + cell("company") + cell("position");
    const restricted = rest === "" && cell("connectedOn") !== "";
    issues.push({ ...(restricted ? RESTRICTED : NAMELESS), row });
    return undefined;
  }
  const url = cell("url");
  const profileUrl = normalizeProfileUrl(url);
  if (url !== "" && profileUrl === undefined)
    warn("URL_UNREADABLE", "Not a profile's address; dropped.", "URL");
  const email = cell("email");
  if (email !== "" && normalizeEmail(email) === undefined) {
    warn("EMAIL_UNREADABLE", "Not one plain e-mail address; dropped.", "Email Address");
  }
  const connectedOn = readConnectedOn(cell("connectedOn"), dayOf, order, today, warn);
  const company = cell("company");
  const title = cell("position");
  return {
    row,
    name,
    ...(firstName === "" ? {} : { firstName }),
    ...(lastName === "" ? {} : { lastName }),
    ...(company === "" ? {} : { company }),
    ...(title === "" ? {} : { title }),
    ...(normalizeEmail(email) === undefined ? {} : { emails: [email] }),
    ...(profileUrl === undefined ? {} : { profileUrl }),
    ...(connectedOn === undefined ? {} : { connectedOn }),
  };
}

function readConnectedOn(
  text: string,
  dayOf: (text: string) => string | undefined,
  order: DateOrder | undefined,
  today: number,
  warn: (code: IssueCode, message: string, column: string) => void,
): string | undefined {
  if (text === "") return undefined;
  const day = dayOf(text);
  if (day === undefined) {
    if (order === undefined && needsOrder(text)) {
      warn("DATE_AMBIGUOUS", "Day or month first? Dropped; say so with dateOrder.", "Connected On");
    } else warn("DATE_UNREADABLE", "Not a date in any format of this export; dropped.", "Connected On");
  } else if (Number.isFinite(today) && utcDay(day) > today)
    warn("DATE_IN_FUTURE", "The date lies in the future; kept.", "Connected On");
  return day;
}

/** Where the owner works or worked, with companies folded. */
type OwnWork = readonly (Pick<Spell, "title" | "from" | "to"> & {
  readonly company: string;
  readonly isNow: boolean;
})[];

function ownWorkOf({ company = "", title, spells = [] }: Person): OwnWork {
  const told = spells
    .filter(({ kind }) => kind === "work")
    .map((spell) => ({
      ...spell,
      company: foldCompany(spell.organization),
      isNow: spell.to === undefined && !spell.past,
    }));
  const own = { company: foldCompany(company), ...(title === undefined ? {} : { title }), isNow: true };
  return [own, ...told].filter((one) => one.company !== "");
}

/**
 * The company column is of the day of the export, so a shared one is a setting that the two have now. With one function too they are of
 * one team. Who connected while the owner was at a company where the other is or was are former colleagues.
 */
function evidenceOf(
  ownWork: OwnWork,
  person: Person,
  connectedOn: string | undefined,
  keyOf: (company: string) => string,
): Tie["evidence"] {
  if (ownWork.length === 0) return connectedOn === undefined ? {} : { connectedOn };
  const company = keyOf(person.company ?? "");
  const isTheirs = (one: string): boolean =>
    one === company || (person.spells ?? []).some(({ organization }) => keyOf(organization) === one);
  const now = ownWork.filter((one) => one.isNow && one.company === company);
  const isTeam = now.some(({ title }) => titleLikeness(title, person.title).sameFunction === true);
  const wereThere = ownWork.some((one) => isTheirs(one.company) && wasAt(one, connectedOn));
  const contexts = [
    ...(now.length > 0 ? [`work:${company}`] : []),
    ...(isTeam ? [`team:${company}`] : []),
    ...(wereThere ? ["worked-together"] : []),
  ];
  return {
    ...(connectedOn === undefined ? {} : { connectedOn }),
    ...(contexts.length === 0 ? {} : { contexts }),
  };
}

/** True where a stretch whose beginning is told holds the day; months and years hold all of their days. */
function wasAt({ from, to }: Pick<Spell, "from" | "to">, day: string | undefined): boolean {
  if (day === undefined || from === undefined) return false;
  return from <= day.slice(0, from.length) && (to === undefined || day.slice(0, to.length) <= to);
}

const RESTRICTED = {
  code: "ROW_RESTRICTED",
  severity: "info",
  message: "Row skipped: a restricted or deleted member, of whom the export holds a date alone.",
} as const;
const NAMELESS = {
  code: "ROW_WITHOUT_NAME",
  severity: "warning",
  message: "Row skipped: neither first nor last name.",
} as const;
