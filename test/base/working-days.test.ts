import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addWorkingDays, isoDay, lastWorkingDay, utcDay, workingDaysBetween } from "../../src/base/index.js";

const calendars = fc.record({
  weekdays: fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1 }),
  holidays: fc.uniqueArray(fc.integer({ min: 20_500, max: 20_540 }).map(isoDay), { maxLength: 12 }),
});
const days = fc.integer({ min: 20_490, max: 20_530 });
type Calendar = { readonly weekdays: readonly number[]; readonly holidays: readonly string[] };

/** The obvious form: one day at a time, each looked up by its own name. */
const isWorking = (day: number, { weekdays, holidays }: Calendar): boolean =>
  weekdays.includes(new Date(`${isoDay(day)}T00:00:00Z`).getUTCDay()) && !holidays.includes(isoDay(day));

describe("working days", () => {
  it("are counted one by one, and what is reached is one", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 12 }), calendars, (day, count, calendar) => {
        const end = addWorkingDays(day, count, calendar);
        const between = Array.from({ length: end - day }, (_, i) => day + i + 1);
        const passed = between.filter((one) => isWorking(one, calendar)).length;
        expect(isWorking(end, calendar)).toBe(true);
        expect(passed).toBe(count === 0 ? (isWorking(day, calendar) ? 0 : 1) : count);
      }),
    );
  });

  it("are Monday to Friday without a calendar, before 1970 too", () => {
    const after = ["03", "04", "05", "06", "07", "08", "09"].map((day) =>
      isoDay(addWorkingDays(utcDay(`2026-03-${day}`), 1)).slice(-2),
    );
    expect(after).toEqual(["04", "05", "06", "09", "09", "09", "10"]);
    expect(addWorkingDays(-3, 1)).toBe(-2);
    expect(addWorkingDays(-6, 1)).toBe(-3);
  });

  it("the last one up to a day never lies after it but where there is none since the first", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 9 }), calendars, (from, length, calendar) => {
        const day = from + length;
        const last = lastWorkingDay(day, from, calendar);
        const within = Array.from({ length: length + 1 }, (_, i) => from + i).filter((one) =>
          isWorking(one, calendar),
        );
        expect(last).toBe(within.at(-1) ?? addWorkingDays(day, 0, calendar));
      }),
    );
  });
});

describe("workingDaysBetween", () => {
  it("counts them one by one, whatever the calendar, and nothing backwards", () => {
    const day = fc.integer({ min: -400, max: 400 });
    const weekdays = fc.subarray([0, 1, 2, 3, 4, 5, 6], { minLength: 1 });
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: -9, max: 60 }),
        weekdays,
        fc.array(day),
        (from, length, own, free) => {
          const calendar = { weekdays: own, holidays: free.map(isoDay) };
          let count = 0;
          for (let at = from + 1; at <= from + length; at++) if (isWorked(at, own, free)) count++;
          expect(workingDaysBetween(from, from + length, calendar)).toBe(count);
        },
      ),
    );
  });

  it("looks at a few days alone, however far apart the two lie", () => {
    let looked = 0;
    const weekdays = Object.assign([1, 2, 3, 4, 5], {
      includes: (day: number) => {
        looked++;
        return day > 0 && day < 6;
      },
    });
    expect(workingDaysBetween(-100_000_000, 100_000_000, { weekdays })).toBe(142_857_143);
    expect(looked).toBeLessThan(20);
  });

  it("is what addWorkingDays adds", () => {
    for (let count = 1; count < 20; count++) {
      const end = addWorkingDays(utcDay("2026-11-27"), count);
      expect(workingDaysBetween(utcDay("2026-11-27"), end)).toBe(count);
    }
  });
});

function isWorked(day: number, weekdays: readonly number[], free: readonly number[]): boolean {
  return weekdays.includes(new Date(day * 86_400_000).getUTCDay()) && !free.includes(day);
}
