import fc from "fast-check";
import { expect, it } from "vitest";
import { canonicalJson } from "../../src/base/canonical-json.js";
import { checksumOf } from "../../src/base/checksum-of.js";

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

it("takes less than a third of the units that records of a kind have as JSON", () => {
  const records = Array.from({ length: 5000 }, (_, i) => ({
    from: "me",
    to: `p_${(i * 1e11).toString(16).padStart(16, "0")}`,
    evidence: { connectedOn: `20${10 + (i % 16)}-01-0${1 + (i % 9)}` },
    visibility: "shared",
  }));
  let units = 0;
  const { charCodeAt } = String.prototype;
  String.prototype.charCodeAt = function (index) {
    units++;
    return charCodeAt.call(this, index);
  };
  try {
    checksumOf(records);
  } finally {
    String.prototype.charCodeAt = charCodeAt;
  }
  expect(units).toBeGreaterThan(5000);
  expect(units).toBeLessThan(JSON.stringify(records).length / 3);
});

it("differs for any two changes of bits in a list of numbers or texts, also for high ones", () => {
  const bits = fc.tuple(fc.nat({ max: 15 }), fc.nat({ max: 15 }));
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 0xffff }), { minLength: 2, maxLength: 6 }), bits, (units, [i, j]) => {
      const spoilt = units.map((unit, at) => (at < 2 ? unit ^ (1 << (at === 0 ? i : j)) : unit));
      const textOf = (all: readonly number[]) => String.fromCharCode(...all);
      expect(checksumOf(spoilt)).not.toBe(checksumOf(units));
      expect(checksumOf([textOf(spoilt)])).not.toBe(checksumOf([textOf(units)]));
    }),
  );
});

/** The same data with the keys of each record the other way round. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).reverse();
  return Object.fromEntries(entries.map(([key, part]) => [key, turned(part)]));
}
