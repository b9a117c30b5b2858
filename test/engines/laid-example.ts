import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { folderWith } from "./folder-with.js";

/** A copy of a host's example beside the packages that it needs, with the built package as npm would lay it. */
export function laidExample(root: string, name: string, packages: readonly string[]): string {
  const folder = folderWith(`host-${name}`, packages);
  const copy = join(folder, "app");
  rmSync(copy, { recursive: true, force: true });
  cpSync(join(root, "examples/hosts", name), copy, { recursive: true });
  mkdirSync(join(folder, "node_modules"), { recursive: true });
  const link = join(folder, "node_modules/warmpath");
  rmSync(link, { force: true });
  symlinkSync(root, link);
  return copy;
}

/** Runs esbuild as the README says it. */
export function esbuild(root: string, folder: string, args: readonly string[]): void {
  execFileSync(join(root, "node_modules/.bin/esbuild"), args, {
    cwd: folder,
    stdio: ["ignore", "ignore", "pipe"],
    encoding: "utf8",
  });
}
