import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

/** Where and with what an engine runs. */
export interface Bench {
  /** A folder of the engine's own, its packages under `node_modules`. */
  readonly folder: string;
  /** The built package: `dist/`. */
  readonly dist: string;
  /** The program as text: a function declaration named `program`. */
  readonly program: string;
}

/** What came of it. */
export interface Outcome {
  readonly version: string;
  /** What the program gave. */
  readonly text: string;
}

/** An engine that is not here, with the reason. */
export class NotHere extends Error {}

/** The build with one global, as text. */
export function iife({ dist }: Bench): string {
  return readFileSync(join(dist, "warmpath.iife.js"), "utf8");
}

/** A package of the engine's own folder. */
export async function load({ folder }: Bench, name: string): Promise<unknown> {
  return import(createRequire(join(folder, "package.json")).resolve(name));
}

/** The version of one of them. */
export function versionOf({ folder }: Bench, name: string): string {
  const file = join(folder, "node_modules", name, "package.json");
  return (JSON.parse(readFileSync(file, "utf8")) as { version: string }).version;
}
