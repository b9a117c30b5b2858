/**
 * SHA-256 (FIPS 180-4) in code of our own: bare engines have no `crypto`. Saved states are hashed whole, so in an interpreter the rounds
 * are most of what a restore costs. All of a round stands in locals; the readable form is section 6.2.2 of the standard.
 */
export class Sha256 {
  readonly #state = new Int32Array(8);
  readonly #words = new Int32Array(64);
  readonly #block = new Uint8Array(64);
  #held = 0;
  #length = 0;

  constructor() {
    this.#begin();
  }

  update(bytes: Uint8Array): this {
    this.#length += bytes.length;
    let at = 0;
    if (this.#held > 0) {
      at = Math.min(64 - this.#held, bytes.length);
      this.#block.set(bytes.subarray(0, at), this.#held);
      this.#held += at;
      if (this.#held < 64) return this;
      this.#compress(this.#block, 0);
      this.#held = 0;
    }
    for (; at + 64 <= bytes.length; at += 64) this.#compress(bytes, at);
    this.#block.set(bytes.subarray(at));
    this.#held = bytes.length - at;
    return this;
  }

  /** The hash of all that came, and a fresh start. */
  digest(): Uint8Array {
    const bits = this.#length * 8;
    const block = this.#block;
    block[this.#held] = 0x80;
    block.fill(0, this.#held + 1);
    if (this.#held > 55) {
      this.#compress(block, 0);
      block.fill(0);
    }
    for (let i = 0; i < 8; i++) block[63 - i] = Math.floor(bits / 256 ** i);
    this.#compress(block, 0);
    const hash = new Uint8Array(32);
    for (let i = 0; i < 32; i++) hash[i] = (this.#state[i >> 2] as number) >>> (24 - (i % 4) * 8);
    this.#begin();
    return hash;
  }

  #begin(): void {
    this.#state.set(FIRST);
    this.#held = 0;
    this.#length = 0;
  }

  #compress(bytes: Uint8Array, from: number): void {
    const [w, state] = [this.#words as Words, this.#state as unknown as Words];
    const block = bytes as unknown as Words;
    for (let i = 0, at = from; i < 16; i++, at += 4)
      w[i] = (block[at]! << 24) | (block[at + 1]! << 16) | (block[at + 2]! << 8) | block[at + 3]!;
    for (let i = 16; i < 64; i++) {
      const x = w[i - 15]!;
      const y = w[i - 2]!;
      const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
      const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
      w[i] = w[i - 16]! + s0 + w[i - 7]! + s1;
    }
    let a = state[0]!;
    let b = state[1]!;
    let c = state[2]!;
    let d = state[3]!;
    let e = state[4]!;
    let f = state[5]!;
    let g = state[6]!;
    let h = state[7]!;
    for (let i = 0; i < 64; i++) {
      const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
      const one = (h + s1 + ((e & f) ^ (~e & g)) + ROUNDS[i]! + w[i]!) | 0;
      const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
      const two = s0 + ((a & b) ^ (a & c) ^ (b & c));
      h = g;
      g = f;
      f = e;
      e = (d + one) | 0;
      d = c;
      c = b;
      b = a;
      a = (one + two) | 0;
    }
    state[0] = state[0]! + a;
    state[1] = state[1]! + b;
    state[2] = state[2]! + c;
    state[3] = state[3]! + d;
    state[4] = state[4]! + e;
    state[5] = state[5]! + f;
    state[6] = state[6]! + g;
    state[7] = state[7]! + h;
  }
}

/** HMAC-SHA-256 of some bytes under a key. */
export function hmacSha256(key: Uint8Array, bytes: Uint8Array): Uint8Array {
  const hash = new Sha256();
  const short = key.length > 64 ? hash.update(key).digest() : key;
  const padded = (mark: number): Uint8Array =>
    Uint8Array.from({ length: 64 }, (_, i) => (short[i] ?? 0) ^ mark);
  const inner = hash.update(padded(0x36)).update(bytes).digest();
  return hash.update(padded(0x5c)).update(inner).digest();
}

/** Lower-case hex of bytes. */
export function hexOf(bytes: Uint8Array): string {
  let text = "";
  for (let i = 0; i < bytes.length; i++) text += HEX[bytes[i] as number];
  return text;
}

const HEX = /* @__PURE__ */ Array.from({ length: 256 }, (_, byte) => (byte + 256).toString(16).slice(1));

type Words = { [place: number]: number };

function wordsOf(hex: string): Int32Array {
  return Int32Array.from({ length: hex.length / 8 }, (_, i) =>
    Number.parseInt(hex.slice(i * 8, i * 8 + 8), 16),
  );
}

/** The first 32 bits of the fractions of square roots of the first 8 primes, and of cube roots of the first 64. */
const FIRST = /* @__PURE__ */ wordsOf("6a09e667bb67ae853c6ef372a54ff53a510e527f9b05688c1f83d9ab5be0cd19");
const ROUNDS = /* @__PURE__ */ wordsOf(
  "428a2f9871374491b5c0fbcfe9b5dba53956c25b59f111f1923f82a4ab1c5ed5d807aa9812835b01243185be550c7dc3" +
    "72be5d7480deb1fe9bdc06a7c19bf174e49b69c1efbe47860fc19dc6240ca1cc2de92c6f4a7484aa5cb0a9dc76f988da" +
    "983e5152a831c66db00327c8bf597fc7c6e00bf3d5a7914706ca63511429296727b70a852e1b21384d2c6dfc53380d13" +
    "650a7354766a0abb81c2c92e92722c85a2bfe8a1a81a664bc24b8b70c76c51a3d192e819d6990624f40e3585106aa070" +
    "19a4c1161e376c082748774c34b0bcb5391c0cb34ed8aa4a5b9cca4f682e6ff3748f82ee78a5636f84c878148cc70208" +
    "90befffaa4506cebbef9a3f7c67178f2",
);
