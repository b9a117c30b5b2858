import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

/** SHA-256 of the UTF-8 bytes of `text`, in lower-case hex. */
export function sha256Hex(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/** A short id made of parts: `prefix` and the first 16 hex digits of SHA-256 over the parts as a JSON array. */
export function shortId(prefix: string, ...parts: readonly string[]): string {
  return prefix + sha256Hex(JSON.stringify(parts)).slice(0, 16);
}
