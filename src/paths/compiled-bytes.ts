import { WarmpathError } from "../base/index.js";
import { ArcIndex } from "../search/index.js";
import type { CompiledTies } from "./compile-ties.js";

/** What a buffer holds of a compiled network; who is who and who is tied to whom stand in the network itself. */
export interface SavedScores extends Pick<CompiledTies, "strengths" | "silences" | "index"> {
  readonly fingerprint: readonly [number, number];
}

/**
 * Writes the scores of all ties and the arc index as one buffer.
 *
 *     header     12 x uint32: magic, version, checksum, fingerprint (2), ties, bytes of the index, 0 …
 *     strengths  float64 per tie and side
 *     silences   float64 per tie and side
 *     index      as in `search`
 */
export function writeScores({ strengths, silences, index, fingerprint }: SavedScores): ArrayBuffer {
  const { buffer: arcs } = index;
  const scores = 8 * strengths.length;
  const buffer = new ArrayBuffer(HEADER_BYTES + 2 * scores + padded(arcs.byteLength));
  const header = new Uint32Array(buffer, 0, HEADER_WORDS);
  header.set([MAGIC, VERSION, 0, ...fingerprint, strengths.length / 2, arcs.byteLength]);
  new Float64Array(buffer, HEADER_BYTES, strengths.length).set(strengths);
  new Float64Array(buffer, HEADER_BYTES + scores, silences.length).set(silences);
  new Uint8Array(buffer, HEADER_BYTES + 2 * scores, arcs.byteLength).set(new Uint8Array(arcs));
  header[CHECKSUM] = checksumOf(buffer);
  return buffer;
}

/**
 * Reads such a buffer; the scores are views of it, the index a copy of its part.
 * @throws WarmpathError `INDEX_CORRUPT` for any other bytes, and for another byte order.
 */
export function readScores(buffer: ArrayBuffer): SavedScores {
  const isBuffer = buffer?.byteLength >= HEADER_BYTES && !ArrayBuffer.isView(buffer);
  if (!isBuffer || buffer.byteLength % 8 !== 0) throw corrupt();
  const [magic, version, checksum, a = 0, b = 0, ties = 0, bytes = 0, ...rest] = new Uint32Array(
    buffer,
    0,
    HEADER_WORDS,
  );
  const scores = 16 * ties;
  const isWhole =
    magic === MAGIC &&
    version === VERSION &&
    rest.every((word) => word === 0) &&
    buffer.byteLength === HEADER_BYTES + 2 * scores + padded(bytes);
  if (!isWhole || checksum !== checksumOf(buffer)) throw corrupt();
  const start = HEADER_BYTES + 2 * scores;
  return {
    fingerprint: [a, b],
    strengths: new Float64Array(buffer, HEADER_BYTES, 2 * ties),
    silences: new Float64Array(buffer, HEADER_BYTES + scores, 2 * ties),
    index: ArcIndex.fromBuffer(buffer.slice(start, start + bytes)),
  };
}

/** A mixing sum over every word but its own: each step can be undone, so no single change is lost. */
function checksumOf(buffer: ArrayBuffer): number {
  const words = new Uint32Array(buffer);
  let hash = 0;
  for (let i = 0; i < words.length; i++) {
    const word = i === CHECKSUM ? 0 : words[i]!;
    hash = Math.imul(((hash << 13) | (hash >>> 19)) ^ word, 0x1b87_3593);
  }
  return hash >>> 0;
}

function padded(bytes: number): number {
  return Math.ceil(bytes / 8) * 8;
}

function corrupt(): WarmpathError {
  return new WarmpathError("INDEX_CORRUPT", "a compiled network is to be the whole buffer that compile gave");
}

/** "WPCN" in the machine's byte order. */
const MAGIC = 0x4e43_5057;
const VERSION = 1;
const CHECKSUM = 2;
const HEADER_WORDS = 12;
const HEADER_BYTES = 4 * HEADER_WORDS;
