import { readdirSync } from "node:fs";
import { defineConfig, type Options } from "tsup";

/** Rooms that stand alone for a user, each a sub-path export; package.json lists the same. */
const rooms = readdirSync("src", { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !["base", "planner"].includes(entry.name))
  .map((entry) => entry.name);

/** Language packs, each its own entry so that nobody loads one he does not speak. */
const languages = readdirSync("src/drafts/locales").filter((file) => /^(?!en)[a-z]{2}\.ts$/.test(file));

const shared: Options = {
  entry: {
    index: "src/index.ts",
    "network-graphology": "src/network/graphology.ts",
    ...Object.fromEntries(rooms.map((room) => [room, `src/${room}/index.ts`])),
    ...Object.fromEntries(
      languages.map((file) => [`drafts-${file.replace(".ts", "")}`, `src/drafts/locales/${file}`]),
    ),
  },
  target: "es2022",
  platform: "neutral",
  dts: { compilerOptions: { ignoreDeprecations: "6.0" } },
  splitting: true,
  treeshake: true,
};

export default defineConfig([
  { ...shared, format: "esm" },
  // ESM only, so that a CommonJS user gets it inside.
  { ...shared, format: "cjs", noExternal: ["@noble/hashes"] },
]);
