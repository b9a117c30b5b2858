import { checkShape, madeOf, safeText } from "../base/index.js";
import { cardRows } from "./card-rows.js";
import { planParts } from "./plan-parts.js";
import type { PlanView } from "./plan-view.js";

/** How wide a text is. */
export interface PlanTextOptions {
  /** Most characters a line; longer words stay whole. @defaultValue 80 */
  readonly width?: number;
}

/** A plan as plain text for a terminal or a mail: no control character of any record reaches it. */
export function planText(view: PlanView, options: PlanTextOptions = {}): string {
  checkShape(view, { cards: ["object"], labels: "object" }, "view");
  checkShape(options, { width: "finite?" }, "options");
  return madeOf("view", () => {
    const { width = 80 } = options;
    const { labels } = view;
    const head = (key: string): string[] => ["", labels[key] ?? "", ""];
    const wrap = (text: string, indent = "", first = indent): string => wrapped(text, width, indent, first);
    const cards = view.cards.flatMap((card, i) => {
      const { about, rows } = cardRows(card, " -> ");
      return [
        ...(i === 0 ? [] : [""]),
        wrap(`${i + 1}. ${card.name}${about === "" ? "" : ` (${about})`}`, "   ", ""),
        ...rows.map(([key, text]) => wrap(`${labels[key]}: ${text}`, "     ", "   ")),
        ...card.buttons.flatMap(({ href }) => (href === undefined ? [] : [`   ${safeText(href)}`])),
      ];
    });
    const body = planParts(view, "->").flatMap(({ head: key, as, texts }) => {
      const before = key === undefined ? (as === "title" ? [] : [""]) : head(key);
      if (as === "cards") return [...before, ...cards];
      const isList = as === "list" || as === "steps";
      return [...before, ...texts.map((text) => (isList ? wrap(text, "  ", "- ") : wrap(text)))];
    });
    return `${body.join("\n").trim()}\n`;
  });
}

function wrapped(text: string, width: number, indent: string, first: string): string {
  const rows: string[] = [];
  let row = first;
  let empty = true;
  for (const word of safeText(text).split(" ")) {
    if (!empty && row.length + 1 + word.length > width) {
      rows.push(row);
      row = indent + word;
    } else {
      row += empty ? word : ` ${word}`;
    }
    empty = false;
  }
  return [...rows, row].join("\n");
}
