import { decodeUtf8, fromUnits, type Issue, safeText, WarmpathError } from "../base/index.js";
import { joinName, normalizeEmail, normalizeProfileUrl } from "../people/index.js";
import { feed, type ReadInput, type Reading } from "./bytes/feed.js";
import { OwnedRows } from "./owned-rows.js";
import { checkOptions } from "./owner.js";
import { idOfRow } from "./reader-id.js";
import type { ContactsOptions } from "./table/contact-table.js";
import { checkLimits } from "./table/limits.js";

/**
 * Reads vCards 2.1, 3.0 and 4.0 (Apple, Google, Outlook, Android): folded lines, groups, bare types, quoted-printable and escaped
 * texts. Names, organisations, positions, e-mail addresses and LinkedIn profiles are taken; photos and the rest are not. A card
 * counts as a row; `issue.row` is its number in the file from 1. Cards of companies and groups (`X-ABShowAs:COMPANY`, `KIND`, or a name
 * that is the organisation's) name no person and are skipped.
 * @throws WarmpathError `COLUMNS_NOT_FOUND` where there is no card, and as `readLinkedInConnections` does.
 */
export function readVCards<Input extends ReadInput>(input: Input, options: ContactsOptions): Reading<Input> {
  const owner = checkOptions(options);
  const issues: Issue[] = [];
  const { maxRows, maxFieldLength } = checkLimits(options);
  const contacts = new OwnedRows(owner, issues);
  const cards = new CardReader(maxRows, issues, (lines, row) => {
    const read = readCard(lines, row, maxFieldLength, issues);
    if (read === undefined) return;
    const { row: _, ...fields } = read;
    contacts.keep({ id: idOfRow(read, options.idOf), ...fields }, row);
  });
  return feed(input, options, issues, cards, () => {
    const { rowsRead } = cards;
    if (rowsRead === 0) {
      throw new WarmpathError("COLUMNS_NOT_FOUND", "no card found; expected BEGIN:VCARD", { found: 0 });
    }
    return contacts.import(rowsRead);
  });
}

/** Hands on the lines between each BEGIN and its END; a BEGIN before the END closes the card before it. */
class CardReader {
  readonly #maxRows: number;
  readonly #issues: Issue[];
  readonly #onCard: (lines: readonly string[], row: number) => void;
  #text = "";
  #lines: string[] | undefined;
  #isAgent = false;
  isFull = false;
  rowsRead = 0;

  constructor(maxRows: number, issues: Issue[], onCard: (lines: readonly string[], row: number) => void) {
    this.#maxRows = maxRows;
    this.#issues = issues;
    this.#onCard = onCard;
  }

  push(chunk: string): void {
    const text = this.#text + chunk;
    this.#text = text;
    if (!/[\r\n]/.test(chunk)) return;
    // A return at the end may be half of a line end.
    const end = text.endsWith("\r") ? text.length - 1 : text.length;
    const lines = text.slice(0, end).split(/\r\n?|\n/);
    this.#text = lines.pop() + text.slice(end);
    for (const line of lines) this.#take(line);
  }

  end(): void {
    for (const line of this.#text.split(/\r\n?|\n/)) this.#take(line);
    if (this.#lines !== undefined) this.#close(false);
  }

  #take(line: string): void {
    if (/^BEGIN:VCARD\s*$/i.test(line)) {
      // The card of an agent (2.1) stands within their principal's.
      if (/^AGENT[:;]?[^:]*:?\s*$/i.test(this.#lines?.at(-1) ?? "")) this.#isAgent = true;
      else {
        if (this.#lines !== undefined) this.#close(false);
        this.#lines = [];
      }
    } else if (/^END:VCARD\s*$/i.test(line)) {
      if (this.#isAgent) this.#isAgent = false;
      else if (this.#lines !== undefined) this.#close(true);
    } else if (!this.#isAgent) this.#lines?.push(line);
  }

  #close(closed: boolean): void {
    const lines = this.#lines ?? [];
    this.#lines = undefined;
    this.#isAgent = false;
    if (this.isFull) return;
    const row = this.rowsRead + 1;
    this.isFull = row > this.#maxRows;
    if (this.isFull) {
      const message = `Reading stopped here: the limit is ${this.#maxRows} cards.`;
      this.#issues.push({ code: "ROW_LIMIT", severity: "error", message, row });
      return;
    }
    this.rowsRead = row;
    if (!closed)
      this.#issues.push({ code: "CARD_OPEN", severity: "warning", message: "The card has no end.", row });
    this.#onCard(lines, row);
  }
}

interface Property {
  readonly name: string;
  readonly value: string;
}

function readCard(lines: readonly string[], row: number, maxLength: number, issues: Issue[]) {
  const properties = propertiesOf(lines, maxLength, row, issues);
  const all = (name: string) => properties.filter((property) => property.name === name);
  const one = (name: string) => all(name)[0];
  const skip = (code: string, message: string) => {
    issues.push({ code, severity: "info", message, row });
    return undefined;
  };
  const [lastName = "", firstName = "", middle = ""] = splitValue(one("N")?.value ?? "", ";");
  const shown = safeText(unescapeText(one("FN")?.value ?? ""));
  const [organization = ""] = splitValue(one("ORG")?.value ?? "", ";");
  const isCompany =
    properties.some(({ name, value }) => name === "X-ABSHOWAS" && /^company$/i.test(value.trim())) ||
    properties.some(({ name, value }) => name === "KIND" && /^(?:org|group|location)$/i.test(value.trim())) ||
    (firstName + lastName === "" && shown !== "" && shown === safeText(organization));
  if (isCompany) return skip("CARD_OF_COMPANY", "Row skipped: the card of a company or a group.");
  const given = [firstName, middle].filter((part) => part !== "").join(" ");
  const name = joinName(given, lastName, safeText) || shown;
  if (name === "") return skip("ROW_WITHOUT_NAME", "Row skipped: the card names no person.");
  const written = all("EMAIL").map(({ value }) =>
    unescapeText(value)
      .trim()
      .replace(/^mailto:/i, ""),
  );
  const emails = [...new Set(written.filter((email) => normalizeEmail(email) !== undefined))];
  if (emails.length < new Set(written).size) {
    issues.push({
      code: "EMAIL_UNREADABLE",
      severity: "warning",
      message: "Not a plain e-mail address; dropped.",
      row,
    });
  }
  const links = [...all("X-SOCIALPROFILE"), ...all("URL"), ...all("SOCIALPROFILE")];
  const profileUrl = links
    .map(({ value }) => normalizeProfileUrl(unescapeText(value)))
    .find((url) => url !== undefined);
  const title = unescapeText(one("TITLE")?.value ?? one("ROLE")?.value ?? "").trim();
  return {
    row,
    name,
    ...(firstName === "" ? {} : { firstName }),
    ...(lastName === "" ? {} : { lastName }),
    ...(organization === "" ? {} : { company: organization }),
    ...(title === "" ? {} : { title }),
    ...(emails.length === 0 ? {} : { emails }),
    ...(profileUrl === undefined ? {} : { profileUrl }),
  };
}

/** Logical lines as properties: continuation by a leading blank, or by a soft line break where the value is quoted-printable. */
function propertiesOf(lines: readonly string[], maxLength: number, row: number, issues: Issue[]): Property[] {
  const properties: Property[] = [];
  for (let at = 0; at < lines.length; at++) {
    const parts = [lines[at] as string];
    const soft = /^[^:]*ENCODING=QUOTED-PRINTABLE/i.test(parts[0] as string);
    while (at + 1 < lines.length) {
      const next = lines[at + 1] as string;
      const last = parts[parts.length - 1] as string;
      if (/^[ \t]/.test(next)) parts.push(next.slice(1));
      else if (soft && last.endsWith("=")) parts.splice(-1, 1, last.slice(0, -1), next);
      else break;
      at++;
    }
    const property = propertyOf(parts.join(""), maxLength);
    if (property !== undefined) properties.push(property);
    else if (
      parts.join("").length > maxLength &&
      !/^(?:[^:.]*\.)?(?:PHOTO|LOGO|SOUND|KEY)/i.test(parts[0] as string)
    ) {
      const message = `A property over the limit of ${maxLength} was left out.`;
      issues.push({ code: "FIELD_TOO_LONG", severity: "warning", message, row });
    }
  }
  return properties;
}

function propertyOf(line: string, maxLength: number): Property | undefined {
  if (line.length > maxLength) return undefined;
  const match = /^(?:[A-Za-z0-9-]+\.)?([A-Za-z0-9-]+)((?:;(?:"[^"]*"|[^":;])*)*):(.*)$/s.exec(line);
  if (match === null) return undefined;
  const [, name = "", params = "", value = ""] = match;
  const quoted = /ENCODING=QUOTED-PRINTABLE|;QUOTED-PRINTABLE/i.test(params);
  return {
    name: name.toUpperCase(),
    value: quoted ? decodeQuotedPrintable(value) : value,
  };
}

/** RFC 2045 section 6.7; bytes are UTF-8 where they are well formed, else Latin-1. */
function decodeQuotedPrintable(value: string): string {
  return value.replace(/(?:=[0-9A-Fa-f]{2})+/g, (run) => {
    const bytes = Uint8Array.from(run.slice(1).split("="), (hex) => Number.parseInt(hex, 16));
    return decodeUtf8(bytes) ?? fromUnits(bytes);
  });
}

function splitValue(value: string, separator: string): string[] {
  const parts = value.match(new RegExp(`(?:\\\\[\\s\\S]|[^\\\\${separator}])+|${separator}`, "g")) ?? [];
  const cells = [""];
  for (const part of parts) {
    if (part === separator) cells.push("");
    else cells[cells.length - 1] = unescapeText(part).trim();
  }
  return cells;
}

function unescapeText(value: string): string {
  return value.replace(/\\([\s\S])/g, (_, letter: string) =>
    letter === "n" || letter === "N" ? "\n" : letter,
  );
}
