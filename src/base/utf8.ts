/**
 * A text as UTF-8, in code of our own: bare engines have no TextEncoder. A lone surrogate becomes U+FFFD, as the Encoding
 * standard has it. `scratch`, where it has three bytes for each unit of the text, is written to and a view of it given.
 */
export function encodeUtf8(text: string, scratch?: Uint8Array): Uint8Array {
  const bytes = scratch ?? new Uint8Array(text.length * 3);
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    let point = text.charCodeAt(at);
    if (point < 0x80) {
      bytes[count++] = point;
      continue;
    }
    if (point >> 11 === 27) {
      const next = text.charCodeAt(at + 1);
      const isPair = point < 0xdc00 && next >> 10 === 55;
      point = isPair ? 0x10000 + ((point & 0x3ff) << 10) + (next & 0x3ff) : 0xfffd;
      if (isPair) at++;
    }
    if (point < 0x800) bytes[count++] = 0xc0 | (point >> 6);
    else {
      if (point < 0x10000) bytes[count++] = 0xe0 | (point >> 12);
      else {
        bytes[count++] = 0xf0 | (point >> 18);
        bytes[count++] = 0x80 | ((point >> 12) & 0x3f);
      }
      bytes[count++] = 0x80 | ((point >> 6) & 0x3f);
    }
    bytes[count++] = 0x80 | (point & 0x3f);
  }
  return bytes.subarray(0, count);
}

/** The text of UTF-8 bytes (RFC 3629); undefined for over-long forms, surrogates, what lies beyond U+10FFFF and all else that is none. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
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

/** The least code point that needs one, two, three and four bytes. */
const LEAST = [0, 0x80, 0x800, 0x10000];
