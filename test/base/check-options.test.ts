import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkKeys, isWarmpathError, nearestKey } from "../../src/base/index.js";

const KNOWN = ["seeker", "target", "value", "k", "maxHops", "exclude", "now"];

function refusal(given: object, known: readonly string[] = KNOWN): { message: string; details: unknown } {
  try {
    checkKeys(given, known, "request");
  } catch (error) {
    if (isWarmpathError(error) && error.code === "INVALID_ARGUMENT")
      return { message: error.message, details: error.details };
  }
  throw new Error("not refused");
}

describe("checkKeys", () => {
  it.each([
    ["seekers", "seeker"],
    ["maxhops", "maxHops"],
    ["max", "maxHops"],
    ["excludes", "exclude"],
    ["taget", "target"],
  ])("%s: names the nearest known key, %s", (given, nearest) => {
    const { message, details } = refusal({ now: 1, [given]: 1 });
    expect(message).toContain(`"${nearest}"`);
    expect(details).toEqual({ what: "request", nearest });
  });

  it("takes any of the known keys, in any number, and refuses every other one without repeating it", () => {
    fc.assert(
      fc.property(fc.subarray(KNOWN), fc.string({ minLength: 1 }), (some, other) => {
        const given = Object.fromEntries(some.map((key) => [key, undefined]));
        checkKeys(given, KNOWN, "request");
        if (KNOWN.includes(other) || other === "__proto__") return;
        const { details } = refusal({ ...given, [other]: undefined });
        expect(KNOWN).toContain((details as { nearest: string }).nearest);
      }),
    );
    expect(refusal({ "Ann Lee": 1 }).message).not.toContain("Ann");
  });

  it("refuses what is no object, and any key where none is known", () => {
    for (const given of [undefined, null, [], "text", 7]) refusal(given as unknown as object);
    expect(refusal({ a: 1 }, []).message).toContain("none");
    expect(nearestKey("a", [])).toBeUndefined();
  });

  it("works on the first letters of a key of any length", () => {
    expect(nearestKey(`maxHops${"x".repeat(1e6)}`, KNOWN)).toBeDefined();
  });
});
