/** Writes every page of the example into reports/pages: npm run pages. */
import { mkdirSync, writeFileSync } from "node:fs";
import { reportGallery } from "./report-world.js";

const folder = new URL("../../reports/pages/", import.meta.url);
mkdirSync(folder, { recursive: true });
for (const [name, html] of reportGallery()) writeFileSync(new URL(name, folder), html);
console.log(`${reportGallery().size} pages in ${folder.pathname}`);
