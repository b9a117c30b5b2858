import fc from "fast-check";

/** One change to a file's bytes. Places are parts of 10,000 of its length, so that a case shrinks towards its start. */
type Change =
  | { readonly kind: "flip"; readonly at: number; readonly bit: number }
  | { readonly kind: "cut"; readonly at: number }
  | { readonly kind: "drop" | "twice"; readonly at: number; readonly length: number }
  | { readonly kind: "insert"; readonly at: number; readonly bytes: Uint8Array }
  | { readonly kind: "splice"; readonly at: number; readonly other: Uint8Array; readonly from: number };

const place = fc.nat(10_000);
const utf8 = (text: string) => new TextEncoder().encode(text);

/** What breaks readers: marks of CSV and vCard, NUL, byte order marks, broken UTF-8, names of Object.prototype, huge cells. */
const SPICE: readonly Uint8Array[] = [
  ...[
    '"',
    '""',
    '"\n"',
    '\n"',
    ",",
    ";",
    "\t",
    "\r",
    "\n",
    "\r\n",
    "\n\n",
    ",,,,,,,,",
    ":::",
    "\\",
    "=",
    "=C3",
    ":",
  ].map(utf8),
  ...[
    "\0",
    "\u001b[2J",
    "\u0085",
    "\u2028",
    "\ufeff",
    "\u202e",
    "\u200b",
    "\u{1f680}",
    "İ",
    "ß",
    "e\u0301",
    "伟",
  ].map(utf8),
  ...[
    "__proto__",
    "constructor",
    "toString",
    "=HYPERLINK(1)",
    "+1",
    "-1",
    "@x",
    "{{name}}",
    "$&",
    "1e9",
    "007",
  ].map(utf8),
  ...[
    "BEGIN:VCARD\n",
    "END:VCARD\n",
    "N:",
    "EMAIL:",
    "First Name",
    "Notes:",
    "Zzcanary",
    "zzcanary@example.com",
  ].map(utf8),
  ...[
    "05 Mar 2021",
    "31 Feb 2021",
    "3/4/21, 1:00 PM",
    "13/13/2021",
    "9999-12-31",
    "0000-00-00",
    "2026-13-01",
  ].map(utf8),
  Uint8Array.of(0xff, 0xfe),
  Uint8Array.of(0xfe, 0xff),
  Uint8Array.of(0xed, 0xa0, 0x80),
  Uint8Array.of(0xe9),
  Uint8Array.of(0xf0, 0x9f),
  new Uint8Array(40),
  utf8("x".repeat(70_000)),
  utf8(",".repeat(1200)),
  utf8(" ".repeat(3000)),
];

/** Bytes of a file changed in a few places. */
export function mutationsOf(files: fc.Arbitrary<Uint8Array>, most = 6): fc.Arbitrary<Uint8Array> {
  const change: fc.Arbitrary<Change> = fc.oneof(
    { weight: 3, arbitrary: fc.record({ kind: fc.constant("flip" as const), at: place, bit: fc.nat(7) }) },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constantFrom("drop" as const, "twice" as const),
        at: place,
        length: fc.nat(60),
      }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant("cut" as const), at: place }) },
    {
      weight: 6,
      arbitrary: fc.record({
        kind: fc.constant("insert" as const),
        at: place,
        bytes: fc.constantFrom(...SPICE),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant("splice" as const), at: place, other: files, from: place }),
    },
  );
  return fc
    .tuple(files, fc.array(change, { maxLength: most }))
    .map(([file, changes]) => changes.reduce(changed, file));
}

/** A file with a few bits the other way round and nothing moved. */
export function flipsOf(file: Uint8Array): fc.Arbitrary<Uint8Array> {
  const flip = fc.tuple(fc.nat(file.length - 1), fc.nat(7));
  return fc.array(flip, { minLength: 1, maxLength: 3 }).map((flips) => {
    const copy = file.slice();
    for (const [at, bit] of flips) copy[at] = (copy[at] as number) ^ (1 << bit);
    return copy;
  });
}

/** A file's own header above rows of cells that are well written and odd in themselves, broken surrogates too. */
export function rowsUnder(file: Uint8Array): fc.Arbitrary<string> {
  const lines = new TextDecoder(file[0] === 0xff ? "utf-16le" : "utf-8").decode(file).split(/\r?\n/);
  const place = lines.findIndex((line) => (line.match(/[,;\t]/g) ?? []).length > 1);
  const header = lines.slice(0, place + 1).join("\n");
  const delimiter = /[;\t]/.exec(lines[place] ?? "")?.[0] ?? ",";
  const sample = lines
    .slice(place + 1)
    .flatMap((line) => line.split(delimiter).map((one) => one.replace(/"/g, "")));
  const odd = SPICE.map((bytes) => new TextDecoder().decode(bytes)).filter((one) => one.length < 50);
  const cell = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom("", ...sample) },
    {
      weight: 2,
      arbitrary: fc.constantFrom(...odd, "\ud800", "Zzcanary, PhD", "Ada Park", "LinkedIn Member"),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom(...odd, ...sample), fc.constantFrom(...odd))
        .map((two) => two.join("")),
    },
  );
  const width = (header.split("\n").at(-1) ?? "").split(delimiter).length;
  const row = fc
    .array(cell, { minLength: Math.max(1, width - 1), maxLength: width + 1 })
    .map((cells) => cells.map((one) => `"${one.replace(/"/g, '""')}"`).join(delimiter));
  return fc.array(row, { maxLength: 6 }).map((rows) => [header, ...rows].join("\n"));
}

function changed(file: Uint8Array, change: Change): Uint8Array {
  const at = Math.floor((change.at * file.length) / 10_000);
  const [head, tail] = [file.subarray(0, at), file.subarray(at)];
  if (change.kind === "flip") {
    const copy = file.slice();
    if (at < copy.length) copy[at] = (copy[at] as number) ^ (1 << change.bit);
    return copy;
  }
  if (change.kind === "cut") return head;
  if (change.kind === "insert") return joined(head, change.bytes, tail);
  if (change.kind === "splice") {
    return joined(head, change.other.subarray(Math.floor((change.from * change.other.length) / 10_000)));
  }
  const [part, rest] = [tail.subarray(0, change.length), tail.subarray(change.length)];
  return change.kind === "drop" ? joined(head, rest) : joined(head, part, part, rest);
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** A zip whose central directory or end record says something else in a few fields. */
export function directoryMutationsOf(zip: Uint8Array): fc.Arbitrary<Uint8Array> {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.length);
  const end = zip.length - 22;
  const entries: number[] = [];
  for (let at = view.getUint32(end + 16, true); view.getUint32(at, true) === 0x02014b50; ) {
    entries.push(at);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  // Flags, method, checksum, sizes, lengths of name, extra and comment, place of the file's header; of the end: counts, size and place.
  const inEntry: readonly (readonly [number, 2 | 4])[] = [
    [0, 4],
    [8, 2],
    [10, 2],
    [16, 4],
    [20, 4],
    [24, 4],
    [28, 2],
    [30, 2],
    [32, 2],
    [42, 4],
  ];
  const inEnd: readonly (readonly [number, 2 | 4])[] = [
    [0, 4],
    [8, 2],
    [10, 2],
    [12, 4],
    [16, 4],
    [20, 2],
  ];
  const field = fc.oneof(
    { weight: 4, arbitrary: fc.tuple(fc.constantFrom(...entries), fc.constantFrom(...inEntry)) },
    { weight: 1, arbitrary: fc.tuple(fc.constant(end), fc.constantFrom(...inEnd)) },
  );
  const value = fc.oneof(
    fc.constantFrom(0, 1, 8, 20, 0xffff, 0xfffe, 0x7fffffff, 0xffffffff, zip.length, zip.length - 1, end),
    fc.nat(zip.length + 64),
  );
  return fc.array(fc.tuple(field, value), { minLength: 1, maxLength: 4 }).map((changes) => {
    const copy = zip.slice();
    const write = new DataView(copy.buffer);
    for (const [[at, [offset, size]], number] of changes) {
      if (size === 2) write.setUint16(at + offset, number & 0xffff, true);
      else write.setUint32(at + offset, number >>> 0, true);
    }
    return copy;
  });
}
