import { expect, it, vi } from "vitest";
import { Network } from "../../src/network/index.js";
import { CompiledNetwork } from "../../src/paths/compiled-network.js";
import { findPaths } from "../../src/paths/index.js";

it("says so where the search stopped at its bound of work, among people all tied alike", () => {
  const ids = Array.from({ length: 200 }, (_, place) => `p${place}`);
  const network = new Network();
  network.import({
    people: ids.map((id) => ({ id })),
    ties: ids.flatMap((from, place) => ids.slice(place + 1).map((to) => ({ from, to, evidence: {} }))),
  });
  const compiled = CompiledNetwork.compile(network, { now: "2026-06-15" });
  const request = { seekers: ["p0"], target: { id: "p1" }, maxHops: 4 };
  const onStopped = vi.fn();
  expect(findPaths(compiled, { ...request, k: 20, onStopped })).toHaveLength(20);
  expect(onStopped).not.toHaveBeenCalled();
  expect(findPaths(compiled, { ...request, k: 50_000, onStopped }).length).toBeLessThan(50_000);
  expect(onStopped).toHaveBeenCalled();
});
