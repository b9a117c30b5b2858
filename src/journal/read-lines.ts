import { isReadable, isWarmpathError, madeOf, WarmpathError } from "../base/index.js";
import { corrupt, GENESIS, type JournalHeader, readEventLine, readHeader } from "./chain.js";
import { checkEvent } from "./check-event.js";
import type { JournalEvent } from "./event.js";
import { type LinkHash, linkHasher } from "./link-hasher.js";
import { migrateEvent } from "./migrate-event.js";
import { freeze } from "./store-event.js";

/** Takes an event that was read, with its hash where the chain still fits; false where its id is there already. */
export type Accept = (event: JournalEvent, hash: string | undefined) => boolean;

/** Checks a saved journal line by line, wherever the lines come from. */
export interface LineReader {
  /** Throws `JOURNAL_CORRUPT` with the line's number, or `SNAPSHOT_NEWER`; the reader is not to be used after that. */
  push(line: string): void;
  /** To be called after the last line; throws `JOURNAL_CORRUPT` where lines are missing. */
  end(): void;
}

/** What `recover` could not take. */
export interface Recovery {
  /** Number of the first line that is bad or missing, from 1; absent where nothing is wrong. */
  readonly line?: number;
  /** That line and all after it, as they stand in the text. */
  readonly beyond: readonly string[];
}

/** A reader that hands every good event to `accept`. */
export function lineReader(accept: Accept): LineReader {
  let header: JournalHeader | undefined;
  let hash = GENESIS;
  let number = 0;
  let count = 0;
  const link = linkHasher();
  const take = keepingChain(accept);
  return {
    push(raw) {
      if (typeof raw !== "string") throw corrupt(number + 1, "a line is to be text");
      number++;
      const line = raw.endsWith("\r") ? raw.slice(0, -1) : raw;
      if (header === undefined) {
        header = readHeader(line);
      } else if (line !== "") {
        hash = readEvent(line, { previous: hash, number, version: header.version, link }, take);
        count++;
      }
    },
    end() {
      if (header === undefined) throw corrupt(1, "a journal's header is missing");
      if (count !== header.length || hash !== header.head) {
        throw corrupt(
          count < header.length ? number + 1 : number,
          "the header tells of other lines than there are",
        );
      }
    },
  };
}

/** @throws WarmpathError `JOURNAL_CORRUPT` for what cannot be read line by line. */
export function checkSource(lines: unknown, ...ways: readonly symbol[]): void {
  const canBeRead = typeof lines === "string" || isReadable(lines);
  const isIn = (): boolean =>
    ways.some((way) => typeof (lines as Record<symbol, unknown> | undefined)?.[way] === "function");
  if (!canBeRead || !madeOf("lines", isIn)) throw corrupt(1, "a saved journal is to be lines");
}

/** Hands over the longest valid beginning. A damaged header is passed over: the chain itself proves the lines. */
export function recoverLines(text: string, accept: Accept): Recovery {
  const lines = [...splitLines(text)];
  let header: JournalHeader | undefined;
  let hash = GENESIS;
  let count = 0;
  const link = linkHasher();
  const take = keepingChain(accept);
  for (const [i, line] of lines.entries()) {
    try {
      if (i === 0) header = readHeader(line);
      else if (line !== "") {
        hash = readEvent(line, { previous: hash, number: i + 1, version: header?.version ?? 1, link }, take);
        count++;
      }
    } catch (error) {
      if (!isWarmpathError(error)) throw error;
      if (i > 0) return { line: i + 1, beyond: lines.slice(i) };
    }
  }
  if (header === undefined) return { line: 1, beyond: lines.slice(0, 1) };
  return count < header.length ? { line: lines.length + 1, beyond: [] } : { beyond: [] };
}

/**
 * The lines of a text without its line ends; none for what follows the last line end.
 * @throws WarmpathError `JOURNAL_CORRUPT` for what is no text.
 */
export function* splitLines(text: string): Generator<string, void, undefined> {
  if (typeof text !== "string") throw corrupt(1, "a saved journal is to be text");
  let from = 0;
  while (from < text.length) {
    const end = text.indexOf("\n", from);
    const line = text.slice(from, end < 0 ? text.length : end);
    yield line.endsWith("\r") ? line.slice(0, -1) : line;
    from = end < 0 ? text.length : end + 1;
  }
}

/** After an event that was lifted to a newer version the old hashes no longer hold, for it and for all behind it. */
function keepingChain(accept: Accept): Accept {
  let holds = true;
  return (event, hash) => {
    holds &&= hash !== undefined;
    return accept(event, holds ? hash : undefined);
  };
}

/** Where a line stands in its chain. */
interface Place {
  readonly previous: string;
  readonly number: number;
  readonly version: number;
  readonly link: LinkHash;
}

function readEvent(line: string, { previous, number, version, link }: Place, accept: Accept): string {
  const { text, hash } = readEventLine(line, previous, number, link);
  let event: JournalEvent;
  try {
    const { event: migrated, changed } = migrateEvent(JSON.parse(text), version);
    event = freeze(checkEvent(migrated, "stored"));
    if (!accept(event, changed ? undefined : hash))
      throw new WarmpathError("INVALID_EVENT", "an id comes twice");
  } catch {
    throw corrupt(number, "a line's hash fits, but it holds no event that this version knows");
  }
  return hash;
}
