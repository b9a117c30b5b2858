import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { NotHere } from "./bench.js";

/**
 * A folder of an engine's own with packages from npm in it; what is there already is taken as it is.
 * @throws NotHere where npm cannot install them.
 */
export function folderWith(name: string, packages: readonly string[]): string {
  const folder = join(tmpdir(), "warmpath-engines", name.replace(/[^A-Za-z0-9]+/g, "-"));
  mkdirSync(folder, { recursive: true });
  install(folder, packages);
  return folder;
}

function install(folder: string, packages: readonly string[]): void {
  const file = join(folder, "package.json");
  if (!existsSync(file)) writeFileSync(file, '{ "private": true }');
  const missing = packages.filter(
    (name) => !existsSync(join(folder, "node_modules", name.replace(/(?<=.)@.*$/, ""))),
  );
  if (missing.length === 0) return;
  const args = ["install", "--no-save", "--no-audit", "--no-fund", "--prefix", folder, ...missing];
  try {
    execFileSync("npm", args, {
      cwd: folder,
      stdio: ["ignore", "ignore", "pipe"],
      encoding: "utf8",
    });
  } catch (error) {
    const said = String((error as { readonly stderr?: string }).stderr ?? error);
    throw new NotHere(
      `npm cannot install ${missing.join(", ")}: ${/npm error (.*)/.exec(said)?.[1] ?? said.slice(0, 200)}`,
    );
  }
}
