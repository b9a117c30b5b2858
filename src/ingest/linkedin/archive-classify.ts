import type { Issue, IssueCode } from "../../base/index.js";
import type { ArchiveTable } from "../bytes/archive-files.js";
import type { ReadControl } from "../bytes/feed.js";
import { headOf } from "../bytes/head-of.js";
import type { ReadLimits } from "../import.js";
import { headRecords } from "../table/find-header.js";
import { type ArchiveKind, KINDS } from "./archive-tables.js";

/** A table of the archive whose kind is known. */
export interface KnownFile {
  readonly kind: ArchiveKind;
  /** Lower case, without blanks and underscores. */
  readonly name: string;
  readonly pieces: ArchiveTable["pieces"];
}

/** The table with its kind, or nothing and an issue that says why. */
export function classify(
  { name, pieces }: ArchiveTable,
  source: number,
  options: ReadLimits & Pick<ReadControl, "encoding">,
  issues: Issue[],
): KnownFile[] {
  const unused = (code: IssueCode, message: string, severity: Issue["severity"] = "info") => {
    issues.push({ code, severity, message, source });
    // To its end, where its checksum tells whether this is what the file was.
    for (const _ of pieces());
    return [];
  };
  const plain = (name.toLowerCase().split(/[/\\]/).at(-1) ?? "").replace(/[ _]/g, "");
  if (isWithMachine(plain)) return unused("FILE_NOT_USED", "Talks with a machine.");
  const head = headOf(pieces(), options.encoding);
  if (head === undefined) return unused("ENCODING_UNKNOWN", "A file that is no text was left out.", "error");
  const records = headRecords(head, options);
  const kind = KINDS.find(([, isKind]) => isKind(records))?.[0];
  if (kind === undefined) return unused("FILE_NOT_USED", "Nothing in this file tells of ties.");
  return [{ kind, name: plain, pieces }];
}

/** True for the name of a file of talks with an assistant of the network. */
function isWithMachine(name: string): boolean {
  return name.split(/\W+/).some((word) => {
    const { index, 0: machine } = /guide|coach|roleplay/.exec(word) ?? { index: word.length, 0: "" };
    return word.includes("messages", index + machine.length);
  });
}

/** True where one of the files is a table of a LinkedIn archive. */
export function isLinkedInArchive(files: readonly ArchiveTable[], limits: ReadLimits): boolean {
  return files.some(({ pieces }) => {
    const head = headOf(pieces());
    const records = head === undefined ? [] : headRecords(head, limits);
    return KINDS.some(([, isKind]) => isKind(records));
  });
}
