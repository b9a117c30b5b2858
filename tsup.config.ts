import { readdirSync } from "node:fs";
import { cp } from "node:fs/promises";
import { defineConfig, type Options } from "tsup";

/** Rooms that stand alone for a user, each a sub-path export; package.json lists the same. */
const rooms = readdirSync("src", { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !["base", "planner"].includes(entry.name))
  .map((entry) => entry.name);

/** Language packs, each its own entry so that nobody loads one that they do not speak. */
const languages = readdirSync("src/drafts/locales").filter((file) => /^(?!en)[a-z]{2}\.ts$/.test(file));

/** The entries of the package: name in `dist` -> source. */
export const entries: Record<string, string> = {
  index: "src/index.ts",
  lite: "src/planner/lite.ts",
  "network-graphology": "src/network/graphology.ts",
  ...Object.fromEntries(rooms.map((room) => [room, `src/${room}/index.ts`])),
  ...Object.fromEntries(
    languages.map((file) => [`drafts-${file.replace(".ts", "")}`, `src/drafts/locales/${file}`]),
  ),
};

/** A minifier writes the method `["import"]` as one that SES takes for a dynamic import: it is quoted again. */
const QUOTED_IMPORT: NonNullable<Options["plugins"]>[number] = {
  name: "quoted-import",
  renderChunk: (code) => ({
    code: code.replace(/(?<![.\w$])import\((?=[\w$,={}\s]*\)\s*\{)/g, '["import"]('),
  }),
};

const SHORTER = { "Number.POSITIVE_INFINITY": "Infinity" };

const shared: Options = {
  entry: entries,
  target: "es2022",
  platform: "neutral",
  splitting: true,
  treeshake: true,
  // What a user's bundler makes shorter it makes shorter still when it is done twice; names and lines stay for who reads a trace.
  esbuildOptions(options) {
    options.minifySyntax = true;
    options.define = SHORTER;
  },
  plugins: [QUOTED_IMPORT],
};

/** An entry in one file for hosts without modules, or whose compilers know ES2021 at most (Salesforce LWC). */
const wholeIn = (
  format: "iife" | "esm",
  ending: string,
  {
    name,
    globalName,
    source,
  }: { readonly name: string; readonly globalName: string; readonly source: string },
): Options => ({
  entry: { [name]: source },
  format,
  globalName,
  outExtension: () => ({ js: ending }),
  // A sandbox that evaluates a script in strict mode (Lightning Web Security) keeps its `var` to itself.
  ...(format === "iife" ? { footer: { js: `globalThis.${globalName} = ${globalName};` } } : {}),
  target: "es2021",
  platform: "neutral",
  noExternal: [/./],
  minify: true,
  esbuildOptions(options) {
    options.legalComments = "none";
    options.define = SHORTER;
  },
  plugins: [QUOTED_IMPORT],
});

/** The command: it takes the package's own entries as a user does, and holds what it needs beside them. */
const command: Options = {
  entry: { "cli/main": "examples/cli/main.ts" },
  format: "esm",
  target: "node20",
  platform: "node",
  external: [/^warmpath/],
  splitting: true,
  minify: true,
  publicDir: false,
  onSuccess: () => cp("examples/data", "dist/data", { recursive: true }),
};

const ROOT = { name: "warmpath", globalName: "warmpath", source: "src/index.ts" };
/** What a plan says in words, beside the root: apart, since who shows plans in their own words does without. */
const REPORT = { name: "warmpath-report", globalName: "warmpathReport", source: "src/report/index.ts" };

export default defineConfig([
  ...[ROOT, REPORT].flatMap((one) => [wholeIn("iife", ".iife.js", one), wholeIn("esm", ".es2021.mjs", one)]),
  { ...shared, format: "esm" },
  command,
  { ...shared, format: "cjs", noExternal: ["@noble/hashes"] },
]);
