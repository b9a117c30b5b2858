import fc from "fast-check";
import { expect, it } from "vitest";
import { decodeUtf8, encodeUtf8 } from "../../src/base/index.js";

const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.string({ unit: "grapheme", maxLength: 60 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 })
    .map((units) => String.fromCharCode(...units)),
);

it("encodes every text as the platform does, lone surrogates included, also into a scratch that is used again", () => {
  const scratch = new Uint8Array(400);
  fc.assert(
    fc.property(anyText, (text) => {
      const expected = [...new TextEncoder().encode(text)];
      expect([...encodeUtf8(text)]).toEqual(expected);
      expect([...encodeUtf8(text, scratch)]).toEqual(expected);
    }),
    { numRuns: 2000 },
  );
});

it("decodes what it encodes", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
      expect(decodeUtf8(encodeUtf8(text))).toBe(text);
    }),
  );
});

it("decodes as the platform does, refusals included", () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 12 }),
    fc
      .array(fc.constantFrom(0xe0, 0xed, 0xf0, 0xf4, 0xc0, 0xc3, 0x80, 0x9f, 0xa0, 0xbf, 0x90, 0x41))
      .map((list) => Uint8Array.from(list)),
    fc.string({ unit: "grapheme" }).map((text) => new TextEncoder().encode(text)),
  );
  fc.assert(
    fc.property(bytes, (input) => {
      let expected: string | undefined;
      try {
        expected = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(input);
      } catch {
        expected = undefined;
      }
      expect(decodeUtf8(input)).toBe(expected);
    }),
    { numRuns: 5000 },
  );
});
