import { type Issue, type IssueCode, safeText, WarmpathError } from "../base/index.js";
import {
  foldName,
  joinName,
  namesInList,
  normalizeEmail,
  normalizeProfileUrl,
  type Spell,
} from "../people/index.js";
import { affiliationsOf } from "./affiliations-of.js";
import { feed, type ReadInput, type Reading } from "./bytes/feed.js";
import { OwnedRows } from "./owned-rows.js";
import { checkReaderOptions } from "./owner.js";
import { idOfRow, type ReadRow } from "./reader-id.js";
import type { ContactsOptions } from "./table/contact-table.js";
import { checkLimits } from "./table/limits.js";
import {
  type CardLines,
  type Property,
  propertiesOf,
  splitValue,
  unescapeText,
} from "./vcard/card-properties.js";
import { CardReader } from "./vcard/card-reader.js";

/**
 * Reads vCards 2.1, 3.0 and 4.0 (Apple, Google, Outlook, Android): folded lines, groups, bare types, quoted-printable, escaped
 * texts, and a `CHARSET` for each property. Names, organisations, positions, e-mail addresses and LinkedIn profiles are taken; photos and
 * the rest are not. A card counts as a row; `issue.row` is its number in the file from 1. Cards of companies and groups
 * (`X-ABShowAs:COMPANY`, `KIND`, `X-ADDRESSBOOKSERVER-KIND`, or a name that is the organisation's) name no person and are skipped.
 * @throws WarmpathError `COLUMNS_NOT_FOUND` where there is no card, and as `readLinkedInConnections` does.
 */
export function readVCards<Input extends ReadInput>(input: Input, options: ContactsOptions): Reading<Input> {
  const owner = checkReaderOptions(options);
  const issues: Issue[] = [];
  const { maxRows, maxFieldLength: maxLength } = checkLimits(options);
  const { encoding } = options;
  const contacts = new OwnedRows(owner, issues, options.file ?? "vcards");
  const cards = new CardReader(maxRows, issues, (lines, row, isBytewise) => {
    const read = readCard({ lines, row, isBytewise, encoding, maxLength }, owner.id, issues);
    if (read === undefined) return;
    const { row: _, spells, ...fields } = read;
    const id = idOfRow(read, options.idOf);
    contacts.keep({ id, ...fields, ...(spells.length > 0 && { spells }) }, row);
  });
  return feed(input, options, issues, cards, () => {
    const { rowsRead } = cards;
    if (rowsRead === 0) {
      throw new WarmpathError("COLUMNS_NOT_FOUND", "no card found; expected BEGIN:VCARD", { found: 0 });
    }
    return contacts.toImport(rowsRead);
  });
}

interface CardRow extends ReadRow {
  readonly spells: readonly Spell[];
}

function readCard(card: CardLines, owner: string, issues: Issue[]): CardRow | undefined {
  const { row } = card;
  const properties = propertiesOf(card, issues);
  const all = (name: string) => properties.filter((property) => property.name === name);
  const texts = (name: string) => all(name).map(({ value }) => unescapeText(value).trim());
  const organizations = all("ORG").map(({ value }) => splitValue(value, ";")[0] ?? "");
  const names = nameOf(all("N")[0]?.value ?? "", texts("FN")[0] ?? "", organizations[0] ?? "");
  const { name, ...parts } = names;
  const skip = (code: IssueCode, message: string) => {
    issues.push({ code, severity: "info", message, row });
    return undefined;
  };
  if (isCompany(properties, names, organizations[0] ?? ""))
    return skip("CARD_OF_COMPANY", "Row skipped: the card of a company or a group.");
  if (name === "") return skip("ROW_WITHOUT_NAME", "Row skipped: the card names no person.");
  const written = texts("EMAIL").map((email) => email.replace(/^mailto:/i, ""));
  const emails = [...new Set(written.filter((email) => normalizeEmail(email) !== undefined))];
  if (emails.length < new Set(written).size) {
    const message = "Not a plain e-mail address; dropped.";
    issues.push({ code: "EMAIL_UNREADABLE", severity: "warning", message, row });
  }
  const profileUrl = [...texts("X-SOCIALPROFILE"), ...texts("URL"), ...texts("SOCIALPROFILE")]
    .map(normalizeProfileUrl)
    .find((url) => url !== undefined);
  const titles = texts("TITLE");
  const title = titles[0] ?? texts("ROLE")[0] ?? "";
  const [first = "", ...others] = organizations;
  const more = others.map((organization, index) => {
    const position = titles[index + 1];
    return { organization, ...(position !== undefined && { title: position }) };
  });
  const { company, spells } = affiliationsOf({ companies: first === "" ? [] : [first], title, more }, owner);
  return {
    row,
    name,
    ...parts,
    ...(company === "" ? {} : { company }),
    ...(title === "" ? {} : { title }),
    ...(emails.length === 0 ? {} : { emails }),
    ...(profileUrl === undefined ? {} : { profileUrl }),
    spells,
  };
}

interface CardName {
  readonly name: string;
  readonly firstName?: string;
  readonly lastName?: string;
}

/**
 * `N` says which part is which, `FN` how the whole is written. Where both have the same words the order is that of `FN`. Where `N` has one
 * part alone, and `FN` that part and more, the name is `FN`. Else it is `N`, and `FN` where there is none.
 */
function nameOf(structured: string, formatted: string, organization: string): CardName {
  // Several names of one kind have commas between them; one that is meant is escaped.
  const parts = structured.replace(/(\\[\s\S])|,\s?/g, (_, escaped?: string) => escaped ?? " ");
  const [family = "", firstName = "", middle = "", , suffix = ""] = splitValue(parts, ";");
  const [behind, before, ...more] = namesInList(formatted);
  // "Smith, Bob" of a list that is sorted by family names.
  const isTurned = before !== undefined && before !== "" && more.length === 0;
  const shown = isTurned ? safeText(`${before} ${behind}`) : joinName("", formatted, safeText);
  // Where N holds nothing but the organisation, FN alone may name a person.
  const firm = foldName(organization);
  const lastName = firstName === "" && shown !== "" && firm !== "" && foldName(family) === firm ? "" : family;
  const given = [firstName, middle].filter((part) => part !== "").join(" ");
  const joined = joinName(given, suffix === "" ? lastName : `${lastName}, ${suffix}`, safeText);
  const [own, whole] = [wordsOf(joined), wordsOf(shown)];
  const isWithin = own.length > 0 && own.every((word) => whole.includes(word));
  const isWhole = isWithin && whole.length === own.length;
  const isPart = isWithin && (firstName === "" || lastName === "");
  return {
    name: (isWhole || isPart || joined === "" ? shown : joined) || joined,
    ...(firstName === "" ? {} : { firstName }),
    ...(lastName === "" ? {} : { lastName }),
  };
}

function wordsOf(name: string): string[] {
  const folded = foldName(name);
  return folded === "" ? [] : folded.split(" ");
}

/** A card that says so, or one whose only name is the organisation's, wherever it stands: a person has a first and a last one. */
function isCompany(properties: readonly Property[], name: CardName, organization: string): boolean {
  const says = (property: string, value: RegExp) =>
    properties.some((one) => one.name === property && value.test(one.value.trim()));
  if (says("KIND", /^(?:org|group|location|application|device|thing)$/i)) return true;
  if (says("X-ADDRESSBOOKSERVER-KIND", /^group$/i)) return true;
  const firm = foldName(organization);
  const isFirm = firm !== "" && foldName(name.name) === firm;
  const isWhole = name.firstName !== undefined && name.lastName !== undefined;
  // A firm's card in Apple's address book may name the one whom to speak to.
  return says("X-ABSHOWAS", /^company$/i) ? isFirm || !isWhole : isFirm && !isWhole;
}
