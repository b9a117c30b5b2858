import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";

export { bytesToHex as hexOf } from "@noble/hashes/utils.js";

/** SHA-256 that begins anew after each digest: ids and links of a chain are made by the thousand. */
export class Sha256 {
  readonly #fresh = sha256.create();
  #state = this.#fresh.clone();

  update(bytes: Uint8Array): this {
    this.#state.update(bytes);
    return this;
  }

  /** The hash of all that came, and a fresh start. */
  digest(): Uint8Array {
    const hash = this.#state.digest();
    this.#state = this.#fresh._cloneInto(this.#state);
    return hash;
  }
}

/** HMAC-SHA-256 (RFC 2104). */
export function hmacSha256(key: Uint8Array, text: Uint8Array): Uint8Array {
  return hmac(sha256, key, text);
}
