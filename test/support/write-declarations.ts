/** Writes the declarations of every entry of the package to `dist`: `.d.ts` for modules, the same as `.d.cts` for CommonJS. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { rolldown } from "rolldown";
import { dts } from "rolldown-plugin-dts";
import { entries } from "../../tsup.config.js";

const root = new URL("../../", import.meta.url).pathname;
const bundle = await rolldown({
  input: Object.fromEntries(Object.entries(entries).map(([name, file]) => [name, `${root}${file}`])),
  platform: "neutral",
  // Packages stay where they are; only our own files come together.
  external: /^[^./]/,
  plugins: [dts({ emitDtsOnly: true, oxc: true, tsconfig: "tsconfig.json" })],
});
await bundle.write({ dir: "dist", format: "es", chunkFileNames: "[name]-[hash].js" });
await bundle.close();

for (const file of readdirSync("dist")) {
  if (!file.endsWith(".d.ts")) continue;
  const text = readFileSync(`dist/${file}`, "utf8");
  writeFileSync(
    `dist/${file.replace(/ts$/, "cts")}`,
    text.replaceAll(/(from |import\()"(\.[^"]*)\.js"/g, '$1"$2.cjs"'),
  );
}
