import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

/** Thrown in place of a write: nothing after it may reach the disk. */
export class Killed extends Error {}

type Write = (...args: unknown[]) => unknown;
const WRITES = ["openSync", "writeFileSync", "renameSync", "linkSync", "rmSync", "mkdirSync"] as const;

/**
 * Runs a command as if the process were killed at its `at`-th write, from 1: a text is half written then, any other change not made.
 * Returns the number of writes that were tried; below `at` the command came to its end.
 */
export async function killedAt(at: number, run: () => Promise<unknown>): Promise<number> {
  const own = fs as unknown as Record<string, Write>;
  const originals = WRITES.map((name) => [name, own[name] as Write] as const);
  let writes = 0;
  for (const [name, original] of originals) {
    own[name] = (...args) => {
      const isRead = name === "openSync" && args[1] === "r";
      if (isRead) return original(...args);
      writes++;
      if (writes < at) return original(...args);
      const [file, text, ...rest] = args;
      if (writes === at && name === "writeFileSync" && typeof text === "string")
        original(file, text.slice(0, text.length / 2), ...rest);
      throw new Killed();
    };
  }
  syncBuiltinESMExports();
  try {
    await run();
  } finally {
    for (const [name, original] of originals) own[name] = original;
    syncBuiltinESMExports();
  }
  return writes;
}
