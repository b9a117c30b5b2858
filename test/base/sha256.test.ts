import { createHash, createHmac } from "node:crypto";
import fc from "fast-check";
import { expect, it } from "vitest";
import { hexOf, hmacSha256, Sha256 } from "../../src/base/sha256.js";

const bytes = fc.uint8Array({ maxLength: 300 });

it("SHA-256 of bytes in whatever parts is that of the platform, and a hash begins anew after each digest", () => {
  const hash = new Sha256();
  fc.assert(
    fc.property(fc.array(bytes, { maxLength: 5 }), (parts) => {
      const own = createHash("sha256");
      for (const part of parts) {
        hash.update(part);
        own.update(part);
      }
      expect(hexOf(hash.digest())).toBe(own.digest("hex"));
    }),
  );
});

it("every length around the ends of blocks", () => {
  for (let length = 0; length < 200; length++) {
    const all = Uint8Array.from({ length }, (_, i) => i * 7);
    expect(hexOf(new Sha256().update(all).digest())).toBe(createHash("sha256").update(all).digest("hex"));
  }
});

it("HMAC under keys of any length is that of the platform", () => {
  fc.assert(
    fc.property(bytes, bytes, (key, text) => {
      expect(hexOf(hmacSha256(key, text))).toBe(createHmac("sha256", key).update(text).digest("hex"));
    }),
  );
});
