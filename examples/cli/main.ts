#!/usr/bin/env node
/** The command `warmpath`: plans introductions over a folder of records. Nothing leaves the machine. */
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline/promises";
import type { Io } from "./call.js";
import { run } from "./run.js";

const { stdin, stdout, stderr } = process;
// Whoever reads only the beginning (`| head`) closes the pipe: that is no fault.
for (const stream of [stdout, stderr])
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    process.exit(0);
  });

const here = new URL(".", import.meta.url);
const io: Io = {
  out: (text) => void stdout.write(text),
  err: (text) => void stderr.write(text),
  isWatched: stderr.isTTY === true,
  cwd: process.cwd(),
  env: process.env,
  today: () => {
    const now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()]
      .map((part) => String(part).padStart(2, "0"))
      .join("-");
  },
  columns: Math.max(40, Math.min(stdout.columns ?? 88, 100)),
  ...(stdin.isTTY === true && stdout.isTTY === true ? { ask } : {}),
  show,
  // The same step away from the source and from the built file.
  data: new URL("../data/", here),
  version: (JSON.parse(readFileSync(new URL("../../package.json", here), "utf8")) as { version: string })
    .version,
  patience: 5000,
};
process.exitCode = await run(process.argv.slice(2), io);

/** Ctrl-C and the end of input mean: no further question. */
async function ask(question: string): Promise<string | undefined> {
  const lines = createInterface({ input: stdin, output: stdout });
  const stop = new AbortController();
  lines.on("SIGINT", () => stop.abort());
  lines.on("close", () => stop.abort());
  try {
    return await lines.question(question, { signal: stop.signal });
  } catch {
    return undefined;
  } finally {
    lines.close();
  }
}

function show(target: string): boolean {
  const openers: Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>> = {
    darwin: ["open"],
    win32: ["rundll32", "url.dll,FileProtocolHandler"],
  };
  const [opener, ...args] = openers[process.platform] ?? ["xdg-open"];
  if (openers[process.platform] === undefined && !process.env["DISPLAY"] && !process.env["WAYLAND_DISPLAY"])
    return false;
  const child = spawn(opener, [...args, target], { detached: true, stdio: "ignore" });
  child.on("error", () => stderr.write(`It could not be opened; open it yourself: ${target}\n`));
  child.unref();
  return true;
}
