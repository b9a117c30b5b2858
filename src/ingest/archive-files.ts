import { unzipSync } from "fflate";
import { type Issue, WarmpathError } from "../base/index.js";

/** A file of an archive that the caller has unpacked himself. */
export interface ArchiveFile {
  readonly name: string;
  readonly text: string | Uint8Array;
}

/** Bounds on what an archive may unpack to. */
export interface ArchiveLimits {
  /** Bytes of all tables together. @defaultValue 1 GiB */
  readonly maxBytes?: number;
  /** Entries looked at. @defaultValue 5,000 */
  readonly maxFiles?: number;
}

/**
 * The `.csv` files of a zip, in code-unit order of their names. What the zip's directory claims is checked before anything is unpacked,
 * and no entry can grow beyond its claim; entries whose path climbs out (`../`, absolute) are left out with an issue.
 * @throws WarmpathError `ARCHIVE_CORRUPT` for bytes that are no sound zip, `LIMIT_EXCEEDED` for a bomb.
 */
export function unpackTables(bytes: Uint8Array, limits: ArchiveLimits, issues: Issue[]): ArchiveFile[] {
  const maxBytes = limits.maxBytes ?? 1024 ** 3;
  const maxFiles = limits.maxFiles ?? 5000;
  let total = 0;
  let count = 0;
  let exceeded = false;
  const unpacked = unpack(bytes, ({ name, originalSize, size }) => {
    count++;
    if (!/\.csv$/i.test(name) || /^__MACOSX\//.test(name)) return false;
    if (/(?:^|[/\\])\.\.(?:[/\\]|$)|^[/\\]|^[a-z]:/i.test(name)) {
      const message = "A file whose path leads out of the archive was left out.";
      issues.push({ code: "ARCHIVE_PATH", severity: "warning", message, source: count - 1 });
      return false;
    }
    total += originalSize;
    // Deflate cannot do better than 1,032 to 1; text of exports stays below 60 to 1.
    exceeded ||= total > maxBytes || count > maxFiles || originalSize > 1_000_000 + size * 1100;
    return !exceeded;
  });
  if (exceeded) {
    throw new WarmpathError("LIMIT_EXCEEDED", "the archive unpacks to more than is allowed", {
      bytes: total,
      maxBytes,
      maxFiles,
    });
  }
  return Object.keys(unpacked)
    .sort()
    .map((name) => ({ name, text: unpacked[name] as Uint8Array }));
}

interface Entry {
  readonly name: string;
  readonly size: number;
  readonly originalSize: number;
}

function unpack(bytes: Uint8Array, filter: (entry: Entry) => boolean): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes, { filter });
  } catch {
    throw new WarmpathError("ARCHIVE_CORRUPT", "the bytes are no sound zip archive", { bytes: bytes.length });
  }
}
