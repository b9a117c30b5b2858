import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dateOrderOf, needsOrder, readDate } from "../../src/ingest/table/calendar-date.js";

describe("readDate", () => {
  it.each([
    ["2021-03-05", "2021-03-05", "2021-03-05"],
    ["2021/03/05", "2021-03-05", "2021-03-05"],
    ["05 Mar 2021", "2021-03-05", "2021-03-05"],
    ["5 March 2021", "2021-03-05", "2021-03-05"],
    ["19-Nov-23", "2023-11-19", "2023-11-19"],
    ["7-Feb-22", "2022-02-07", "2022-02-07"],
    ["19. Nov 23", "2023-11-19", "2023-11-19"],
    ["Mar 5, 2021", "2021-03-05", "2021-03-05"],
    ["05.03.2021", "2021-03-05", "2021-03-05"],
    ["13/3/2021", "2021-03-13", "2021-03-13"],
    ["3/13/2021", "2021-03-13", "2021-03-13"],
    ["5/5/2021", "2021-05-05", "2021-05-05"],
    ["11/14/18, 2:37 PM", "2018-11-14", "2018-11-14T14:37:00Z"],
    ["11/14/18, 12:05\u202fAM", "2018-11-14", "2018-11-14T00:05:00Z"],
    ["2021-03-05 23:59:59 UTC", "2021-03-05", "2021-03-05T23:59:59Z"],
    ["2021-03-05T23:30:00.123Z", "2021-03-05", "2021-03-05T23:30:00Z"],
    ["2021-03-05T23:30:00-02:00", "2021-03-05", "2021-03-06T01:30:00Z"],
    ["2021/03/05 10:00:00 UTC", "2021-03-05", "2021-03-05T10:00:00Z"],
    ["2024-01-02 10:00", "2024-01-02", "2024-01-02T10:00:00Z"],
    ["\u200e05\u00a0Mar 2021 ", "2021-03-05", "2021-03-05"],
    ["29 Feb 2024", "2024-02-29", "2024-02-29"],
  ])("reads %j", (text, day, instant) => {
    expect(readDate(text)).toEqual({ day, instant });
  });

  it.each([
    "",
    "30 Feb 2021",
    "2024-02-30",
    "29 Feb 2023",
    "00 Jan 2020",
    "0/0/00",
    "1900",
    "45249",
    "13/13/2021",
    "5 Foo 2021",
    "5 Ma 2021",
    "2021-03-05 25:00",
    "3/14/21, 13:00 PM",
    "CEO",
    "05 Mar 2021 or so",
    "3/4/2021",
    "1e9",
  ])("refuses %j", (text) => {
    expect(readDate(text)).toBeUndefined();
  });

  it("reads numeric dates in the order given, unless the numbers say otherwise", () => {
    expect(readDate("3/4/2021", "mdy")?.day).toBe("2021-03-04");
    expect(readDate("3/4/2021", "dmy")?.day).toBe("2021-04-03");
    expect(readDate("13/4/2021", "mdy")?.day).toBe("2021-04-13");
    expect(readDate("4/13/2021", "dmy")?.day).toBe("2021-04-13");
  });

  it("reads back every day in every style", () => {
    const months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 36_159 }), (days) => {
        const day = new Date(days * 86_400_000).toISOString().slice(0, 10);
        const [y = "", m = "", d = ""] = day.split("-");
        const name = months[Number(m) - 1];
        for (const text of [day, `${d} ${name} ${y}`, `${Number(d)}-${name}-${y}`, `${d}.${m}.${y}`]) {
          expect(readDate(text)?.day).toBe(day);
        }
        expect(readDate(`${Number(m)}/${Number(d)}/${y.slice(2)}, 1:00 AM`, "mdy")?.day).toBe(day);
        expect(readDate(`${Number(d)}/${Number(m)}/${y}`, "dmy")?.day).toBe(day);
      }),
    );
  });
});

it("takes the order of a column from its own dates", () => {
  expect(dateOrderOf(["3/4/2021", "3/14/2021"])).toBe("mdy");
  expect(dateOrderOf(["3/4/2021", "14/3/2021"])).toBe("dmy");
  expect(dateOrderOf(["3/14/2021", "14/3/2021"])).toBeUndefined();
  expect(dateOrderOf(["3/4/2021", "05 Mar 2021"])).toBeUndefined();
  expect(dateOrderOf(["3/4/21, 2:37 PM"])).toBe("mdy");
  expect(dateOrderOf(["3/4/21, 2:37 PM", "14/4/21, 2:37 PM"])).toBe("dmy");
  expect(needsOrder("3/4/2021")).toBe(true);
  expect(needsOrder("4/4/2021")).toBe(false);
  expect(needsOrder("14/4/2021")).toBe(false);
});
