import { canonicalJson, WarmpathError } from "../base/index.js";
import type { LinkHash } from "./link-hasher.js";

/** The version that `toJSONL` writes. */
export const JOURNAL_VERSION = 2;

/** The hash before the first event. */
export const GENESIS: string = "0".repeat(64);

/** First line of a saved journal. */
export interface JournalHeader {
  readonly format: "warmpath.journal";
  /** Hash of the last event's line. */
  readonly head: string;
  /** Number of events. */
  readonly length: number;
  readonly version: number;
}

/** The header's line, without line end. */
export function headerLine(length: number, head: string): string {
  return canonicalJson({ format: "warmpath.journal", head, length, version: JOURNAL_VERSION });
}

/** An event's line, without line end. */
export function eventLine(text: string, hash: string): string {
  return `${OPENING}${text},"hash":"${hash}"}`;
}

/**
 * Reads the first line of a saved journal.
 * @throws WarmpathError `JOURNAL_CORRUPT`, or `SNAPSHOT_NEWER` where a later version of warmpath wrote it.
 */
export function readHeader(line: string): JournalHeader {
  let header: Partial<JournalHeader> | null;
  try {
    header = JSON.parse(line) as Partial<JournalHeader> | null;
  } catch {
    throw corrupt(1, "the first line is to be a journal's header");
  }
  const { format, head, length, version } = header ?? {};
  if (format !== "warmpath.journal" || typeof head !== "string" || !isCount(length) || !isCount(version)) {
    throw corrupt(1, "the first line is to be a journal's header");
  }
  if (version > JOURNAL_VERSION) {
    throw new WarmpathError("SNAPSHOT_NEWER", "a later version of warmpath wrote this journal", { version });
  }
  if (version < 1) throw corrupt(1, "the header's version is unknown");
  return { format, head, length, version };
}

/**
 * Reads one event's line and checks its hash. The hash covers the very characters of the event, so that no second
 * writing of it is needed.
 * @throws WarmpathError `JOURNAL_CORRUPT` with the line's number.
 */
export function readEventLine(
  line: string,
  previous: string,
  number: number,
  link: LinkHash,
): { text: string; hash: string } {
  const text = line.slice(OPENING.length, -CLOSING);
  const hash = link(previous, text);
  if (line !== eventLine(text, hash)) throw corrupt(number, "a line was changed, lost, added or moved");
  return { text, hash };
}

/** The error of a line that is not as it was written. */
export function corrupt(line: number, message: string): WarmpathError {
  return new WarmpathError("JOURNAL_CORRUPT", message, { line });
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

const OPENING = '{"event":';
/** Length of what follows the event in its line. */
const CLOSING = ',"hash":""}'.length + GENESIS.length;
