import fc from "fast-check";
import { expect, it } from "vitest";
import { Network, personVisibility, snapshotFor } from "../../src/network/index.js";
import type { Spell, Tag, Visibility } from "../../src/people/index.js";
import { type TellersFile, ViewpointOracle } from "../support/viewpoint-oracle.js";

const OWNERS = ["a", "b", "c"];
const IDS = [...OWNERS, "x", "y"];
const KEY = "a key of 16 chars";
const ITEMS: readonly (Spell | Tag)[] = [
  { code: "c", evidence: "e" },
  { code: "c", evidence: "e", private: true },
  { code: "c", evidence: "e", private: false },
  { kind: "work", organization: "Acme" },
  { kind: "meeting", organization: "m" },
];
const reach = fc.constantFrom<Visibility>("shared", "masked", "private");
const tie = fc
  .record({ from: fc.constantFrom(...IDS), to: fc.constantFrom(...IDS), visibility: reach })
  .filter(({ from, to }) => from !== to);
const files: fc.Arbitrary<readonly TellersFile[]> = fc.array(
  fc
    .record({
      owner: fc.constantFrom(...OWNERS),
      visibility: reach,
      alone: fc.subarray(IDS, { maxLength: 2 }),
      ties: fc.array(tie, { maxLength: 3 }),
    })
    .map(({ alone, ...file }) => ({
      ...file,
      people: [...new Set([...alone, ...file.ties.flatMap(({ from, to }) => [from, to])])],
    })),
  { minLength: 1, maxLength: 4 },
);

function networkOf(all: readonly TellersFile[]): Network {
  const network = new Network();
  for (const { owner, visibility, people, ties } of all)
    network.import(
      {
        people: people.map((id) => ({
          id,
          emails: [`${owner}@${id}.example`],
          tags: [
            { code: "open", evidence: owner },
            { code: "hidden", evidence: owner, private: true },
          ],
        })),
        ties: ties.map((one) => ({ ...one, owner, evidence: { contexts: [`told:${owner}`] } })),
      },
      { owner, visibility },
    );
  return network;
}

/** Holds all that one viewer is told, or everybody where it is `undefined`, against the rules. */
function expectAsTold(all: readonly TellersFile[], viewer: string | undefined, masks: boolean): void {
  const network = networkOf(all);
  const oracle = new ViewpointOracle(all, viewer, masks);
  const { ids } = oracle;
  if (viewer !== undefined && !ids.includes(viewer)) return;
  const viewers = viewer === undefined ? [] : [viewer];
  const view = network.seenBy(viewers, masks ? { maskKey: KEY } : {});
  const usable = (a: string, b: string) => oracle.usable(a, b).length > 0;
  for (const a of ids) {
    expect([a, view.mayName(a), view.mayCount(a)]).toEqual([a, oracle.mayName(a), oracle.mayCount(a)]);
    const heard = oracle.mayCount(a) ? oracle.heard(a) : [];
    expect(view.person(a)?.emails ?? []).toEqual(heard.map((owner) => `${owner}@${a}.example`));
    expect(view.mayHear(a, "emails")).toBe(heard.length > 0);
    const told = { open: heard, hidden: heard.filter((owner) => owner === viewer) };
    for (const [code, owners] of Object.entries(told)) {
      const tags = view.person(a)?.tags?.filter((tag) => tag.code === code) ?? [];
      expect(tags.map(({ evidence }) => evidence).sort()).toEqual(owners);
    }
    for (const owner of [...OWNERS, undefined])
      for (const item of ITEMS)
        expect([item, owner, view.mayHear(a, { ...item, ...(owner && { owner }) })]).toEqual([
          item,
          owner,
          oracle.mayCount(a) && oracle.hearsItem(a, item, owner),
        ]);
    expect([view.isKept(a), view.isKept(`no ${a}`), view.mayHear(`no ${a}`, "name")]).toEqual([
      true,
      false,
      false,
    ]);
    expect(view.neighbors(a)).toEqual(ids.filter((b) => usable(a, b)));
    const known = oracle.mayName(a) ? "shared" : oracle.isMasked(a) ? "masked" : "private";
    expect(personVisibility(network, a, viewers)).toBe(known);
    for (const b of ids) {
      expect(view.mayUse(a, b)).toBe(usable(a, b));
      const seen = view.tie(a, b);
      expect(seen !== undefined).toBe(usable(a, b));
      expect(view.commonNeighbors(a, b)).toBe(ids.filter((one) => usable(a, one) && usable(b, one)).length);
      if (seen === undefined) continue;
      const tellers = oracle.usable(a, b).map(({ owner }) => owner);
      expect([seen.from, seen.to]).toEqual([a, b]);
      expect(seen.visibility).toBe(oracle.visibility(a, b));
      expect(seen.sightings.map(({ owner }) => owner)).toEqual([...tellers].sort());
      // One who is no end is told the ends' mark with each of the others' records.
      const isEnd = viewer === a || viewer === b;
      for (const { owner, visibility } of oracle.usable(a, b))
        expect(seen.sightings).toContainEqual(
          expect.objectContaining({
            owner,
            visibility: isEnd ? visibility : oracle.marked(a, b, visibility),
          }),
        );
      expect(seen.evidence.contexts).toEqual([...tellers].sort().map((owner) => `told:${owner}`));
      expect(view.evidenceOf(a, b)?.contexts).toEqual(seen.evidence.contexts);
    }
  }
  expect(view.people().map(({ id }) => id)).toEqual(ids.filter((id) => oracle.mayName(id)));
  const masked = view.maskedPeople().map(({ id }) => id);
  expect(masked.sort()).toEqual(ids.filter((id) => oracle.isMasked(id)));
  const pairs = ids.flatMap((a) => ids.filter((b) => a < b && usable(a, b)).map((b) => [a, b]));
  expect(view.ties().map(({ from, to }) => [from, to])).toEqual(pairs);
  const everybody = new ViewpointOracle(all, undefined, masks);
  const more = ids.filter(
    (id) =>
      viewer !== undefined &&
      (all.some(({ owner, people }) => owner === viewer && people.includes(id)) ||
        (oracle.mayCount(id) && !everybody.mayCount(id))),
  );
  expect(
    view
      .ownPeople()
      .map(({ id }) => id)
      .sort(),
  ).toEqual(more);
  expect(ids.filter((id) => view.hearsMore(id))).toEqual(more);
  expect(view.isAllShared).toBe(ids.every((a) => ids.every((b) => oracle.isAllShared(a, b))));
  expect(view.plain.masks).toBe(false);
  expect(ids.filter((id) => view.plain.mayCount(id))).toEqual(ids.filter((id) => oracle.mayName(id)));
}

it("everybody sees what the rules allow, with a mask key and without", () => {
  fc.assert(fc.property(files, fc.constantFrom(...IDS, undefined), fc.boolean(), expectAsTold), {
    numRuns: 300,
  });
});

const said = (
  owner: string,
  visibility: Visibility,
  people: string,
  ...ties: readonly [string, Visibility][]
): TellersFile => ({
  owner,
  visibility,
  people: [...people],
  ties: ties.map(([ends, reach]) => ({ from: ends[0]!, to: ends[1]!, visibility: reach })),
});

const WORLDS: readonly (readonly [where: string, all: readonly TellersFile[]])[] = [
  ["one told of two behind a mask", [said("a", "masked", "axy", ["ax", "masked"], ["xy", "private"])]],
  [
    "both ends told of their tie",
    [
      said("a", "shared", "abx", ["ab", "shared"], ["ax", "masked"]),
      said("b", "private", "abx", ["bx", "private"], ["ab", "masked"]),
    ],
  ],
  [
    "others told of people alone",
    [said("c", "shared", "xy", ["xy", "shared"]), said("a", "masked", "ax"), said("b", "private", "by")],
  ],
  [
    "a third one told of a tie too",
    [
      said("a", "shared", "ab", ["ab", "shared"]),
      said("b", "masked", "ab", ["ab", "masked"]),
      said("c", "shared", "abc", ["ab", "shared"]),
    ],
  ],
  [
    "an end keeps a tie private",
    [
      said("a", "private", "ax", ["ax", "private"]),
      said("b", "shared", "abx", ["ax", "shared"]),
      said("c", "masked", "acxy", ["ax", "masked"], ["xy", "masked"]),
    ],
  ],
];

it.each(WORLDS)("everybody sees what the rules allow where %s", (_, all) => {
  for (const viewer of [...new Set(all.flatMap(({ people }) => people)), undefined])
    for (const masks of [false, true]) expectAsTold(all, viewer, masks);
});

it("two viewers see what either does, and a snapshot for one shows that one the same", () => {
  fc.assert(
    fc.property(files, fc.constantFrom(...OWNERS), fc.constantFrom(...OWNERS), (all, one, other) => {
      const network = networkOf(all);
      const { ids } = new ViewpointOracle(all, undefined, false);
      if (!ids.includes(one) || !ids.includes(other)) return;
      const [first, second, both] = [[one], [other], [one, other]].map((viewers) => network.seenBy(viewers));
      const copy = Network.fromJSON(snapshotFor(network, one)).seenBy(one);
      for (const a of ids) {
        if (first!.mayName(a) || second!.mayName(a)) expect(both!.mayName(a)).toBe(true);
        expect(copy.person(a)).toEqual(first!.person(a));
        for (const b of ids) {
          if (first!.mayUse(a, b) || second!.mayUse(a, b)) expect(both!.mayUse(a, b)).toBe(true);
          expect(copy.tie(a, b)).toEqual(first!.tie(a, b));
        }
      }
    }),
  );
});

it("a viewpoint is of ids, and a mask needs a key of 16 characters at least", () => {
  const network = networkOf([{ owner: "a", visibility: "shared", people: ["a", "x"], ties: [] }]);
  const refused = expect.objectContaining({ code: "INVALID_ARGUMENT" });
  for (const maskKey of ["", "15 characters..", 16, null])
    expect(() => network.seenBy("a", { maskKey } as never)).toThrow(refused);
  expect(network.seenBy("a", { maskKey: "sixteen letters." }).masks).toBe(true);
  expect(() => network.seenBy({ length: 1 } as never)).toThrow(refused);
  expect(() => network.seenBy(["a", 3 as never])).toThrow(expect.objectContaining({ code: "INVALID_ID" }));
  expect(network.seenBy("a").masked.plain.masks).toBe(false);
});

it("tells what changed since a version, and knows an id that nobody told of under which somebody is kept", () => {
  const network = networkOf([{ owner: "a", visibility: "shared", people: ["a", "x"], ties: [] }]);
  const view = network.seenBy("x");
  const { version } = view;
  expect(view.changesSince(version)).toEqual([]);
  network.addTie({ from: "x", to: "a", evidence: {} });
  expect(view.changesSince(version)).toContainEqual({ from: "a", to: "x" });
  expect(() => view.changesSince("1" as never)).toThrow(
    expect.objectContaining({ code: "INVALID_ARGUMENT" }),
  );
  network.mergePeople([["a", "ghost"]]);
  expect([view.mayName("ghost"), view.mayCount("ghost"), view.person("ghost")?.id]).toEqual([
    true,
    true,
    "a",
  ]);
});
