/** One script of the project and what it takes from there, as a file that a plain `node` starts at once: a loader reads some 300 files each time. */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = new URL("../../", import.meta.url);

/**
 * The place of a script's bundle, which is named by what is in it: who comes second takes what stands there.
 *
 * @param {string} script from the root
 * @returns {Promise<string>}
 */
export async function bundled(script) {
  const { outputFiles } = await build({
    entryPoints: [new URL(script, root).pathname],
    bundle: true,
    write: false,
    platform: "node",
    format: "esm",
    packages: "external",
    tsconfig: new URL("test/tsconfig.json", root).pathname,
    plugins: [{ name: "own-place", setup: keepPlaces }],
  });
  const { text } = /** @type {{ text: string }} */ (outputFiles[0]);
  const folder = new URL("reports/bundles/", root).pathname;
  const place = `${folder}${createHash("sha256").update(text).digest("hex").slice(0, 16)}.mjs`;
  if (!existsSync(place)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${place}.${process.pid}`, text);
    renameSync(`${place}.${process.pid}`, place);
  }
  return place;
}

/**
 * Files find their data beside themselves, wherever the bundle lies.
 *
 * @param {import("esbuild").PluginBuild} build
 */
function keepPlaces({ onLoad }) {
  onLoad({ filter: /\/(test|examples)\/.*\.ts$/ }, ({ path }) => ({
    loader: "ts",
    contents: readFileSync(path, "utf8").replaceAll(
      "import.meta.url",
      JSON.stringify(pathToFileURL(path).href),
    ),
  }));
}
