import { checkShape } from "../base/index.js";
/** A plain text as HTML: a paragraph per blank line, `<br>` per line break, `& < > " '` escaped; no link is made. */
export function toHtml(text: string): string {
  checkShape(text, "text", "text");
  return text
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${escapeHtml(paragraph).replace(/\n/g, "<br>")}</p>`)
    .join("\n");
}

/** A text for an element or a quoted attribute of HTML or SVG. */
export function escapeHtml(text: string): string {
  checkShape(text, "text", "text");
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
