import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { utcDay } from "../../src/base/index.js";
import { dayOfText } from "../../src/ties/day-of-text.js";

const outcome = (read: () => number): number | string => {
  try {
    return read();
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe("dayOfText", () => {
  it("agrees with utcDay on every day of nine thousand years", () => {
    const date = fc.date({ min: new Date("0100-01-01"), max: new Date("9999-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(date, fc.constantFrom(10, 24), fc.constantFrom("", "Z"), (at, length, zone) => {
        const text = length === 10 ? at.toISOString().slice(0, 10) : at.toISOString().slice(0, -1) + zone;
        expect(dayOfText(text, "at")).toBe(utcDay(text));
      }),
      { numRuns: 3000 },
    );
  });

  it("agrees with utcDay on texts with a mark changed, refusals included", () => {
    const good = fc.constantFrom(
      "2024-02-28",
      "2023-02-29",
      "2024-03-01T23:59:59Z",
      "2024-03-01T23:59:59.123456789Z",
      "2024-01-01T00:00:00.1Z",
      "2024-01-01T00:00:00+09:00",
      "2024-01-01T00:00Z",
    );
    const marks = fc.constantFrom("", "0", "9", "2", "6", "-", ":", "T", "t", "Z", ".", " ", "x", "٣");
    fc.assert(
      fc.property(good, fc.nat(30), marks, fc.boolean(), (text, place, mark, insert) => {
        const changed = text.slice(0, place) + mark + text.slice(place + (insert ? 0 : 1));
        expect(outcome(() => dayOfText(changed, "at"))).toBe(outcome(() => utcDay(changed)));
      }),
      { numRuns: 5000 },
    );
  });
});
