import { checkShape, madeOf } from "../base/index.js";
import type { WeekView } from "./describe-actions.js";
import { cell, pageFrame } from "./page-frame.js";
import { buttons, messageOf } from "./plan-page.js";

/** What to do now as one HTML file without script: a card for each action, its message folded. */
export function weekPage(view: WeekView): string {
  checkShape(view, { actions: ["object"] }, "view");
  return madeOf("view", () => {
    const cards = view.actions.map(({ person, text, about, date, overdue, draft, buttons: links }) => {
      const job = [person.title, person.company].filter((part) => part !== undefined).join(", ");
      const late = overdue ? ` <span class="warn">${cell(view.labels["label.overdue"] ?? "")}</span>` : "";
      const message =
        draft === undefined
          ? buttons(links)
          : `<details><summary>${cell(view.labels["head.message"] ?? "")}</summary>${messageOf(draft, links, view.labels)}</details>`;
      return `<li class="card${overdue ? " late" : ""}"><h2 style="margin:0 0 .2rem">${cell(text)}</h2>${job === "" ? "" : `<p class="soft">${cell(job)}</p>`}<p>${cell(date)}${late}${about === undefined ? "" : ` · ${cell(about)}`}</p>${message}</li>`;
    });
    const list = cards.length === 0 ? "" : `<ol class="cards">${cards.join("")}</ol>`;
    return pageFrame({
      language: view.language,
      title: view.title,
      body: `<h1>${cell(view.title)}</h1>\n<p>${cell(view.summary)}</p>\n${list}`,
    });
  });
}
