import { checkKeys } from "./check-options.js";
import { isReadable } from "./check-shape.js";
import { checksumOf } from "./checksum-of.js";
import { WarmpathError } from "./error.js";

/** How a saved state is told from others. */
export interface SnapshotForm<Parts extends object> {
  /** What it is called in messages: "network". */
  readonly what: string;
  readonly format: string;
  /** The version that is written; those before it carry no checksum. */
  readonly version: number;
  /** Every key that may stand in it, beside format, version and checksum. */
  readonly keys: readonly string[];
  /** What the checksum is made of, where that is less than all parts. @defaultValue the parts */
  readonly sum?: (parts: Parts) => object;
}

/** What every saved state has. */
export interface Sealed {
  readonly version: number;
  /** A sum of the parts in hex (`checksumOf`), whatever order their keys are in. */
  readonly checksum: string;
}

/** A state's parts as they are saved: with format, version and checksum, so that no change of a byte goes unseen. */
export function sealed<Parts extends object>(
  { format, version, sum }: SnapshotForm<Parts>,
  parts: Parts,
): Sealed & Parts {
  return { format, version, checksum: checksumOf(sum?.(parts) ?? parts), ...parts };
}

/**
 * The parts of a saved state, unless something of them was changed since. Versions before the present one have no checksum.
 * @throws WarmpathError `INVALID_SNAPSHOT`, `SNAPSHOT_NEWER`.
 */
export function unsealed<Parts extends object>(form: SnapshotForm<Parts>, snapshot: unknown): Parts {
  const invalid = (expected: string): WarmpathError =>
    new WarmpathError("INVALID_SNAPSHOT", `a ${form.what}'s snapshot is to be ${expected}`);
  if (!isReadable(snapshot)) throw invalid("an object");
  const { format, version, checksum, ...parts } = snapshot as Readonly<Record<string, unknown>>;
  if (format !== form.format) throw invalid(`of format ${form.format}`);
  if (typeof version !== "number" || !Number.isInteger(version) || version < 1)
    throw invalid("of a whole version");
  if (version > form.version) {
    const details = { version, newest: form.version };
    throw new WarmpathError(
      "SNAPSHOT_NEWER",
      "the snapshot is of a newer version than this library reads",
      details,
    );
  }
  checkKeys(parts, form.keys, `a ${form.what}'s snapshot`, "INVALID_SNAPSHOT");
  if (version < form.version) {
    if (checksum !== undefined) throw invalid("of a version that fits its checksum");
    return parts as Parts;
  }
  let found: string | undefined;
  try {
    found = checksumOf(form.sum?.(parts as Parts) ?? parts);
  } catch {
    throw invalid("plain JSON");
  }
  if (found !== checksum)
    throw invalid(
      "as it was written: what was changed since, or saved by an unreleased build, is to be made anew",
    );
  return parts as Parts;
}
