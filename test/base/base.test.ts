import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  ageInDays,
  checkId,
  compareCodeUnits,
  isCount,
  isoDay,
  isShare,
  isWarmpathError,
  maxOf,
  minOf,
  pairKey,
  parseIso,
  roundForPlan,
  roundToThousandths,
  safeText,
  sha256Hex,
  shortId,
  utcDay,
  utcMillis,
  WarmpathError,
} from "../../src/base/index.js";

describe("ids", () => {
  it("are any well-formed strings; a lone surrogate and what is no string are refused", () => {
    for (const id of ["", "__proto__", "constructor", "😀", "é", "e\u0301", "a".repeat(5000)])
      expect(checkId(id)).toBe(id);
    for (const bad of ["\ud800", "a\udc00b", 3, null, undefined, {}]) {
      expect(() => checkId(bad)).toThrow(expect.objectContaining({ code: "INVALID_ID" }));
    }
  });

  it("made of parts tell the parts apart", () => {
    expect(sha256Hex("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    expect(shortId("x_", "ab", "c")).not.toBe(shortId("x_", "a", "bc"));
    expect(shortId("x_", "ab", "c")).toMatch(/^x_[0-9a-f]{16}$/);
  });
});

describe("shares and counts", () => {
  it("are numbers within their range, and nothing else is one", () => {
    expect([0, 0.5, 1].every(isShare)).toBe(true);
    expect([-0.1, 1.1, Number.NaN, "0.5", null, undefined, {}].some(isShare)).toBe(false);
    expect([1, 2, 3].every((one) => isCount(one, 3))).toBe(true);
    expect([0, 4, 1.5, Number.NaN, Infinity, "1", null, undefined].some((one) => isCount(one, 3))).toBe(
      false,
    );
    expect(isCount(Number.MAX_SAFE_INTEGER)).toBe(true);
  });
});

describe("the key of a pair", () => {
  it("is the same in either order, and no other pair has it", () => {
    const id = fc.oneof(fc.string({ maxLength: 4 }), fc.constantFrom("a", 'a","b', "b", "__proto__"));
    fc.assert(
      fc.property(id, id, id, id, (a, b, c, d) => {
        expect(pairKey(a, b)).toBe(pairKey(b, a));
        const areSame = (a === c && b === d) || (a === d && b === c);
        expect(pairKey(a, b) === pairKey(c, d)).toBe(areSame);
      }),
    );
  });
});

describe("times", () => {
  it("agree with the platform on every instant that is written in UTC", () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date("0100-01-01"), max: new Date("9999-12-31"), noInvalidDate: true }),
        (date) => {
          expect(parseIso(date.toISOString())).toBe(date.getTime());
          expect(utcDay(date)).toBe(Math.floor(date.getTime() / 86_400_000));
          expect(isoDay(utcDay(date))).toBe(date.toISOString().slice(0, 10));
        },
      ),
    );
  });

  it("read a stamp by its digits as by its pattern, whole or with a letter that differs", () => {
    const stamp = fc
      .date({ min: new Date("0001-01-01"), max: new Date("9999-12-31"), noInvalidDate: true })
      .chain((date) => fc.constantFrom(date.toISOString(), `${date.toISOString().slice(0, 19)}Z`));
    fc.assert(
      fc.property(stamp, fc.nat(23), fc.constantFrom(..."0123456789:-.ZzT+ x"), (whole, at, letter) => {
        const other = `${whole.slice(0, at)}${letter}${whole.slice(at + 1)}`;
        // A small t is read by the pattern alone.
        for (const text of [whole, other]) expect(parseIso(text)).toBe(parseIso(text.replace("T", "t")));
      }),
      { numRuns: 1000 },
    );
  });

  it("write the day that the platform writes, to the ends of what it knows", () => {
    const ends = [-354_286, -354_285, 2_932_896, 2_932_897, 0, -1, 11_016, 19_781];
    const written = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);
    fc.assert(
      fc.property(fc.oneof(fc.constantFrom(...ends), fc.integer({ min: -9e5, max: 3e6 })), (day) => {
        expect(isoDay(day)).toBe(written(day));
      }),
      { numRuns: 2000 },
    );
    expect([isoDay(Number.NaN), isoDay(0.5), isoDay(1e9)]).toEqual(["", "1970-01-01", ""]);
  });

  it("read offsets, and a time without zone as UTC", () => {
    expect(parseIso("2024-03-10T01:30:00+02:00")).toBe(Date.UTC(2024, 2, 9, 23, 30));
    expect(parseIso("2024-03-10T01:30-0530")).toBe(Date.UTC(2024, 2, 10, 7));
    expect(parseIso("2024-03-10 01:30")).toBe(Date.UTC(2024, 2, 10, 1, 30));
  });

  it("refuse days that do not exist and other shapes", () => {
    for (const bad of [
      "2024-02-30",
      "2023-02-29",
      "2024-13-01",
      "01/02/2024",
      "2024-1-1",
      "soon",
      "2024-01-01T25:00",
      "",
    ]) {
      expect(parseIso(bad)).toBeNaN();
      expect(() => utcMillis(bad)).toThrow(expect.objectContaining({ code: "INVALID_DATE" }));
    }
    expect(() => utcDay(new Date(Number.NaN))).toThrow(expect.objectContaining({ code: "INVALID_DATE" }));
    expect(() => utcDay(5 as never)).toThrow(expect.objectContaining({ code: "INVALID_DATE" }));
  });

  it("count whole UTC days, none for what lies ahead", () => {
    expect(ageInDays("2024-01-01T23:59:59Z", "2024-01-02T00:00:00Z")).toBe(1);
    expect(ageInDays("2024-01-03", "2024-01-02")).toBe(0);
  });
});

describe("text", () => {
  it("is made safe to show: no controls, no bidi, no hidden marks, single blanks", () => {
    expect(safeText(" Ann\u202Egnp.exe\0 \u200bLee\r\nX ")).toBe("Anngnp.exe Lee X");
    expect(safeText("a\u200db")).toBe("ab");
    expect(safeText("👩\u200d💻")).toBe("👩\u200d💻");
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const safe = safeText(text);
        expect(safe).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069\u200b]/);
        expect(safeText(safe)).toBe(safe);
      }),
    );
  });

  it("is ordered by code units", () => {
    expect(["b", "a", "Z", "é", "😀"].sort(compareCodeUnits)).toEqual(["Z", "a", "b", "é", "😀"]);
    expect(compareCodeUnits("x", "x")).toBe(0);
    expect([1 / 3, -0.0001, 2.0005].map(roundToThousandths)).toEqual([0.333, 0, 2.001]);
  });
});

describe("numbers of a plan", () => {
  it("have 12 significant digits and no negative zero", () => {
    expect(roundForPlan(1 / 3)).toBe(0.333333333333);
    expect(Object.is(roundForPlan(-0), 0)).toBe(true);
    fc.assert(
      fc.property(fc.double({ noNaN: true, min: -1e12, max: 1e12 }), (x) => {
        expect(Math.abs(roundForPlan(x) - x)).toBeLessThanOrEqual(1e-11 * Math.abs(x));
        expect(roundForPlan(roundForPlan(x))).toBe(roundForPlan(x));
      }),
    );
  });
});

describe("errors", () => {
  it("are known by their brand, also those of another copy of the package", () => {
    const error = new WarmpathError("INVALID_ID", "why", { length: 1 });
    expect(isWarmpathError(error)).toBe(true);
    expect(isWarmpathError({ [Symbol.for("warmpath.error")]: true })).toBe(true);
    expect(isWarmpathError(new Error("x"))).toBe(false);
    expect(isWarmpathError(null)).toBe(false);
    expect(error).toMatchObject({ code: "INVALID_ID", details: { length: 1 }, name: "WarmpathError" });
  });
});

it("the greatest and the least of any number of numbers", () => {
  const many = Array.from({ length: 300_000 }, (_, i) => (i * 7919) % 300_007);
  const sorted = [...many].sort((a, b) => a - b);
  expect([minOf(many), maxOf(new Set(many))]).toEqual([sorted[0], sorted.at(-1)]);
  expect([minOf([]), maxOf([]), maxOf([1, Number.NaN, 2])]).toEqual([Infinity, -Infinity, Number.NaN]);
});
