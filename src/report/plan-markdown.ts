import { checkShape, madeOf, safeText } from "../base/index.js";
import { toMarkdown } from "../drafts/index.js";
import { cardRows } from "./card-rows.js";
import { planParts } from "./plan-parts.js";
import type { PlanView } from "./plan-view.js";

/** A plan as Markdown that shows just the view's texts: no name makes a link, a heading or a table. */
export function planMarkdown(view: PlanView): string {
  checkShape(view, { cards: ["object"], labels: "object" }, "view");
  return madeOf("view", () => {
    const { labels } = view;
    const md = (text: string): string => toMarkdown(safeText(text));
    const cards = view.cards.map((card, i) => {
      const { about, rows } = cardRows(card, " → ");
      const said = rows.map(([key, text]) => `   - **${md(labels[key] ?? "")}:** ${md(text)}`);
      const links = card.buttons.flatMap(({ label, href }) =>
        href === undefined
          ? []
          : [`   - [${md(label)}](<${safeText(href).replace(/[<>\\]/g, encodeURIComponent)}>)`],
      );
      return [
        `${i + 1}. **${md(card.name)}**${about === "" ? "" : ` (${md(about)})`}`,
        ...said,
        ...links,
      ].join("\n");
    });
    const blocks = planParts(view, "→").flatMap(({ head, as, texts }) => {
      const shown = texts.map(md);
      const body =
        as === "cards"
          ? [cards.join("\n")]
          : as === "list" || as === "steps"
            ? [shown.map((text) => `${as === "list" ? "-" : "1."} ${text}`).join("\n")]
            : shown.map((text, i) => (as === "title" && i === 0 ? `# ${text}` : text));
      return head === undefined ? body : [`## ${md(labels[head] ?? "")}`, ...body];
    });
    return `${blocks.join("\n\n")}\n`;
  });
}
