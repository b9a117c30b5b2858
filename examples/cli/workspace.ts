import { existsSync, writeFileSync } from "node:fs";
import { IntroductionPlanner, isWarmpathError, Journal, Network } from "warmpath";
import { Vault } from "warmpath/journal";
import type { Call } from "./call.js";
import { exampleWorkspace } from "./demo.js";
import { EXIT, Fault } from "./fault.js";
import { FolderLock } from "./folder-lock.js";
import { EMPTY_MEMORY, type Memory } from "./memory.js";
import { STATE_FILES, type StateFile, StateFiles, type StateTexts } from "./state-files.js";

/** Id of whoever the folder belongs to. */
export const ME = "me";

/** What commands work on. */
export interface Workspace {
  readonly planner: IntroductionPlanner;
  memory: Memory;
}

/** What a command needs of a folder before it can begin. */
export type Needs = "nothing" | "me";

/**
 * Works on the folder's state, alone, and saves what changed: all of it or, where the work throws, nothing. With `--demo` the
 * state is that of the examples and is not kept.
 * @throws Fault `file` for a folder without state or with a damaged one, `busy` while another command works in it.
 */
export async function inWorkspace<T>(
  call: Call,
  work: (workspace: Workspace) => T | Promise<T>,
  needs: Needs = "me",
): Promise<T> {
  if (call.demo) return work(exampleWorkspace(call.io));
  const files = new StateFiles(call.folder);
  if (needs === "nothing") files.make();
  else if (!files.isThere) throw noState(call.folder);
  const lock = await FolderLock.take(call.folder, call.io.patience);
  try {
    const before = files.read();
    const workspace = opened(files, before, call);
    if (needs === "me" && !workspace.planner.network.has(ME)) throw noState(call.folder);
    const result = await work(workspace);
    const after = textsOf(workspace);
    const changed = STATE_FILES.filter((name) => after[name] !== before[name]);
    files.write(Object.fromEntries(changed.map((name) => [name, after[name]])), () => lock.check());
    return result;
  } finally {
    lock.release();
  }
}

function noState(folder: string): Fault {
  return new Fault(
    "file",
    `there are no records in ${folder}`,
    'begin with: warmpath me "Your Name, Your Company", then: warmpath add Connections.csv (or try --demo)',
  );
}

/** The state as texts, one for each file. */
function textsOf({ planner, memory }: Workspace): Required<StateTexts> {
  const { network, journal, format: _, version: __, checksum: ___, ...rest } = planner.toJSON();
  const own = { format: FORMAT, version: VERSION, planner: rest, memory };
  return {
    "network.json": `${JSON.stringify(network)}\n`,
    "journal.jsonl": journal.chain,
    "vault.json": `${JSON.stringify(journal.vault)}\n`,
    "planner.json": `${JSON.stringify(own, undefined, 1)}\n`,
  };
}

const FORMAT = "warmpath.folder";
const VERSION = 1;

function opened(files: StateFiles, texts: StateTexts, call: Call): Workspace {
  if (Object.keys(texts).length === 0)
    return { planner: new IntroductionPlanner({ network: new Network() }), memory: EMPTY_MEMORY };
  const own = partOf(files, "planner.json", () => checked(JSON.parse(texts["planner.json"] ?? "null")));
  const network = partOf(files, "network.json", () => JSON.parse(texts["network.json"] ?? "null") as unknown);
  const vault = partOf(files, "vault.json", () =>
    texts["vault.json"] === undefined ? new Vault() : Vault.fromJSON(texts["vault.json"]),
  );
  const journal = partOf(files, "journal.jsonl", () =>
    journalOf(files, texts["journal.jsonl"] ?? "", vault, call),
  );
  // As 0.1 wrote it, without a checksum over all: network and journal have their own, and settings may be written by hand.
  const snapshot = {
    ...own.planner,
    format: "warmpath.planner",
    version: 1,
    network,
    journal: journal.toJSON(),
  };
  const planner = partOf(files, "planner.json", () => {
    try {
      return IntroductionPlanner.fromJSON(snapshot);
    } catch (error) {
      partOf(files, "network.json", () => Network.fromJSON(network));
      throw error;
    }
  });
  return { planner, memory: { ...EMPTY_MEMORY, ...own.memory } };
}

function checked(own: unknown): { readonly planner: object; readonly memory: Partial<Memory> } {
  const { format, version, planner, memory } = (own ?? {}) as Readonly<Record<string, unknown>>;
  if (format !== FORMAT || typeof planner !== "object" || typeof memory !== "object")
    throw new Error("it is not what this command wrote");
  if (version !== VERSION) throw new Error("a newer version of warmpath wrote it");
  return { planner: planner ?? {}, memory: (memory ?? {}) as Partial<Memory> };
}

/** A journal whose end is missing or half written is taken up to there; what was left is kept beside it. */
function journalOf(files: StateFiles, text: string, vault: Vault, call: Call): Journal {
  try {
    return Journal.fromJSONL(text, { vault });
  } catch (error) {
    if (!isWarmpathError(error) || error.code !== "JOURNAL_CORRUPT") throw error;
    const { journal, beyond } = Journal.recover(text, { vault });
    const isTail = beyond.length <= 1 && journal.length > 0;
    if (!isTail) throw error;
    const kept = damagedName(files);
    writeFileSync(kept, text, { mode: 0o600 });
    call.io.err(
      `journal.jsonl was cut off: its first ${journal.length} events are taken, the file as it was is kept in ${kept}\n`,
    );
    return journal;
  }
}

function damagedName(files: StateFiles): string {
  for (let i = 1; ; i++) {
    const name = files.path(`journal.damaged-${i}.jsonl`);
    if (!existsSync(name)) return name;
  }
}

/** Runs a reading, and lets its error name the file and the next step. */
function partOf<T>(files: StateFiles, name: StateFile, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof Fault && error.exit !== EXIT.fault) throw error;
    const line =
      isWarmpathError(error) && error.details["line"] !== undefined ? ` (line ${error.details["line"]})` : "";
    const why = error instanceof SyntaxError ? "it is no whole JSON" : (error as Error).message;
    throw new Fault("file", `${files.path(name)} cannot be used${line}: ${why}`, STEPS[name]);
  }
}

const STEPS: Readonly<Record<StateFile, string>> = {
  "network.json": "put a copy of it back, or remove the folder and add your files again",
  "journal.jsonl": "put a copy of it back, or cut it off before that line: what stands before is taken",
  "vault.json":
    "put a copy of it back, or remove it: names and words of requests are lost, who helped whom is not",
  "planner.json": "mend the setting that is named, or put a copy of the file back",
};
