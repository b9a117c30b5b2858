import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Network, snapshotFor } from "../../src/network/index.js";
import { asOf0_1 } from "../support/as-of-0-1.js";
import { nameOf, OWNERS, pools } from "../support/network-pools.js";

const bytes = (network: Network): string => JSON.stringify(network);

/** c0, who was `old` once, tells of their ties to x and y; x tells of the one to y. */
function merged(): Network {
  const network = new Network();
  for (const id of ["c0", "x", "y"]) network.addPerson({ id, name: nameOf(id) });
  const out = { at: "2026-01-02", direction: "out" as const, kind: "call" as const };
  network.addTie({ from: "c0", to: "x", evidence: { interactions: [out] } });
  network.addTie({ from: "c0", to: "y", evidence: {} });
  network.addTie({ from: "x", to: "y", evidence: {} });
  network.mergePeople([["c0", "old"]]);
  return network;
}

describe("an id that was merged away", () => {
  it("means the kept one in every look-up", () => {
    const network = merged();
    expect(network.has("old")).toBe(true);
    expect(network.person("old")).toEqual({ id: "c0", name: nameOf("c0") });
    expect(network.tie("old", "x")).toEqual(network.tie("c0", "x"));
    expect(network.tie("x", "old")).toEqual(network.tie("x", "c0"));
    expect(network.tie("old", "c0")).toBeUndefined();
    expect(network.tieRecords("x", "old")).toEqual(network.tieRecords("x", "c0"));
    expect(network.tieRecords("x", "old")).toHaveLength(1);
    expect(network.tiesOf("old")).toEqual(network.tiesOf("c0"));
    expect(network.neighbors("old")).toEqual(["x", "y"]);
    expect(network.degree("old")).toBe(2);
    expect(network.commonNeighbors("old", "x")).toBe(1);
    expect(network.commonNeighbors("x", "old")).toBe(1);
    network.setVisibility("c0", ["c0", "x"], "private");
    expect(snapshotFor(network, "old")).toEqual(snapshotFor(network, "c0"));
    expect(snapshotFor(network, "old").ties).toHaveLength(3);
  });

  it("means the kept one in every change: the same bytes as by their own id, but for who told of which id", () => {
    const changes: ((network: Network, id: string) => void)[] = [
      (network, id) => network.addPerson({ id, company: "Acme" }),
      (network, id) => network.addTie({ from: "y", to: id, evidence: { closeness: 0.5 } }),
      (network, id) => network.import({ people: [{ id, title: "CEO" }], ties: [] }),
      (network, id) => network.setDoNotAsk(id, true),
      (network, id) => network.setVisibility(id, [id, "x"], "private"),
      (network, id) => network.setVisibility(id, ["x", id], "masked"),
      (network, id) => network.reveal(id, "x"),
      (network, id) => network.optOut(id),
      (network, id) => network.removePerson(id),
    ];
    for (const change of changes) {
      const [one, other] = [merged(), merged()];
      const before = bytes(one);
      const untold = (network: Network) => JSON.stringify(asOf0_1(network.toJSON(), { idTellers: [] }));
      change(one, "c0");
      change(other, "old");
      expect(untold(other), String(change)).toBe(untold(one));
      expect(bytes(other), String(change)).not.toBe(before);
    }
  });

  it("is marked, and opts out and in, as the kept one", () => {
    const network = merged();
    network.setDoNotAsk("old", true);
    expect([network.doNotAsk(), network.isDoNotAsk("old")]).toEqual([["c0"], true]);
    network.setDoNotAsk("old", false);
    expect(network.doNotAsk()).toEqual([]);
    network.optOut("old");
    expect(network.isOptedOut("c0")).toBe(true);
    expect(network.isOptedOut("old")).toBe(true);
    expect(network.tieCount).toBe(1);
    network.optIn("old");
    expect(network.isOptedOut("c0")).toBe(false);
  });

  it("goes with the kept one, and stays out where they have opted out", () => {
    const network = merged();
    network.optOut("c0");
    network.removePerson("old");
    expect(network.people().map(({ id }) => id)).toEqual(["x", "y"]);
    expect(network.toJSON()).toMatchObject({ optedOut: ["c0", "old"] });
    expect(network.toJSON().merged).toBeUndefined();
    network.import({ people: [{ id: "old" }, { id: "x" }], ties: [{ from: "old", to: "x", evidence: {} }] });
    expect(network.neighbors("x")).toEqual(["y"]);
  });

  it("is read from an older snapshot as the kept one", () => {
    const network = merged();
    network.optOut("c0");
    const older = Network.fromJSON(asOf0_1(network.toJSON(), { optedOut: ["old"] }));
    expect(bytes(older)).toBe(bytes(network));
  });
});

describe("merging one who has opted out", () => {
  it("takes the kept one's ties back, so that the snapshot gives the same network", () => {
    for (const out of ["gone", "kept"]) {
      const network = new Network();
      for (const id of ["kept", "gone", "x", "y"]) network.addPerson({ id });
      network.optOut(out);
      network.addTie({ from: "kept", to: "x", evidence: {} });
      network.addTie({ from: "gone", to: "x", evidence: {} });
      network.addTie({ from: "y", to: "x", evidence: {} });
      network.mergePeople([["kept", "gone"]]);
      expect(network.ties().map(({ from, to }) => [from, to])).toEqual([["x", "y"]]);
      expect(network.has("kept")).toBe(true);
      expect(bytes(Network.fromJSON(network.toJSON()))).toBe(bytes(network));
    }
  });

  it("comes back from the snapshot byte by byte, and keeps the same ties whenever it is done", () => {
    fc.assert(
      fc.property(
        pools,
        fc.uniqueArray(fc.constantFrom(...OWNERS, "c0", "c1"), { minLength: 2, maxLength: 4 }),
        fc.constantFrom(...OWNERS),
        (files, [kept = "", ...gone], out) => {
          const steps = [
            (network: Network) => network.mergePeople(gone.map((id) => [kept, id] as const)),
            (network: Network) => network.optOut(out),
            (network: Network) => {
              for (const file of files) network.import(file);
            },
          ] as const;
          const orders = [
            [0, 1, 2],
            [0, 2, 1],
            [1, 0, 2],
            [1, 2, 0],
            [2, 0, 1],
            [2, 1, 0],
          ] as const;
          const made = orders.map((order) => {
            const network = new Network();
            network.addPerson({ id: kept, name: nameOf(kept) });
            network.setDoNotAsk(kept, true);
            for (const step of order) steps[step](network);
            return network;
          });
          for (const network of made) {
            expect(bytes(Network.fromJSON(JSON.parse(bytes(network))))).toBe(bytes(network));
            expect(network.ties()).toEqual(made[0]?.ties());
          }
        },
      ),
    );
  });
});

it("of two wishes of one owner, about ties with two who turn out to be one, the stricter counts", () => {
  const reaches = ["shared", "masked", "private"] as const;
  for (const first of reaches)
    for (const second of reaches) {
      const network = new Network();
      for (const id of ["o", "kept", "gone"]) network.addPerson({ id });
      for (const to of ["kept", "gone"]) network.addTie({ from: "o", to, evidence: {} });
      network.setVisibility("o", ["o", "kept"], first);
      network.setVisibility("o", ["o", "gone"], second);
      network.mergePeople([["kept", "gone"]]);
      const stricter = reaches[Math.max(reaches.indexOf(first), reaches.indexOf(second))];
      expect(network.toJSON().words?.map(({ visibility }) => visibility)).toEqual([stricter]);
      expect(network.seenBy("o").tie("o", "kept")?.visibility).toBe(stricter);
    }
});

it("of pairs that a system merged makes one human at once, and nothing where nobody has the kept one", () => {
  const network = new Network();
  const import_ = {
    people: [{ id: "a", name: "Ann Lee" }, { id: "b" }],
    ties: [{ from: "me", to: "b", evidence: {} }],
  };
  network.addPerson({ id: "me" });
  const mergedPeople = [
    { keep: "a", gone: "b" },
    { keep: "nobody", gone: "a" },
  ];
  network.import({ ...import_, owner: "me", mergedPeople });
  expect(network.people().map(({ id }) => id)).toEqual(["a", "me"]);
  expect(network.neighbors("me")).toEqual(["a"]);
  for (const wrong of [5, [{ keep: "a" }], [{ keep: "a", gone: 7 }], [null]])
    expect(() => network.import({ ...import_, mergedPeople: wrong as never })).toThrow(
      expect.objectContaining({ name: "WarmpathError" }),
    );
});
