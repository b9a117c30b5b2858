import { fromUnits, type Issue, type IssueCode, isWarmpathError } from "../../base/index.js";
import { notUtf8 } from "../bytes/decode.js";
import { decodeWhole, encodingOf, type TextEncodingName } from "../bytes/encodings.js";
import { fromBase64 } from "../bytes/from-base64.js";

/** A property of a card: its name, its parameters as they stand, its value as text. */
export interface Property {
  readonly name: string;
  readonly params: string;
  readonly value: string;
}

/** The lines of a card, and how they are to be read. */
export interface CardLines {
  readonly lines: readonly string[];
  readonly row: number;
  /** True where a line has a unit for each byte, so that each is decoded by what it says of itself. */
  readonly isBytewise: boolean;
  /** What the caller says that bytes without a word of their own are in. */
  readonly encoding: TextEncodingName | undefined;
  readonly maxLength: number;
}

/**
 * Logical lines as properties: continuation by a leading blank, or by a soft line break where the value is quoted-printable. Bytes are
 * decoded by the property's `CHARSET`, else by what the caller says, else as UTF-8.
 * @throws WarmpathError `ENCODING_UNKNOWN` for bytes that are not UTF-8 where nothing says what they are.
 */
export function propertiesOf(card: CardLines, issues: Issue[]): Property[] {
  const { lines, row, maxLength } = card;
  const properties: Property[] = [];
  for (let at = 0; at < lines.length; at++) {
    const parts = [lines[at] as string];
    const soft = /^[^:]*(?:ENCODING=|;)QUOTED-PRINTABLE/i.test(parts[0] as string);
    while (at + 1 < lines.length) {
      const next = lines[at + 1] as string;
      const last = parts[parts.length - 1] as string;
      if (/^[ \t]/.test(next)) parts.push(next.slice(1));
      else if (soft && last.endsWith("=")) parts.splice(-1, 1, last.slice(0, -1), next);
      else break;
      at++;
    }
    const line = parts.join("");
    if (/^(?:[^:.]*\.)?(?:PHOTO|LOGO|SOUND|KEY)[;:]/i.test(line)) continue;
    if (line.length <= maxLength) {
      const property = propertyOf(line, card, issues);
      if (property !== undefined) properties.push(property);
    } else {
      const message = `A property over the limit of ${maxLength} was left out.`;
      issues.push({ code: "FIELD_TOO_LONG", severity: "warning", message, row });
    }
  }
  return properties;
}

function propertyOf(line: string, card: CardLines, issues: Issue[]): Property | undefined {
  const match = /^(?:[A-Za-z0-9-]+\.)?([A-Za-z0-9-]+)((?:;(?:"[^"]*"|[^":;])*)*):(.*)$/s.exec(line);
  if (match === null) return undefined;
  const [, name = "", params = "", written = ""] = match;
  const decode = (bytes: Uint8Array) => decodeBytes(bytes, params, card, issues);
  // Bytes that stand as they are, then those that are written as =C3.
  const raw =
    card.isBytewise && /[\u0080-\u00ff]/.test(written)
      ? decode(Uint8Array.from(written, (unit) => unit.charCodeAt(0)))
      : written;
  const quoted = /ENCODING=QUOTED-PRINTABLE|;QUOTED-PRINTABLE/i.test(params);
  if (IN_BASE64.test(params)) return { name: name.toUpperCase(), params, value: decode(fromBase64(written)) };
  return { name: name.toUpperCase(), params, value: quoted ? decodeQuotedPrintable(raw, decode) : raw };
}

function decodeBytes(bytes: Uint8Array, params: string, card: CardLines, issues: Issue[]): string {
  const { row, encoding, isBytewise } = card;
  const told = /;CHARSET=("[^"]*"|[^;:]*)/i.exec(params)?.[1];
  const named = told === undefined ? encoding : encodingOf(told);
  const tell = (code: IssueCode, message: string) => {
    const known = issues.some((issue) => issue.row === row && issue.code === code);
    if (!known) issues.push({ code, severity: "warning", message, row });
  };
  try {
    const text = decodeWhole(bytes, named ?? "utf-8");
    if (text !== undefined && (named !== undefined || told === undefined)) return text;
  } catch (error) {
    if (!isWarmpathError(error)) throw error;
    tell("ENCODING_UNSUPPORTED", "This engine has no decoder of the card's CHARSET: save the file as UTF-8.");
    return fromUnits(bytes);
  }
  if (told === undefined && isBytewise && !/QUOTED-PRINTABLE/i.test(params) && !IN_BASE64.test(params))
    throw notUtf8(bytes.length);
  const cure =
    "Not UTF-8, and no CHARSET that is known; read as windows-1252. Name the right one with encoding.";
  tell("ENCODING_GUESSED", cure);
  return decodeWhole(bytes, "windows-1252") ?? "";
}

/** RFC 2045 section 6.7. A plain letter may be the second byte of a character (Shift_JIS), so that a value of ASCII is decoded whole. */
function decodeQuotedPrintable(value: string, decode: (bytes: Uint8Array) => string): string {
  if (/^[\u0000-\u007f]*$/.test(value)) return value.includes("=") ? decode(quotedBytes(value)) : value;
  return value.replace(/(?:=[0-9A-Fa-f]{2})+/g, (run) => decode(quotedBytes(run)));
}

/** Bytes of a stretch in which escapes and plain letters stand; a second byte of Shift_JIS or GB18030 may be a plain letter. */
export function quotedBytes(run: string): Uint8Array {
  const bytes: number[] = [];
  for (let at = 0; at < run.length; at++) {
    const isEscape = run[at] === "=" && /^[0-9A-Fa-f]{2}$/.test(run.slice(at + 1, at + 3));
    bytes.push(isEscape ? Number.parseInt(run.slice(at + 1, at + 3), 16) : run.charCodeAt(at));
    if (isEscape) at += 2;
  }
  return Uint8Array.from(bytes);
}

/** The parts of a value, unescaped. */
export function splitValue(value: string, separator: string): string[] {
  const parts = value.match(new RegExp(`(?:\\\\[\\s\\S]|[^\\\\${separator}])+|${separator}`, "g")) ?? [];
  const cells = [""];
  for (const part of parts) {
    if (part === separator) cells.push("");
    else cells[cells.length - 1] = unescapeText(part).trim();
  }
  return cells;
}

/** A text without its escapes (RFC 6350, section 3.4). */
export function unescapeText(value: string): string {
  return value.replace(/\\([\s\S])/g, (_, letter: string) =>
    letter === "n" || letter === "N" ? "\n" : letter,
  );
}

/** Version 2.1 says BASE64, version 3.0 says B. */
const IN_BASE64 = /;(?:ENCODING=)?(?:BASE64|B)(?:;|$)/i;
