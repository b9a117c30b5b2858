// Writes examples/data/ anew: npx tsx test/support/make-examples.ts
import { mkdirSync, writeFileSync } from "node:fs";
import { adaConnections, benConnections } from "./example-exports.js";

const folder = new URL("../../examples/data/", import.meta.url);
mkdirSync(folder, { recursive: true });
writeFileSync(new URL("Connections.csv", folder), adaConnections());
writeFileSync(new URL("Connections-ben.csv", folder), benConnections());
