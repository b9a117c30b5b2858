import fc from "fast-check";
import { expect, it } from "vitest";
import { canonicalJson } from "../../src/base/canonical-json.js";

/** The plain form: each part by the engine's own JSON, keys sorted by code units. */
function oracle(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(oracle).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).filter(([, part]) => part !== undefined);
  fields.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${fields.map(([key, part]) => `${JSON.stringify(key)}:${oracle(part)}`).join(",")}}`;
}

const key = fc.oneof(
  fc.string({ unit: "binary", maxLength: 4 }),
  fc.constantFrom("__proto__", "10", "9", "a", "B", "toJSON", ""),
);
const values = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    fc.oneof(
      fc.string({ unit: "binary" }),
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.boolean(),
      fc.constant(null),
    ),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(key, fc.oneof(tie("value"), fc.constant(undefined)), { maxKeys: 25 }),
  ),
}));

it("is JSON with its keys in code-unit order, whatever the keys are", () => {
  fc.assert(
    fc.property(values["value"] as fc.Arbitrary<unknown>, (value) => {
      const text = canonicalJson(value);
      expect(text).toBe(oracle(value));
    }),
  );
});

it("takes what has a toJSON at its word, and refuses what JSON cannot hold, wherever it stands", () => {
  const day = new Date("2026-11-23T00:00:00Z");
  expect(canonicalJson({ b: [day], 2: day, 10: 1 })).toBe(
    '{"10":1,"2":"2026-11-23T00:00:00.000Z","b":["2026-11-23T00:00:00.000Z"]}',
  );
  const round: unknown[] = [];
  round.push(round);
  for (const bad of [Number.NaN, Number.POSITIVE_INFINITY, () => 1, Symbol("x"), 1n, round, undefined]) {
    expect(() => canonicalJson({ a: [bad] })).toThrow(TypeError);
    expect(() => canonicalJson({ 7: 1, z: { a: [bad] } })).toThrow(TypeError);
  }
});
