import { checkShape, madeOf, safeText } from "../base/index.js";
import { toMarkdown } from "../drafts/index.js";
import { cardRows } from "./card-rows.js";
import { knownThere } from "./known-there.js";
import type { PlanView } from "./plan-view.js";

/** A plan as Markdown that shows just the view's texts: no name makes a link, a heading or a table. */
export function planMarkdown(view: PlanView): string {
  checkShape(view, { cards: ["object"], labels: "object" }, "view");
  return madeOf("view", () => {
    const { labels } = view;
    const md = (text: string): string => toMarkdown(safeText(text));
    const head = (key: string): string => `## ${md(labels[key] ?? "")}`;
    const part = (key: string, texts: readonly string[], mark = "-"): string[] =>
      texts.length === 0 ? [] : [head(key), texts.map((text) => `${mark} ${md(text)}`).join("\n")];
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
    const candidates = (view.refusal?.candidates ?? []).map(({ name, title, company }) =>
      [name, title, company].filter((text) => text !== undefined).join(", "),
    );
    const people = (view.people ?? []).map(
      ({ name, title, chance }) => `${[name, title].filter(Boolean).join(", ")}: ${chance}`,
    );
    const insiders = (view.insiders ?? []).map(
      ({ name, title, mayKnow }) =>
        `${[name, title].filter(Boolean).join(", ")}${knownThere(mayKnow, " → ")}`,
    );
    const blocks = [
      `# ${md(view.title)}`,
      md(view.asOf),
      md(view.summary),
      ...(view.direct?.better === true ? [md(view.direct.text)] : []),
      ...(view.refusal === undefined ? [] : [md(view.refusal.text)]),
      ...part("head.candidates", candidates),
      ...part("head.people", people),
      ...part("head.insiders", insiders),
      ...(cards.length === 0 ? [] : [head("head.cards"), cards.join("\n")]),
      ...(view.order.length === 0 ? [] : [...part("head.order", view.order, "1."), md(view.stop)]),
      ...part("head.waiting", view.waiting),
      ...part("head.caveats", [...(view.equal === undefined ? [] : [view.equal]), ...view.caveats]),
      ...(view.direct === undefined || view.direct.better ? [] : [head("head.direct"), md(view.direct.text)]),
      ...part(
        "head.timeline",
        view.steps.map(({ date, text }) => `${date}: ${text}`),
      ),
      ...part("label.checked", view.checked),
      ...part("label.notChecked", view.notChecked),
      ...part("head.notes", view.notes),
    ];
    return `${blocks.join("\n\n")}\n`;
  });
}
