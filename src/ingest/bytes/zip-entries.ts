import { Inflate, strFromU8 } from "fflate";
import { crc32 } from "./crc32.js";

/** A file of a zip as the zip's directory describes it. */
export interface ZipEntry {
  readonly name: string;
  /** Bytes packed and unpacked, by the directory's claim. */
  readonly size: number;
  readonly originalSize: number;
  /** Where the packed bytes begin. */
  readonly start: number;
  /** 0: stored, 8: deflated. */
  readonly method: number;
  readonly crc: number;
}

/**
 * The entries of a zip's central directory (APPNOTE 4.3.12, with zip64). It has sizes and checksum also where the file's own header
 * leaves them to a data descriptor. Counts, signatures and names of directory and headers have to agree.
 * @throws Error or RangeError for what is no sound zip.
 */
export function zipEntries(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const u16 = (at: number) => view.getUint16(at, true);
  const u32 = (at: number) => view.getUint32(at, true);
  const u64 = (at: number) => u32(at) + u32(at + 4) * 2 ** 32;
  let end = bytes.length - 22;
  // A comment of at most 64 Ki may follow.
  while (u32(end) !== END) need(bytes.length - --end <= 22 + 65_535);
  let count = u16(end + 10);
  let at = u32(end + 16);
  let directoryEnd = end;
  if (end >= 20 && u32(end - 20) === END64_LOCATOR) {
    const end64 = u64(end - 12);
    need(u32(end64) === END64);
    count = u64(end64 + 32);
    at = u64(end64 + 48);
    directoryEnd = end64;
  }
  const entries: ZipEntry[] = [];
  for (; entries.length < count; at += 46 + u16(at + 28) + u16(at + 30) + u16(at + 32)) {
    need(u32(at) === DIRECTORY);
    const nameLength = u16(at + 28);
    const extra = at + 46 + nameLength;
    // Zip64 gives, in this order, those of the three that have no room in 32 bits.
    let wide = extra;
    const extraEnd = extra + u16(at + 30);
    while (wide < extraEnd && u16(wide) !== 1) wide += 4 + u16(wide + 2);
    wide += 4;
    const [originalSize = 0, size = 0, header = 0] = [24, 20, 42].map((index) => {
      const value = u32(at + index);
      if (value !== 0xffffffff || wide >= extraEnd) return value;
      wide += 8;
      return u64(wide - 8);
    });
    need(u32(header) === HEADER && u16(header + 26) === nameLength);
    const name = bytes.subarray(at + 46, extra);
    need(name.every((byte, index) => byte === bytes[header + 30 + index]));
    entries.push({
      name: strFromU8(name, (u16(at + 8) & UTF8) === 0),
      size,
      originalSize,
      start: header + 30 + nameLength + u16(header + 28),
      method: u16(at + 10),
      crc: u32(at + 16),
    });
  }
  need(at === directoryEnd || u32(at) === SIGNATURE);
  return entries;
}

/**
 * An entry's content, piece by piece; it cannot grow beyond its claim.
 * @throws Error for a broken stream, a method other than stored and deflated, or, after the last piece, content of another checksum.
 */
export function* unpackEntry(
  bytes: Uint8Array,
  { start, size, originalSize, method, crc }: ZipEntry,
): Generator<Uint8Array> {
  need((method === 0 || method === 8) && start + size <= bytes.length);
  const pieces: Uint8Array[] = [];
  const inflate = new Inflate((piece) => pieces.push(piece));
  let length = 0;
  let sum = 0;
  for (let at = 0; at < size || at === 0; at += STEP) {
    const packed = bytes.subarray(start + at, start + Math.min(at + STEP, size));
    if (method === 0) pieces.push(packed);
    else inflate.push(packed, at + STEP >= size);
    for (const piece of pieces) {
      length += piece.length;
      need(length <= originalSize);
      sum = crc32(piece, sum);
      yield piece;
    }
    pieces.length = 0;
  }
  need(length === originalSize && sum === crc);
}

function need(sound: boolean): void {
  if (!sound) throw new Error("no sound zip");
}

/** Packed bytes taken at a time: deflate makes at most 17 MB of them. */
const STEP = 16_384;
const HEADER = 0x04034b50;
const DIRECTORY = 0x02014b50;
/** Of the directory itself, which few writers put behind it. */
const SIGNATURE = 0x05054b50;
const END = 0x06054b50;
const END64 = 0x06064b50;
const END64_LOCATOR = 0x07064b50;
/** Bit of the flags that says that the name is UTF-8. */
const UTF8 = 2048;
