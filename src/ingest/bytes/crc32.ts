/** CRC-32 of bytes as zip and gzip have it (ISO 3309, polynomial 0xEDB88320), as an unsigned number; `before` is that of the bytes before. */
export function crc32(bytes: Uint8Array, before = 0): number {
  let crc = ~before;
  for (let at = 0; at < bytes.length; at++) {
    crc = (crc >>> 8) ^ (TABLE[(crc ^ (bytes[at] as number)) & 255] as number);
  }
  return ~crc >>> 0;
}

const TABLE = /* @__PURE__ */ Int32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit++) rest = ((rest & 1) * 0xedb88320) ^ (rest >>> 1);
  return rest;
});
