import { maxOf } from "../base/index.js";
import { label, line, rect, svg } from "./svg.js";

/** One bar: a share in [0, 1] of the scale, with an interval where one is known. */
export interface PlotRow {
  readonly name: string;
  readonly value: number;
  readonly interval?: readonly [number, number];
  /** What stands at the end of the row. */
  readonly text: string;
}

/** Horizontal bars with whiskers. @defaultValue `full`, the value of a whole bar: the largest value or interval end */
export function barPlot(
  picture: { readonly id: string; readonly title: string },
  rows: readonly PlotRow[],
  full: number = Math.max(
    1e-9,
    maxOf(rows.map(({ value, interval }) => Math.max(value, interval?.[1] ?? 0))),
  ),
): string {
  const scale = (value: number): number => Math.min(1, value / full) * BARS;
  const marks = rows.flatMap(({ name, value, interval, text }, i) => {
    const y = i * ROW;
    const whisker =
      interval === undefined
        ? []
        : [
            line("whisker", scale(interval[0]), y + 33, scale(interval[1]), y + 33),
            ...interval.map((end) => line("whisker", scale(end), y + 28, scale(end), y + 38)),
          ];
    return [
      label(name, 0, y + 16, { width: WIDTH - 12 - text.length * 7 }),
      label(text, WIDTH, y + 16, { className: "small", anchor: "end" }),
      line("axis", 0, y + 41, BARS, y + 41),
      rect("bar2", 0, y + 26, scale(value), 14),
      rect("bar", Math.max(0, scale(value) - 4), y + 26, 4, 14),
      ...whisker,
    ];
  });
  const description = rows.map(({ name, text }) => (text === "" ? name : `${name}: ${text}`)).join("; ");
  return svg({ ...picture, description, width: WIDTH, height: rows.length * ROW + 2 }, marks);
}

/** One square a week, darker the more was done; the last one is this week. */
export function weekStrip(
  picture: { readonly id: string; readonly title: string; readonly description: string },
  weeks: readonly number[],
): string {
  const shown = weeks.slice(-WEEKS);
  const most = Math.max(1, maxOf(shown));
  const marks = shown.map((count, i) => {
    const x = (i % COLUMNS) * 26;
    const y = Math.floor(i / COLUMNS) * 26;
    const height = count === 0 ? 0 : 4 + (18 * count) / most;
    return `${rect("box", x, y, 22, 22)}${count === 0 ? "" : rect("bar", x, y + 22 - height, 22, height)}`;
  });
  const height = Math.ceil(shown.length / COLUMNS) * 26;
  return svg({ ...picture, width: COLUMNS * 26, height: Math.max(26, height) }, marks);
}

const WIDTH = 340;
const BARS = 338;
const ROW = 52;
/** Two years; 13 columns are a quarter. */
const WEEKS = 104;
const COLUMNS = 13;
