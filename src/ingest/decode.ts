import { type Issue, WarmpathError } from "../base/index.js";

/** Encodings that a caller can name; without one, a byte order mark decides, else UTF-8. */
export type TextEncodingName = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/**
 * Text of a file's bytes, without byte order mark. UTF-16 is known by its mark; bytes without one are UTF-8, and bytes that
 * are no UTF-8 are refused unless the caller names `windows-1252`, since a guess would spoil names silently.
 * @throws WarmpathError `ENCODING_UNKNOWN` for bytes that are not UTF-8 and for binary data (NUL in over 10% of the bytes).
 */
export function decodeText(
  input: string | Uint8Array,
  encoding: TextEncodingName | undefined,
  issues: Issue[],
): string {
  if (typeof input === "string") return withoutMark(input);
  if (!(input instanceof Uint8Array)) {
    throw new WarmpathError("INVALID_ARGUMENT", "the input is to be a string or a Uint8Array", {
      type: typeof input,
    });
  }
  const name = markOf(input) ?? encoding ?? "utf-8";
  if (name === "utf-16le" || name === "utf-16be") return withoutMark(decodeUtf16(input, name === "utf-16be"));
  if (isBinary(input)) {
    throw new WarmpathError("ENCODING_UNKNOWN", "the bytes are no text: too many of them are zero", {
      bytes: input.length,
    });
  }
  if (name === "windows-1252") {
    issues.push({
      code: "ENCODING_LEGACY",
      severity: "info",
      message: "Read as windows-1252, as the caller asked.",
    });
    return decodeWindows1252(input);
  }
  const text = decodeUtf8(input);
  if (text === undefined) {
    throw new WarmpathError(
      "ENCODING_UNKNOWN",
      'the bytes are not UTF-8; if they come from an old program, pass encoding: "windows-1252"',
      { bytes: input.length },
    );
  }
  return withoutMark(text);
}

function withoutMark(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}

function markOf(bytes: Uint8Array): TextEncodingName | undefined {
  const [a, b, c] = bytes;
  if (a === 0xff && b === 0xfe) return "utf-16le";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  return a === 0xef && b === 0xbb && c === 0xbf ? "utf-8" : undefined;
}

function isBinary(bytes: Uint8Array): boolean {
  const length = Math.min(bytes.length, 65_536);
  let zeros = 0;
  for (let at = 0; at < length; at++) if (bytes[at] === 0) zeros++;
  return zeros * 10 > length;
}

function decodeUtf16(bytes: Uint8Array, bigEndian: boolean): string {
  const units = new Uint16Array(bytes.length >> 1);
  const high = bigEndian ? 0 : 1;
  for (let at = 0; at < units.length; at++) {
    units[at] = ((bytes[2 * at + high] as number) << 8) | (bytes[2 * at + 1 - high] as number);
  }
  return fromUnits(units);
}

/** ISO 8859-1 but for 0x80 to 0x9f, where five bytes have no letter and keep their number (WHATWG Encoding). */
function decodeWindows1252(bytes: Uint8Array): string {
  return fromUnits(
    Uint16Array.from(bytes, (byte) => (byte >> 5 === 4 ? WINDOWS_1252.charCodeAt(byte - 128) : byte)),
  );
}

interface Decoder {
  decode(bytes: Uint8Array): string;
}

/** Undefined where the bytes are not UTF-8. The platform's decoder where there is one, else the same in code. */
function decodeUtf8(bytes: Uint8Array): string | undefined {
  const { TextDecoder } = globalThis as {
    TextDecoder?: new (name: string, options: { fatal: boolean }) => Decoder;
  };
  if (TextDecoder === undefined) return decodeUtf8InCode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** RFC 3629, for hosts without TextDecoder: over-long forms, surrogates and what lies beyond U+10FFFF are refused. */
export function decodeUtf8InCode(bytes: Uint8Array): string | undefined {
  const units = new Uint16Array(bytes.length);
  let count = 0;
  for (let at = 0; at < bytes.length; ) {
    const lead = bytes[at++] as number;
    const more = lead < 0x80 ? 0 : lead >> 5 === 6 ? 1 : lead >> 4 === 14 ? 2 : lead >> 3 === 30 ? 3 : -1;
    if (more < 0) return undefined;
    let point = more === 0 ? lead : lead & (0x3f >> more);
    for (let left = more; left > 0; left--) {
      const next = bytes[at++] ?? 0;
      if (next >> 6 !== 2) return undefined;
      point = (point << 6) | (next & 0x3f);
    }
    if (point < (LEAST[more] as number) || point > 0x10ffff || (point >= 0xd800 && point < 0xe000))
      return undefined;
    if (point > 0xffff) {
      units[count++] = 0xd7c0 + (point >> 10);
      point = 0xdc00 | (point & 0x3ff);
    }
    units[count++] = point;
  }
  return fromUnits(units.subarray(0, count));
}

function fromUnits(units: Uint16Array): string {
  const parts: string[] = [];
  for (let at = 0; at < units.length; at += 8192) {
    parts.push(String.fromCharCode(...units.subarray(at, at + 8192)));
  }
  return parts.join("");
}

const LEAST = [0, 0x80, 0x800, 0x10000];
const WINDOWS_1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";
