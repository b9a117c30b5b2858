import { checkShape, madeOf } from "../base/index.js";
import type { BookView } from "./describe-book.js";
import { cell, list, pageFrame } from "./page-frame.js";

/** Who helped whom as one HTML file without script; the single favors are folded. */
export function bookPage(view: BookView): string {
  checkShape(view, { rows: ["object"] }, "view");
  return madeOf("view", () => {
    const cards = view.rows.map(({ heading, text, done, lines }) => {
      const said = lines.map((line) => `${line.date}: ${line.text}`);
      return `<li class="card"><h2 style="margin:0 0 .2rem">${cell(heading)}</h2><p>${cell(text)}</p><details><summary>${cell(done)}</summary>${list(said)}</details></li>`;
    });
    const body = [
      `<h1>${cell(view.title)}</h1>`,
      `<p class="soft">${cell(view.asOf)}</p>`,
      view.summary === "" ? "" : `<p>${cell(view.summary)}</p>`,
      cards.length === 0 ? "" : `<ul class="cards">${cards.join("")}</ul>`,
      list(view.notes),
    ];
    return pageFrame({
      language: view.language,
      title: view.title,
      body: body.filter((part) => part !== "").join("\n"),
    });
  });
}
