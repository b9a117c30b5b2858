import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import {
  formatOf,
  readExport,
  readLinkedInArchive,
  readLinkedInConnections,
  readVCards,
} from "../../src/ingest/index.js";

const owner = { id: "me", name: "Ada Park" };
const csv = "First Name,Last Name,Company\nZoë,Müller,Acme\n";
const plain = new TextEncoder().encode(csv);
const padded = new Uint8Array(plain.length + 24);
padded.set(plain, 8);
const foreign = (code: string) => runInNewContext(code, { list: [...plain] }) as Uint8Array;
const wide = new Uint8Array(plain.length + (8 - (plain.length % 8))).fill(10);
wide.set(plain);

/** The same bytes in every shape that hosts hand them over in. */
const shapes: readonly (readonly [string, ArrayBufferView | ArrayBuffer])[] = [
  ["Uint8Array", plain],
  ["a view in the middle of a buffer", padded.subarray(8, 8 + plain.length)],
  ["Node Buffer", Buffer.from(plain)],
  ["ArrayBuffer", plain.slice().buffer],
  ["SharedArrayBuffer", sharedOf(plain)],
  ["DataView", new DataView(padded.buffer, 8, plain.length)],
  ["Uint8ClampedArray", new Uint8ClampedArray(plain)],
  ["Int8Array", new Int8Array(plain.slice().buffer)],
  ["Uint32Array", new Uint32Array(wide.buffer)],
  ["Float64Array", new Float64Array(wide.buffer)],
  ["Uint8Array of another realm", foreign("Uint8Array.from(list)")],
  ["ArrayBuffer of another realm", foreign("Uint8Array.from(list).buffer")],
  ["DataView of another realm", foreign("new DataView(Uint8Array.from(list).buffer)")],
];

function sharedOf(bytes: Uint8Array): ArrayBuffer {
  const shared = new SharedArrayBuffer(bytes.length);
  new Uint8Array(shared).set(bytes);
  return shared as unknown as ArrayBuffer;
}

describe.each(shapes)("%s", (_, bytes) => {
  const expected = readLinkedInConnections(csv, { owner });
  it("is read as the text is, whole and in pieces, alone and in an archive", async () => {
    expect(readLinkedInConnections(bytes, { owner })).toEqual(expected);
    expect(formatOf(bytes)).toBe(formatOf(csv));
    const archive = readLinkedInArchive([{ name: "Profile.csv", text: bytes }], { owner });
    expect(archive).toEqual(readLinkedInArchive([{ name: "Profile.csv", text: csv }], { owner }));
    async function* pieces() {
      yield bytes;
    }
    expect(await readLinkedInConnections(pieces(), { owner })).toEqual(expected);
  });
});

it("a stream may use its buffer again: what was given is not looked at later", async () => {
  async function* pieces() {
    const buffer = Buffer.alloc(3);
    for (let at = 0; at < plain.length; at += 3) {
      buffer.fill(10);
      buffer.set(plain.subarray(at, at + 3));
      yield buffer;
    }
  }
  expect(await readLinkedInConnections(pieces(), { owner })).toEqual(readLinkedInConnections(csv, { owner }));
});

it("what only calls itself a buffer is refused with a code", () => {
  const code = expect.objectContaining({ code: "INVALID_ARGUMENT" });
  for (const fake of [
    { [Symbol.toStringTag]: "ArrayBuffer" },
    { [Symbol.toStringTag]: "Uint8Array", length: 3 },
    { byteLength: 9 },
    [65, 66],
  ]) {
    expect(() => readLinkedInConnections(fake as never, { owner })).toThrow(code);
    expect(() => readVCards(fake as never, { owner })).toThrow(code);
    expect(() => readExport(fake as never, { owner })).toThrow(code);
  }
});
