import { type Issue, WarmpathError } from "../../base/index.js";

/** Encodings that a caller can name; without one, a byte order mark decides, else UTF-8. */
export type TextEncodingName = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/**
 * Text of a file's bytes, which may come in chunks cut anywhere, without byte order mark; text passes as it is. UTF-16 is known by
 * its mark; bytes without one are UTF-8, and bytes that are no UTF-8 are refused unless the caller names `windows-1252`, since
 * a guess would spoil names silently.
 * @throws WarmpathError `ENCODING_UNKNOWN` for bytes that are not UTF-8 and for binary data (NUL in over 10% of the first ones).
 */
export class StreamDecoder {
  readonly #encoding: TextEncodingName | undefined;
  readonly #issues: Issue[];
  #name: TextEncodingName | undefined;
  #tail: Uint8Array = new Uint8Array(0);
  #started = false;
  #looked = 0;
  #zeros = 0;

  /** @throws WarmpathError `INVALID_ARGUMENT` for an encoding that is not read. */
  constructor(encoding: TextEncodingName | undefined, issues: Issue[]) {
    if (encoding !== undefined && !ENCODINGS.has(encoding)) {
      throw new WarmpathError("INVALID_ARGUMENT", `encoding is to be one of ${[...ENCODINGS].join(", ")}`, {
        what: "encoding",
      });
    }
    this.#encoding = encoding;
    this.#issues = issues;
  }

  push(chunk: string | Uint8Array): string {
    if (typeof chunk === "string") {
      // Bytes that came before are whole by now, or are no text.
      const before = this.#tail.length === 0 ? "" : this.#rest();
      return before + this.#begin(chunk);
    }
    if (!(chunk instanceof Uint8Array)) {
      throw new WarmpathError("INVALID_ARGUMENT", "the input is to be a string or a Uint8Array", {
        type: typeof chunk,
      });
    }
    const bytes = this.#tail.length === 0 ? chunk : joined(this.#tail, chunk);
    // Fewer than four bytes may end within the mark.
    if (this.#name === undefined && bytes.length < 4) {
      this.#tail = bytes.slice();
      return "";
    }
    const name = this.#nameOf(bytes);
    const cut = wholeLength(bytes, name);
    this.#tail = bytes.slice(cut);
    return this.#decode(bytes.subarray(0, cut), name);
  }

  end(): string {
    const text = this.#rest();
    this.#refuseBinary();
    return text;
  }

  #rest(): string {
    const rest = this.#tail;
    this.#tail = new Uint8Array(0);
    return rest.length === 0 ? "" : this.#decode(rest, this.#nameOf(rest));
  }

  #nameOf(bytes: Uint8Array): TextEncodingName {
    if (this.#name !== undefined) return this.#name;
    this.#name = markOf(bytes) ?? this.#encoding ?? "utf-8";
    if (this.#name === "windows-1252") {
      const message = "Read as windows-1252, as the caller asked.";
      this.#issues.push({ code: "ENCODING_LEGACY", severity: "info", message });
    }
    return this.#name;
  }

  #decode(bytes: Uint8Array, name: TextEncodingName): string {
    if (!name.startsWith("utf-16") && this.#looked < BINARY_HEAD) {
      const head = bytes.subarray(0, BINARY_HEAD - this.#looked);
      for (const byte of head) if (byte === 0) this.#zeros++;
      this.#looked += head.length;
      if (this.#looked === BINARY_HEAD) this.#refuseBinary();
    }
    return this.#begin(decodeAs(bytes, name));
  }

  #refuseBinary(): void {
    if (this.#zeros * 10 <= this.#looked) return;
    throw new WarmpathError("ENCODING_UNKNOWN", "the bytes are no text: too many of them are zero", {
      bytes: this.#looked,
    });
  }

  #begin(text: string): string {
    if (this.#started) return text;
    this.#started = text !== "";
    return withoutMark(text);
  }
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(a.length + b.length);
  bytes.set(a);
  bytes.set(b, a.length);
  return bytes;
}

function decodeAs(input: Uint8Array, name: TextEncodingName): string {
  if (name === "utf-16le" || name === "utf-16be") return decodeUtf16(input, name === "utf-16be");
  if (name === "windows-1252") return decodeWindows1252(input);
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

/** Text of UTF-16 units, or of bytes as Latin-1. */
export function fromUnits(units: Uint16Array | Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < units.length; at += 8192) {
    parts.push(String.fromCharCode(...units.subarray(at, at + 8192)));
  }
  return parts.join("");
}

const ENCODINGS: ReadonlySet<unknown> = new Set(["utf-8", "utf-16le", "utf-16be", "windows-1252"]);
/** Zeros are counted in so many first bytes. */
const BINARY_HEAD = 65_536;
const LEAST = [0, 0x80, 0x800, 0x10000];
const WINDOWS_1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";
