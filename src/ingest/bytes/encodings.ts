import { decodeUtf8, fromUnits, WarmpathError } from "../../base/index.js";

/** Encodings of old programs that are read where the platform's TextDecoder has them. */
const LEGACY = [
  "windows-1250",
  "windows-1251",
  "windows-1253",
  "windows-1254",
  "windows-1255",
  "windows-1256",
  "windows-1257",
  "windows-1258",
  "windows-874",
  "iso-8859-2",
  "iso-8859-3",
  "iso-8859-4",
  "iso-8859-5",
  "iso-8859-6",
  "iso-8859-7",
  "iso-8859-8",
  "iso-8859-10",
  "iso-8859-13",
  "iso-8859-14",
  "iso-8859-15",
  "koi8-r",
  "koi8-u",
  "macintosh",
  "shift_jis",
  "euc-jp",
  "iso-2022-jp",
  "gb18030",
  "big5",
  "euc-kr",
] as const;

/**
 * Encodings that a caller can name; without one, a byte order mark decides, else UTF-8. The first four are read in code of our own,
 * the others by the platform's TextDecoder.
 */
export type TextEncodingName = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252" | (typeof LEGACY)[number];

/** All of them. */
export const ENCODINGS: readonly TextEncodingName[] = [
  "utf-8",
  "utf-16le",
  "utf-16be",
  "windows-1252",
  ...LEGACY,
];

/** The encoding that a label names, by the Encoding standard's usual aliases (`latin1`, `cp1251`, `sjis`, `gb2312`); undefined for others. */
export function encodingOf(label: string): TextEncodingName | undefined {
  const plain = label.trim().toLowerCase().replace(/^"|"$/g, "");
  const windows = /^(?:x-)?(?:cp|win|windows)[-_ ]?(125\d)$/.exec(plain);
  const iso = /^(?:iso[-_ ]?)?8859[-_ ]?(\d{1,2})$/.exec(plain);
  const name = windows ? `windows-${windows[1]}` : iso ? `iso-8859-${iso[1]}` : (ALIASES.get(plain) ?? plain);
  return ENCODINGS.find((known) => known === (ALIASES.get(name) ?? name));
}

/** What turns the bytes of a file into text, piece by piece. */
export interface PieceDecoder {
  decode(bytes?: Uint8Array, options?: { readonly stream: boolean }): string;
}

/** The platform's decoder of an encoding; undefined where there is none. */
export function platformDecoder(name: TextEncodingName): PieceDecoder | undefined {
  const { TextDecoder } = globalThis as {
    TextDecoder?: new (name: string, options: { fatal: boolean; ignoreBOM: boolean }) => PieceDecoder;
  };
  try {
    return TextDecoder && new TextDecoder(name, { fatal: true, ignoreBOM: true });
  } catch {
    return undefined;
  }
}

/**
 * A whole text in an encoding, such as a card's value; undefined where the bytes are not of it.
 * @throws WarmpathError `ENCODING_UNKNOWN` where this platform has no decoder of it.
 */
export function decodeWhole(bytes: Uint8Array, name: TextEncodingName): string | undefined {
  if (name === "utf-8") return decodeUtf8(bytes);
  if (name === "windows-1252") return decodeWindows1252(bytes);
  if (name === "utf-16le" || name === "utf-16be") return decodeUtf16(bytes, name === "utf-16be");
  const decoder = platformDecoder(name);
  if (decoder === undefined) throw noDecoder(name);
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

/** The error of an encoding that this engine cannot read, with the cure. */
export function noDecoder(name: TextEncodingName): WarmpathError {
  const message = `this engine has no decoder of ${name}; save the file as UTF-8 and read that`;
  return new WarmpathError("ENCODING_UNKNOWN", message, { encoding: name });
}

/** UTF-16 text of whole units. */
export function decodeUtf16(bytes: Uint8Array, bigEndian: boolean): string {
  const units = new Uint16Array(bytes.length >> 1);
  const high = bigEndian ? 0 : 1;
  for (let at = 0; at < units.length; at++) {
    units[at] = ((bytes[2 * at + high] as number) << 8) | (bytes[2 * at + 1 - high] as number);
  }
  return fromUnits(units);
}

/** ISO 8859-1 but for 0x80 to 0x9f, where five bytes have no letter and keep their number (WHATWG Encoding). */
export function decodeWindows1252(bytes: Uint8Array): string {
  return fromUnits(
    Uint16Array.from(bytes, (byte) => (byte >> 5 === 4 ? WINDOWS_1252.charCodeAt(byte - 128) : byte)),
  );
}

const ALIASES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    utf8: "utf-8",
    "unicode-1-1-utf-8": "utf-8",
    "utf-16": "utf-16le",
    "iso-8859-1": "windows-1252",
    latin1: "windows-1252",
    "latin-1": "windows-1252",
    ansi: "windows-1252",
    ascii: "windows-1252",
    "us-ascii": "windows-1252",
    latin2: "iso-8859-2",
    "iso-8859-9": "windows-1254",
    latin5: "windows-1254",
    latin9: "iso-8859-15",
    "iso-8859-11": "windows-874",
    "shift-jis": "shift_jis",
    sjis: "shift_jis",
    "x-sjis": "shift_jis",
    "windows-31j": "shift_jis",
    cp932: "shift_jis",
    ms_kanji: "shift_jis",
    gb2312: "gb18030",
    gbk: "gb18030",
    cp936: "gb18030",
    "x-gbk": "gb18030",
    "big5-hkscs": "big5",
    cp950: "big5",
    cp949: "euc-kr",
    "ks_c_5601-1987": "euc-kr",
    "x-euc-jp": "euc-jp",
    "koi8-ru": "koi8-u",
    mac: "macintosh",
    "x-mac-roman": "macintosh",
  }),
);
const WINDOWS_1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";
