import { encodeUtf8, hexOf, Sha256 } from "../base/index.js";

/** Hash of an event's canonical text, chained to the one before it: SHA-256 of both in UTF-8, in hex. */
export type LinkHash = (previous: string, text: string) => string;

/**
 * A hasher that keeps its own scratch: one hash state and one byte buffer for all links. A fresh state for every link costs
 * two buffers outside the heap, and with a million of them the collector takes longer than the hashing.
 * The plain form is `sha256Hex(previous + text)`.
 */
export function linkHasher(): LinkHash {
  const hash = new Sha256();
  let bytes = new Uint8Array(1024);
  return (previous, text) => {
    const whole = previous + text;
    if (bytes.length < whole.length * 3) bytes = new Uint8Array(whole.length * 6);
    return hexOf(hash.update(encodeUtf8(whole, bytes)).digest());
  };
}
