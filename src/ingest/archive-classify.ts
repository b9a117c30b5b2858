import { type Issue, isWarmpathError, WarmpathError } from "../base/index.js";
import type { ArchiveFile, ArchiveTable } from "./archive-files.js";
import { type ArchiveKind, KINDS } from "./archive-tables.js";
import { StreamDecoder, type TextEncodingName } from "./decode.js";
import type { ReadLimits } from "./import.js";

/** A table of the archive whose kind is known. */
export interface KnownFile {
  readonly kind: ArchiveKind;
  /** Lower case, without blanks and underscores. */
  readonly name: string;
  readonly pieces: ArchiveTable["pieces"];
}

/** @throws WarmpathError `INVALID_ARGUMENT` for what is no list of files. */
export function checkFiles(input: readonly ArchiveFile[]): readonly ArchiveTable[] {
  const isFile = (file: Partial<ArchiveFile> | null | undefined) =>
    typeof file?.name === "string" && (typeof file.text === "string" || file.text instanceof Uint8Array);
  if (Array.isArray(input) && input.every(isFile))
    return input.map(({ name, text }: ArchiveFile) => ({ name, pieces: () => [text] }));
  throw new WarmpathError(
    "INVALID_ARGUMENT",
    "the archive is to be the bytes of a zip or a list of { name, text }",
    {
      type: typeof input,
    },
  );
}

/** The table with its kind, or nothing and an issue that says why. */
export function classify(
  { name, pieces }: ArchiveTable,
  source: number,
  options: ReadLimits,
  issues: Issue[],
): KnownFile[] {
  const unused = (code: string, message: string, severity: Issue["severity"] = "info") => {
    issues.push({ code, severity, message, source });
    // To its end, where its checksum tells whether this is what the file was.
    for (const _ of pieces());
    return [];
  };
  const plain = name.toLowerCase().replace(/[ _]/g, "");
  if (/(?:guide|coach|roleplay)\w*messages/.test(plain))
    return unused("FILE_NOT_USED", "Talks with a machine.");
  const head = headOf(pieces());
  if (head === undefined) return unused("ENCODING_UNKNOWN", "A file that is no text was left out.", "error");
  const kind = KINDS.find(([, isKind]) => isKind(head, options))?.[0];
  if (kind === undefined) return unused("FILE_NOT_USED", "Nothing in this file tells of ties.");
  return [{ kind, name: plain, pieces }];
}

/** The first characters of a table, undefined where they are no text. */
export function headOf(
  pieces: Iterable<string | Uint8Array>,
  encoding?: TextEncodingName,
): string | undefined {
  const decoder = new StreamDecoder(encoding, []);
  let head = "";
  try {
    for (const piece of pieces) {
      head += decoder.push(piece.slice(0, 4 * HEAD));
      if (head.length >= HEAD || piece.length > 4 * HEAD) return head.slice(0, HEAD);
    }
    return head + decoder.end();
  } catch (error) {
    if (isWarmpathError(error) && error.code === "ENCODING_UNKNOWN") return undefined;
    throw error;
  }
}

/** The preamble of Connections.csv is some 500 characters, the longest header as much. */
const HEAD = 4096;
