import { checkShape, madeOf, safeText } from "../base/index.js";
import { cardRows } from "./card-rows.js";
import { knownThere } from "./known-there.js";
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
    const part = (key: string, texts: readonly string[]): string[] =>
      texts.length === 0 ? [] : [...head(key), ...texts.map((text) => wrap(text, "  ", "- "))];
    const cards = view.cards.flatMap((card, i) => {
      const { about, rows } = cardRows(card, " -> ");
      return [
        ...(i === 0 ? [] : [""]),
        wrap(`${i + 1}. ${card.name}${about === "" ? "" : ` (${about})`}`, "   ", ""),
        ...rows.map(([key, text]) => wrap(`${labels[key]}: ${text}`, "     ", "   ")),
        ...card.buttons.flatMap(({ href }) => (href === undefined ? [] : [`   ${safeText(href)}`])),
      ];
    });
    const body = [
      wrap(view.title),
      wrap(view.asOf),
      "",
      wrap(view.summary),
      ...(view.direct?.better === true ? ["", wrap(view.direct.text)] : []),
      ...(view.refusal === undefined ? [] : ["", wrap(view.refusal.text)]),
      ...part(
        "head.candidates",
        (view.refusal?.candidates ?? []).map(({ name, title, company }) =>
          [name, title, company].filter((text) => text !== undefined).join(", "),
        ),
      ),
      ...part(
        "head.people",
        (view.people ?? []).map(
          ({ name, title, chance }) => `${[name, title].filter(Boolean).join(", ")}: ${chance}`,
        ),
      ),
      ...part(
        "head.insiders",
        (view.insiders ?? []).map(
          ({ name, title, mayKnow }) =>
            `${[name, title].filter(Boolean).join(", ")}${knownThere(mayKnow, " -> ")}`,
        ),
      ),
      ...(cards.length === 0 ? [] : [...head("head.cards"), ...cards]),
      ...(view.order.length === 0 ? [] : [...part("head.order", view.order), "", wrap(view.stop)]),
      ...part("head.waiting", view.waiting),
      ...part("head.caveats", [...(view.equal === undefined ? [] : [view.equal]), ...view.caveats]),
      ...(view.direct === undefined || view.direct.better
        ? []
        : [...head("head.direct"), wrap(view.direct.text)]),
      ...part(
        "head.timeline",
        view.steps.map(({ date, text }) => `${date}: ${text}`),
      ),
      ...part("label.checked", view.checked),
      ...part("label.notChecked", view.notChecked),
      ...part("head.notes", view.notes),
    ];
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
