import {
  type AbortSignalLike,
  type Issue,
  isReadable,
  throwIfAborted,
  unfit,
  WarmpathError,
} from "../../base/index.js";
import type { Import } from "../import.js";
import { limitOf, MOST_BYTES } from "../table/limits.js";
import { asBytes, type FileBytes, isWhole } from "./as-bytes.js";
import { StreamDecoder } from "./decode.js";
import type { TextEncodingName } from "./encodings.js";

/** What every reader takes: a whole file as text or bytes, or chunks of either, cut anywhere. */
export type ReadInput = string | FileBytes | Chunks;

/** Pieces of one file in order, as a file's stream gives them. */
export type Chunks = AsyncIterable<string | FileBytes>;

/** What a reader gives. For a whole file (and what the compiler knows nothing of) it is the import at once, a promise of it for chunks. */
export type Reading<Input> = 0 extends 1 & Input
  ? Import
  : Input extends string | FileBytes
    ? Import
    : Promise<Import>;

/** How to follow a long reading and to end it. */
export interface ReadControl {
  /** Encoding of bytes without a byte order mark; old programs write `windows-1252`, or another one of their country. @defaultValue UTF-8, and nothing else is guessed */
  readonly encoding?: TextEncodingName;
  /** The file's name, kept beside each person that it names (`Person.sources`). */
  readonly file?: string;
  /** Called after each chunk, and each mebibyte of a larger one, with the rows read so far. */
  readonly onProgress?: (progress: { readonly rowsRead: number }) => void;
  /** Ends the reading between two chunks or mebibytes; its reason is thrown. */
  readonly signal?: AbortSignalLike;
}

/** What a file's text goes into. */
export interface Sink {
  readonly rowsRead: number;
  /** True once nothing more is taken: the limit of rows is reached. */
  readonly isFull?: boolean;
  /** Bytes whose encoding neither mark nor caller tells are to come as one unit each. */
  readonly takesBytes?: boolean;
  /** `isBytewise`: the text has a unit for each byte. */
  push(text: string, isBytewise: boolean): void;
  end(): void;
}

/**
 * Feeds a file to a sink and gives what `finish` makes of it. A whole file and chunks go the same way, so that both give the same import.
 * @throws WarmpathError `INVALID_ARGUMENT` for what is no input, `ENCODING_UNKNOWN`; the signal's reason where it is aborted.
 */
export function feed<Input extends ReadInput>(
  input: Input,
  control: ReadControl,
  issues: Issue[],
  sink: Sink,
  finish: () => Import,
): Reading<Input> {
  const feeder = new Feeder(control, issues, sink);
  const read = (): Import | Promise<Import> => {
    if (!isWhole(input)) return feedChunks(checkChunks(input), feeder, finish);
    feeder.take(input);
    feeder.end();
    return finish();
  };
  return read() as Reading<Input>;
}

async function feedChunks(chunks: Chunks, feeder: Feeder, finish: () => Import): Promise<Import> {
  for await (const chunk of chunks) {
    feeder.take(chunk);
    if (feeder.isFull) break;
  }
  feeder.end();
  return finish();
}

/** All bytes of a stream. @throws WarmpathError `INVALID_ARGUMENT` for a chunk of text, `LIMIT_EXCEEDED`; the signal's reason where it is aborted. */
export async function collect(
  chunks: Chunks,
  { signal, ...limits }: Pick<ReadControl, "signal"> & { readonly maxBytes?: number },
): Promise<Uint8Array> {
  const maxBytes = limitOf(limits.maxBytes, MOST_BYTES, "maxBytes");
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    throwIfAborted(signal);
    const bytes = asBytes(chunk);
    if (bytes === undefined) throw unfit("chunks", "bytes, of a zip");
    // A copy: a stream may use its buffer again.
    parts.push(bytes.slice());
    length += bytes.length;
    if (length > maxBytes)
      throw new WarmpathError("LIMIT_EXCEEDED", "the zip is longer than is allowed", { maxBytes });
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** Hands the decoded pieces of one file to a sink, looking at the signal before each. */
export class Feeder {
  readonly #control: ReadControl;
  readonly #decoder: StreamDecoder;
  readonly #sink: Sink;

  /** @throws WarmpathError `INVALID_ARGUMENT` for an encoding that is not read or an `onProgress` that is no function. */
  constructor(control: ReadControl, issues: Issue[], sink: Sink) {
    if (control.onProgress !== undefined && typeof control.onProgress !== "function") {
      throw unfit("onProgress", "a function");
    }
    this.#control = control;
    this.#decoder = new StreamDecoder(control.encoding, issues, sink.takesBytes);
    this.#sink = sink;
  }

  /** True once the sink takes nothing more. */
  get isFull(): boolean {
    return this.#sink.isFull === true;
  }

  /** @throws WarmpathError `INVALID_ARGUMENT`, `ENCODING_UNKNOWN`; the signal's reason where it is aborted. */
  take(given: string | FileBytes): void {
    const chunk = asBytes(given) ?? (given as string);
    const isLong = isWhole(chunk) && chunk.length > PIECE;
    for (let at = 0; (at === 0 || (isLong && at < chunk.length)) && !this.isFull; at += PIECE) {
      throwIfAborted(this.#control.signal);
      const piece = !isLong
        ? chunk
        : typeof chunk === "string"
          ? chunk.slice(at, at + PIECE)
          : chunk.subarray(at, at + PIECE);
      const text = this.#decoder.push(piece);
      this.#sink.push(text, this.#decoder.isBytewise);
      this.#control.onProgress?.({ rowsRead: this.#sink.rowsRead });
    }
  }

  end(): void {
    throwIfAborted(this.#control.signal);
    const text = this.#decoder.end();
    this.#sink.push(text, this.#decoder.isBytewise);
    this.#sink.end();
  }
}

function checkChunks(input: unknown): Chunks {
  const source = (isReadable(input) ? input : {}) as Partial<Chunks>;
  if (typeof source[Symbol.asyncIterator] === "function") return input as Chunks;
  const expected = "the input is to be a string, bytes or an AsyncIterable of chunks of either";
  throw new WarmpathError("INVALID_ARGUMENT", expected, { type: typeof input });
}

/** Units of text or bytes between two looks at the signal. */
const PIECE = 1 << 20;
