import { describe, expect, it } from "vitest";
import { memoryNeighborSource } from "../../src/remote/index.js";

describe("a source in memory", () => {
  it("refuses with a code what is no list of its caps or ids", async () => {
    const source = memoryNeighborSource([{ source: "a", target: "b", probability: 0.5 }]);
    const refused = expect.objectContaining({ code: "INVALID_ARGUMENT" });
    for (const odd of [null, 1, Symbol("s"), {}, [null]] as never[])
      for (const call of [source.out, source.into]) await expect(call(odd)).rejects.toEqual(refused);
    await expect(source.between(1 as never, ["b"])).rejects.toEqual(refused);
    await expect(source.between(["a"], 1 as never)).rejects.toEqual(refused);
    await expect(source.people?.(null as never)).rejects.toEqual(refused);
    expect(await source.out([{ id: "a", maxCost: 5 }])).toHaveLength(1);
  });
});
