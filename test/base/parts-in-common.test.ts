import fc from "fast-check";
import { expect, it } from "vitest";
import { canonicalJson } from "../../src/base/canonical-json.js";
import { checksumOf } from "../../src/base/checksum-of.js";
import { Journal, Network } from "../../src/index.js";

/** A value that is held in `width` places on each of `depth` levels. */
function held(width: number, depth: number, key = "k"): object {
  let part: object = { at: 1 };
  for (let level = 0; level < depth; level++)
    part = Object.fromEntries(Array.from({ length: width }, (_, i) => [`${key}${i}`, part]));
  return part;
}

it.each([
  ["pairs", held(2, 40)],
  ["tens", held(10, 12)],
  ["keys that are numbers", held(2, 40, "")],
  ["lists", [1, 2, 3, 4].reduce<unknown[]>((part) => Array<unknown>(1000).fill(part), [1, 2])],
])("no text is made of a part held in a million million places: %s", (_, value) => {
  expect(() => checksumOf(value)).toThrow("held too often");
  expect(() => canonicalJson(value)).toThrow("held too often");
});

it("what is held in a few places each is taken", () => {
  const tags = ["a", "b", "c"];
  const records = Array.from({ length: 200_000 }, (_, i) => ({ i, tags, also: tags }));
  expect(checksumOf(records)).toBe(checksumOf(JSON.parse(JSON.stringify(records)) as object));
  fc.assert(
    fc.property(fc.jsonValue(), (part) => {
      expect(canonicalJson([part, { part }])).toBe(
        canonicalJson(JSON.parse(JSON.stringify([part, { part }]))),
      );
    }),
  );
});

it("a state, an event and a playbook made of such parts are refused with a code", () => {
  const endless = held(2, 60);
  const { vault } = new Journal();
  const event = {
    id: "e",
    type: "favor.given",
    at: "2026-01-01",
    giver: "a",
    receiver: "b",
    kind: "advice",
    size: 1,
  };
  for (const [code, call] of [
    ["INVALID_SNAPSHOT", () => Network.fromJSON({ ...new Network().toJSON(), ties: endless } as never)],
    ["INVALID_EVENT", () => new Journal().append({ ...event, note: endless } as never)],
    [
      "VAULT_CORRUPT",
      () => Journal.fromJSONL("", { vault: { ...vault.toJSON(), entries: endless } as never }),
    ],
    ["INVALID_ARGUMENT", () => new Journal().resolve({ ...event, note: endless } as never)],
  ] as const)
    expect(call).toThrow(expect.objectContaining({ code }) as Error);
});
