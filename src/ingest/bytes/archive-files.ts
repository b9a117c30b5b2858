import { type Issue, isReadable, unfit, WarmpathError } from "../../base/index.js";
import { limitOf, MOST_BYTES } from "../table/limits.js";
import { asBytes, type FileBytes, isWhole } from "./as-bytes.js";
import { unpackEntry, type ZipEntry, zipEntries } from "./zip-entries.js";

/** A file of an archive that the caller has unpacked themselves. */
export interface ArchiveFile {
  readonly name: string;
  readonly text: string | FileBytes;
}

/** A table of an archive; its pieces are made anew each time. */
export interface ArchiveTable {
  readonly name: string;
  readonly pieces: () => Iterable<string | Uint8Array>;
}

/** Bounds on what an archive may unpack to. */
export interface ArchiveLimits {
  /** Bytes of all tables together. @defaultValue 1 GiB */
  readonly maxBytes?: number;
  /** Entries looked at. @defaultValue 5,000 */
  readonly maxFiles?: number;
}

/** Files that the caller has unpacked, as tables. @throws WarmpathError `INVALID_ARGUMENT` for what is no list of files. */
export function givenTables(input: readonly ArchiveFile[]): readonly ArchiveTable[] {
  const isFile = (file: Partial<ArchiveFile> | null | undefined) =>
    typeof file?.name === "string" && isWhole(file.text);
  if (isReadable(input) && Array.isArray(input) && input.every(isFile))
    return input.map(({ name, text }: ArchiveFile) => ({
      name,
      pieces: () => [asBytes(text) ?? (text as string)],
    }));
  throw unfit("input", "the bytes of a zip or a list of { name, text }");
}

/**
 * The `.csv` files of a zip, in code-unit order of their names, unpacked as they are read. What the zip's directory claims is checked
 * before, and no entry can grow beyond its claim or differ from its checksum. Entries whose path climbs out (`../`, absolute) are left out with an issue.
 * @throws WarmpathError `ARCHIVE_CORRUPT` for bytes that are no sound zip, `LIMIT_EXCEEDED` for a bomb.
 */
export function zippedTables(bytes: Uint8Array, limits: ArchiveLimits, issues: Issue[]): ArchiveTable[] {
  const maxBytes = limitOf(limits.maxBytes, MOST_BYTES, "maxBytes");
  const maxFiles = limitOf(limits.maxFiles, 5000, "maxFiles");
  let total = 0;
  let count = 0;
  let exceeded = false;
  const tables = soundly(bytes, () => zipEntries(bytes)).filter(({ name, originalSize, size }) => {
    count++;
    if (/\.zip$/i.test(name)) {
      const message = "A zip within the zip was not opened: unpack it first.";
      issues.push({ code: "ARCHIVE_NESTED", severity: "warning", message, source: count - 1 });
    }
    if (!/\.csv$/i.test(name) || /^__MACOSX\//.test(name)) return false;
    if (/(?:^|[/\\])\.\.(?:[/\\]|$)|^[/\\]|^[a-z]:/i.test(name)) {
      const message = "A file whose path leads out of the archive was left out.";
      issues.push({ code: "ARCHIVE_PATH", severity: "warning", message, source: count - 1 });
      return false;
    }
    total += originalSize;
    // Deflate cannot do better than 1,032 to 1; text of exports stays below 60 to 1.
    exceeded ||= total > maxBytes || count > maxFiles || originalSize > 1_000_000 + size * 1100;
    return true;
  });
  if (exceeded) {
    throw new WarmpathError("LIMIT_EXCEEDED", "the archive unpacks to more than is allowed", {
      bytes: total,
      maxBytes,
      maxFiles,
    });
  }
  if (tables.length === 0) {
    const message = "The zip holds no table (.csv).";
    issues.push({ code: "ARCHIVE_EMPTY", severity: "warning", message });
  }
  // Of two entries with one name the later one counts.
  const byName = new Map<string, ZipEntry>(tables.map((entry) => [entry.name, entry]));
  return [...byName.keys()].sort().map((name) => ({
    name,
    pieces: () => soundPieces(bytes, byName.get(name) as ZipEntry),
  }));
}

/** Pieces of an entry, or what a zip that is not sound throws. */
function* soundPieces(bytes: Uint8Array, entry: ZipEntry): Generator<Uint8Array> {
  const pieces = unpackEntry(bytes, entry);
  for (;;) {
    const { value, done } = soundly(bytes, () => pieces.next());
    if (done) return;
    yield value;
  }
}

function soundly<T>(bytes: Uint8Array, read: () => T): T {
  try {
    return read();
  } catch {
    throw new WarmpathError("ARCHIVE_CORRUPT", "the bytes are no sound zip archive", { bytes: bytes.length });
  }
}
