/** Writes dist/schema/*.json, the JSON Schemas of what is saved. Part of `npm run build`. */
import { mkdirSync, writeFileSync } from "node:fs";
import { eventJsonSchema } from "../../src/journal/index.js";

const folder = new URL("../../dist/schema/", import.meta.url);
mkdirSync(folder, { recursive: true });
writeFileSync(new URL("event.json", folder), `${JSON.stringify(eventJsonSchema(), undefined, 2)}\n`);
