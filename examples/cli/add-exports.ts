import { isUtf8 } from "node:buffer";
import { type Issue, isWarmpathError, type Person, type WarmpathError } from "warmpath";
import { type FileImport, type NamedFile, readExports } from "warmpath/ingest";
import { type JobChange, jobChanges } from "warmpath/network";
import { type IdentityReview, resolvePeople } from "warmpath/people";
import type { Io } from "./call.js";
import { count, progress, shown } from "./terminal.js";
import type { Workspace } from "./workspace.js";

/** What came of adding files. */
export interface Added {
  readonly files: readonly FileImport[];
  /** Files that could not be read, each with the reason. */
  readonly left: readonly { readonly file: string; readonly code: string; readonly why: string }[];
  /** All of it in lines for a person. */
  readonly told: readonly string[];
  /** Pairs who may be one person each. */
  readonly reviews: readonly IdentityReview[];
}

/** Reads one owner's files into the network, those that can be read, and makes one person of each human. */
export function addExports(
  io: Io,
  workspace: Workspace,
  owner: Person,
  given: readonly NamedFile[],
  now = io.today(),
): Added {
  const { network } = workspace.planner;
  const known = ["me", ...workspace.memory.teammates].flatMap((id) => network.person(id) ?? []);
  const idOf = (row: Partial<Person>): string | undefined => known.find((person) => isSame(person, row))?.id;
  const before = network.people().length;
  const { files, left } = progress(io, `reading ${count(given.length, "file")}`, (report) =>
    readable(given, { owner, idOf, now, onProgress: ({ rowsRead }) => report(`${rowsRead} rows`) }),
  );
  const told: string[] = [];
  const moved: JobChange[] = [];
  for (const file of files) {
    moved.push(...jobChanges(network, file).filter(({ person }) => person !== owner.id));
    const { issues } = network.import(file);
    told.push(...linesOf(file, issues));
  }
  for (const { file, why } of left) told.push(`${file}: NOT READ. ${why}`);
  // Exports tell no day of their own; what they show anew is news of today.
  keepChanges(
    workspace,
    moved.map((change) => ({ ...change, seenBetween: [change.seenBetween[0], now] })),
  );
  if (moved.length > 0)
    told.push(`${count(moved.length, "person", "people")} changed company or title: see warmpath today.`);
  const { merged, reviews } = progress(io, "comparing people", () => onePersonEach(workspace));
  if (merged > 0)
    told.push(`${count(merged, "record was", "records were")} of somebody who is known already.`);
  const fresh = network.people().length - before;
  if (files.length > 0)
    told.push(`${count(network.people().length, "person", "people")} in all, ${fresh} of them new.`);
  return { files, left, told, reviews };
}

/** The newest change of each person. */
function keepChanges(workspace: Workspace, moved: readonly JobChange[]): void {
  const { memory } = workspace;
  const fresh = new Set(moved.map(({ person }) => person));
  const changes = [...moved, ...memory.changes.filter(({ person }) => !fresh.has(person))].slice(
    0,
    MOST_CHANGES,
  );
  workspace.memory = { ...memory, changes };
}

const MOST_CHANGES = 100;

/** Makes one person of each human, as far as records and answers tell; what is open comes back. */
export function onePersonEach(workspace: Workspace): {
  readonly merged: number;
  readonly reviews: readonly IdentityReview[];
} {
  const { network } = workspace.planner;
  const { decisions } = workspace.memory;
  const resolution = resolvePeople(network.people(), { decisions });
  network.merge(resolution);
  const canonical = (id: string): string => network.canonical(id);
  const teammates = [...new Set(workspace.memory.teammates.map(canonical))];
  const kept = decisions.map(({ a, b, same }) => ({ a: canonical(a), b: canonical(b), same }));
  workspace.memory = { ...workspace.memory, teammates, decisions: kept.filter(({ a, b }) => a !== b) };
  return { merged: resolution.merged.length, reviews: resolution.reviews };
}

type Reading = Parameters<typeof readExports>[1];

/** Reads the files that can be read: one that cannot is left out, and the rest is tried again. */
function readable(given: readonly NamedFile[], options: Reading): Pick<Added, "files" | "left"> {
  let files = given.map(withEncoding);
  const left: Added["left"][number][] = [];
  while (files.length > 0) {
    try {
      return { files: readExports(files, options), left };
    } catch (error) {
      if (!isWarmpathError(error)) throw error;
      const file = files.find(({ name }) => name === error.details["file"]);
      if (file === undefined) throw error;
      left.push({ file: file.name, code: error.code, why: whyLeft(error, file.name) });
      files = files.filter((one) => one !== file);
    }
  }
  return { files: [], left };
}

/** A file that is UTF-8 stays so, whatever the others are in. */
function withEncoding(file: NamedFile): NamedFile {
  const { encoding, ...rest } = file;
  // UTF-16 of Latin letters is UTF-8 too, with a zero between each two of them.
  const bytes = typeof file.text === "string" ? undefined : (file.text as Uint8Array);
  const isText = bytes === undefined || (isUtf8(bytes) && !bytes.includes(0));
  return encoding === undefined || isText ? rest : file;
}

/** Why a file could not be read and what to do, in words for whoever called. */
function whyLeft({ code, message, details }: WarmpathError, file: string): string {
  if (code === "ENCODING_UNKNOWN") {
    const utf16 = /utf-16[bl]e/.exec(message)?.[0];
    return utf16 === undefined
      ? NO_UTF8
      : `It is in UTF-16 and does not say so. Add it with --encoding ${utf16}.`;
  }
  if (code === "FORMAT_UNKNOWN" && details["needs"] === undefined) return UNKNOWN;
  if (details["what"] === "owner") return NO_ADDRESS;
  const own = message.startsWith(`${file}: `) ? message.slice(file.length + 2) : message;
  return sentence(own);
}

const NO_UTF8 =
  "It is not in UTF-8. Say what it is in: --encoding windows-1252 (Western Europe), windows-1250 (Central Europe), windows-1251 (Cyrillic), shift_jis or another.";
const NO_ADDRESS =
  "Mails tell who wrote to whom by address. Say yours: warmpath me --email you@example.com; then add the file again.";
const UNKNOWN = "It is no export that is known; `warmpath help add` lists what is read.";

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? "" : "."}`;
}

/** One line on what a file held, and one for each kind of row that was skipped or read with a doubt. */
function linesOf({ file, with: further, report, issues }: FileImport, imported: readonly Issue[]): string[] {
  const skipped = report.rowsSkipped === 0 ? "none skipped" : `${report.rowsSkipped} skipped`;
  const name = [file, ...further].join(" with ");
  const groups = new Map<string, { message: string; rows: number[]; headers: Set<string>; count: number }>();
  for (const { code, message, row, details } of [...issues, ...imported]) {
    const group = groups.get(code) ?? { message, rows: [], headers: new Set(), count: 0 };
    group.count++;
    if (typeof details?.["header"] === "string") group.headers.add(shown(details["header"]));
    if (row !== undefined && group.rows.length < MOST_ROWS) group.rows.push(row);
    groups.set(code, group);
  }
  const doubts = [...groups.values()].map(({ message, rows, headers, count: n }) => {
    const columns = headers.size === 0 ? "" : ` (${[...headers].join(", ")})`;
    const where = rows.length === 0 ? "" : ` (row ${rows.join(", ")}${n > rows.length ? ", …" : ""})`;
    return `  ! ${n} x ${message}${columns}${where}`;
  });
  return [`${name}: ${count(report.rowsRead, "row")} read, ${report.rowsKept} kept, ${skipped}`, ...doubts];
}

const MOST_ROWS = 4;

function isSame(person: Person, row: Partial<Person>): boolean {
  return folded(person.name) === folded(row.name) && folded(person.company) === folded(row.company);
}

function folded(text = ""): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}
