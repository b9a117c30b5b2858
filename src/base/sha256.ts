/** SHA-256 (FIPS 180-4) that begins anew after each digest: ids and links of a chain are made by the thousand. */
export class Sha256 {
  readonly #state = Int32Array.from(START);
  readonly #block = new Uint8Array(BLOCK);
  readonly #words = new Int32Array(64);
  #length = 0;

  update(bytes: Uint8Array): this {
    const block = this.#block;
    let at = this.#length % BLOCK;
    this.#length += bytes.length;
    for (let from = 0; from < bytes.length; ) {
      const part = Math.min(BLOCK - at, bytes.length - from);
      // Where whole blocks lie in a row they are read as they lie.
      if (part === BLOCK) this.#take(bytes, from);
      else {
        block.set(bytes.subarray(from, from + part), at);
        if (at + part === BLOCK) this.#take(block, 0);
      }
      at = (at + part) % BLOCK;
      from += part;
    }
    return this;
  }

  /** The hash of all that came, and a fresh start. */
  digest(): Uint8Array {
    const block = this.#block;
    const used = this.#length % BLOCK;
    block[used] = 0x80;
    block.fill(0, used + 1);
    if (used >= BLOCK - 8) {
      this.#take(block, 0);
      block.fill(0);
    }
    put(block, BLOCK - 8, Math.floor(this.#length / 2 ** 29));
    put(block, BLOCK - 4, this.#length * 8);
    this.#take(block, 0);
    const hash = new Uint8Array(32);
    for (let i = 0; i < 8; i++) put(hash, 4 * i, this.#state[i] as number);
    this.#state.set(START);
    this.#length = 0;
    return hash;
  }

  #take(bytes: Uint8Array, from: number): void {
    const w = this.#words;
    const state = this.#state;
    for (let i = 0, at = from; i < 16; i++, at += 4)
      w[i] =
        ((bytes[at] as number) << 24) |
        ((bytes[at + 1] as number) << 16) |
        ((bytes[at + 2] as number) << 8) |
        (bytes[at + 3] as number);
    for (let i = 16; i < 64; i++) {
      const early = w[i - 15] as number;
      const late = w[i - 2] as number;
      const s0 = ((early >>> 7) | (early << 25)) ^ ((early >>> 18) | (early << 14)) ^ (early >>> 3);
      const s1 = ((late >>> 17) | (late << 15)) ^ ((late >>> 19) | (late << 13)) ^ (late >>> 10);
      w[i] = (w[i - 16] as number) + s0 + (w[i - 7] as number) + s1;
    }
    let a = state[0] as number;
    let b = state[1] as number;
    let c = state[2] as number;
    let d = state[3] as number;
    let e = state[4] as number;
    let f = state[5] as number;
    let g = state[6] as number;
    let h = state[7] as number;
    for (let i = 0; i < 64; i++) {
      const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
      const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
      const one = (h + s1 + (g ^ (e & (f ^ g))) + (K[i] as number) + (w[i] as number)) | 0;
      const two = (s0 + ((a & b) | (c & (a | b)))) | 0;
      h = g;
      g = f;
      f = e;
      e = (d + one) | 0;
      d = c;
      c = b;
      b = a;
      a = (one + two) | 0;
    }
    state[0] = (state[0] as number) + a;
    state[1] = (state[1] as number) + b;
    state[2] = (state[2] as number) + c;
    state[3] = (state[3] as number) + d;
    state[4] = (state[4] as number) + e;
    state[5] = (state[5] as number) + f;
    state[6] = (state[6] as number) + g;
    state[7] = (state[7] as number) + h;
  }
}

const BLOCK = 64;
/** The first 32 bits behind the point of the square roots of the first 8 primes, and of the cube roots of the first 64. */
const START = /* @__PURE__ */ rootBits(8, Math.sqrt);
const K = /* @__PURE__ */ rootBits(64, cubeRoot);

function rootBits(count: number, root: (of: number) => number): Int32Array {
  const primes: number[] = [];
  for (let n = 2; primes.length < count; n++) if (primes.every((prime) => n % prime !== 0)) primes.push(n);
  return Int32Array.from(primes, (prime) => (root(prime) % 1) * 2 ** 32);
}

/** By Newton's rule: engines may round `Math.cbrt` each in its own way. */
function cubeRoot(of: number): number {
  let root = of;
  for (let i = 0; i < 60; i++) root -= (root - of / (root * root)) / 3;
  return root;
}

/** Writes the low 32 bits of a number, the highest byte first. */
function put(bytes: Uint8Array, at: number, number: number): void {
  bytes[at] = number >>> 24;
  bytes[at + 1] = number >>> 16;
  bytes[at + 2] = number >>> 8;
  bytes[at + 3] = number;
}

/** HMAC-SHA-256 (RFC 2104). */
export function hmacSha256(key: Uint8Array, text: Uint8Array): Uint8Array {
  const hash = new Sha256();
  const short = key.length > BLOCK ? hash.update(key).digest() : key;
  const pad = (with_: number): Uint8Array =>
    Uint8Array.from({ length: BLOCK }, (_, i) => (short[i] ?? 0) ^ with_);
  const inner = hash.update(pad(0x36)).update(text).digest();
  return hash.update(pad(0x5c)).update(inner).digest();
}

const HEX = /* @__PURE__ */ Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

/** Bytes in lower-case hex. */
export function hexOf(bytes: Uint8Array): string {
  let hex = "";
  for (let i = 0; i < bytes.length; i++) hex += HEX[bytes[i] as number] as string;
  return hex;
}
