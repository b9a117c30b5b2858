import { describe, expect, it } from "vitest";
import { Vault } from "../../src/journal/index.js";

describe("keys to erase", () => {
  it("that are no texts are refused, and the vault can still be saved", () => {
    const vault = new Vault();
    vault.put("w_1", "words");
    const before = JSON.stringify(vault.toJSON());
    for (const keys of [[Number.NaN], [() => undefined], ["w_1", Symbol("s")], [{}]])
      expect(() => vault.eraseKeys(keys as never)).toThrow(
        expect.objectContaining({ code: "INVALID_ARGUMENT" }),
      );
    expect(JSON.stringify(vault.toJSON())).toBe(before);
  });
});
