import fc from "fast-check";
import { expect, it } from "vitest";
import type { Issue } from "../../src/base/index.js";
import { StreamDecoder } from "../../src/ingest/bytes/decode.js";
import type { TextEncodingName } from "../../src/ingest/bytes/encodings.js";

function decodeText(
  input: string | Uint8Array,
  encoding: TextEncodingName | undefined,
  issues: Issue[],
): string {
  const decoder = new StreamDecoder(encoding, issues);
  return decoder.push(input) + decoder.end();
}

const decode = (bytes: Uint8Array, encoding?: "windows-1252" | "utf-16le", issues: Issue[] = []) =>
  decodeText(bytes, encoding, issues);

function utf16(text: string, bigEndian: boolean): Uint8Array {
  const bytes = Buffer.from(`\ufeff${text}`, "utf16le");
  return new Uint8Array(bigEndian ? bytes.swap16() : bytes);
}

it("reads UTF-8 and UTF-16 of both orders, with byte order mark", () => {
  const wellFormed = fc
    .string({ unit: "grapheme", maxLength: 50 })
    .filter((text) => !/\p{Surrogate}|^\ufeff/u.test(text));
  fc.assert(
    fc.property(wellFormed, (text) => {
      expect(decode(new TextEncoder().encode(text.replace(/\0/g, "")))).toBe(text.replace(/\0/g, ""));
      expect(decode(new TextEncoder().encode(`\ufeff${text.replace(/\0/g, "")}`))).toBe(
        text.replace(/\0/g, ""),
      );
      expect(decode(utf16(text, false))).toBe(text);
      expect(decode(utf16(text, true))).toBe(text);
    }),
  );
  expect(decodeText("\ufeffa", undefined, [])).toBe("a");
});

it("refuses what is no UTF-8 unless the caller allows windows-1252, and refuses binary data", () => {
  const unknown = expect.objectContaining({ code: "ENCODING_UNKNOWN" });
  const latin = Uint8Array.from([0x4a, 0x6f, 0x73, 0xe9, 0x20, 0x80, 0x97]);
  expect(() => decode(latin)).toThrow(unknown);
  const issues: Issue[] = [];
  expect(decode(latin, "windows-1252", issues)).toBe("José €—");
  expect(issues.map(({ code }) => code)).toEqual(["ENCODING_LEGACY"]);
  expect(() => decode(Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0]))).toThrow(unknown);
  expect(() => decode(new Uint8Array(Buffer.from("First Name", "utf16le")))).toThrow(unknown);
  expect(decode(new Uint8Array(Buffer.from("ab", "utf16le")), "utf-16le")).toBe("ab");
  for (const bad of [null, undefined, 7, {}, []]) {
    expect(() => decodeText(bad as never, undefined, [])).toThrow(
      expect.objectContaining({ code: "INVALID_ARGUMENT" }),
    );
  }
});

it("has every letter of windows-1252 (Node 20's own decoder reads 0x80 to 0x9f as controls)", () => {
  const upper = Uint8Array.from({ length: 32 }, (_, place) => place + 128);
  expect(decode(upper, "windows-1252").replace(/[\u0080-\u009f]/g, "_")).toBe(
    "€_‚ƒ„…†‡ˆ‰Š‹Œ_Ž__‘’“”•–—˜™š›œ_žŸ",
  );
  const rest = Uint8Array.from({ length: 96 }, (_, place) => place + 160);
  expect(decode(rest, "windows-1252")).toBe(String.fromCharCode(...rest));
});
