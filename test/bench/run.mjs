/**
 * `npm run bench -- ROOM [arguments]`: runs the benchmark of one room and prints its figures. Times are printed, never
 * gated on; ratios within one run are what counts. The benchmark is bundled first, as the package is published: a loader that
 * names every closure would make the folds of a large journal half as slow again.
 */
import { existsSync, readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

const [room = "", ...args] = process.argv.slice(2);
const entry = new URL(`./${room}/run.ts`, import.meta.url);
if (!/^[a-z]+$/.test(room) || !existsSync(entry)) {
  console.error(
    "usage: npm run bench -- truth | house | growth | plan | search | planning | paths | ties | network | journal | ingest | insights | drafts | hosts | remote | size [arguments]",
  );
  process.exitCode = 2;
} else {
  const bundle = new URL(`../../reports/bench/${room}.mjs`, import.meta.url);
  await build({
    entryPoints: [entry.pathname],
    outfile: bundle.pathname,
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    tsconfig: new URL("../tsconfig.json", import.meta.url).pathname,
    plugins: [{ name: "own-place", setup: keepPlaces }],
  });
  const { run } = await import(bundle.href);
  await run(args);
}

/** Files find their data beside themselves, wherever the bundle lies. */
function keepPlaces({ onLoad }) {
  onLoad({ filter: /\/test\/.*\.ts$/ }, ({ path }) => ({
    loader: "ts",
    contents: readFileSync(path, "utf8").replaceAll(
      "import.meta.url",
      JSON.stringify(pathToFileURL(path).href),
    ),
  }));
}
