import { hexOf, hmacSha256, Sha256 } from "./sha256.js";
import { encodeUtf8 } from "./utf8.js";

/** One for all ids: it begins anew after each digest, and ids are made by the thousand. */
const HASH = /* @__PURE__ */ new Sha256();

/** SHA-256 of the UTF-8 bytes of `text`, in lower-case hex. */
export function sha256Hex(text: string): string {
  return hexOf(HASH.update(encodeUtf8(text)).digest());
}

/** A short id made of parts: `prefix` and the first 16 hex digits of SHA-256 over the parts as a JSON array. */
export function shortId(prefix: string, ...parts: readonly string[]): string {
  return prefix + sha256Hex(JSON.stringify(parts)).slice(0, 16);
}

/** The same by HMAC-SHA-256 under a secret: without it nobody can tell which parts an id is made of. */
export function keyedId(prefix: string, key: string, ...parts: readonly string[]): string {
  return prefix + hexOf(hmacSha256(encodeUtf8(key), encodeUtf8(JSON.stringify(parts)))).slice(0, 16);
}
