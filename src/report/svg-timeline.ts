import { maxOf, minOf, utcDay } from "../base/index.js";
import type { StepView } from "./plan-view.js";
import { label, line, rect, svg, tenth } from "./svg.js";

/** The asks over time, one row a connector: from sending to the day on which silence is taken for a no, with the reminder between. */
export function timelineSvg(
  picture: { readonly id: string; readonly title: string },
  steps: readonly StepView[],
  names: ReadonlyMap<string, string>,
): string {
  const days = steps.map(({ day }) => utcDay(day));
  const [from, to] = [minOf(days), maxOf(days)];
  const at = (day: string): number => 8 + ((utcDay(day) - from) / Math.max(1, to - from)) * (WIDTH - 16);
  const asks = [...new Set(steps.map(({ ask }) => ask))];
  const marks = asks.flatMap((ask, i) => {
    const own = steps.filter((step) => step.ask === ask);
    const y = i * ROW;
    const day = (kind: StepView["step"]): string | undefined => own.find(({ step }) => step === kind)?.day;
    const [sent, nudge, end] = [day("ask"), day("nudge"), day("move-on")];
    const last = end ?? sent;
    return [
      label(names.get(own[0]?.connector ?? "") ?? "", 0, y + 15, { width: WIDTH }),
      line("axis", 0, y + 31, WIDTH, y + 31),
      ...own
        .filter(({ step }) => step === "warm")
        .map((step) => `<circle class="nudge" cx="${tenth(at(step.day))}" cy="${tenth(y + 31)}" r="4"/>`),
      ...(sent === undefined || last === undefined
        ? []
        : [rect("bar2", at(sent), y + 26, at(last) - at(sent), 10)]),
      ...(sent === undefined ? [] : [rect("bar", at(sent) - 3, y + 22, 6, 18)]),
      ...(nudge === undefined
        ? []
        : [`<circle class="nudge" cx="${tenth(at(nudge))}" cy="${tenth(y + 31)}" r="5"/>`]),
      ...(end === undefined ? [] : [line("stop", at(end), y + 22, at(end), y + 40)]),
    ];
  });
  const dates = [steps[0]?.date ?? "", steps.at(-1)?.date ?? ""];
  const y = asks.length * ROW + 14;
  const axis = [
    label(dates[0] ?? "", 0, y, { className: "small" }),
    label(dates[1] ?? "", WIDTH, y, { className: "small", anchor: "end" }),
  ];
  const description = steps.map(({ date, text }) => `${date}: ${text}`).join("; ");
  return svg({ ...picture, description, width: WIDTH, height: y + 6 }, [...marks, ...axis]);
}

const WIDTH = 340;
const ROW = 48;
