import { checkShape, madeOf, type Shape } from "../base/index.js";
import type { InsightsView } from "./describe-insights.js";
import type { InsightPart } from "./insight-parts.js";
import { cell, list, pageFrame, section } from "./page-frame.js";
import { barPlot, weekStrip } from "./svg-plots.js";

const VIEW: Shape = {
  language: "text",
  title: "text",
  asOf: "text",
  summary: ["text"],
  alerts: { heading: "text", items: ["text"] },
  cadence: { heading: "text", text: "text", weeks: ["finite"] },
  parts: ["object"],
};

/** Insights as one HTML file without script, each part with its plot and the same figures as a list. */
export function insightsPage(view: InsightsView): string {
  checkShape(view, VIEW, "view");
  return madeOf("view", () => {
    const { cadence, alerts } = view;
    const strip =
      cadence.weeks.length === 0
        ? ""
        : `${weekStrip({ id: "weeks", title: cadence.heading, description: `${cadence.text} ${cadence.weeks.join(", ")}` }, cadence.weeks)}<p>${cell(cadence.text)}</p>`;
    const [first, ...others] = view.parts.map(plotOf);
    const body = [
      `<h1>${cell(view.title)}</h1>`,
      `<p class="soft">${cell(view.asOf)}</p>`,
      ...view.summary.map((text) => `<p>${cell(text)}</p>`),
      section(alerts.heading, list(alerts.items)),
      first ?? "",
      section(cadence.heading, strip),
      ...others,
    ];
    return pageFrame({
      language: view.language,
      title: view.title,
      body: body.filter((part) => part !== "").join("\n"),
    });
  });
}

function plotOf({ key, heading, note = "", rows }: InsightPart): string {
  const bars = rows.map(({ share = "", ...row }) => ({ ...row, text: share }));
  return section(
    heading,
    `${note === "" ? "" : `<p>${cell(note)}</p>`}${barPlot({ id: key, title: heading }, bars, 1)}<ul>${rows
      .map(({ name, text }) => `<li><b>${cell(name)}</b>: ${cell(text)}</li>`)
      .join("")}</ul>`,
  );
}
