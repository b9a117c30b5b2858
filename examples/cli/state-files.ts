import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";

/** The files of a state. */
export const STATE_FILES = ["network.json", "journal.jsonl", "vault.json", "planner.json"] as const;
export type StateFile = (typeof STATE_FILES)[number];
export type StateTexts = Partial<Record<StateFile, string>>;

/** Names the files of a change that is whole beside the old ones: from its being there on, the change counts. */
const COMMIT = "commit.json";

/**
 * Several files that change together or not at all. A change is written beside the old files, made to count by one rename, and then
 * moved into place; whoever opens the folder next ends a move that was cut off. To be used by the holder of the folder's lock.
 */
export class StateFiles {
  readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  /** True where some state is there. */
  get isThere(): boolean {
    return [...STATE_FILES, COMMIT].some((name) => existsSync(this.path(name)));
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  /** Makes the folder, for the eyes of its owner only and not to be committed to a repository. */
  make(): void {
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
    if (!existsSync(this.path(".gitignore"))) writeFileSync(this.path(".gitignore"), "*\n");
  }

  /** The texts of the last whole change. */
  read(): StateTexts {
    this.#settle();
    return Object.fromEntries(
      STATE_FILES.flatMap((name) =>
        existsSync(this.path(name)) ? [[name, readFileSync(this.path(name), "utf8")]] : [],
      ),
    );
  }

  /** @param check Called before anything counts; what it throws leaves the old state. */
  write(texts: StateTexts, check: () => void): void {
    const names = Object.keys(texts) as StateFile[];
    if (names.length === 0) return;
    for (const name of names) writeThrough(this.path(`${name}.new`), texts[name] as string);
    writeThrough(this.path(`${COMMIT}.new`), JSON.stringify(names));
    check();
    renameSync(this.path(`${COMMIT}.new`), this.path(COMMIT));
    this.#moveIntoPlace(names);
  }

  #settle(): void {
    if (existsSync(this.path(COMMIT))) {
      const listed: unknown = JSON.parse(readFileSync(this.path(COMMIT), "utf8"));
      this.#moveIntoPlace(STATE_FILES.filter((name) => Array.isArray(listed) && listed.includes(name)));
    }
    for (const name of readdirSync(this.folder))
      if (name.endsWith(".new")) rmSync(this.path(name), { force: true });
  }

  #moveIntoPlace(names: readonly StateFile[]): void {
    for (const name of names)
      if (existsSync(this.path(`${name}.new`))) renameSync(this.path(`${name}.new`), this.path(name));
    rmSync(this.path(COMMIT), { force: true });
  }
}

/** Writes a file and waits until the disk has it. */
function writeThrough(path: string, text: string): void {
  const file = openSync(path, "w", 0o600);
  try {
    writeFileSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
