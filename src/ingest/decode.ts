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
  return withoutMark(decodeAs(input, markOf(input) ?? encoding ?? "utf-8", issues));
}

function decodeAs(input: Uint8Array, name: TextEncodingName, issues: Issue[]): string {
  if (name === "utf-16le" || name === "utf-16be") return decodeUtf16(input, name === "utf-16be");
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
  return text;
}

/**
 * Decodes bytes that come in chunks, cut anywhere; text passes as it is.
 * @throws WarmpathError `ENCODING_UNKNOWN` like {@link decodeText}.
 */
export class StreamDecoder {
  readonly #issues: Issue[];
  #name: TextEncodingName | undefined;
  #tail: Uint8Array = new Uint8Array(0);
  #started = false;

  constructor(encoding: TextEncodingName | undefined, issues: Issue[]) {
    this.#name = encoding;
    this.#issues = issues;
  }

  push(chunk: string | Uint8Array): string {
    if (typeof chunk === "string") {
      const text = this.#started ? chunk : withoutMark(chunk);
      this.#started ||= chunk !== "";
      return text;
    }
    if (!(chunk instanceof Uint8Array)) return decodeText(chunk, this.#name, this.#issues);
    const bytes = new Uint8Array(this.#tail.length + chunk.length);
    bytes.set(this.#tail);
    bytes.set(chunk, this.#tail.length);
    if (!this.#started && bytes.length < 4) {
      this.#tail = bytes;
      return "";
    }
    // Fewer than four bytes may end within the mark.
    if (!this.#started) this.#name = markOf(bytes) ?? this.#name ?? "utf-8";
    const cut = wholeLength(bytes, this.#name ?? "utf-8");
    this.#tail = bytes.slice(cut);
    return this.#decode(bytes.subarray(0, cut));
  }

  end(): string {
    const rest = this.#tail;
    this.#tail = new Uint8Array(0);
    if (rest.length === 0) return "";
    if (!this.#started) this.#name = markOf(rest) ?? this.#name;
    return this.#decode(rest);
  }

  #decode(bytes: Uint8Array): string {
    const text = decodeAs(bytes, this.#name ?? "utf-8", this.#started ? [] : this.#issues);
    const first = !this.#started;
    this.#started = true;
    return first ? withoutMark(text) : text;
  }
}

/** How many bytes make whole characters: UTF-8 may end within a character, UTF-16 within a unit. */
function wholeLength(bytes: Uint8Array, name: TextEncodingName): number {
  if (name === "windows-1252") return bytes.length;
  if (name !== "utf-8") return bytes.length & ~1;
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] as number;
    if (byte >> 6 === 2) continue;
    const needed = byte >> 5 === 6 ? 2 : byte >> 4 === 14 ? 3 : byte >> 3 === 30 ? 4 : 1;
    return needed > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
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
    TextDecoder?: new (name: string, options: { fatal: boolean; ignoreBOM: boolean }) => Decoder;
  };
  if (TextDecoder === undefined) return decodeUtf8InCode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
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
