import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addWorkingDays, isoDay, lastWorkingDay, utcDay } from "../../src/base/index.js";

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
