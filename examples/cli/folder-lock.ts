import { randomUUID } from "node:crypto";
import { linkSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { Fault } from "./fault.js";

interface Holder {
  readonly pid: number;
  readonly host: string;
  readonly key: string;
}

/** Keys of the locks that this process holds: one under its number, but not among them, is of a process that has ended. */
const HELD = new Set<string>();
/** After this time a lock of another machine counts as left behind. */
const FOREIGN_MILLISECONDS = 3_600_000;

/**
 * One command at a time works in a folder: its lock is a file that names the holder. What a killed command left behind is
 * taken over. A holder whose lock was taken over learns of it before it writes.
 */
export class FolderLock {
  readonly #path: string;
  readonly #text: string;

  private constructor(path: string, text: string) {
    this.#path = path;
    this.#text = text;
  }

  /** @throws Fault `busy` where another command still holds the folder after `patience` milliseconds. */
  static async take(folder: string, patience: number): Promise<FolderLock> {
    const path = join(folder, "lock");
    const key = randomUUID();
    const text = JSON.stringify({ pid: process.pid, host: hostname(), key } satisfies Holder);
    const lock = new FolderLock(path, text);
    for (let waited = 0; ; waited += PAUSE) {
      if (lock.#tryToTake(key)) {
        HELD.add(key);
        return lock;
      }
      const holder = textOf(path);
      if (waited > patience) throw busy(path, holder);
      if (holder !== undefined && isLeftBehind(path, holder)) removeIf(path, holder);
      else await setTimeout(PAUSE);
    }
  }

  /** @throws Fault `busy` where the lock was taken over meanwhile. */
  check(): void {
    if (textOf(this.#path) !== this.#text)
      throw new Fault("busy", "another warmpath command took the folder over meanwhile", "try again");
  }

  release(): void {
    HELD.delete((JSON.parse(this.#text) as Holder).key);
    if (textOf(this.#path) === this.#text) rmSync(this.#path, { force: true });
  }

  /** The lock comes into being whole, under a name that only one can link; where a disk knows no links, as a new file. */
  #tryToTake(key: string): boolean {
    const own = `${this.#path}.${key}`;
    try {
      writeFileSync(own, this.#text, { mode: 0o600 });
      linkSync(own, this.#path);
      return true;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === "EEXIST") return false;
      if (!["EPERM", "ENOTSUP", "ENOSYS", "EOPNOTSUPP", "EMLINK", "UNKNOWN"].includes(code ?? ""))
        throw error;
      return madeNew(this.#path, this.#text);
    } finally {
      rmSync(own, { force: true });
    }
  }
}

const PAUSE = 50;

function madeNew(path: string, text: string): boolean {
  try {
    writeFileSync(path, text, { mode: 0o600, flag: "wx" });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

function isLeftBehind(path: string, text: string): boolean {
  const holder = holderIn(text);
  if (holder?.host !== hostname()) return Date.now() - (modified(path) ?? Date.now()) > FOREIGN_MILLISECONDS;
  if (holder.pid === process.pid) return !HELD.has(holder.key);
  try {
    process.kill(holder.pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ESRCH";
  }
}

function holderIn(text: string): Holder | undefined {
  try {
    return JSON.parse(text) as Holder;
  } catch {
    return undefined;
  }
}

function modified(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs;
}

/** Two may find the same lock left behind: who moves a fresh one aside by mistake puts it back. */
function removeIf(path: string, text: string): void {
  const aside = `${path}.${randomUUID()}`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  if (textOf(aside) !== text) {
    try {
      linkSync(aside, path);
    } catch {
      // Whoever holds it finds out at the check before writing.
    }
  }
  rmSync(aside, { force: true });
}

function busy(path: string, text: string | undefined): Fault {
  const pid = text === undefined ? undefined : holderIn(text)?.pid;
  const who = pid === undefined ? "" : ` (process ${pid})`;
  return new Fault(
    "busy",
    `another warmpath command works in this folder${who}`,
    `wait for it and try again; if none is running, remove ${path}`,
  );
}
