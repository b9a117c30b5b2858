/**
 * What holds up the size of an entry, by room and by file: `npm run bench -- size [lite|root|search]`. The entry is bundled and minified as
 * a user's bundler does. A room's or file's share is what gzip saves where it is left out, so shares add up to a little less than the whole.
 */
import { gzipSync } from "node:zlib";
import { build, transformSync } from "esbuild";

const ENTRIES: Readonly<Record<string, string>> = {
  lite: "src/planner/lite.ts",
  root: "src/index.ts",
  search: "src/search/index.ts",
};
const root = new URL("../../..", import.meta.url).pathname;
const LARGEST = 25;

export async function run(args: readonly string[]): Promise<void> {
  for (const name of args.length > 0 ? args : ["lite", "root"]) {
    const parts = await partsOf(ENTRIES[name] ?? name);
    const whole = gzipped(parts);
    console.log(`${name}: ${parts.length} files, ${kB(whole)} kB gzip`);
    const rooms = [...new Set(parts.map(({ file }) => roomOf(file)))];
    const shareOf = (isOut: (file: string) => boolean): number =>
      whole - gzipped(parts.filter(({ file }) => !isOut(file)));
    print(rooms.map((room) => [room, shareOf((file) => roomOf(file) === room)]));
    const files = parts.map(({ file }): Row => [file, shareOf((other) => other === file)]);
    print(files, LARGEST);
  }
}

type Row = readonly [name: string, bytes: number];

interface Part {
  readonly file: string;
  readonly code: string;
}

/** The bundle, file by file, minified. */
async function partsOf(entry: string): Promise<Part[]> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: "esm",
    platform: "neutral",
    mainFields: ["module", "main"],
    target: "es2022",
    minifySyntax: true,
    minifyIdentifiers: true,
    logLevel: "error",
  });
  const [, ...sections] = (outputFiles[0]?.text ?? "")
    .replace(/^export \{[^}]*\};/m, "")
    .split(/^\/\/ (?=src\/|node_modules\/)/m);
  return sections.map((section) => {
    const [file = ""] = section.split("\n", 1);
    return { file, code: transformSync(`// ${section}`, { minifyWhitespace: true }).code };
  });
}

function gzipped(parts: readonly Part[]): number {
  return gzipSync(parts.map(({ code }) => code).join(""), { level: 9 }).length;
}

function roomOf(file: string): string {
  return file.startsWith("src/") ? (file.split("/")[1] as string) : file.split("/").slice(0, 2).join("/");
}

function print(rows: readonly Row[], most = rows.length): void {
  for (const [name, bytes] of [...rows].sort((a, b) => b[1] - a[1]).slice(0, most))
    console.log(`${kB(bytes).padStart(8)}  ${name}`);
}

function kB(bytes: number): string {
  return (bytes / 1000).toFixed(1);
}
