import fc from "fast-check";
import { expect, it } from "vitest";
import { canonicalJson } from "../../src/base/canonical-json.js";
import { checksumOf } from "../../src/base/checksum-of.js";
import { Sha256 } from "../../src/base/sha256.js";

// Few texts and keys, so that two draws are often the same but for one place.
const few = fc.constantFrom("", "a", "ab", "~1", "\ud800", "\ufffd", "é", "€", "10");
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    fc.oneof(few, fc.integer({ min: -2, max: 200 }), fc.constantFrom(0.5, true, false, null)),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(few, fc.oneof(tie("value"), fc.constant(undefined)), { maxKeys: 3 }),
  ),
}));
const data = fc.array(value as fc.Arbitrary<unknown>, { maxLength: 4 });

it("is the same for the same data, whatever the order of its keys, and for no other", () => {
  fc.assert(
    fc.property(data, data, fc.nat({ max: 3 }), (one, other, index) => {
      expect(checksumOf(turned(one) as object)).toBe(checksumOf(one));
      const near = one.map((item, i) => (i === index ? other[0] : item) ?? null);
      for (const more of [other, near]) {
        const isSame = canonicalJson(more) === canonicalJson(one);
        expect(checksumOf(more) === checksumOf(one)).toBe(isSame);
      }
    }),
  );
});

it.each([Number.NaN, undefined, () => 1, Symbol("x"), 1n])("refuses what JSON cannot hold: %s", (none) => {
  expect(() => checksumOf([none])).toThrow(TypeError);
  const cycle: unknown[] = [];
  cycle.push({ cycle });
  expect(() => checksumOf(cycle)).toThrow(TypeError);
});

it("hashes less than a third of the bytes that records of a kind have as JSON, in pieces", () => {
  const records = Array.from({ length: 5000 }, (_, i) => ({
    from: "me",
    to: `p_${(i * 1e11).toString(16).padStart(16, "0")}`,
    evidence: { connectedOn: `20${10 + (i % 16)}-01-0${1 + (i % 9)}` },
    visibility: "shared",
  }));
  const sizes: number[] = [];
  const { update } = Sha256.prototype;
  Sha256.prototype.update = function (bytes) {
    sizes.push(bytes.length);
    return update.call(this, bytes);
  };
  try {
    checksumOf(records);
  } finally {
    Sha256.prototype.update = update;
  }
  expect(sizes.length).toBeGreaterThan(1);
  expect(sizes.reduce((a, b) => a + b)).toBeLessThan(JSON.stringify(records).length / 3);
});

/** The same data with the keys of each record the other way round. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).reverse();
  return Object.fromEntries(entries.map(([key, part]) => [key, turned(part)]));
}
