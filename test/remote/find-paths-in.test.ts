import { describe, expect, it } from "vitest";
import { type Arc, findPathsIn, memoryNeighborSource, type NeighborSource } from "../../src/remote/index.js";
import { conformance } from "../support/remote-conformance.js";
import { watched } from "../support/remote-graphs.js";

const chain: Arc[] = ["me", "ann", "cho", "dan", "bob"].flatMap((id, i, all) =>
  i === 0 ? [] : [{ source: all[i - 1] as string, target: id, probability: 0.5 }],
);
const ask = { sources: "me", targets: "bob", k: 3 };

conformance("memory", async (arcs) => memoryNeighborSource(arcs), 1000);

describe("findPathsIn", () => {
  it("asks a store in three round trips at most, and both sides at once", async () => {
    const source = watched(chain);
    const found = await findPathsIn(source, { ...ask, maxHops: 4 });
    expect(found).toMatchObject({ stopped: "complete", roundTrips: 3, arcs: 4 });
    expect(found.paths).toEqual([{ people: ["me", "ann", "cho", "dan", "bob"], probability: 0.0625 }]);
    expect(source.calls).toEqual(["out", "into", "between", "out", "into"]);
    const near = watched(chain);
    expect((await findPathsIn(near, { ...ask, maxHops: 3 })).paths).toEqual([]);
    expect(near.calls).toEqual(["out", "into", "between"]);
  });

  it("takes a hub with more arcs than a call takes arguments", async () => {
    const many = Array.from({ length: 130_000 }, (_, i) => ({
      source: "me",
      target: `n${i}`,
      probability: 0.5,
    }));
    const source = memoryNeighborSource([...chain, ...many]);
    const found = await findPathsIn(source, { ...ask, maxHops: 4, maxArcs: 1_000_000 });
    expect(found).toMatchObject({ stopped: "complete", paths: [{ probability: 0.0625 }] });
  });

  it("asks no further than a path of the k-th cost may go", async () => {
    const arcs = [
      ...chain,
      { source: "me", target: "bob", probability: 0.9 },
      ...["x", "y", "z"].map((target) => ({ source: "ann", target, probability: 0.01 })),
    ];
    const caps: number[] = [];
    const source = memoryNeighborSource(arcs);
    const spy: NeighborSource = {
      ...source,
      out: (nodes) => {
        caps.push(...nodes.map(({ maxCost }) => maxCost));
        return source.out(nodes);
      },
    };
    const found = await findPathsIn(spy, { ...ask, k: 1, maxHops: 4 });
    expect(found.paths[0]?.people).toEqual(["me", "bob"]);
    expect(caps).toEqual([Number.POSITIVE_INFINITY]);
  });

  it("rejects with a failing store's own error, and with the signal's reason", async () => {
    const broken = new Error("the store is away");
    const source: NeighborSource = { ...memoryNeighborSource(chain), between: () => Promise.reject(broken) };
    await expect(findPathsIn(source, ask)).rejects.toBe(broken);
    const signal = { aborted: true, reason: "changed my mind" };
    await expect(findPathsIn(memoryNeighborSource(chain), { ...ask, signal })).rejects.toBe(
      "changed my mind",
    );
    const late = { aborted: false, reason: "too late" };
    const slow: NeighborSource = {
      ...memoryNeighborSource(chain),
      into: async (nodes) => {
        late.aborted = true;
        return memoryNeighborSource(chain).into(nodes);
      },
    };
    await expect(findPathsIn(slow, { ...ask, signal: late })).rejects.toBe("too late");
  });

  it("refuses what is no source or no query with a code, and what is no arc with its position", async () => {
    const source = memoryNeighborSource(chain);
    for (const [bad, code] of [
      [{ ...ask, k: 0 }, "INVALID_ARGUMENT"],
      [{ ...ask, maxHops: 5 }, "INVALID_ARGUMENT"],
      [{ ...ask, maxArcs: -1 }, "INVALID_ARGUMENT"],
      [{ ...ask, sources: [] }, "INVALID_ARGUMENT"],
      [{ ...ask, maxhops: 3 }, "INVALID_ARGUMENT"],
      [{ ...ask, targets: ["\ud800"] }, "INVALID_ID"],
    ] as const)
      await expect(findPathsIn(source, bad as never)).rejects.toMatchObject({ code });
    await expect(findPathsIn({} as never, ask)).rejects.toMatchObject({ code: "INVALID_ARGUMENT" });
    for (const arc of [
      null,
      { source: "me", target: "x", probability: 0 },
      { source: "me", target: "x", probability: Number.NaN },
    ]) {
      const odd = { ...source, out: async () => [chain[0], arc] as Arc[] };
      await expect(findPathsIn(odd, ask)).rejects.toMatchObject({
        code: "INVALID_ARC",
        details: { position: 1 },
      });
    }
    await expect(findPathsIn({ ...source, out: async () => 7 as never }, ask)).rejects.toMatchObject({
      code: "INVALID_ARC",
    });
  });

  it("finds the one-node path where somebody is source and target", async () => {
    const found = await findPathsIn(memoryNeighborSource(chain), { ...ask, targets: ["me", "bob"] });
    expect(found.paths[0]).toEqual({ people: ["me"], probability: 1 });
  });
});
