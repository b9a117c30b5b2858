import { decodeUtf8, encodeUtf8, fromUnits, type Issue, unfit, WarmpathError } from "../../base/index.js";
import { asBytes, type FileBytes } from "./as-bytes.js";
import {
  decodeUtf16,
  decodeWindows1252,
  ENCODINGS,
  noDecoder,
  type PieceDecoder,
  platformDecoder,
  type TextEncodingName,
} from "./encodings.js";

/**
 * Text of a file's bytes, which may come in chunks cut anywhere, without byte order mark; text passes as it is. UTF-16 is known by
 * its mark. Bytes without one are UTF-8. Those that are not are refused unless the caller names their encoding, since
 * a guess would spoil names silently.
 * @throws WarmpathError `ENCODING_UNKNOWN` for bytes that are not UTF-8 and for binary data (NUL in over 10% of the first ones).
 */
export class StreamDecoder {
  readonly #encoding: TextEncodingName | undefined;
  readonly #issues: Issue[];
  readonly #bytewise: boolean;
  #name: TextEncodingName | typeof BYTES | undefined;
  #platform: PieceDecoder | undefined;
  #tail: Uint8Array = new Uint8Array(0);
  #started = false;
  #looked = 0;
  /** Zero bytes at even and at odd indices. */
  readonly #zeros: [number, number] = [0, 0];

  /**
   * @param bytewise Bytes without mark and named encoding become one unit each, for a sink that knows the encoding of each line.
   * @throws WarmpathError `INVALID_ARGUMENT` for an encoding that is not read.
   */
  constructor(encoding: string | undefined, issues: Issue[], bytewise = false) {
    this.#encoding = ENCODINGS.find((name) => name === encoding);
    if (encoding !== undefined && this.#encoding === undefined) {
      throw unfit("encoding", `one of ${ENCODINGS.join(", ")}`);
    }
    this.#issues = issues;
    this.#bytewise = bytewise;
  }

  /** True where what was pushed came out as one unit for each byte. */
  get isBytewise(): boolean {
    return this.#name === BYTES;
  }

  push(given: string | FileBytes): string {
    if (typeof given === "string") {
      // Bytes that came before are whole by now, or are no text.
      const before = this.#tail.length === 0 ? "" : this.#rest();
      return before + this.#begin(this.isBytewise ? fromUnits(encodeUtf8(given)) : given);
    }
    const chunk = asBytes(given);
    if (chunk === undefined) {
      throw unfit("input", "a string or bytes");
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
    const text = this.#rest() + this.#platformEnd();
    this.#refuseBinary();
    return text;
  }

  #rest(): string {
    const rest = this.#tail;
    this.#tail = new Uint8Array(0);
    return rest.length === 0 ? "" : this.#decode(rest, this.#nameOf(rest));
  }

  #nameOf(bytes: Uint8Array): TextEncodingName | typeof BYTES {
    if (this.#name !== undefined) return this.#name;
    // A file that began as text stays text.
    const standard = this.#bytewise && !this.#started ? BYTES : "utf-8";
    const name = markOf(bytes) ?? this.#encoding ?? standard;
    this.#name = name;
    if (!name.startsWith("utf-") && name !== BYTES) {
      const message = `Read as ${name}, as the caller asked.`;
      this.#issues.push({ code: "ENCODING_LEGACY", severity: "info", message });
    }
    return name;
  }

  #decode(bytes: Uint8Array, name: TextEncodingName | typeof BYTES): string {
    if (!name.startsWith("utf-16") && this.#looked < BINARY_HEAD) {
      const head = bytes.subarray(0, BINARY_HEAD - this.#looked);
      for (let at = 0; at < head.length; at++) if (head[at] === 0) this.#zeros[(this.#looked + at) & 1]!++;
      this.#looked += head.length;
      if (this.#looked === BINARY_HEAD) this.#refuseBinary();
    }
    return this.#begin(this.#textOf(bytes, name));
  }

  #textOf(bytes: Uint8Array, name: TextEncodingName | typeof BYTES): string {
    if (name === BYTES) return fromUnits(bytes);
    if (name === "utf-16le" || name === "utf-16be") return decodeUtf16(bytes, name === "utf-16be");
    if (name === "windows-1252") return decodeWindows1252(bytes);
    if (name !== "utf-8") return this.#byPlatform(name, bytes);
    const text = utf8Text(bytes);
    if (text !== undefined) return text;
    this.#refuseBinary();
    throw notUtf8(bytes.length);
  }

  #byPlatform(name: TextEncodingName, bytes: Uint8Array): string {
    this.#platform ??= platformDecoder(name);
    if (this.#platform === undefined) throw noDecoder(name);
    return whole(name, () => this.#platform?.decode(bytes, { stream: true }) ?? "");
  }

  #platformEnd(): string {
    const platform = this.#platform;
    return platform === undefined ? "" : whole(this.#encoding as string, () => platform.decode());
  }

  #refuseBinary(): void {
    const [even, odd] = this.#zeros;
    if ((even + odd) * 10 <= this.#looked) return;
    // UTF-16 of mostly Latin text has a zero in every second byte, and next to none beside them.
    const encoding = odd > 8 * even ? "utf-16le" : even > 8 * odd ? "utf-16be" : undefined;
    if (encoding === undefined) {
      throw new WarmpathError("ENCODING_UNKNOWN", "the bytes are no text: too many of them are zero", {
        bytes: this.#looked,
      });
    }
    const message = `the bytes look like UTF-16 without a byte order mark; pass encoding: "${encoding}"`;
    throw new WarmpathError("ENCODING_UNKNOWN", message, { bytes: this.#looked, encoding });
  }

  #begin(text: string): string {
    if (this.#started) return text;
    this.#started = text !== "";
    return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  }
}

/** The error of bytes that are no UTF-8, with the cure. */
export function notUtf8(bytes: number): WarmpathError {
  return new WarmpathError(
    "ENCODING_UNKNOWN",
    'the bytes are not UTF-8; if they come from an old program, pass encoding: "windows-1252" (Western Europe), ' +
      '"windows-1250" (Central Europe), "windows-1251" (Cyrillic), "shift_jis" or another one',
    { bytes, encoding: "windows-1252" },
  );
}

/** What a platform's decoder gives, or the error that the bytes are not of its encoding. */
function whole(name: string, decode: () => string): string {
  try {
    return decode();
  } catch {
    throw new WarmpathError("ENCODING_UNKNOWN", `the bytes are not ${name}`, { encoding: name });
  }
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(a.length + b.length);
  bytes.set(a);
  bytes.set(b, a.length);
  return bytes;
}

/** How many bytes make whole characters: UTF-8 may end within a character, UTF-16 within a unit; a platform's decoder keeps its own rest. */
function wholeLength(bytes: Uint8Array, name: TextEncodingName | typeof BYTES): number {
  if (name.startsWith("utf-16")) return bytes.length & ~1;
  if (name !== "utf-8") return bytes.length;
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] as number;
    if (byte >> 6 === 2) continue;
    const needed = byte >> 5 === 6 ? 2 : byte >> 4 === 14 ? 3 : byte >> 3 === 30 ? 4 : 1;
    return needed > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

function markOf(bytes: Uint8Array): TextEncodingName | undefined {
  const [a, b, c] = bytes;
  if (a === 0xff && b === 0xfe) return "utf-16le";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  return a === 0xef && b === 0xbb && c === 0xbf ? "utf-8" : undefined;
}

/** Undefined where the bytes are not UTF-8. The platform's decoder where there is one, which is faster, else the same in code. */
function utf8Text(bytes: Uint8Array): string | undefined {
  const platform = platformDecoder("utf-8");
  if (platform === undefined) return decodeUtf8(bytes);
  try {
    return platform.decode(bytes);
  } catch {
    return undefined;
  }
}

/** Not an encoding: each byte as a unit of its own. */
const BYTES = "bytes";
/** Zeros are counted in so many first bytes. */
const BINARY_HEAD = 65_536;
