import { type Issue, WarmpathError } from "../base/index.js";
import type { ArchiveFile } from "./archive-files.js";
import { type ArchiveKind, KINDS } from "./archive-tables.js";
import { decodeText } from "./decode.js";
import type { ReadLimits } from "./import.js";

/** A table of the archive whose kind is known. */
export interface KnownFile {
  readonly kind: ArchiveKind;
  /** Lower case, without blanks and underscores. */
  readonly name: string;
  readonly text: string;
}

/** @throws WarmpathError `INVALID_ARGUMENT` for what is no list of files. */
export function checkFiles(input: readonly ArchiveFile[]): readonly ArchiveFile[] {
  const isFile = (file: Partial<ArchiveFile> | null | undefined) =>
    typeof file?.name === "string" && (typeof file.text === "string" || file.text instanceof Uint8Array);
  if (Array.isArray(input) && input.every(isFile)) return input;
  throw new WarmpathError(
    "INVALID_ARGUMENT",
    "the archive is to be the bytes of a zip or a list of { name, text }",
    {
      type: typeof input,
    },
  );
}

/** The file as a table of a known kind, or nothing and an issue that says why. */
export function classify(
  file: ArchiveFile,
  source: number,
  options: ReadLimits,
  issues: Issue[],
): KnownFile[] {
  const unused = (code: string, message: string) => {
    issues.push({ code, severity: "info", message, source });
    return [];
  };
  const plain = file.name.toLowerCase().replace(/[ _]/g, "");
  if (/(?:guide|coach|roleplay)\w*messages/.test(plain))
    return unused("FILE_NOT_USED", "Talks with a machine.");
  let text: string;
  try {
    text = decodeText(file.text, undefined, []);
  } catch {
    return unused("ENCODING_UNKNOWN", "A file that is no text was left out.");
  }
  // The preamble of Connections.csv is some 500 characters, the longest header as much.
  const head = text.slice(0, 4096);
  const kind = KINDS.find(([, isKind]) => isKind(head, options))?.[0];
  if (kind === undefined) return unused("FILE_NOT_USED", "Nothing in this file tells of ties.");
  return [{ kind, name: plain, text }];
}
