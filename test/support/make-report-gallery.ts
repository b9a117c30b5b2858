/**
 * Writes every page of the example and every kind of message into a folder, with one page that shows them all:
 * npm run pages (into reports/pages), npm run docs (into docs/gallery).
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gallery } from "./drafts-gallery.js";
import { reportGallery } from "./report-world.js";

const [folder = "reports/pages"] = process.argv.slice(2);
const escaped = (text: string): string => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
const page = (title: string, body: string): string =>
  `<!doctype html>\n<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title>
<style>body{font:1rem/1.5 system-ui,sans-serif;margin:1rem;color-scheme:light dark}iframe{width:100%;height:32rem;border:1px solid gray}
main{display:grid;gap:1rem;grid-template-columns:repeat(auto-fill,minmax(min(24rem,100%),1fr))}pre{white-space:pre-wrap}</style>
<h1>${title}</h1>\n${body}\n`;

const pages = reportGallery();
mkdirSync(folder, { recursive: true });
for (const [name, html] of pages) writeFileSync(join(folder, name), html);
writeFileSync(
  join(folder, "drafts.html"),
  page("Messages of every kind", `<pre>${escaped(gallery())}</pre>`),
);
const shown = [...pages.keys(), "drafts.html"].map(
  (name) =>
    `<section><h2><a href="${name}">${name.replace(".html", "")}</a></h2><iframe loading="lazy" title="${name}" src="${name}"></iframe></section>`,
);
writeFileSync(join(folder, "index.html"), page("What warmpath shows", `<main>${shown.join("\n")}</main>`));
console.log(`${pages.size + 2} pages in ${folder}`);
