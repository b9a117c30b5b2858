import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isWarmpathError } from "../../src/base/index.js";
import { Network, snapshotFor } from "../../src/network/index.js";
import type { Visibility } from "../../src/people/index.js";

const IDS = ["a", "b", "c", "d", "e", "f"];
const id = fc.constantFrom(...IDS);
const two = fc.tuple(id, id).filter(([a, b]) => a !== b);
const reach = fc.constantFrom<Visibility>("shared", "masked", "private");

type Step = (network: Network) => void;

const steps: fc.Arbitrary<Step> = fc.oneof(
  id.map(
    (one): Step =>
      (network) =>
        network.addPerson({ id: one, name: `Name ${one}` }),
  ),
  fc
    .record({
      owner: id,
      visibility: reach,
      ties: fc.array(two, { maxLength: 3 }),
      more: fc.array(id, { maxLength: 2 }),
      refresh: fc.boolean(),
    })
    .map(
      ({ owner, visibility, ties, more, refresh }): Step =>
        (network) =>
          network.import(
            {
              people: [...new Set([owner, ...ties.flat(), ...more])].map((one) => ({
                id: one,
                name: `Name ${one}`,
              })),
              ties: ties.map(([from, to]) => ({ from, to, evidence: { closeness: 0.5 } })),
              refresh,
            },
            { owner, visibility },
          ),
    ),
  fc.array(two, { minLength: 1, maxLength: 3 }).map(
    (pairs): Step =>
      (network) =>
        network.merge({ merged: pairs.map(([keep, gone]) => ({ keep, gone })) }),
  ),
  fc.tuple(two, fc.boolean()).map(
    ([[a, b], same]): Step =>
      (network) =>
        network.decide([{ a, b, same }]),
  ),
  fc.tuple(id, two, reach).map(
    ([by, ends, visibility]): Step =>
      (network) =>
        network.setVisibility(by, ends, visibility),
  ),
  id.map(
    (one): Step =>
      (network) =>
        network.optOut(one),
  ),
  id.map(
    (one): Step =>
      (network) =>
        network.optIn(one),
  ),
  id.map(
    (one): Step =>
      (network) =>
        network.removePerson(one),
  ),
  id.map(
    (one): Step =>
      (network) =>
        network.setDoNotAsk(one, true),
  ),
);

const loaded = (network: Network): Network => Network.fromJSON(JSON.parse(JSON.stringify(network)));

/** Does a step, or not at all: a refusal has a code. */
function done(network: Network, step: Step): void {
  try {
    step(network);
  } catch (error) {
    if (!isWarmpathError(error)) throw error;
  }
}

describe("a network saved and loaded midway", () => {
  it("is the one that was kept, whatever is done to both", () => {
    fc.assert(
      fc.property(fc.array(steps, { minLength: 2, maxLength: 9 }), (all) => {
        const kept = new Network();
        let again = new Network();
        for (const step of all) {
          done(kept, step);
          done(again, step);
          again = loaded(again);
        }
        expect(again.toJSON()).toEqual(kept.toJSON());
      }),
      { numRuns: 400 },
    );
  });

  it("holds no id of somebody who was removed after a merge", () => {
    const network = new Network();
    network.import({ people: ["a", "b", "c", "h"].map((one) => ({ id: one })), ties: [] });
    const ties = ["h", "c"].map((to) => ({ from: "b", to, evidence: {} }));
    network.import({ people: [{ id: "h" }, { id: "c" }], ties }, { owner: "b", visibility: "private" });
    network.merge({
      merged: [
        { keep: "a", gone: "b" },
        { keep: "h", gone: "c" },
      ],
    });
    network.removePerson("b");
    expect(JSON.stringify(network)).not.toContain('"b"');
    expect(JSON.stringify(network)).not.toContain('"a"');
  });

  it("makes those one who were said to be, also where they are added by hand", () => {
    const network = new Network();
    network.decide([{ a: "p", b: "q", same: true }]);
    for (const one of ["p", "q"]) network.addPerson({ id: one });
    expect([network.size, loaded(network).size]).toEqual([1, 1]);
  });

  it("makes those one who were said to be, also where a merge makes both known", () => {
    const network = new Network();
    for (const one of ["a", "b"]) network.addPerson({ id: one });
    network.decide([{ a: "late", b: "a", same: true }]);
    network.merge({ merged: [{ keep: "b", gone: "late" }] });
    expect([network.size, network.decisions()]).toEqual([1, []]);
  });

  it("hides and shows the same ids after an opt-out: what people tell of themselves stays everybody's", () => {
    const network = new Network();
    network.import({ people: [{ id: "x" }], ties: [] });
    const ties = [{ from: "e", to: "x", evidence: {} }];
    network.import({ people: [{ id: "e" }, { id: "f" }], ties }, { owner: "e" });
    network.merge({ merged: [{ keep: "e", gone: "f" }] });
    const again = loaded(network);
    for (const one of [network, again]) one.optOut("e");
    expect(again.toJSON()).toEqual(network.toJSON());
    expect(snapshotFor(again, "x")).toEqual(snapshotFor(network, "x"));
  });

  it("takes a tie with more records than a call takes arguments", () => {
    const people = ["a", "b", "c"].map((one) => ({ id: one }));
    const records = Array.from({ length: 127_000 }, (_, i) => ({
      from: "a",
      to: "b",
      owner: `o${i}`,
      evidence: {},
    }));
    const network = new Network();
    network.import({ people, ties: records });
    network.merge({ merged: [{ keep: "c", gone: "a" }] });
    expect(network.tieRecords("c", "b")).toHaveLength(127_000);
  });
});
