import { checkKeys, checkShape, madeOf } from "../base/index.js";
import type { WeekView } from "./describe-actions.js";
import { cell, pageFrame } from "./page-frame.js";
import { buttons, foldedMessage } from "./plan-page.js";

/**
 * What to do now as one HTML file without script: a card for each action, its message folded. What is overdue and the `first` others
 * are open. The rest lies folded at the end, on paper too, so that a week fits on a screen or two. No evidence fixes that number (10).
 * @throws WarmpathError `INVALID_ARGUMENT` for an unknown option or a `first` that is no number.
 */
export function weekPage(view: WeekView, options: { readonly first?: number | undefined } = {}): string {
  checkShape(view, { actions: ["object"] }, "view");
  checkShape(options, { first: "finite?" }, "options");
  checkKeys(options, ["first"], "options");
  const { first = 10 } = options;
  return madeOf("view", () => {
    const cards = view.actions.map(({ person, text, about, why, remark, overdue, draft, buttons: links }) => {
      const job = [person.title, person.company].filter((part) => part !== undefined).join(", ");
      const late = overdue ? ` <span class="warn">${cell(view.labels["label.overdue"] ?? "")}</span>` : "";
      const message = draft === undefined ? buttons(links) : foldedMessage(draft, links, view.labels);
      return `<li class="card${overdue ? " late" : ""}"><h2 style="margin:0 0 .2rem">${cell(text)}</h2>${job === "" ? "" : `<p class="soft">${cell(job)}</p>`}<p>${cell(remark)}${late}${about === undefined ? "" : ` · ${cell(about)}`}</p>${why === undefined || why === remark ? "" : `<p class="soft">${cell(why)}</p>`}${message}</li>`;
    });
    const open = view.actions.filter(({ overdue }) => overdue).length + Math.max(0, first);
    const rest = cards.slice(open);
    const folded =
      rest.length === 0
        ? ""
        : `<details class="later"><summary>${cell(view.labels["week.rest"] ?? "")} (${rest.length})</summary>${listOf(rest)}</details>`;
    return pageFrame({
      language: view.language,
      title: view.title,
      body: `<h1>${cell(view.title)}</h1>\n<p>${cell(view.summary)}</p>\n${listOf(cards.slice(0, open))}\n${folded}`,
    });
  });
}

function listOf(cards: readonly string[]): string {
  return cards.length === 0 ? "" : `<ol class="cards">${cards.join("")}</ol>`;
}
